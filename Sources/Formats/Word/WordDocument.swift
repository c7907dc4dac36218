import Markup

/// A Word document to be written: titles, paragraphs and tables as official documents have them.
package struct WordDocument: Sendable, Equatable {
    /// The title in the file's properties, not on the page.
    package var title: String?
    /// Paragraphs and tables in reading order.
    package var blocks: [Block]

    /// Makes one of its parts.
    package init(title: String? = nil, blocks: [Block]) {
        self.title = title
        self.blocks = blocks
    }

    /// What stands below one another in a document.
    package enum Block: Sendable, Equatable {
        case paragraph(Paragraph)
        case table(Table)
    }

    /// The paragraph styles that the document defines.
    package enum Style: String, Sendable {
        case title = "Title"
        case heading1 = "Heading1"
        case heading2 = "Heading2"
        case normal = "Normal"
    }

    /// Where text stands between the margins.
    package enum Alignment: String, Sendable {
        case leading = "left"
        case center
        case trailing = "right"
        case justified = "both"
    }

    /// Lines inside a paragraph are parted by `\n`.
    package struct Paragraph: Sendable, Equatable {
        /// The text.
        package var text: String
        /// The look.
        package var style: Style
        /// Nil leaves it to the style.
        package var alignment: Alignment?
        /// Bold type.
        package var bold: Bool

        /// Makes one of its parts.
        package init(_ text: String, style: Style = .normal, alignment: Alignment? = nil, bold: Bool = false) {
            self.text = text
            self.style = style
            self.alignment = alignment
            self.bold = bold
        }
    }

    /// A table; places without a cell stay open.
    package struct Table: Sendable, Equatable {
        /// Rows of the grid.
        package var rowCount: Int
        /// In twentieths of a point; all columns alike where empty.
        package var columnWidths: [Int]
        /// Columns of the grid.
        package var columnCount: Int
        /// The cells in any order; none may overlap another.
        package var cells: [Cell]
        /// Rows at the top that are repeated on every page.
        package var headerRows: Int

        /// Makes one of its parts.
        package init(rowCount: Int, columnCount: Int, cells: [Cell], columnWidths: [Int] = [], headerRows: Int = 0) {
            self.rowCount = rowCount
            self.columnCount = columnCount
            self.cells = cells
            self.columnWidths = columnWidths
            self.headerRows = headerRows
        }
    }

    /// A cell with its place, counted from 0. Paragraphs inside it are parted by `\n`.
    package struct Cell: Sendable, Equatable {
        /// The row, from 0.
        package var row: Int
        /// The column, from 0.
        package var column: Int
        /// Rows that the cell covers.
        package var rowSpan: Int
        /// Columns that the cell covers.
        package var columnSpan: Int
        /// The text.
        package var text: String
        /// Bold type.
        package var bold: Bool
        /// The background as 0xRRGGBB.
        package var fill: UInt32?
        /// Where the text stands in the cell.
        package var alignment: Alignment

        /// Makes one of its parts.
        package init(
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
    package func write() throws(FormatError) -> [UInt8] {
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
