import AnnualReport

/// Makes table four of its heads and its one line of fifteen figures, or of three lines led by their group.
struct ReviewAssembly {
    var maker: RowMaker
    private(set) var table: ReviewTable?

    private typealias Column = (group: ReviewGroup, outcome: ReviewOutcome, head: RawHead?)

    init(_ raw: RawTables, maker: RowMaker) {
        self.maker = maker
        let outcomes = ReviewAssembly.outcomes(raw.reviewHeads)
        guard outcomes.count >= 3 else { return }
        noteTerms(raw.reviewHeads)
        if !raw.reviewRows.isEmpty {
            table = ReviewTable(rows: byGroup(raw, outcomes))
            return
        }
        var columns = columns(raw.reviewHeads, outcomes)
        if columns.isEmpty, let cells = bySums(raw.reviewCells) {
            var placed = raw
            placed.reviewCells = cells
            columns = ReviewGroup.allCases.flatMap { group in ReviewOutcome.allCases.map { (group, $0, nil) } }
            if let first = outcomes.first {
                let printed = outcomes.compactMap { head -> String? in
                    if case .outcome(let outcome)? = head.label { outcome.title } else { nil }
                }
                self.maker.remarks.append(.order(.reviews, rows: false, printed: printed, origin: first.origin))
            }
            table = ReviewTable(rows: rows(placed, columns))
            return
        }
        noteOrder(columns, outcomes)
        table = ReviewTable(rows: rows(raw, columns))
    }

    /// The fifteen figures below heads that do not tell their columns, where the figures themselves do: in the form's order
    /// all three groups add up, and at least two of them are not all zero. Nil where they leave a doubt.
    private func bySums(_ cells: [Piece]) -> [Piece]? {
        guard let first = cells.firstIndex(where: { $0.kind != .blank }), let last = cells.lastIndex(where: { $0.kind != .blank }),
            last - first + 1 == 15
        else { return nil }
        let figures = cells[first...last].map { piece -> Int? in
            switch Figure.read(UnsafeBufferPointer(rebasing: maker.utf8[piece.range.indices])) {
            case .count(let count): count
            case .notApplicable: 0
            default: nil
            }
        }
        var counted = 0
        for group in 0..<3 {
            let values = figures[(group * 5)..<(group * 5 + 5)].compactMap { $0 }
            guard values.count == 5, values.allSatisfy({ $0 >= 0 }), Narrative.total(Array(values.dropLast())) == values[4] else {
                return nil
            }
            if values[4] > 0 { counted += 1 }
        }
        return counted >= 2 ? Array(cells[first...last]) : nil
    }

    /// The heads of outcomes. Of two below each other, as converters repeat a spanned one, the lower counts.
    private static func outcomes(_ heads: [RawHead]) -> [RawHead] {
        var outcomes: [RawHead] = []
        for head in heads {
            guard case .outcome = head.label else { continue }
            if !head.columns.isEmpty { outcomes.removeAll { $0.columns == head.columns } }
            outcomes.append(head)
        }
        // On a line of text no columns tell what is repeated: where the last line has all fifteen, those above are.
        if outcomes.count > 15, let last = outcomes.last, last.inLine, last.columns.isEmpty {
            let own = outcomes.filter { $0.row == last.row }
            if own.count == 15 { return own }
        }
        return outcomes.allSatisfy { !$0.columns.isEmpty }
            ? outcomes.sorted { $0.columns.lowerBound < $1.columns.lowerBound } : outcomes
    }

    /// Each outcome's group: in a grid the one whose head spans it, in text by order, five to a group.
    private func columns(_ heads: [RawHead], _ outcomes: [RawHead]) -> [Column] {
        let groups: [(ReviewGroup, Range<Int32>)] = heads.compactMap { head in
            if case .review(let group) = head.label, !head.columns.isEmpty { (group, head.columns) } else { nil }
        }
        var columns: [Column] = []
        if groups.count >= 2, outcomes.allSatisfy({ !$0.columns.isEmpty }) {
            for head in outcomes {
                guard case .outcome(let outcome) = head.label,
                    let group = groups.first(where: { $0.1.contains(head.columns.lowerBound) })
                else { continue }
                columns.append((group.0, outcome, head))
            }
            if columns.count == outcomes.count { return columns }
            columns = []
        }
        let printed = printedGroups(heads)
        let names = outcomes.compactMap { head -> ReviewOutcome? in
            if case .outcome(let outcome) = head.label { outcome } else { nil }
        }
        if names.count == printed.count * 5 {
            for (i, name) in names.enumerated() { columns.append((printed[i / 5], name, outcomes[i])) }
            // Heads that do not name each outcome of a group once are shuffled: which figure is whose they do not tell.
            let isWhole = printed.indices.allSatisfy { group in Set(names[(group * 5)..<(group * 5 + 5)]).count == 5 }
            return isWhole ? columns : []
        }
        // Heads are lost: the form's order holds as long as those that are there keep it.
        let form = ReviewGroup.allCases.flatMap { _ in ReviewOutcome.allCases }
        var rest = form[...]
        for name in names {
            guard let place = rest.firstIndex(of: name) else { return [] }
            rest = rest[(place + 1)...]
        }
        return ReviewGroup.allCases.flatMap { group in ReviewOutcome.allCases.map { (group, $0, nil) } }
    }

