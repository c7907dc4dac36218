/// A file as its bytes became it: one buffer of UTF-8 with everything that can be read, in reading order, and the
/// blocks that point into it. Readers work on the bytes; a `String` is made only of what is kept.
package struct SourceDocument: Sendable {
    package var format: FileFormat
    /// All text, UTF-8, without a byte order mark. Ranges of blocks point into this buffer.
    package var utf8: [UInt8]
    package var blocks: [Block]
    /// What the file says of itself beside its text (HTML `<title>` and `<meta name=>`), names in lower case.
    package var metadata: [Metadata]
    /// What the file holds but hides from whoever opens it; none of it is read.
    package var hidden: Set<Hidden> = []

    /// A kind of content that a file can hide.
    package enum Hidden: String, Sendable, CaseIterable {
        case rows = "行"
        case columns = "列"
        case sheets = "工作表"
        case text = "文字"
    }

    package struct Metadata: Sendable, Equatable {
        package var name: String
        package var value: String
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(format: FileFormat, utf8: [UInt8] = [], blocks: [Block] = [], metadata: [Metadata] = []) {
        self.format = format
        self.utf8 = utf8
        self.blocks = blocks
        self.metadata = metadata
    }

    /// The text that a range stands for.
    package func string(_ range: TextRange) -> String {
        String(decoding: utf8[range.indices], as: UTF8.self)
    }
}

/// A stretch of `SourceDocument.utf8`.
package struct TextRange: Sendable, Hashable {
    package var lower: Int32
    package var upper: Int32
    package init(_ lower: Int, _ upper: Int) {
        self.lower = Int32(lower)
        self.upper = Int32(upper)
    }
    @inlinable package var indices: Range<Int> { Int(lower)..<Int(upper) }
    @inlinable package var count: Int { Int(upper - lower) }
    @inlinable package var isEmpty: Bool { lower == upper }
}

/// One piece of a document in reading order.
package enum Block: Sendable {
    /// A line of a text file (`number` counts from 1; empty lines are blocks too), or a paragraph of another format (`number` nil).
    case line(TextRange, number: Int?)
    /// Boxed, so that a line takes no more room than it needs.
    indirect case grid(Grid)
}

/// A table as it stands in a file: cells with their place and span. No cell overlaps another.
package struct Grid: Sendable {
    /// Counts from 1 in the document; for XLSX the sheet.
    package var number: Int
    /// Sheet name, where the format has one.
    package var name: String?
    package var rowCount: Int
    package var columnCount: Int
    /// In order of row, then column.
    package var cells: [GridCell]
    /// True where a place without a cell is a blank (XLSX, CSV), false where it means that the source left a cell out (HTML, DOCX).
    package var absentIsBlank: Bool

    package init(
        number: Int, name: String? = nil, rowCount: Int, columnCount: Int, cells: [GridCell], absentIsBlank: Bool
    ) {
        self.number = number
        self.name = name
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.cells = cells
        self.absentIsBlank = absentIsBlank
    }
}

package struct GridCell: Sendable {
    /// From 0.
    package var row: Int32
    package var column: Int32
    package var rowSpan: Int32
    package var columnSpan: Int32
    /// The cell's text: paragraphs and line breaks inside it are `\n`; blank cells are empty ranges.
    package var text: TextRange
    /// The line of the source where the cell stands, for CSV alone.
    package var line: Int32?
    /// True for a blank cell with a formula, whose value the file does not keep.
    package var isFormula = false

    package init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, text: TextRange, line: Int? = nil) {
        self.row = Int32(row)
        self.column = Int32(column)
        self.rowSpan = Int32(rowSpan)
        self.columnSpan = Int32(columnSpan)
        self.text = text
        self.line = line.map(Int32.init)
    }
}

/// The formats that files come in, told by content, not by name.
package enum FileFormat: String, Sendable, CaseIterable, Codable {
    case text, html, docx, pdf, xlsx, csv, json
}
