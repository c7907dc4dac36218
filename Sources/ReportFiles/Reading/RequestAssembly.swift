import AnnualReport

/// Makes table three of its printed rows.
struct RequestAssembly {
    var maker: RowMaker
    private(set) var table: RequestTable?

    init(_ raw: RawTables, template: ReportForm?, year: Int?, maker: RowMaker) {
        self.maker = maker
        let printed = raw.requestLabels.compactMap { label -> RequestRow? in
            if case .request(let row) = label.label { row } else { nil }
        }
        guard printed.count >= 2 || raw.requestRows.contains(where: \.hasFigures) else { return }
        let form = form(raw, printed, template, year)
        let printedColumns = PrintedColumns(columns(raw.requestHeads), order: RequestTable.columns)
        let padding = ColumnLayout.Padding(rows: raw.requestRows, columns: printedColumns.columns.count)
        var rows = RequestRow.Values<Row?>(repeating: nil)
        var bare = RequestRow.Values(repeating: false)
        var groups: [RawRow] = []
        for row in raw.requestRows {
            guard case .request(let name) = row.label.label else {
                groups.append(row)
                continue
            }
            if name == .other, form == .form2021 {
                if row.hasFigures { groups.append(row) }
                continue
            }
            guard rows[name] == nil || bare[name] else {
                if row.hasFigures {
                    self.maker.remarks.append(
                        .repeatedRow(.requests(name), found: ColumnLayout.found(row.cells, in: maker.utf8), origin: row.label.origin))
                }
                continue
            }
            // A label printed twice counts where its cells are.
            bare[name] = row.cells.isEmpty
            rows[name] = self.maker.row(.requests(name), row, printedColumns, padding: padding)
        }
        for group in groups { take(group, &rows) }
        noteSharedFigures(raw.requestRows, &rows)
        noteTerms(raw.requestLabels)
        noteOrder(raw.requestLabels)
        noteNumbering(raw.requestLabels)
        for name in RequestRow.rows(form) where rows[name] == nil { rows[name] = Row(.requests(name), columns: RequestTable.columns) }
        table = RequestTable(form: form, rows: rows.all.compactMap(\.self))
    }

    /// Of the 2021 form when one of 三（六）1 to 3 is printed, of the 2019 form when 三（六） bears figures and none of
    /// them is, else as table two, else as the year.
    private func form(_ raw: RawTables, _ printed: [RequestRow], _ template: ReportForm?, _ year: Int?) -> ReportForm {
        if printed.contains(where: { $0.group == .other }) { return .form2021 }
        let bears = raw.requestRows.contains { $0.label.label == .request(.other) && $0.hasFigures }
        if bears { return .form2019 }
        return template ?? year.map(ReportForm.init(year:)) ?? .form2019
    }

    /// A group's label that bears figures: without its first item the two share one line, else it is a subtotal.
    private mutating func take(_ raw: RawRow, _ rows: inout RequestRow.Values<Row?>) {
        let group: RequestGroup
        switch raw.label.label {
        case .group(let named): group = named
        case .request(.other): group = .other
        default: return
        }
        let found = ColumnLayout.found(raw.cells, in: maker.utf8)
        if let first = group.rows.first, rows[first] == nil {
            var row = Row(.requests(first), columns: RequestTable.columns, state: .merged(found: found), origin: raw.label.origin)
            row.origin = raw.label.origin
            rows[first] = row
            maker.remarks.append(
                .mergedRows([.requests(first)], label: group.title, found: found, origin: raw.label.origin))
        } else {
            maker.remarks.append(
                .extraRow(label: group.title, table: .requests, subtotal: true, found: found, origin: raw.label.origin))
        }
    }

    /// In a grid one line of figures may span two rows of labels: neither row can be told.
    private mutating func noteSharedFigures(_ raw: [RawRow], _ rows: inout RequestRow.Values<Row?>) {
        for (upper, lower) in zip(raw, raw.dropFirst()) {
            guard let cell = upper.cells.first(where: { $0.kind == .figure && $0.rowSpan > 1 }), !lower.hasFigures,
                cell.origin.table > 0, lower.label.origin.row < cell.origin.row + cell.rowSpan,
                case .request(let first) = upper.label.label, case .request(let second) = lower.label.label,
                first != second
            else { continue }
            let found = ColumnLayout.found(upper.cells, in: maker.utf8)
            for (name, row) in [(first, upper), (second, lower)] {
                rows[name] = Row(
                    .requests(name), columns: RequestTable.columns, state: .merged(found: found), origin: row.label.origin)
            }
            maker.remarks.append(
                .mergedRows([.requests(first), .requests(second)], label: first.title, found: found, origin: upper.label.origin))
        }
    }