    /// The groups that are printed, in their order; all three where too few heads are read.
    private func printedGroups(_ heads: [RawHead]) -> [ReviewGroup] {
        var groups: [ReviewGroup] = []
        for head in heads {
            if case .review(let group) = head.label, !groups.contains(group) { groups.append(group) }
        }
        let outcomes = ReviewAssembly.outcomes(heads).count
        return groups.count * 5 == outcomes ? groups : ReviewGroup.allCases
    }

    private mutating func rows(_ raw: RawTables, _ columns: [Column]) -> [Row] {
        let places = columns.compactMap(\.head?.columns).filter { !$0.isEmpty }
        let placement =
            columns.isEmpty
            ? ColumnLayout.unplaced
            : maker.place(
                raw.reviewCells, columns.count, places.count == columns.count ? places : [], ColumnLayout.Padding())
        let origin = raw.reviewCells.first { $0.kind != .blank }?.origin ?? raw.reviewHeads.last?.origin ?? .unknown
        return ReviewGroup.allCases.map { group in
            let name = RowName.reviews(group)
            guard columns.isEmpty || columns.contains(where: { $0.group == group }) else {
                return Row(name, columns: ReviewTable.columns)
            }
            switch placement {
            case .empty:
                return Row(
                    name, columns: ReviewTable.columns,
                    entries: ReviewTable.columns.map { _ in Entry(.blank, origin) }, origin: origin)
            case .unplaced:
                guard raw.reviewCells.contains(where: { $0.kind != .blank }) else {
                    return Row(
                        name, columns: ReviewTable.columns,
                        entries: ReviewTable.columns.map { _ in Entry(.blank, origin) }, origin: origin)
                }
                return Row(
                    name, columns: ReviewTable.columns,
                    state: .unplaced(found: ColumnLayout.found(raw.reviewCells, in: maker.utf8)), origin: origin)
            case .placed(let pieces):
                var row = Row(name, columns: ReviewTable.columns, state: .placed, origin: origin)
                for (i, column) in columns.enumerated() where column.group == group {
                    guard let place = ReviewOutcome.allCases.firstIndex(of: column.outcome) else { continue }
                    row.entries[place] = maker.entry(
                        CellName(name, .outcome(column.outcome)), pieces[i], nil, origin)
                }
                return row
            }
        }
    }

    private mutating func byGroup(_ raw: RawTables, _ outcomes: [RawHead]) -> [Row] {
        let order: [ColumnName] = outcomes.prefix(5).compactMap { head in
            if case .outcome(let outcome) = head.label { .outcome(outcome) } else { nil }
        }
        let printed = PrintedColumns(zip(order, outcomes).map { ($0, $1.columns, nil) }, order: ReviewTable.columns)
        let padding = ColumnLayout.Padding(rows: raw.reviewRows, columns: order.count)
        return ReviewGroup.allCases.map { group in
            guard let row = raw.reviewRows.first(where: { $0.label.label == .review(group) }) else {
                return Row(.reviews(group), columns: ReviewTable.columns)
            }
            return maker.row(.reviews(group), row, printed, padding: padding)
        }
    }

    private mutating func noteTerms(_ heads: [RawHead]) {
        for head in heads where !head.isExact {
            guard let (word, short) = head.label?.word(nil), !FormWords.accepts(head.words, word: word, short: short)
            else { continue }
            maker.remarks.append(.label(printed: head.words, word: word, origin: head.origin))
        }
    }

    /// The fifteen columns in the form's order.
    private static let form = ReviewGroup.allCases.flatMap { group in ReviewOutcome.allCases.map { (group, $0) } }

    private mutating func noteOrder(_ columns: [Column], _ outcomes: [RawHead]) {
        let places = columns.compactMap { column in ReviewAssembly.form.firstIndex { $0 == (column.group, column.outcome) } }
        if zip(places, places.dropFirst()).contains(where: { $0 > $1 }), let first = outcomes.first {
            maker.remarks.append(
                .order(
                    .reviews, rows: false, printed: columns.map { $0.group.words + $0.outcome.title }, origin: first.origin))
        }
    }
}
