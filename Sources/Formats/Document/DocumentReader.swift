/// The way in for every file: from bytes of whatever format and encoding to a `SourceDocument`.
package enum DocumentReader {
    /// Reads a file of any format that `FileFormat` knows. `pdf` says how a PDF's text is laid out.
    package static func read(
        bytes: [UInt8], name: String?, limits: Limits = .standard, pdf: PDFText = .raw
    ) async throws(FormatError) -> SourceDocument {
        let limits = limits.started()
        let format = try format(of: bytes, name: name, limits: limits)
        if format == .pdf { return try await PDFReader.read(bytes, mode: pdf, limits: limits) }
        return try SourceDocument(bytes, as: format, limits: limits)
    }

    static func format(of bytes: [UInt8], name: String?, limits: Limits) throws(FormatError) -> FileFormat {
        if bytes.count > limits.fileBytes { throw .tooLarge(bytes: bytes.count, limit: limits.fileBytes) }
        return try FileFormat.detect(bytes: bytes, name: name)
    }
}

extension SourceDocument {
    /// Reads a file of any format but PDF, which needs a program and so `DocumentReader.read`.
    package init(reading bytes: [UInt8], name: String?, limits: Limits = .standard) throws(FormatError) {
        let limits = limits.started()
        try self.init(bytes, as: DocumentReader.format(of: bytes, name: name, limits: limits), limits: limits)
    }

    init(_ bytes: [UInt8], as format: FileFormat, limits: Limits) throws(FormatError) {
        switch format {
        case .text: self = try TextReader.read(try TextDecoding.decode(bytes).utf8, limits: limits)
        case .html: self = try HTMLReader.read(try TextDecoding.decodeHTML(bytes).utf8, limits: limits)
        case .csv: self = try CSVReader.read(try TextDecoding.decode(bytes).utf8, limits: limits)
        case .json:
            self.init(format: .json, utf8: try TextDecoding.decode(bytes).utf8)
            if utf8.count > limits.textBytes { throw .tooMuchText(limit: limits.textBytes) }
        case .docx: self = try WordReader.read(bytes, limits: limits)
        case .xlsx: self = try WorkbookReader.read(bytes, limits: limits)
        case .pdf: throw .needsProgram(.pdf)
        }
    }
}
