import AnnualReport

/// A report as it is written down: its title, and in order headings, paragraphs, statutory tables and lists. HTML,
/// DOCX, XLSX, CSV and plain text are all written from it.
package struct ReportSheet: Hashable, Sendable {
    package var title: String
    package var parts: [Part]

    package enum Part: Hashable, Sendable {
        case heading(String)
        case subheading(String)
        case paragraph(String)
        case form(FormGrid)
        case list(SheetList)
    }

    package init(title: String, parts: [Part] = []) {
        self.title = title
        self.parts = parts
    }

    /// The statutory tables.
    var forms: [FormGrid] {
        parts.compactMap { if case .form(let grid) = $0 { grid } else { nil } }
    }

    var lists: [SheetList] {
        parts.compactMap { if case .list(let list) = $0 { list } else { nil } }
    }
}

/// A plain table of texts with a heading row.
package struct SheetList: Hashable, Sendable {
    package var caption: String
    package var header: [String]
    /// Each as long as `header`.
    package var rows: [[String]]
    /// How wide the columns are beside each other, as many as `header`.
    package var widths: [Int]
    /// True for a long list that a page shows folded until it is asked for.
    package var isFolded: Bool
    /// True where each cell says its column's name on a narrow screen, since rows are then shown as blocks.
    package var labelsCells: Bool

    package init(
        caption: String, header: [String], widths: [Int], rows: [[String]], isFolded: Bool = false, labelsCells: Bool = false
    ) {
        self.labelsCells = labelsCells
        self.caption = caption
        self.header = header
        self.widths = widths
        self.rows = rows
        self.isFolded = isFolded
    }
}
