import AnnualReport

extension FormGrid {
    /// Table two: a title row, a heading row and the rows of each block, four columns wide; the last figure of a
    /// narrower block takes the room that is left.
    package init(_ table: ProactiveTable) {
        self.init(.proactive, columnCount: 4)
        for block in table.blocks { append(block) }
    }

    private mutating func append(_ block: TableBlock) {
        let columns = block.rows.first?.columns ?? block.item.columns(block.form).map { .proactive($0) }
        func span(_ index: Int) -> Int { index == columns.count - 1 ? columnCount - columns.count : 1 }

        cells.append(Cell(rowCount, 0, columns: columnCount, .title, block.item.title))
        cells.append(Cell(rowCount + 1, 0, .columnHeading, "信息内容"))
        for (index, column) in columns.enumerated() {
            cells.append(
                Cell(rowCount + 1, index + 1, columns: span(index), .columnHeading, Self.heading(column, of: block)))
        }
        rowCount += 2
        for row in block.rows {
            guard case .proactive(let name) = row.name else { continue }
            cells.append(Cell(rowCount, 0, .rowLabel(row.name), name.words(block.form)))
            for (index, cell) in row.cells.enumerated() {
                let text = Self.text(cell.entry, under: Self.heading(cell.name.column, of: block))
                cells.append(
                    Cell(rowCount, index + 1, columns: span(index), .figure(cell.name, cell.entry), text))
            }
            rowCount += 1
        }
    }

    /// The form's words. The 2021 form's fees name their unit in the heading; where the report's figure has none or
    /// another one, the heading must not lend it its own.
    private static func heading(_ column: ColumnName, of block: TableBlock) -> String {
        guard case .proactive(let name) = column else { return column.title }
        let words = name.words(block.item, block.form)
        guard let note = words.firstIndex(of: "（") else { return words }
        let unitsAgree = block.rows.allSatisfy { row in
            switch row[column]?.cell {
            case .count: false
            case .amount(let amount): amount.unit.map { words.contains("：" + $0.rawValue) } ?? false
            case .notApplicable, .blank, .absent, nil: true
            }
        }
        return unitsAgree ? words : String(words[..<note])
    }

    /// A figure under a heading that names its unit is printed without it.
    private static func text(_ entry: Entry, under heading: String) -> String {
        if case .amount(let amount) = entry.cell, let unit = amount.unit, heading.contains("：" + unit.rawValue) {
            return amount.value
        }
        return entry.cell.text
    }
}
