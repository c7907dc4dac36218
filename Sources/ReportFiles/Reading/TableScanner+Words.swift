import AnnualReport

/// Words that no form has: heads and rows of the office's own, words in a cell's place, and the text after a table.
extension TableScanner {
    /// Words that are no label.
    mutating func takeWords(_ piece: Piece, at i: Int) {
        guard context != .none else { return }
        let slice = UnsafeBufferPointer(rebasing: utf8[piece.range.indices])
        let mark = matcher.mark(of: i)
        let next = i + 1 < pieces.count ? pieces[i + 1] : nil
        let isRow = hasFigure(after: i)
        if piece.startsRow, !isRow, case .section? = mark, SectionTopic(heading: row(from: i)) != nil {
            leave()
            return
        }
        let characters = slice.count { $0 & 0xC0 != 0x80 }
        let leadsCells = isRow || (next.map { $0.isCell && !$0.inLine && $0.origin.table == 0 } ?? false)
        switch context {
        case .none: break
        case .proactiveHead:
            guard characters <= 40 else { return leave() }
            taken[Int(piece.row)] = true
            if leadsCells, next?.kind == .figure {
                takeExtraRow(piece, i)
            } else if !tables.blocks.isEmpty, characters <= 20 {
                takeHead(unknownHead(piece, i))
            }
        case .requestHead:
            guard characters <= 60 else { return leave() }
            taken[Int(piece.row)] = true
            if characters <= 12, !headsAgain, !isNote(i), tables.requestHeads.count <= RawTables.mostHeads {
                tables.requestHeads.append(unknownHead(piece, i))
            }
        case .reviewHead:
            if current != nil || !tables.reviewCells.isEmpty, characters <= 4, mark == nil, piece.inLine || !piece.startsRow {
                takeCell(piece)
            } else if characters > 40 || !tables.reviewCells.isEmpty || current != nil {
                leave()
            } else {
                taken[Int(piece.row)] = true
            }
        case .proactiveRows, .requestRows:
            takeWordsAmongRows(piece, at: i, characters: characters, leadsCells: leadsCells)
        }
    }

    /// Among rows, words are a cell's (无), the label of a row that the form does not have, or the end of the table.
    private mutating func takeWordsAmongRows(_ piece: Piece, at i: Int, characters: Int, leadsCells: Bool) {
        if characters > 60 { return leave() }
        let inRow = current.map { $0.row == piece.row } ?? false
        let isValue =
            current.map { row in
                (inRow || !piece.inLine && piece.origin.table == 0) && characters <= 8 && !isWhole(row)
            } ?? false
        if isValue {
            taken[Int(piece.row)] = true
            current?.append(piece)
        } else if leadsCells {
            taken[Int(piece.row)] = true
            takeExtraRow(piece, i)
        } else if piece.startsRow, current.map(isWhole) ?? true, piece.origin.table == 0, isLastRow {
            leave()
        } else if inRow {
            taken[Int(piece.row)] = true
        } else if piece.startsRow, piece.origin.table == 0, characters > 20 {
            leave()
        } else {
            taken[Int(piece.row)] = true
        }
    }

    private mutating func takeExtraRow(_ piece: Piece, _ i: Int) {
        dropBlanks(before: piece)
        finishRow()
        let mark = matcher.mark(of: i)
        current = RawRow(
            label: PrintedLabel(label: .other, words: words(i, 1), mark: mark, origin: piece.origin, isExact: false),
            row: piece.row)
        currentIsExtra = true
        extraPlace = tables.requestLabels.count
        if context == .proactiveHead { context = .proactiveRows }
    }

    /// Whether a figure stands behind a piece in its row of the source. Each row is looked through once, however many words
    /// stand in it.
    private mutating func hasFigure(after i: Int) -> Bool {
        let row = pieces[i].row
        if lastFigure?.row != row {
            var (end, last) = (i, -1)
            while end < pieces.count, pieces[end].row == row {
                if pieces[end].kind == .figure { last = end }
                end += 1
            }
            lastFigure = (row, last)
        }
        return lastFigure.map { $0.index > i } ?? false
    }

    /// All words of the row that begins at a piece.
    private func row(from i: Int) -> String {
        var text = ""
        for piece in pieces[i...].prefix(while: { $0.row == pieces[i].row }).prefix(12) where piece.range.count <= 120 {
            text += String(decoding: utf8[piece.range.indices], as: UTF8.self)
        }
        return text
    }

    private func unknownHead(_ piece: Piece, _ i: Int) -> RawHead {
        RawHead(
            label: nil, words: words(i, 1), origin: piece.origin, isExact: false, columns: piece.columns,
            unit: unit(words(i, 1)), row: piece.row, inLine: piece.inLine, afterGap: piece.afterGap)
    }

    /// Notes beside the heads of table three, which are no columns.
    private func isNote(_ i: Int) -> Bool {
        let text = words(i, 1)
        return ["单位", "勾稽", "第一项", "数据", "申请人", "（", "("].contains { text.contains($0) }
    }
}
