import AnnualReport
import Formats

/// Walks once over the pieces of a document and gathers what belongs to the three tables: heads, labels, and the
/// cells after each label. It places nothing: that is done when a whole table is known.
struct TableScanner {
    let pieces: [Piece]
    let utf8: UnsafeBufferPointer<UInt8>
    var matcher: LabelMatcher
    var context: LabelMatcher.Context = .none
    var tables = RawTables()
    /// Rows of the source that the tables take; all others are text.
    var taken: [Bool]

    var current: RawRow?
    var currentIsExtra = false
    /// How many labels of table three stand before the current row, if that is an extra one.
    var extraPlace = 0
    /// True where heads of table three are printed again at the top of a page.
    var headsAgain = false
    var reviewValues = false
    var outcomes = 0
    var reviewComplete = false
    /// Rows of table two that are kept.
    private var printedRows: [ProactiveRow] = []
    /// The row of the source whose last figure is known, and that figure's index.
    var lastFigure: (row: Int32, index: Int)?

    init(_ pieces: [Piece], _ utf8: UnsafeBufferPointer<UInt8>, rows: Int) {
        self.pieces = pieces
        self.utf8 = utf8
        matcher = LabelMatcher(pieces, utf8)
        taken = Array(repeating: false, count: rows)
    }

    /// - Throws: `FormatError` when the reading's time is over.
    mutating func scan(_ budget: ReadingBudget) throws(FormatError) {
        var i = 0
        while i < pieces.count {
            try budget.check()
            let piece = pieces[i]
            switch piece.kind {
            case .prose: leave()
            case .blank, .figure: takeCell(piece)
            case .words:
                let match = matcher.match(at: i, in: context)
                if !(match?.label.isExact ?? false), let end = takeBrokenLabel(at: i) {
                    i = end
                    continue
                }
                if let match, accepts(match, at: i) {
                    for piece in pieces[i..<(i + match.length)] { taken[Int(piece.row)] = true }
                    takeLabel(match.label, at: i, length: match.length)
                    i += match.length
                    continue
                }
                takeWords(piece, at: i)
            }
            i += 1
        }
        leave()
        dropSeparatingBars()
        dropLeadingBars()
        placeDamagedLabels()
    }

    /// Outside of the tables only words that begin one count as labels; a second report on the page begins none.
    func accepts(_ match: LabelMatcher.Match, at i: Int) -> Bool {
        let label = match.label.label
        // A second report on the page: the first counts.
        if context == .none, reviewComplete, !tables.requestRows.isEmpty { return false }
        if case .block = label, !tables.requestRows.isEmpty, !tables.blocks.isEmpty { return false }
        guard context == .none else {
            // Words that only resemble a label printed already are those of a row of the office's own.
            if !match.label.isExact, pieces[i].row != current?.row, isPrinted(label) { return false }
            // Another table begins only with words that no narrative has.
            switch (label, context) {
            case (.row, .requestHead), (.row, .requestRows), (.row, .reviewHead), (.request, .proactiveHead),
                (.group, .proactiveHead), (.group, .proactiveRows), (.request, .reviewHead), (.group, .reviewHead),
                (.kind, .reviewHead), (.kind, .proactiveHead):
                return false
            case (.request(let row), .proactiveRows): return row == .received
            default: return true
            }
        }
        switch label {
        case .block, .contents: return tables.requestRows.isEmpty
        case .column: return pieces[i].inLine && tables.requestRows.isEmpty
        case .applicants, .organizations: return true
        case .outcome: return !reviewComplete
        case .kind(let kind): return kind == .naturalPerson
        case .request, .group:
            let next = i + match.length
            return match.label.isExact && next < pieces.count && (pieces[next].isCell || label == .group(.results))
                && tables.requestLabels.allSatisfy { $0.label != label }
        case .review, .lawsuits: return !reviewComplete && match.label.mark == nil
        default: return false
        }
    }

    func isPrinted(_ label: Label) -> Bool {
        switch label {
        case .request, .group: tables.requestLabels.contains { $0.label == label }
        case .row(let row): current?.label.label == label || printedRows.contains(row)
        default: false
        }
    }

    // MARK: Labels

