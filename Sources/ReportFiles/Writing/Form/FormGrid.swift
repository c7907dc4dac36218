import AnnualReport

/// A statutory table as it stands on the form: words and figures in their cells, with spans. Every way of writing a
/// report (HTML, DOCX, XLSX, CSV, text) is written from it, so that all of them look alike and read back alike.
package struct FormGrid: Hashable, Sendable {
    package var table: TableName
    package var rowCount: Int
    package var columnCount: Int
    /// In order of row, then column; no cell overlaps another, and together they fill the rectangle.
    package var cells: [Cell]

    /// One cell of the form.
    package struct Cell: Hashable, Sendable {
        /// From 0.
        package var row: Int
        package var column: Int
        package var rowSpan: Int
        package var columnSpan: Int
        package var part: Part
        /// What is printed: the form's words, or the figure (unknown and blank cells print nothing).
        package var text: String

        package init(
            _ row: Int, _ column: Int, rows rowSpan: Int = 1, columns columnSpan: Int = 1, _ part: Part, _ text: String
        ) {
            self.row = row
            self.column = column
            self.rowSpan = rowSpan
            self.columnSpan = columnSpan
            self.part = part
            self.text = text
        }

        /// The figure, where the cell bears one.
        package var figure: (name: CellName, entry: Entry)? {
            if case .figure(let name, let entry) = part { (name, entry) } else { nil }
        }

        package var isHeader: Bool { figure == nil }
    }

    /// What a cell is on the form.
    package enum Part: Hashable, Sendable {
        /// 第二十条第（一）项 over its block, or the note over table three.
        case title
        case columnHeading
        /// A label over several rows: 三、本年度办理结果.
        case groupLabel
        case rowLabel(RowName)
        case figure(CellName, Entry)
    }

    init(_ table: TableName, columnCount: Int) {
        self.table = table
        self.columnCount = columnCount
        rowCount = 0
        cells = []
    }

    /// The tables that a report has, in the form's order.
    package static func tables(
        proactive: ProactiveTable?, requests: RequestTable?, reviews: ReviewTable?
    ) -> [FormGrid] {
        [proactive.map { FormGrid($0) }, requests.map { FormGrid($0) }, reviews.map { FormGrid($0) }].compactMap { $0 }
    }

    /// The tables that a report has, in the form's order.
    package static func tables(_ report: AnnualReport) -> [FormGrid] {
        tables(proactive: report.proactive, requests: report.requests, reviews: report.reviews)
    }

    /// What stands at a place of a row.
    enum Slot {
        /// A cell begins here.
        case cell(Cell)
        /// The cell above reaches down to here; told at its first column only.
        case below
        /// The cell to the left reaches to here.
        case beside
    }

    /// The places of every row, from left to right.
    var slots: [[Slot]] {
        var result = Array(repeating: Array(repeating: Slot.beside, count: columnCount), count: rowCount)
        for cell in cells {
            result[cell.row][cell.column] = .cell(cell)
            for row in cell.row + 1..<max(cell.row + 1, cell.row + cell.rowSpan) { result[row][cell.column] = .below }
        }
        return result
    }
}
