/// A Word document to be written: titles, paragraphs and tables as official documents have them.
public struct WordDocument: Sendable, Equatable {
    /// The title in the file's properties, not on the page.
    public var title: String?
    /// Paragraphs and tables in reading order.
    public var blocks: [Block]

    /// Makes one of its parts.
    public init(title: String? = nil, blocks: [Block]) {
        self.title = title
        self.blocks = blocks
    }

    /// What stands below one another in a document.
    public enum Block: Sendable, Equatable {
        case paragraph(Paragraph)
        case table(Table)
    }

    /// The paragraph styles that the document defines.
    public enum Style: String, Sendable {
        case title = "Title"
        case heading1 = "Heading1"
        case heading2 = "Heading2"
        case normal = "Normal"
    }

    /// Where text stands between the margins.
    public enum Alignment: String, Sendable {
        case leading = "left"
        case center
        case trailing = "right"
        case justified = "both"
    }

    /// Lines inside a paragraph are parted by `\n`.
    public struct Paragraph: Sendable, Equatable {
        /// The text.
        public var text: String
        /// The look.
        public var style: Style
        /// Nil leaves it to the style.
        public var alignment: Alignment?
        /// Bold type.
        public var bold: Bool

        /// Makes one of its parts.
        public init(_ text: String, style: Style = .normal, alignment: Alignment? = nil, bold: Bool = false) {
            self.text = text
            self.style = style
            self.alignment = alignment
            self.bold = bold
        }
    }

    /// A table; places without a cell stay open.
    public struct Table: Sendable, Equatable {
        /// Rows of the grid.
        public var rowCount: Int
        /// In twentieths of a point; all columns alike where empty.
        public var columnWidths: [Int]
        /// Columns of the grid.
        public var columnCount: Int
        /// The cells in any order; none may overlap another.
        public var cells: [Cell]
        /// Rows at the top that are repeated on every page.
        public var headerRows: Int

        /// Makes one of its parts.
        public init(rowCount: Int, columnCount: Int, cells: [Cell], columnWidths: [Int] = [], headerRows: Int = 0) {
            self.rowCount = rowCount
            self.columnCount = columnCount
            self.cells = cells
            self.columnWidths = columnWidths
            self.headerRows = headerRows
        }
    }

    /// A cell with its place, counted from 0. Paragraphs inside it are parted by `\n`.
    public struct Cell: Sendable, Equatable {
        /// The row, from 0.
        public var row: Int
        /// The column, from 0.
        public var column: Int
        /// Rows that the cell covers.
        public var rowSpan: Int
        /// Columns that the cell covers.
        public var columnSpan: Int
        /// The text.
        public var text: String
        /// Bold type.
        public var bold: Bool
        /// The background as 0xRRGGBB.
        public var fill: UInt32?
        /// Where the text stands in the cell.
        public var alignment: Alignment

        /// Makes one of its parts.
        public init(
            row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, text: String, bold: Bool = false,
            fill: UInt32? = nil, alignment: Alignment = .center
        ) {
            self.row = row
            self.column = column
            self.rowSpan = rowSpan
            self.columnSpan = columnSpan
            self.text = text
            self.bold = bold
            self.fill = fill
            self.alignment = alignment
        }
    }

    /// The document as a DOCX file; the same document gives the same bytes.
    public func write() throws(FormatError) -> [UInt8] {
        var body = HTML()
        for block in blocks {
            switch block {
            case .paragraph(let paragraph): body += WordMarkup.paragraph(paragraph)
            case .table(let table): body += try WordMarkup.table(table)
            }
        }
        return try ZIPWriter.archive(WordPackage.parts(title: title, body: body))
    }
}
