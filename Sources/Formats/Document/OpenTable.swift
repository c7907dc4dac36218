/// A table while it is read: where the next cell goes, and what is known of the ones before.
struct OpenTable {
    /// False until the first cell: an empty `<table>` is nothing.
    var hasStarted = false
    /// A table with a table inside it is layout; its text flows and its cells are forgotten.
    var isLayout = false
    var cells: [GridCell] = []
    var row = -1
    var isRowOpen = false
    var isCellOpen = false
    /// The open cell's text is dropped (a continued cell of a vertical merge).
    var isDiscarding = false
    var columnCount = 0

    private var cursor = 0
    /// For each column the first row that no cell above reaches into.
    private var freeFrom: [Int32] = []
    /// For each column the cell that a continued cell below would belong to, -1 for none.
    private var mergeOwner: [Int32] = []
    /// The first cell and row of the current row group, which spans do not leave.
    private var groupCell = 0
    private var isFooter = false
    private var groupRow = 0
    private var footers: [Range<Int>] = []
    /// Cells that claim more columns than any table has: they end where the table does.
    private var endless: [Int] = []

    mutating func beginRow() {
        row += 1
        isRowOpen = true
        cursor = 0
    }

    mutating func skipColumns(_ count: Int, limit: Int) {
        cursor = min(cursor + min(max(0, count), limit), limit)
        columnCount = max(columnCount, cursor)
    }

    /// Places a cell as HTML does: in the next column that no row span from above covers. Nil when no column is left.
    mutating func place(rowSpan: Int, columnSpan: Int, limit: Int) -> GridCell? {
        let here = Int32(row)
        while cursor < freeFrom.count, freeFrom[cursor] > here { cursor += 1 }
        guard cursor < limit else { return nil }
        let isEndless = columnSpan > limit
        if isEndless { endless.append(cells.count) }
        var width = 0
        let wanted = isEndless ? limit - cursor : columnSpan
        // Where the span runs into a cell from above it stops: no two cells may overlap.
        while width < wanted, cursor + width >= freeFrom.count || freeFrom[cursor + width] <= here { width += 1 }
        guard cursor + width <= limit else { return nil }
        let until = here + Int32(rowSpan)
        while freeFrom.count < cursor + width { freeFrom.append(0) }
        for column in cursor..<(cursor + width) { freeFrom[column] = until }
        return add(rowSpan: rowSpan, columnSpan: width, isEndless: isEndless)
    }

    /// Places a cell as WordprocessingML does: next to the one before, every cell of a vertical merge written out.
    /// Nil when no column is left; a continued cell lengthens the one above and is to be discarded.
    mutating func placeNext(columnSpan: Int, merge: VerticalMerge, limit: Int) -> (cell: GridCell, isContinued: Bool)? {
        guard columnSpan <= limit - cursor else { return nil }
        while mergeOwner.count < cursor + columnSpan { mergeOwner.append(-1) }
        let owner = Int(mergeOwner[cursor])
        if merge == .continued, owner >= 0, cells[owner].row + cells[owner].rowSpan == Int32(row),
            Int(cells[owner].columnSpan) == columnSpan
        {
            cells[owner].rowSpan += 1
            cursor += columnSpan
            return (cells[owner], true)
        }
        for column in cursor..<(cursor + columnSpan) { mergeOwner[column] = -1 }
        if merge != .none { mergeOwner[cursor] = Int32(cells.count) }
        return (add(rowSpan: 1, columnSpan: columnSpan, isEndless: false), false)
    }

    private mutating func add(rowSpan: Int, columnSpan: Int, isEndless: Bool) -> GridCell {
        let cell = GridCell(
            row: row, column: cursor, rowSpan: rowSpan, columnSpan: columnSpan, text: TextRange(0, 0))
        cells.append(cell)
        cursor += columnSpan
        columnCount = max(columnCount, isEndless ? Int(cell.column) + 1 : cursor)
        return cell
    }

    mutating func beginGroup(isFooter: Bool) {
        endGroup()
        self.isFooter = isFooter
    }

    /// Cuts the row spans that reach past the group's last row.
    mutating func endGroup() {
        // A group without a row cuts nothing; a page may open a million of them.
        guard row >= groupRow else {
            isFooter = false
            return
        }
        let end = Int32(row + 1)
        for i in groupCell..<max(groupCell, cells.count) where cells[i].row + cells[i].rowSpan > end {
            cells[i].rowSpan = end - cells[i].row
        }
        if isFooter { footers.append(groupRow..<(row + 1)) }
        for column in freeFrom.indices { freeFrom[column] = min(freeFrom[column], end) }
        isFooter = false
        groupCell = cells.count
        groupRow = row + 1
    }

    /// Forgets the cells, since the table turned out to be layout.
    mutating func becomeLayout() {
        isLayout = true
        cells = []
        endless = []
        footers = []
        groupCell = 0
        mergeOwner = []
        freeFrom = []
        cursor = 0
    }

    mutating func finish(number: Int) -> Grid {
        endGroup()
        for i in endless {
            cells[i].columnSpan = min(cells[i].columnSpan, Int32(columnCount) - cells[i].column)
        }
        moveFootersDown()
        return Grid(number: number, rowCount: row + 1, columnCount: columnCount, cells: cells, absentIsBlank: false)
    }

    /// A `<tfoot>` that stands before the body is shown after it.
    private mutating func moveFootersDown() {
        guard let first = footers.first, first.upperBound <= row else { return }
        var isFoot = [Bool](repeating: false, count: row + 1)
        for footer in footers { for row in footer { isFoot[row] = true } }
        let rows = (0...row).filter { !isFoot[$0] } + (0...row).filter { isFoot[$0] }
        var place = [Int32](repeating: 0, count: row + 1)
        for (new, old) in rows.enumerated() { place[old] = Int32(new) }
        for i in cells.indices { cells[i].row = place[Int(cells[i].row)] }
        cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    }
}

/// How a cell of a Word table takes part in a vertical merge.
enum VerticalMerge {
    case none, restart, continued
}
