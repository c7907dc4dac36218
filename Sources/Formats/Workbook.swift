/// A workbook to be written: sheets of cells with a modest set of looks.
public struct Workbook: Sendable, Equatable {
    /// At least one.
    public var sheets: [Sheet]

    /// Makes one of its parts.
    public init(sheets: [Sheet]) { self.sheets = sheets }

    /// One worksheet.
    public struct Sheet: Sendable, Equatable {
        /// At most 31 characters, none of `[]:*?/\`, unlike every other sheet's.
        public var name: String
        /// The cells in any order; none may overlap another.
        public var cells: [Cell]
        /// Widths in characters by column; nil leaves a column as it is.
        public var columnWidths: [Double?]
        /// Heights in points by row.
        public var rowHeights: [Int: Double]
        /// Rows at the top that stay when the sheet scrolls.
        public var frozenRows: Int

        /// Makes one of its parts.
        public init(
            name: String, cells: [Cell], columnWidths: [Double?] = [], rowHeights: [Int: Double] = [:],
            frozenRows: Int = 0
        ) {
            self.name = name
            self.cells = cells
            self.columnWidths = columnWidths
            self.rowHeights = rowHeights
            self.frozenRows = frozenRows
        }
    }

    /// A cell with its place, counted from 0; one with a span becomes a merged range.
    public struct Cell: Sendable, Equatable {
        /// The row, from 0.
        public var row: Int
        /// The column, from 0.
        public var column: Int
        /// Rows that the cell covers.
        public var rowSpan: Int
        /// Columns that the cell covers.
        public var columnSpan: Int
        /// What the cell holds.
        public var value: Value
        /// The look.
        public var style: Style

        /// Makes one of its parts.
        public init(
            row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, value: Value, style: Style = Style()
        ) {
            self.row = row
            self.column = column
            self.rowSpan = rowSpan
            self.columnSpan = columnSpan
            self.value = value
            self.style = style
        }
    }

    /// What a cell can hold.
    public enum Value: Sendable, Equatable {
        case blank
        case text(String)
        case number(Double)
    }

    /// Where text stands between the margins.
    public enum Alignment: Sendable, Hashable {
        case leading, center, trailing
    }

    /// How a cell looks; cells with equal styles share one in the file.
    public struct Style: Sendable, Hashable {
        /// Bold type.
        public var bold: Bool
        /// Long text goes on in the next line.
        public var wraps: Bool
        /// A thin line on every side.
        public var border: Bool
        /// The background as 0xRRGGBB.
        public var fill: UInt32?
        /// Nil leaves it to the spreadsheet: text to the left, numbers to the right.
        public var alignment: Alignment?
        /// In points; 11 where nil.
        public var fontSize: Double?
        /// A number format such as `0.00`.
        public var numberFormat: String?

        /// Makes one of its parts.
        public init(
            bold: Bool = false, wraps: Bool = false, border: Bool = false, fill: UInt32? = nil,
            alignment: Alignment? = nil, fontSize: Double? = nil, numberFormat: String? = nil
        ) {
            self.bold = bold
            self.wraps = wraps
            self.border = border
            self.fill = fill
            self.alignment = alignment
            self.fontSize = fontSize
            self.numberFormat = numberFormat
        }
    }
}
