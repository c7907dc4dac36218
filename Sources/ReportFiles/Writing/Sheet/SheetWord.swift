import Formats

extension ReportSheet {
    /// The room between the margins of an A4 page, in twentieths of a point.
    private static let pageWidth = 8_844
    private static let headingFill: UInt32 = 0xF4F4F5

    /// The sheet as a Word document; the tables keep the spans of the form.
    /// - Throws: `FormatError` where the archive cannot be made.
    package func word() throws(FormatError) -> [UInt8] {
        var blocks: [WordDocument.Block] = [.paragraph(.init(title, style: .title, alignment: .center))]
        for part in parts {
            switch part {
            case .heading(let text): blocks.append(.paragraph(.init(text, style: .heading1)))
            case .subheading(let text): blocks.append(.paragraph(.init(text, style: .heading2)))
            case .paragraph(let text): blocks.append(.paragraph(.init(text)))
            case .form(let grid): blocks.append(.table(Self.table(grid)))
            case .list(let list): blocks.append(.table(Self.table(list)))
            }
        }
        return try WordDocument(title: title, blocks: blocks).write()
    }

    private static func table(_ grid: FormGrid) -> WordDocument.Table {
        let cells = grid.cells.map { cell in
            let isLabel = if case .rowLabel = cell.part { true } else { false }
            return WordDocument.Cell(
                row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, text: cell.text,
                fill: cell.isHeader ? headingFill : nil, alignment: isLabel ? .leading : .center)
        }
        return WordDocument.Table(
            rowCount: grid.rowCount, columnCount: grid.columnCount, cells: cells, columnWidths: scaled(grid.columnWeights),
            headerRows: grid.headingRows)
    }

    private static func table(_ list: SheetList) -> WordDocument.Table {
        var cells = list.header.enumerated().map { column, text in
            WordDocument.Cell(row: 0, column: column, text: text, bold: true, fill: headingFill)
        }
        for (row, fields) in list.rows.enumerated() {
            for (column, text) in fields.enumerated() {
                cells.append(WordDocument.Cell(row: row + 1, column: column, text: text, alignment: .leading))
            }
        }
        return WordDocument.Table(
            rowCount: list.rows.count + 1, columnCount: list.header.count, cells: cells, columnWidths: scaled(list.widths),
            headerRows: 1)
    }

    private static func scaled(_ weights: [Int]) -> [Int] {
        let sum = max(weights.reduce(0, +), 1)
        return weights.map { $0 * pageWidth / sum }
    }
}

extension FormGrid {
    /// How wide the columns are beside each other.
    var columnWeights: [Int] {
        switch table {
        case .proactive: [30, 22, 22, 22]
        case .requests: [10, 12, 32] + Array(repeating: 9, count: columnCount - 3)
        case .reviews: Array(repeating: 6, count: columnCount)
        }
    }
}
