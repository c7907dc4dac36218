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
    /// True where heads of table three are printed again at the top of a page.
    var headsAgain = false
    var reviewValues = false
    var outcomes = 0
    var reviewComplete = false

    init(_ pieces: [Piece], _ utf8: UnsafeBufferPointer<UInt8>, rows: Int) {
        self.pieces = pieces
        self.utf8 = utf8
        matcher = LabelMatcher(utf8)
        taken = Array(repeating: false, count: rows)
    }

    mutating func scan() {
        var i = 0
        while i < pieces.count {
            let piece = pieces[i]
            switch piece.kind {
            case .prose: leave()
            case .blank, .figure: takeCell(piece)
            case .words:
                if let match = matcher.match(pieces, at: i, in: context), accepts(match, at: i) {
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
        dropLeadingBars()
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
        case .row: current?.label.label == label || tables.blocks.contains { $0.rows.contains { $0.label.label == label } }
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
            tables.blocks.append(
                RawBlock(cited: block, misprint: label.isExact ? nil : words(i, length), origin: label.origin))
        case .contents:
            if context != .proactiveHead || tables.blocks.last.map({ !$0.heads.isEmpty || !$0.rows.isEmpty }) ?? true {
                tables.blocks.append(RawBlock(origin: label.origin))
            }
            context = .proactiveHead
        case .column:
            if context != .proactiveHead {
                tables.blocks.append(RawBlock(origin: label.origin))
                context = .proactiveHead
            }
            tables.blocks[tables.blocks.count - 1].heads.append(head(label, i, length))
        case .row:
            context = .proactiveRows
            begin(label, pieces[i], words(i, length))
        case .applicants, .organizations, .kind:
            headsAgain = !tables.requestLabels.isEmpty
            context = .requestHead
            if !headsAgain { tables.requestHeads.append(head(label, i, length)) }
        case .request, .group:
            context = .requestRows
            tables.requestLabels.append(label)
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
        matcher.printedWords(pieces, i, length)
    }

    /// The unit of money that a heading names: 本年收费金额（单位：万元）, 采购总金额（亿元）.
    func unit(_ heading: String) -> MoneyUnit? {
        guard heading.utf8.count > 9 else { return nil }
        let folded = Folding.fold(heading)
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
        if let row = current {
            if piece.origin.table > 0, piece.row != row.row {
                finishRow()
                takeUnlabelled(piece)
                return
            }
            // A row that is whole in its own line ends with it; what stands below is a page number or the like.
            if piece.row != row.row, row.cells.first.map({ $0.row == row.row }) ?? false, isWhole(row) { return }
            current?.cells.append(piece)
            return
        }
        takeUnlabelled(piece)
    }

    /// Cells without a label of their own: the figures of table four.
    mutating func takeUnlabelled(_ piece: Piece) {
        guard context == .reviewHead, !reviewComplete else { return }
        guard outcomes >= 4 else { return }
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
        func trim(_ cells: inout [Piece]) {
            while let last = cells.last, last.kind == .blank, last.row == label.row { cells.removeLast() }
            var start = cells.count
            while start > 0, cells[start - 1].kind == .blank { start -= 1 }
            if let gap = cells[start...].firstIndex(where: \.afterGap) {
                cells.removeSubrange(gap...)
            } else if label.afterGap, label.origin.table == 0 {
                return
            }
        }
        if current != nil { trim(&current!.cells) }
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
        let last = row.cells.lastIndex { $0.kind != .blank } ?? -1
        let first = row.cells.firstIndex { $0.kind != .blank } ?? 0
        return last - first + 1 >= expected || row.cells.count >= expected && last >= 0
    }

    // MARK: Ends

    mutating func finishRow() {
        guard let row = current else { return }
        current = nil
        if currentIsExtra {
            if row.hasFigures { tables.extraRows.append((context == .requestRows ? .requests : .proactive, row)) }
            return
        }
        switch row.label.label {
        case .row:
            if tables.blocks.isEmpty { tables.blocks.append(RawBlock(origin: row.label.origin)) }
            tables.blocks[tables.blocks.count - 1].rows.append(row)
        case .request: tables.requestRows.append(row)
        case .group: if row.hasFigures { tables.requestRows.append(row) }
        case .review: tables.reviewRows.append(row)
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
            if row.cells.last?.loneBar ?? false { row.cells.removeLast() }
        }
        for b in tables.blocks.indices {
            for r in tables.blocks[b].rows.indices { drop(&tables.blocks[b].rows[r]) }
        }
        for r in tables.requestRows.indices { drop(&tables.requestRows[r]) }
        if tables.reviewCells.first?.loneBar ?? false { tables.reviewCells.removeFirst() }
    }
}
