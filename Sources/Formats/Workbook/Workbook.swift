/// A workbook to be written: sheets of cells with a modest set of looks.
package struct Workbook: Sendable, Equatable {
    /// At least one.
    package var sheets: [Sheet]

    /// Makes one of its parts.
    package init(sheets: [Sheet]) { self.sheets = sheets }

    /// One worksheet.
    package struct Sheet: Sendable, Equatable {
        /// At most 31 characters, none of `[]:*?/\`, unlike every other sheet's.
        package var name: String
        /// The cells in any order; none may overlap another.
        package var cells: [Cell]
        /// Widths in characters by column; nil leaves a column as it is.
        package var columnWidths: [Double?]
        /// Heights in points by row.
        package var rowHeights: [Int: Double]
        /// Rows at the top that stay when the sheet scrolls.
        package var frozenRows: Int

        /// Makes one of its parts.
        package init(
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
    package struct Cell: Sendable, Equatable {
        /// The row, from 0.
        package var row: Int
        /// The column, from 0.
        package var column: Int
        /// Rows that the cell covers.
        package var rowSpan: Int
        /// Columns that the cell covers.
        package var columnSpan: Int
        /// What the cell holds.
        package var value: Value
        /// The look.
        package var style: Style

        /// Makes one of its parts.
        package init(
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
    package enum Value: Sendable, Equatable {
        case blank
        case text(String)
        case number(Double)
    }

    /// Where text stands between the margins.
    package enum Alignment: Sendable, Hashable {
        case leading, center, trailing
    }

    /// How a cell looks; cells with equal styles share one in the file.
    package struct Style: Sendable, Hashable {
        /// Bold type.
        package var bold: Bool
        /// Long text goes on in the next line.
        package var wraps: Bool
        /// A thin line on every side.
        package var border: Bool
        /// The background as 0xRRGGBB.
        package var fill: UInt32?
        /// Nil leaves it to the spreadsheet: text to the left, numbers to the right.
        package var alignment: Alignment?
        /// In points; 11 where nil.
        package var fontSize: Double?
        /// A number format such as `0.00`.
        package var numberFormat: String?

        /// Makes one of its parts.
        package init(
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