    private typealias Column = (column: ColumnName?, place: Range<Int32>, unit: MoneyUnit?)

    /// The columns in the order of their heads: the five kinds below 法人或其他组织 take its place. Heads that are lost
    /// leave the form's order, as long as those that are there keep it.
    private mutating func columns(_ printed: [RawHead]) -> [Column] {
        guard printed.count <= RawTables.mostHeads else { return [] }
        let raw = RequestAssembly.joined(printed)
        var kinds: [(kind: ApplicantKind?, head: RawHead)] = []
        var total: RawHead?
        var sawPersons = false
        for head in raw {
            switch head.label {
            case .applicants, .organizations: break
            case .kind(.total): total = total ?? head
            case .kind(let kind):
                if kind == .naturalPerson { sawPersons = true }
                if !kinds.contains(where: { $0.kind == kind }) {
                    kinds.append((kind, head))
                } else if !head.isExact {
                    kinds.append((nil, head))
                }
            default:
                // 企业, 机构 are the rest of broken heads.
                let rest = ApplicantKind.allCases.contains { $0.title.contains(head.words) } || "法人或其他组织".contains(head.words)
                if !rest, sawPersons { kinds.append((nil, head)) }
            }
        }
        if let total {
            switch placeOfTotal(raw) {
            // Which figure is the total cannot be told: no row is placed.
            case nil where total.columns.isEmpty: return []
            case nil: kinds.append((.total, total))
            case .first: kinds.insert((.total, total), at: 0)
            case .second: kinds.insert((.total, total), at: min(1, kinds.count))
            case .last: kinds.append((.total, total))
            }
        }
        if kinds.allSatisfy({ !$0.head.columns.isEmpty }) {
            kinds.sort { $0.head.columns.lowerBound < $1.head.columns.lowerBound }
        }
        let known = kinds.compactMap(\.kind)
        let form = ApplicantKind.allCases
        for (kind, head) in kinds where !head.isExact {
            guard let kind, !FormWords.accepts(head.words, word: kind.title), !isWhole(kind, raw) else { continue }
            maker.remarks.append(.label(printed: head.words, word: kind.title, origin: head.origin))
        }
        if known.count < form.count, known == form.filter(known.contains) {
            // In a grid each head keeps its own column, and a column that is not there has no cells.
            if !known.isEmpty, kinds.allSatisfy({ !$0.head.columns.isEmpty && $0.kind != nil }) {
                return kinds.map { ($0.kind.map { .applicant($0) }, $0.head.columns, nil) }
            }
            // Some heads are lost or unread; what is there stands in the form's order.
            return form.map { kind in (.applicant(kind), kinds.first { $0.kind == kind }?.head.columns ?? 0..<0, nil) }
        }
        if known != form.filter(known.contains) {
            maker.remarks.append(
                .order(.requests, rows: false, printed: known.map(\.title), origin: kinds[0].head.origin))
        }
        for (kind, head) in kinds where kind == nil {
            maker.remarks.append(.extraColumn(label: head.words, table: .requests, origin: head.origin))
        }
        return kinds.map { ($0.kind.map { .applicant($0) }, $0.head.columns, nil) }
    }

    /// Where the total stands among the six kinds; nil in doubt. A total printed in the row of 申请人情况, which spans
    /// all kinds, stands behind them; one in the row of 自然人 stands where it is named, but 法人或其他组织 before it takes
    /// the place of five.
    private func placeOfTotal(_ raw: [RawHead]) -> TotalPlace? {
        func place(_ label: Label) -> Int? { raw.firstIndex { $0.label == label } }
        guard let total = place(.kind(.total)) else { return .last }
        let person = place(.kind(.naturalPerson)) ?? raw.count
        if let group = place(.organizations), group < total { return .last }
        if person < total {
            // The heads of the second storey come after the total in reading order; it stands before them only in one row.
            let next = raw[(total + 1)...].first { if case .kind? = $0.label { true } else { false } }
            return raw[total].inLine && next?.row == raw[total].row ? .second : .last
        }
        guard let group = place(.applicants), group < total, person < raw.count else { return .first }
        let head = raw[total]
        if head.inLine { return head.row == raw[group].row ? .last : head.row == raw[person].row ? .first : nil }
        // A cell a line: an empty line parts rows.
        let before = raw[(group + 1)...total].contains(where: \.afterGap)
        let after = raw[(total + 1)...person].contains(where: \.afterGap)
        return before == after ? nil : before ? .first : .last
    }

