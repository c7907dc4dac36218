import AnnualReport
import ReportFiles

/// A report's tables as the XML of one worksheet that needs no other part: the strings stand in the cells.
enum SheetSeed {
    static func xml(_ report: AnnualReport) -> String {
        var rows = ""
        var merges = ""
        var first = 1
        for grid in FormGrid.tables(report) {
            for row in 0..<grid.rowCount {
                rows += "<row r=\"\(first + row)\">"
                for cell in grid.cells where cell.row == row {
                    rows += "<c r=\"\(name(cell.column, first + row))\" t=\"inlineStr\"><is><t>\(cell.text)</t></is></c>"
                    guard cell.rowSpan > 1 || cell.columnSpan > 1 else { continue }
                    let last = name(cell.column + cell.columnSpan - 1, first + row + cell.rowSpan - 1)
                    merges += "<mergeCell ref=\"\(name(cell.column, first + row)):\(last)\"/>"
                }
                rows += "</row>"
            }
            first += grid.rowCount + 1
        }
        return """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>\(rows)</sheetData>\
            <mergeCells>\(merges)</mergeCells></worksheet>
            """
    }

    /// A1; the forms have far fewer columns than letters.
    private static func name(_ column: Int, _ row: Int) -> String {
        "\(UnicodeScalar(UInt8(ascii: "A") + UInt8(clamping: min(column, 25))))\(row)"
    }
}
