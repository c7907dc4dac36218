import AnnualReport

/// Bars on lines of their own. As a rule such a bar is a blank cell; where lone bars alternate with cells all through a table,
/// they are what stands between its cells.
extension TableScanner {
    /// Drops the separating bars of each table whose rows have as many cells as columns only without them.
    mutating func dropSeparatingBars() {
        let blocks: [(cells: [Piece], columns: Int)] = tables.blocks.flatMap { block in block.rows.map { ($0.cells, block.columnCount) } }
        if Self.areSeparated(blocks) {
            for b in tables.blocks.indices {
                for r in tables.blocks[b].rows.indices { tables.blocks[b].rows[r].dropSeparators() }
            }
        }
        if Self.areSeparated(tables.requestRows.map { ($0.cells, 7) }) {
            for r in tables.requestRows.indices { tables.requestRows[r].dropSeparators() }
        }
        if Self.areSeparated(tables.reviewRows.map { ($0.cells, 5) }) {
            for r in tables.reviewRows.indices { tables.reviewRows[r].dropSeparators() }
        }
        if Self.areSeparated([(tables.reviewCells, 15)]) { tables.reviewCells = Self.withoutSeparators(tables.reviewCells) }
    }

    /// True where between any two figures of the rows stands a lone bar, and more rows fit their columns without the bars.
    private static func areSeparated(_ rows: [(cells: [Piece], columns: Int)]) -> Bool {
        var gaps = 0
        var (fitting, fittingWithout) = (0, 0)
        for (cells, columns) in rows {
            for (left, right) in zip(cells, cells.dropFirst()) {
                if left.kind != .blank, right.kind != .blank { return false }
                if left.kind == .blank, !left.loneBar || right.kind == .blank && !right.loneBar { return false }
                if left.kind != .blank, right.loneBar { gaps += 1 }
            }
            guard let first = cells.firstIndex(where: { $0.kind != .blank }), let last = cells.lastIndex(where: { $0.kind != .blank })
            else { continue }
            if last - first + 1 == columns || cells.count == columns { fitting += 1 }
            let without = withoutSeparators(Array(cells[first...last]))
            if without.count == columns { fittingWithout += 1 }
        }
        return gaps >= 3 && fittingWithout > fitting
    }

    /// Of each run of lone bars one is what separates; the others are blank cells.
    static func withoutSeparators(_ cells: [Piece]) -> [Piece] {
        var kept: [Piece] = []
        var isAfterBar = false
        for cell in cells {
            if cell.loneBar, !isAfterBar {
                isAfterBar = true
                continue
            }
            isAfterBar = cell.loneBar
            kept.append(cell)
        }
        return kept
    }
}

extension RawBlock {
    /// How many columns its heads have; three, as most blocks have, where no head is read.
    var columnCount: Int {
        let known = heads.count { $0.label != nil }
        return known > 0 ? known : 3
    }
}