    mutating func takeLabel(_ label: PrintedLabel, at i: Int, length: Int) {
        // A converter repeats the text of a spanned cell in every cell that it covered.
        if let current, current.label.label == label.label, current.row == pieces[i].row, current.cells.isEmpty { return }
        dropBlanks(before: pieces[i])
        finishRow()
        switch label.label {
        case .block(let block):
            context = .proactiveHead
            if let last = tables.blocks.last, last.cited == block, last.heads.isEmpty, last.rows.isEmpty,
                last.origin.row == label.origin.row, last.origin.line == label.origin.line, last.origin.table == label.origin.table
            {
                return
            }
            begin(RawBlock(cited: block, misprint: label.isExact ? nil : words(i, length), origin: label.origin))
        case .contents:
            if context != .proactiveHead || tables.blocks.last.map({ !$0.heads.isEmpty || !$0.rows.isEmpty }) ?? true {
                begin(RawBlock(origin: label.origin))
            }
            context = .proactiveHead
        case .column:
            if context != .proactiveHead {
                begin(RawBlock(origin: label.origin))
                context = .proactiveHead
            }
            takeHead(head(label, i, length))
        case .row:
            context = .proactiveRows
            begin(label, pieces[i], words(i, length))
        case .applicants, .organizations, .kind:
            headsAgain = !tables.requestLabels.isEmpty
            context = .requestHead
            if !headsAgain, tables.requestHeads.count <= RawTables.mostHeads { tables.requestHeads.append(head(label, i, length)) }
        case .request, .group:
            context = .requestRows
            if tables.requestLabels.count < RawTables.most { tables.requestLabels.append(label) }
            begin(label, pieces[i], nil)
        case .review, .lawsuits, .outcome:
            if context != .reviewHead { reviewValues = false }
            context = .reviewHead
            if reviewValues, case .review = label.label {
                // A line led by the name of its group.
                begin(label, pieces[i], nil)
            } else {
                if !reviewValues { tables.reviewCells = [] }
                // More heads than three forms have are no heads of one.
                if tables.reviewHeads.count < 90 {
                    if case .outcome = label.label { outcomes += 1 }
                    tables.reviewHeads.append(head(label, i, length))
                }
            }
        case .other, .total: break
        }
    }

    /// Begins a block of table two. Of more blocks than are kept the last one goes on.
    mutating func begin(_ block: RawBlock) {
        if tables.blocks.count < RawTables.most { tables.blocks.append(block) }
    }

    /// A head of the block that is open.
    mutating func takeHead(_ head: RawHead) {
        guard let last = tables.blocks.indices.last, tables.blocks[last].heads.count <= RawTables.mostHeads else { return }
        tables.blocks[last].heads.append(head)
    }

    mutating func begin(_ label: PrintedLabel, _ piece: Piece, _ words: String?) {
        var label = label
        if let words { label.words = words }
        current = RawRow(label: label, row: piece.row)
        currentIsExtra = false
    }

    func head(_ label: PrintedLabel, _ i: Int, _ length: Int) -> RawHead {
        // Words of heads are compared only where they may differ from the form's.
        let isColumn = if case .column = label.label { true } else { false }
        let printed = label.isExact && !isColumn ? "" : words(i, length)
        return RawHead(
            label: label.label, words: printed, origin: label.origin, isExact: label.isExact, columns: label.columns,
            unit: isColumn ? unit(printed) : nil, row: pieces[i].row, inLine: pieces[i].inLine, afterGap: pieces[i].afterGap)
    }

    func words(_ i: Int, _ length: Int) -> String {
        matcher.printedWords(i..<(i + length))
    }

    /// The unit of money that a heading names: 本年收费金额（单位：万元）, 采购总金额（亿元）.
    func unit(_ heading: String) -> MoneyUnit? {
        guard heading.utf8.count > 9 else { return nil }
        let folded = Folding.fold(heading)[...]
        let amount: Folded = "金额"
        let yuan: Folded = "元"
        guard amount.isContained(in: folded), yuan.isContained(in: folded) else { return nil }
        let tenThousand: Folded = "万元"
        let hundredMillion: Folded = "亿元"
        if hundredMillion.isContained(in: folded) { return .hundredMillionYuan }
        return tenThousand.isContained(in: folded) ? .tenThousandYuan : .yuan
    }

    // MARK: Cells

    mutating func takeCell(_ piece: Piece) {
        guard context != .none else { return }
        taken[Int(piece.row)] = true
        guard let row = current?.row else { return takeUnlabelled(piece) }
        if piece.origin.table > 0, piece.row != row {
            finishRow()
            takeUnlabelled(piece)
            return
        }
        // A row that is whole in its own line ends with it; what stands below is a page number or the like.
        if piece.row != row, current.map({ $0.cells.first?.row == row && isWhole($0) }) ?? false { return }
        current?.append(piece)
    }

