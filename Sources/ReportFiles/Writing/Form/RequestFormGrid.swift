import AnnualReport

extension FormGrid {
    /// Where the figures of table three begin: three columns of labels stand before them.
    private static let labels = 3

    /// Table three: three rows of headings, then a row for each row of the table, under the labels of its groups.
    package init(_ table: RequestTable) {
        self.init(.requests, columnCount: Self.labels + RequestTable.columns.count)
        appendHeadings()
        let rows = table.rows
        var index = 0
        while index < rows.count {
            guard Self.group(rows[index]) != nil else {
                appendRow(rows[index], label: 0)
                index += 1
                continue
            }
            let end = rows[index...].firstIndex { Self.group($0) == nil } ?? rows.count
            cells.append(
                Cell(rowCount, 0, rows: end - index, .groupLabel, RequestGroup.results.title))
            appendResults(rows[index..<end])
            index = end
        }
    }

    private mutating func appendHeadings() {
        let figures = RequestTable.columns.count
        cells += [
            Cell(0, 0, rows: 3, columns: Self.labels, .title, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"),
            Cell(0, Self.labels, columns: figures, .columnHeading, "申请人情况"),
            Cell(1, Self.labels, rows: 2, .columnHeading, ApplicantKind.naturalPerson.title),
            Cell(1, Self.labels + 1, columns: figures - 2, .columnHeading, "法人或其他组织"),
            Cell(1, Self.labels + figures - 1, rows: 2, .columnHeading, ApplicantKind.total.title),
        ]
        for (index, kind) in ApplicantKind.kinds.enumerated().dropFirst() {
            cells.append(Cell(2, Self.labels + index, .columnHeading, kind.title))
        }
        rowCount = 3
    }

    /// The rows under 三、本年度办理结果.
    private mutating func appendResults(_ rows: ArraySlice<Row>) {
        var index = rows.startIndex
        while index < rows.endIndex {
            guard let group = Self.group(rows[index]), group != .results else {
                appendRow(rows[index], label: 1)
                index += 1
                continue
            }
            let end = rows[index...].firstIndex { Self.group($0) != group } ?? rows.endIndex
            cells.append(Cell(rowCount, 1, rows: end - index, .groupLabel, group.title))
            for row in rows[index..<end] { appendRow(row, label: 2) }
            index = end
        }
    }

    /// A row whose label begins in column `label` and takes all columns before the figures.
    private mutating func appendRow(_ row: Row, label: Int) {
        cells.append(Cell(rowCount, label, columns: Self.labels - label, .rowLabel(row.name), row.name.title))
        for (index, cell) in row.cells.enumerated() {
            cells.append(Cell(rowCount, Self.labels + index, .figure(cell.name, cell.entry), cell.entry.cell.text))
        }
        rowCount += 1
    }

    private static func group(_ row: Row) -> RequestGroup? {
        if case .requests(let name) = row.name { name.group } else { nil }
    }
}
