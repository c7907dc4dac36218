/// Makes spans of a sheet's merged ranges.
enum SheetMerges {
    /// The cells with spans. Merges that overlap others are damage: the later one is left out. Rows and columns
    /// beyond the limits are cut off, and so is all that a span covers.
    static func apply(_ merges: [CellRange], to cells: [GridCell], limits: Limits) -> [GridCell] {
        var index: [Int64: Int] = [:]
        for (i, cell) in cells.enumerated() { index[key(Int(cell.row), Int(cell.column))] = i }
        let lastRow = Int(cells.last?.row ?? 0)
        var result = cells
        // For each column the merges over it, in order of rows; sweeping keeps a huge merge cheap.
        var openUntil = [Int](repeating: -1, count: limits.columns)
        var isCovered = [Bool](repeating: false, count: cells.count)
        let sorted = merges.sorted { ($0.first.row, $0.first.column) < ($1.first.row, $1.first.column) }
        for merge in sorted {
            // A merge down to the last row of Excel is a slip of the mouse; it ends soon after the text.
            let lowest = max(lastRow, merge.first.row) + 255
            let last = CellPlace(
                row: min(merge.last.row, lowest, limits.rows - 1), column: min(merge.last.column, limits.columns - 1))
            let columns = merge.first.column...last.column
            if columns.contains(where: { openUntil[$0] >= merge.first.row }) { continue }
            // A merge without text that starts below the sheet's last text shows nothing.
            guard merge.first.row <= lastRow else { continue }
            for column in columns { openUntil[column] = last.row }
            guard let owner = index[key(merge.first.row, merge.first.column)] else {
                cover(merge.first, last, owner: -1, cells, &isCovered)
                result.append(
                    GridCell(
                        row: merge.first.row, column: merge.first.column, rowSpan: last.row - merge.first.row + 1,
                        columnSpan: last.column - merge.first.column + 1, text: TextRange(0, 0)))
                continue
            }
            result[owner].rowSpan = Int32(last.row - merge.first.row + 1)
            result[owner].columnSpan = Int32(last.column - merge.first.column + 1)
            cover(merge.first, last, owner: owner, cells, &isCovered)
        }
        let kept = result.enumerated().filter { $0.offset >= isCovered.count || !isCovered[$0.offset] }.map(\.element)
        return kept.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    /// Marks the cells inside a merge, but for the one it belongs to. Cells are sorted; a search finds each row.
    private static func cover(
        _ first: CellPlace, _ last: CellPlace, owner: Int, _ cells: [GridCell], _ isCovered: inout [Bool]
    ) {
        var i = lowerBound(cells, first.row, first.column)
        while i < cells.count, Int(cells[i].row) <= last.row {
            let column = Int(cells[i].column)
            if column > last.column {
                i = lowerBound(cells, Int(cells[i].row) + 1, first.column)
            } else if column < first.column {
                i = lowerBound(cells, Int(cells[i].row), first.column)
            } else {
                if i != owner { isCovered[i] = true }
                i += 1
            }
        }
    }

    private static func lowerBound(_ cells: [GridCell], _ row: Int, _ column: Int) -> Int {
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if (Int(cells[middle].row), Int(cells[middle].column)) < (row, column) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func key(_ row: Int, _ column: Int) -> Int64 { Int64(row) << 20 | Int64(column) }
}
