import AnnualReport

/// Puts the cells of a row into columns, or says that it cannot be done without guessing.
enum ColumnLayout {
    case placed([Piece?])
    case unplaced
    /// The row is there, but nothing stands in it.
    case empty

    /// What the other rows of a table show of its padding: rows that do not have as many cells as the table has
    /// columns and end (or begin) with blanks.
    struct Padding {
        var leading = false
        var trailing = false

        init(rows: [RawRow], columns: Int) {
            var leads = 0
            var trails = 0
            for row in rows where row.cells.count != columns && row.hasFigures {
                if row.cells.first?.kind == .blank { leads += 1 }
                if row.cells.last?.kind == .blank { trails += 1 }
            }
            leading = leads > 1
            trailing = trails > 1
        }

        init() {}
    }

    /// Places by counting. What spans left behind at the row's end (||) falls away first. As many cells as columns: each
    /// stands at its own place, unless the other rows are padded at that end. More: blanks before the first and after the
    /// last figure fall away. Anything else is not placed.
    init(_ cells: [Piece], columns: Int, padding: Padding) {
        let spanless = cells.lastIndex { !$0.isTight }.map { cells[...$0] } ?? []
        let cells = cells.count > columns && spanless.count == columns ? Array(spanless) : cells
        guard let first = cells.firstIndex(where: { $0.kind != .blank }),
            let last = cells.lastIndex(where: { $0.kind != .blank })
        else {
            self = .empty
            return
        }
        if cells.count == columns {
            let padded = padding.leading && first > 0 || padding.trailing && last < cells.count - 1
            self = padded ? .unplaced : .placed(cells)
        } else if cells.count > columns, last - first + 1 == columns {
            self = .placed(Array(cells[first...last]))
        } else {
            self = .unplaced
        }
    }

    /// Places by the columns of a grid: each head takes the one cell below it. Nil where a figure stands below no
    /// head or below two, or where a head has no cell and the format says that the source left it out.
    init?(_ cells: [Piece], below heads: [Range<Int32>], absentIsBlank: Bool) {
        guard !heads.isEmpty, heads.allSatisfy({ !$0.isEmpty }) else { return nil }
        guard cells.contains(where: { $0.kind != .blank }) else {
            self = .empty
            return
        }
        var placed: [Piece?] = Array(repeating: nil, count: heads.count)
        for cell in cells {
            let below = heads.indices.filter { heads[$0].overlaps(cell.columns) }
            if cell.kind == .blank {
                for head in below where placed[head] == nil { placed[head] = cell }
                continue
            }
            guard below.count == 1, let head = below.first, placed[head].map({ $0.kind == .blank }) ?? true else { return nil }
            placed[head] = cell
        }
        if !absentIsBlank, placed.contains(where: { $0 == nil }) { return nil }
        self = .placed(placed)
    }

    /// What stands in a row, in order: blanks before the first and after the last figure left away, inner ones nil.
    static func found(_ cells: [Piece], in utf8: UnsafeBufferPointer<UInt8>) -> [String?] {
        guard let first = cells.firstIndex(where: { $0.kind != .blank }),
            let last = cells.lastIndex(where: { $0.kind != .blank })
        else { return [] }
        return cells[first...last].map { $0.kind == .blank ? nil : text($0, in: utf8) }
    }

    /// The text of a cell on one line; a whole number as its digits.
    static func text(_ piece: Piece, in utf8: UnsafeBufferPointer<UInt8>) -> String {
        let bytes = UnsafeBufferPointer(rebasing: utf8[piece.range.indices])
        if case .count(let n) = Figure.read(bytes) { return "\(n)" }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// The columns of a table as its heads print them, beside the form's.
struct PrintedColumns {
    struct Column {
        /// Which of the form's columns it is; nil for one that the form does not have.
        var index: Int?
        var unit: MoneyUnit?
    }

    /// In the order printed.
    let columns: [Column]
    /// The columns of a grid that each head covers.
    let heads: [Range<Int32>]
    /// The form's columns in its order, in which a row keeps them.
    let order: [ColumnName]

    init(_ printed: [(column: ColumnName?, place: Range<Int32>, unit: MoneyUnit?)], order: [ColumnName]) {
        columns = printed.map { printed in Column(index: printed.column.flatMap { order.firstIndex(of: $0) }, unit: printed.unit) }
        heads = printed.map(\.place)
        self.order = order
    }
}

/// Turns placed pieces into entries of a row and notes what holds no number.
struct RowMaker {
    let utf8: UnsafeBufferPointer<UInt8>
    let grids: [Int32: GridFacts]
    var remarks: [Remark] = []

    mutating func row(_ name: RowName, _ raw: RawRow, _ printed: PrintedColumns, padding: ColumnLayout.Padding) -> Row {
        let origin = raw.label.origin
        switch place(raw.cells, printed.columns.count, printed.heads, padding) {
        case .empty:
            var row = Row(name, columns: printed.order, state: .placed, origin: origin)
            for i in row.entries.indices { row.entries[i] = Entry(.blank, raw.cells.first?.origin ?? origin) }
            // Which formula is which column's need not be told: no value of the row is known.
            if raw.cells.contains(where: \.isFormula) {
                for column in printed.order { remarks.append(.formula(CellName(name, column), origin: origin)) }
            }
            return row
        case .unplaced:
            return Row(
                name, columns: printed.order, state: .unplaced(found: ColumnLayout.found(raw.cells, in: utf8)), origin: origin)
        case .placed(let pieces):
            var row = Row(name, columns: printed.order, state: .placed, origin: origin)
            for (i, column) in printed.columns.enumerated() {
                guard let index = column.index else { continue }
                row.entries[index] = entry(CellName(name, printed.order[index]), pieces[i], column.unit, origin)
            }
            return row
        }
    }

    func place(_ cells: [Piece], _ count: Int, _ heads: [Range<Int32>], _ padding: ColumnLayout.Padding) -> ColumnLayout {
        if let table = cells.first?.origin.table, table > 0,
            let placed = ColumnLayout(cells, below: heads, absentIsBlank: grids[table]?.absentIsBlank ?? false)
        {
            return placed
        }
        return ColumnLayout(cells, columns: count, padding: padding)
    }

    mutating func entry(_ name: CellName, _ piece: Piece?, _ unit: MoneyUnit?, _ rowOrigin: Origin) -> Entry {
        guard let piece else { return Entry(.blank, rowOrigin) }
        guard piece.kind != .blank else {
            if piece.isFormula { remarks.append(.formula(name, origin: piece.origin)) }
            return Entry(.blank, piece.origin)
        }
        let figure = Figure.read(UnsafeBufferPointer(rebasing: utf8[piece.range.indices]))
        let cell: Cell?
        if case .proactive = name.row {
            cell = figure.proactiveCell(unit: unit)
            if case .money(_, cut: true) = figure, name.column == .proactive(.amount) {
                remarks.append(.cutUnit(name, text: ColumnLayout.text(piece, in: utf8), origin: piece.origin))
            }
            if case .money(let amount, _) = figure, let unit, let own = amount.unit, own != unit, name.column == .proactive(.amount) {
                remarks.append(.unitDiffers(name, text: ColumnLayout.text(piece, in: utf8), heading: unit, origin: piece.origin))
            }
        } else {
            cell = figure.countCell
        }
        guard let cell else {
            remarks.append(.notANumber(name, text: ColumnLayout.text(piece, in: utf8), origin: piece.origin))
            return Entry(.absent, piece.origin)
        }
        return Entry(cell, piece.origin)
    }
}
