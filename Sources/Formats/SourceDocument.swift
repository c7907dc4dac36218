/// A file as its bytes became it: one buffer of UTF-8 with everything that can be read, in reading order, and the
/// blocks that point into it. Readers work on the bytes; a `String` is made only of what is kept.
public struct SourceDocument: Sendable {
    public var format: FileFormat
    /// All text, UTF-8, without a byte order mark. Ranges of blocks point into this buffer.
    public var utf8: [UInt8]
    public var blocks: [Block]
    /// What the file says of itself beside its text (HTML `<title>` and `<meta name=>`), names in lower case.
    public var metadata: [Metadata]
    /// What the file holds but hides from whoever opens it; none of it is read.
    public var hidden: Set<Hidden> = []

    /// A kind of content that a file can hide.
    public enum Hidden: String, Sendable, CaseIterable {
        case rows = "行"
        case columns = "列"
        case sheets = "工作表"
        case text = "文字"
    }

    public struct Metadata: Sendable, Equatable {
        public var name: String
        public var value: String
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(format: FileFormat, utf8: [UInt8] = [], blocks: [Block] = [], metadata: [Metadata] = []) {
        self.format = format
        self.utf8 = utf8
        self.blocks = blocks
        self.metadata = metadata
    }

    /// The text that a range stands for.
    public func string(_ range: TextRange) -> String {
        String(decoding: utf8[range.indices], as: UTF8.self)
    }
}

/// A stretch of `SourceDocument.utf8`.
public struct TextRange: Sendable, Hashable {
    public var lower: Int32
    public var upper: Int32
    public init(_ lower: Int, _ upper: Int) {
        self.lower = Int32(lower)
        self.upper = Int32(upper)
    }
    @inlinable public var indices: Range<Int> { Int(lower)..<Int(upper) }
    @inlinable public var count: Int { Int(upper - lower) }
    @inlinable public var isEmpty: Bool { lower == upper }
}

/// One piece of a document in reading order.
public enum Block: Sendable {
    /// A line of a text file (`number` counts from 1; empty lines are blocks too), or a paragraph of another format (`number` nil).
    case line(TextRange, number: Int?)
    /// Boxed, so that a line takes no more room than it needs.
    indirect case grid(Grid)
}

/// A table as it stands in a file: cells with their place and span. No cell overlaps another.
public struct Grid: Sendable {
    /// Counts from 1 in the document; for XLSX the sheet.
    public var number: Int
    /// Sheet name, where the format has one.
    public var name: String?
    public var rowCount: Int
    public var columnCount: Int
    /// In order of row, then column.
    public var cells: [GridCell]
    /// True where a place without a cell is a blank (XLSX, CSV), false where it means that the source left a cell out (HTML, DOCX).
    public var absentIsBlank: Bool

    public init(
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

public struct GridCell: Sendable {
    /// From 0.
    public var row: Int32
    public var column: Int32
    public var rowSpan: Int32
    public var columnSpan: Int32
    /// The cell's text: paragraphs and line breaks inside it are `\n`; blank cells are empty ranges.
    public var text: TextRange
    /// The line of the source where the cell stands, for CSV alone.
    public var line: Int32?
    /// True for a blank cell with a formula, whose value the file does not keep.
    public var isFormula = false

    public init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, text: TextRange, line: Int? = nil) {
        self.row = Int32(row)
        self.column = Int32(column)
        self.rowSpan = Int32(rowSpan)
        self.columnSpan = Int32(columnSpan)
        self.text = text
        self.line = line.map(Int32.init)
    }
}

/// The formats that files come in, told by content, not by name.
public enum FileFormat: String, Sendable, CaseIterable, Codable {
    case text, html, docx, pdf, xlsx, csv, json
}
