import Markup

extension FileFormat {
    /// The name that messages call the format by.
    package var displayName: String {
        switch self {
        case .text: "文本"
        case .html: "网页（HTML）"
        case .docx: "DOCX"
        case .pdf: "PDF"
        case .xlsx: "XLSX"
        case .csv: "CSV"
        case .json: "JSON"
        }
    }

    /// The media type to serve such a file with; text is always UTF-8 when we write it.
    package var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .pdf: "application/pdf"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json"
        }
    }

    /// The ending of a file's name, without the dot.
    package var fileExtension: String { self == .text ? "txt" : rawValue }
}
