import AnnualReport

/// Labels that the way into the file damaged: broken around their figures, or short of characters.
extension TableScanner {
    /// The most pieces that each half of a broken label may be broken into.
    private static let mostPieces = 3
    private static let mostCells = 24

    /// Takes a label whose first half stands before the row's figures and whose second half stands behind them, in a row of
    /// its own. Only words that together are the form's to the letter are one label.
    ///
    /// - Returns: the piece behind it; nil where no such label begins here.
    mutating func takeBrokenLabel(at i: Int) -> Int? {
        guard context != .none, context != .reviewHead, pieces[i].origin.table == 0, pieces[i].startsRow else { return nil }
        var j = i + 1
        while j < pieces.count, j - i < Self.mostPieces, isHalf(j) { j += 1 }
        let first = i..<j
        let cellsStart = j
        while j < pieces.count, j - cellsStart < Self.mostCells, pieces[j].isCell { j += 1 }
        let cells = pieces[cellsStart..<j]
        guard cells.contains(where: { $0.kind == .figure }), j < pieces.count, pieces[j].startsRow else { return nil }
        var halves = Array(first)
        var end = j
        while end < pieces.count, end - j < Self.mostPieces, isHalf(end), !hasFigureBeside(end) {
            halves.append(end)
            end += 1
            guard let label = matcher.exact(of: halves, in: context), accepts(LabelMatcher.Match(label: label, length: first.count), at: i)
            else { continue }
            return take(label, halves, cells) ? end : nil
        }
        return nil
    }

    private mutating func take(_ label: PrintedLabel, _ halves: [Int], _ cells: ArraySlice<Piece>) -> Bool {
        dropBlanks(before: pieces[halves[0]])
        switch label.label {
        case .request:
            finishRow()
            context = .requestRows
            if tables.requestLabels.count < RawTables.most { tables.requestLabels.append(label) }
            begin(label, pieces[halves[0]], nil)
        case .row:
            finishRow()
            context = .proactiveRows
            begin(label, pieces[halves[0]], matcher.printedWords(halves))
        default: return false
        }
        for half in halves { taken[Int(pieces[half].row)] = true }
        for cell in cells { takeCell(cell) }
        return true
    }

    /// Words that may be a half of a label: no mark of their own.
    private mutating func isHalf(_ i: Int) -> Bool {
        pieces[i].kind == .words && pieces[i].origin.table == 0 && pieces[i].range.count <= 120 && matcher.mark(of: i) == nil
    }

    /// Whether figures stand in the row of a piece, which is then a label of its own.
    private func hasFigureBeside(_ i: Int) -> Bool {
        i + 1 < pieces.count && pieces[i + 1].row == pieces[i].row && pieces[i + 1].isCell
    }

    // MARK: Lost characters

    /// Rows of table three whose label lost or changed characters, and which can be no other row: their number is printed,
    /// the form's neighbours stand right before and after them, and at least half of the form's words are left, in order.
    mutating func placeDamagedLabels() {
        var inserted = 0
        var rest: [(table: TableName, row: RawRow, labelsBefore: Int)] = []
        for extra in tables.extraRows {
            let place = extra.labelsBefore + inserted
            guard extra.table == .requests, let row = damagedRow(extra.row, at: place) else {
                rest.append(extra)
                continue
            }
            var label = extra.row.label
            label.label = .request(row)
            tables.requestLabels.insert(label, at: place)
            inserted += 1
            let index = tables.requestRows.firstIndex { $0.row > extra.row.row } ?? tables.requestRows.count
            tables.requestRows.insert(RawRow(label: label, cells: extra.row.cells, row: extra.row.row), at: index)
        }
        tables.extraRows = rest
    }

    private func damagedRow(_ row: RawRow, at place: Int) -> RequestRow? {
        guard let mark = row.label.mark, place > 0, place <= tables.requestLabels.count else { return nil }
        let before = tables.requestLabels[place - 1].label
        let after = place < tables.requestLabels.count ? tables.requestLabels[place].label : nil
        let printed = Folding.fold(row.label.words)
        for form in ReportForm.allCases {
            let labels = RequestRow.labels(form)
            for i in labels.indices.dropFirst().dropLast() {
                guard case .request(let candidate) = labels[i], labels[i - 1] == before, labels[i + 1] == after, candidate.mark == mark,
                    !isPrinted(labels[i]), Self.isRest(printed, of: Folding.fold(candidate.words))
                else { continue }
                return candidate
            }
        }
        return nil
    }

    /// True where at least half of the form's characters, and half of those printed, stand in both in the same order.
    private static func isRest(_ printed: [UInt16], of word: [UInt16]) -> Bool {
        guard !printed.isEmpty, printed.count <= 2 * word.count + 4 else { return false }
        // The longest common subsequence, row by row.
        var lengths = [Int](repeating: 0, count: word.count + 1)
        for c in printed {
            var diagonal = 0
            for j in word.indices {
                let above = lengths[j + 1]
                lengths[j + 1] = c == word[j] ? diagonal + 1 : max(above, lengths[j])
                diagonal = above
            }
        }
        return lengths[word.count] * 2 >= word.count && lengths[word.count] * 2 >= printed.count
    }
}

extension RequestRow {
    /// All labels of table three in a form's order, those of groups among them.
    static func labels(_ form: ReportForm) -> [Label] {
        var labels: [Label] = []
        var group: RequestGroup?
        for row in rows(form) {
            if let own = row.group, own != group, own != .results || group == nil {
                labels.append(own == .other ? .request(.other) : .group(own))
            }
            group = row.group ?? group
            labels.append(.request(row))
        }
        return labels
    }
}
