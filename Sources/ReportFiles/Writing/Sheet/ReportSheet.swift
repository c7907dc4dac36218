import AnnualReport

/// A report as it is written down: its title, and in order headings, paragraphs, statutory tables and lists. HTML,
/// DOCX, XLSX, CSV and plain text are all written from it.
public struct ReportSheet: Hashable, Sendable {
    public var title: String
    public var parts: [Part]

    public enum Part: Hashable, Sendable {
        case heading(String)
        case subheading(String)
        case paragraph(String)
        case form(FormGrid)
        case list(SheetList)
    }

    public init(title: String, parts: [Part] = []) {
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
public struct SheetList: Hashable, Sendable {
    public var caption: String
    public var header: [String]
    /// Each as long as `header`.
    public var rows: [[String]]
    /// How wide the columns are beside each other, as many as `header`.
    public var widths: [Int]
    /// True for a long list that a page shows folded until it is asked for.
    public var isFolded: Bool
    /// True where each cell says its column's name on a narrow screen, since rows are then shown as blocks.
    public var labelsCells: Bool

    public init(
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