    /// Cells without a label of their own: the figures of table four.
    mutating func takeUnlabelled(_ piece: Piece) {
        guard context == .reviewHead, !reviewComplete else { return }
        guard outcomes >= 4, tables.reviewCells.count < RawTables.most else { return }
        if piece.kind == .figure, outcomes == 5, case .review? = tables.reviewHeads.last?.label, let last = tables.reviewHeads.popLast(),
            let label = last.label
        {
            reviewValues = true
            current = RawRow(
                label: PrintedLabel(
                    label: label, words: last.words, mark: nil, origin: last.origin, isExact: last.isExact, columns: last.columns),
                cells: [piece], row: piece.row)
            return
        }
        if piece.inLine || piece.origin.table > 0 {
            // Bars and tabs at the end of a line of heads are no figures.
            if let head = tables.reviewHeads.last, head.origin.line == piece.origin.line, head.origin.row == piece.origin.row,
                head.origin.table == piece.origin.table
            {
                return
            }
            if let first = tables.reviewCells.first, first.row != piece.row {
                if tables.reviewCells.allSatisfy({ $0.kind == .blank }) {
                    tables.reviewCells = []
                } else if piece.origin.table > 0 || tables.reviewCells.count >= 15 {
                    return
                }
            }
        }
        // A row of bars alone is the room that spanned heads left.
        if let last = tables.reviewCells.last, last.row != piece.row, last.inLine {
            let row = tables.reviewCells.reversed().prefix { $0.row == last.row }
            if row.allSatisfy({ $0.kind == .blank }) { tables.reviewCells.removeLast(row.count) }
        }
        if tables.reviewCells.isEmpty { tables.reviewOrigin = piece.origin }
        tables.reviewCells.append(piece)
    }

    /// Empty cells between an empty line and a label, or before a label in its own line, belong to that label.
    mutating func dropBlanks(before label: Piece) {
        if let row = current {
            let blanks = row.cells[(row.lastFigure.map { $0 + 1 } ?? 0)...]
            let own = blanks.lastIndex { $0.row != label.row }.map { $0 + 1 } ?? blanks.startIndex
            current?.dropBlanks(from: blanks[..<own].firstIndex(where: \.afterGap) ?? own)
        }
        if context == .reviewHead, tables.reviewCells.allSatisfy({ $0.kind == .blank }) { tables.reviewCells = [] }
    }

    /// Whether no row of the table can come after the current one.
    var isLastRow: Bool {
        switch current?.label.label {
        case .request(.carriedOver): true
        case .row(.procurement), .row(.fees): true
        default: false
        }
    }

    /// Whether a row has as many cells as its table has columns.
    func isWhole(_ row: RawRow) -> Bool {
        let expected: Int
        switch context {
        case .proactiveHead, .proactiveRows:
            let heads = tables.blocks.last?.heads.count { $0.label != nil } ?? 0
            expected = heads > 0 ? heads : 3
        case .reviewHead: expected = 5
        default: expected = 7
        }
        let last = row.lastFigure ?? -1
        let first = row.firstFigure ?? 0
        return last - first + 1 >= expected || row.cells.count >= expected && last >= 0
    }

    // MARK: Ends

    mutating func finishRow() {
        guard let row = current else { return }
        current = nil
        if currentIsExtra {
            if row.hasFigures, tables.extraRows.count < RawTables.most {
                tables.extraRows.append((context == .requestRows ? .requests : .proactive, row, extraPlace))
            }
            return
        }
        switch row.label.label {
        case .row(let name):
            if tables.blocks.isEmpty { begin(RawBlock(origin: row.label.origin)) }
            let last = tables.blocks.count - 1
            guard tables.blocks[last].rows.count < RawTables.most else { return }
            tables.blocks[last].rows.append(row)
            if !printedRows.contains(name) { printedRows.append(name) }
        case .request: if tables.requestRows.count < RawTables.most { tables.requestRows.append(row) }
        case .group: if row.hasFigures, tables.requestRows.count < RawTables.most { tables.requestRows.append(row) }
        case .review: if tables.reviewRows.count < RawTables.most { tables.reviewRows.append(row) }
        default: break
        }
    }

    mutating func leave() {
        finishRow()
        if context == .reviewHead, !tables.reviewCells.isEmpty || !tables.reviewRows.isEmpty { reviewComplete = true }
        if context == .reviewHead, !reviewComplete, tables.reviewHeads.count < 4 {
            tables.reviewHeads = []
            outcomes = 0
        }
        context = .none
    }

    /// Where every row is led by a line with a lone bar, that bar is no cell of the row before.
    mutating func dropLeadingBars() {
        var led = 0
        var rows = 0
        func count(_ row: RawRow) {
            rows += 1
            if row.cells.last?.loneBar ?? false { led += 1 }
        }
        tables.blocks.forEach { $0.rows.forEach(count) }
        tables.requestRows.forEach(count)
        guard led >= 3, led * 10 >= rows * 7 else { return }
        func drop(_ row: inout RawRow) {
            if row.cells.last?.loneBar ?? false { row.dropBlanks(from: row.cells.count - 1) }
        }
        for b in tables.blocks.indices {
            for r in tables.blocks[b].rows.indices { drop(&tables.blocks[b].rows[r]) }
        }
        for r in tables.requestRows.indices { drop(&tables.requestRows[r]) }
        if tables.reviewCells.first?.loneBar ?? false { tables.reviewCells.removeFirst() }
    }
}
