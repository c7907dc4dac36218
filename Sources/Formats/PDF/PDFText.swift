/// How the text of a PDF is laid out when it is read.
package enum PDFText: String, Sendable, CaseIterable, Codable {
    /// In the order in which the file draws it.
    case raw
    /// As it stands on the page, with blanks between columns.
    case layout
    /// In the order in which one would read it.
    case reading
}
