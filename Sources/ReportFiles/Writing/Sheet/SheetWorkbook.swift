import AnnualReport
import Formats

extension ReportSheet {
    /// The sheet as an Excel workbook: on the first worksheet the statutory tables with their headings, one worksheet
    /// more for each list.
    /// - Throws: `FormatError` where the file cannot be made.
    package func workbook() throws(FormatError) -> [UInt8] {
        var sheets: [Workbook.Sheet] = []
        if !forms.isEmpty || lists.isEmpty { sheets.append(tables) }
        var names: Set<String> = ["年度报告"]
        for list in lists {
            sheets.append(Self.worksheet(list, name: Self.name(list.caption, &names)))
        }
        return try WorkbookWriter.write(Workbook(sheets: sheets))
    }

    private static let heading = Workbook.Style(bold: true, fontSize: 14)
    private static let label = Workbook.Style(wraps: true, border: true, fill: 0xF4F4F5, alignment: .center)
    private static let rowLabel = Workbook.Style(wraps: true, border: true, fill: 0xF4F4F5, alignment: .leading)
    private static let figure = Workbook.Style(border: true, alignment: .trailing)

    private var tables: Workbook.Sheet {
        let width = forms.map(\.columnCount).max() ?? 1
        var cells = [
            Workbook.Cell(
                row: 0, column: 0, columnSpan: width, value: .text(title),
                style: .init(bold: true, wraps: true, alignment: .center, fontSize: 16))
        ]
        var row = 2
        for grid in forms {
            cells.append(
                Workbook.Cell(row: row, column: 0, columnSpan: grid.columnCount, value: .text(grid.table.topic.title), style: Self.heading))
            row += 1
            cells += grid.cells.map { Self.cell($0, below: row) }
            row += grid.rowCount + 1
        }
        // Labels of table three fill the first columns; the figures of all tables fit into narrow ones.
        let widths: [Double?] = [24, 18, 36] + Array(repeating: 12, count: max(0, width - 3))
        return Workbook.Sheet(name: "年度报告", cells: cells, columnWidths: widths)
    }

    private static func cell(_ cell: FormGrid.Cell, below row: Int) -> Workbook.Cell {
        var value: Workbook.Value = cell.text.isEmpty ? .blank : .text(cell.text)
        var style = label
        switch cell.part {
        case .figure(_, let entry):
            style = figure
            // A spreadsheet's numbers are exact to 15 digits; amounts stay text, since 75627.00 would lose its decimals.
            if case .count(let count) = entry.cell, count.magnitude < 1_000_000_000_000_000 { value = .number(Double(count)) }
        case .rowLabel: style = rowLabel
        case .title, .columnHeading, .groupLabel: break
        }
        return Workbook.Cell(
            row: row + cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, value: value, style: style)
    }

    private static func worksheet(_ list: SheetList, name: String) -> Workbook.Sheet {
        var cells = list.header.enumerated().map { column, text in
            Workbook.Cell(row: 0, column: column, value: .text(text), style: .init(bold: true, wraps: true, border: true, fill: 0xF4F4F5))
        }
        for (row, fields) in list.rows.enumerated() {
            for (column, text) in fields.enumerated() {
                cells.append(
                    Workbook.Cell(
                        row: row + 1, column: column, value: text.isEmpty ? .blank : .text(text), style: .init(wraps: true, border: true)))
            }
        }
        return Workbook.Sheet(name: name, cells: cells, columnWidths: list.widths.map { Double($0) * 1.4 }, frozenRows: 1)
    }

    /// A worksheet's name: at most 31 characters, without those that Excel forbids, unlike the others.
    private static func name(_ caption: String, _ taken: inout Set<String>) -> String {
        let allowed = caption.filter { !"[]:*?/\\'".contains($0) }
        var name = String(allowed.prefix(24))
        var number = 2
        while name.isEmpty || !taken.insert(name).inserted {
            name = "\(allowed.prefix(24)) \(number)"
            number += 1
        }
        return name
    }
}
