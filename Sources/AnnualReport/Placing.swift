/// Placing by hand what the reader could not place without guessing.
extension AnnualReport {
    /// The rows that wait for somebody to place them, in the form's order.
    package var unplacedRows: [Row] { rows.filter(\.isUnplaced) }

    /// The report with the cells of such a row as a person read them. The file is the same, so each cell stands where
    /// the row stands.
    ///
    /// - Parameter cells: one a column of the row, none of them absent.
    /// - Throws: `PlacingError`; nothing is placed by halves.
    package func placing(_ name: RowName, _ cells: [Cell]) throws(PlacingError) -> AnnualReport {
        guard let row = row(name) else { throw .noSuchRow(name) }
        guard row.isUnplaced else { throw .alreadyPlaced(name) }
        guard cells.count == row.columns.count else {
            throw .cellCount(name, expected: row.columns.count, found: cells.count)
        }
        for (column, cell) in zip(row.columns, cells) where !column.takes(cell) { throw .unfit(CellName(name, column)) }
        guard cells.contains(where: { $0 != .blank }) else { throw .nothingPlaced(name) }
        var report = self
        report.replace(Row(name, columns: row.columns, entries: cells.map { Entry($0, row.origin) }, origin: row.origin))
        if let inherited { report.inherited = Self.inherited(inherited, placed: name, in: report) }
        return report
    }

    private mutating func replace(_ row: Row) {
        switch row.name.table {
        case .proactive:
            guard var table = proactive else { return }
            for block in table.blocks.indices {
                guard let place = table.blocks[block].rows.firstIndex(where: { $0.name == row.name }) else { continue }
                table.blocks[block].rows[place] = row
                break
            }
            proactive = table
        case .requests:
            guard let place = requests?.rows.firstIndex(where: { $0.name == row.name }) else { return }
            requests?.rows[place] = row
        case .reviews:
            guard let place = reviews?.rows.firstIndex(where: { $0.name == row.name }) else { return }
            reviews?.rows[place] = row
        }
    }

    /// The findings taken over from our own JSON: without that this row cannot be placed, with what can now be said of
    /// its cells.
    private static func inherited(_ findings: [Finding], placed name: RowName, in report: AnnualReport) -> [Finding] {
        let kept = findings.compactMap { finding -> Finding? in
            guard [.unplacedRow, .mergedRows].contains(finding.rule), finding.cells.contains(name.description) else { return finding }
            // The groups of table four share one, and rows on one line do.
            var rest = finding
            rest.cells.removeAll { $0 == name.description }
            return rest.cells.isEmpty ? nil : rest
        }
        let new = (Check.missingCell(report) + Check.unitInCount(report) + Check.unitMissing(report)).filter { finding in
            finding.cells.contains { $0 == name.description || CellName($0)?.row == name } && !kept.contains(finding)
        }
        return kept + new
    }
}

extension Row {
    /// True where the source prints figures that could not be put into columns without guessing, or for two rows together.
    package var isUnplaced: Bool {
        switch state {
        case .unplaced, .merged: true
        default: false
        }
    }
}

extension ColumnName {
    /// True for sums of money; the others count.
    package var isMoney: Bool { self == .proactive(.amount) }

    /// True for what a person may put into such a column.
    fileprivate func takes(_ cell: Cell) -> Bool {
        switch cell {
        case .count, .notApplicable, .blank: true
        case .amount: isMoney
        case .absent: false
        }
    }
}

/// Why a row was not placed.
package enum PlacingError: Error, Hashable, Sendable {
    case noSuchRow(RowName)
    /// Its figures stand in their columns already, or it is not printed.
    case alreadyPlaced(RowName)
    case cellCount(RowName, expected: Int, found: Int)
    /// Money in a column that counts, or nothing said of the cell.
    case unfit(CellName)
    /// All cells are blank, though figures are printed.
    case nothingPlaced(RowName)
}

extension PlacingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noSuchRow(let row): "报告中没有「\(row.title)」一行。请从报告页面上列出的行中选择。"
        case .alreadyPlaced(let row): "「\(row.title)」一行没有等待归位的数字，不能手工填写。"
        case .cellCount(let row, let expected, let found): "「\(row.title)」一行应填 \(expected) 格，收到 \(found) 格。请重新填写。"
        case .unfit(let cell): "\(cell.title)一格应填整数、“/”或留空。"
        case .nothingPlaced(let row): "「\(row.title)」一行全部空白，而原文印有数字。请至少填写一格。"
        }
    }
}