    /// In a grid, pieces of one head stand below each other: 社会公 and 益组织 in one column are 社会公益组织.
    private static func joined(_ heads: [RawHead]) -> [RawHead] {
        var joined: [RawHead] = []
        for head in heads {
            guard !head.columns.isEmpty, !head.isExact, let upper = joined.lastIndex(where: { $0.columns == head.columns && !$0.isExact }),
                let kind = ApplicantKind.allCases.first(where: { $0.title == joined[upper].words + head.words })
            else {
                joined.append(head)
                continue
            }
            joined[upper].label = .kind(kind)
            joined[upper].words = kind.title
            joined[upper].isExact = true
        }
        return joined
    }

    private enum TotalPlace { case first, second, last }

    /// True where the pieces of a broken head make up its words (商业 … 企业).
    private func isWhole(_ kind: ApplicantKind, _ raw: [RawHead]) -> Bool {
        let pieces = raw.filter { !$0.words.isEmpty && $0.words != kind.title && kind.title.contains($0.words) }.map(\.words)
        return pieces.contains { first in pieces.contains { first + $0 == kind.title } }
    }

    private mutating func noteTerms(_ labels: [PrintedLabel]) {
        for label in labels where !label.isExact {
            guard let (word, short) = label.label.word(nil), !FormWords.accepts(label.words, word: word, short: short)
            else { continue }
            maker.remarks.append(.label(printed: label.words, word: word, origin: label.origin))
        }
    }

    private mutating func noteOrder(_ labels: [PrintedLabel]) {
        var seen = RequestRow.Values(repeating: false)
        var printed: [RequestRow] = []
        var origin: Origin?
        for label in labels {
            guard case .request(let row) = label.label, !seen[row] else { continue }
            seen[row] = true
            printed.append(row)
            origin = origin ?? label.origin
        }
        guard let origin, zip(printed, printed.dropFirst()).contains(where: { $0.rawValue > $1.rawValue }) else { return }
        maker.remarks.append(.order(.requests, rows: true, printed: printed.map(\.title), origin: origin))
    }

    /// Row labels number on within their level. A row that bears the form's own mark is right wherever it stands: that a
    /// row before it is missing or stands elsewhere is told by other rules.
    private mutating func noteNumbering(_ labels: [PrintedLabel]) {
        var sections = NumberLevel()
        var brackets = NumberLevel()
        // Each group's own rows; what stands outside of groups numbers with the results.
        var inner: [(group: RequestGroup, level: NumberLevel)] = []
        var seenRows = RequestRow.Values(repeating: false)
        var seenGroups: [RequestGroup] = []
        for label in labels {
            let own: ItemMark
            var group = RequestGroup.results
            switch label.label {
            case .request(let row):
                guard !seenRows[row] else { continue }
                seenRows[row] = true
                (own, group) = (row.mark, row.group ?? .results)
            case .group(let named):
                guard !seenGroups.contains(named) else { continue }
                seenGroups.append(named)
                own = named.mark
            default: continue
            }
            let remark =
                switch own {
                case .section: sections.next(label, own)
                case .bracketed: brackets.next(label, own)
                case .digit: next(label, own, in: group, &inner)
                }
            if let remark { maker.remarks.append(remark) }
        }
    }
}

extension RequestAssembly {
    private func next(
        _ label: PrintedLabel, _ own: ItemMark, in group: RequestGroup, _ levels: inout [(group: RequestGroup, level: NumberLevel)]
    ) -> Remark? {
        if !levels.contains(where: { $0.group == group }) { levels.append((group, NumberLevel())) }
        return levels.firstIndex { $0.group == group }.flatMap { levels[$0].level.next(label, own) }
    }
}

/// Follows the numbers of one level of row labels.
private struct NumberLevel {
    private var last = 0

    /// A remark where the label's mark is neither the form's own nor the next number.
    mutating func next(_ label: PrintedLabel, _ own: ItemMark) -> Remark? {
        guard let mark = label.mark else {
            last += 1
            return nil
        }
        defer { last = mark.number }
        if mark.number == own.number || mark.number == last + 1 { return nil }
        let shown: ItemMark =
            switch own {
            case .section: .section(mark.number)
            case .bracketed: .bracketed(mark.number)
            case .digit: .digit(mark.number)
            }
        return .numbering(scope: "表三的行", mark: shown, expected: last + 1, origin: label.origin)
    }
}
