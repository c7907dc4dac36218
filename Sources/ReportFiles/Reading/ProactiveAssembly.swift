import AnnualReport

/// Makes table two of its printed blocks: tells each block's item by its rows and its form by its heads, and places
/// the figures below the heads.
struct ProactiveAssembly {
    var maker: RowMaker
    private(set) var table: ProactiveTable?
    private(set) var template: ReportForm?
    /// Cells of the longest row: blocks with fewer columns may be padded to it.
    private var width = 0
    /// True where a row of such a block ends with more blanks than it has columns for.
    private var isPadded = false

    init(_ raw: RawTables, year: Int?, maker: RowMaker) {
        self.maker = maker
        let printed = gather(raw.blocks)
        guard printed.contains(where: { !$0.raw.rows.isEmpty || !$0.raw.heads.isEmpty }) else { return }
        let own = printed.map { form(of: $0.raw, $0.item) }
        let rows = printed.flatMap { block in block.raw.rows.map { (block.raw.heads.count { $0.label != nil }, $0.cells) } }
        width = rows.map(\.1.count).max() ?? 0
        isPadded = rows.contains { heads, cells in heads > 0 && heads < cells.count && cells.last?.kind == .blank }
        let counts = ReportForm.allCases.map { form in own.count { $0 == form } }
        let yearForm = year.map(ReportForm.init(year:))
        let template = counts[0] == counts[1] ? yearForm ?? .form2019 : counts[0] > counts[1] ? .form2019 : .form2021
        self.template = template
        var blocks: [TableBlock] = []
        for (block, form) in zip(printed, own) {
            blocks.append(assemble(block.raw, block.item, form ?? template))
        }
        noteOrder(printed)
        for item in ProactiveBlock.allCases where !blocks.contains(where: { $0.item == item }) {
            let rows = item.rows(template).map { Row(.proactive($0), columns: item.columns(template).map { .proactive($0) }) }
            if !rows.isEmpty { blocks.append(TableBlock(item, form: template, isPrinted: false, rows: rows)) }
        }
        table = ProactiveTable(blocks: blocks.sorted { $0.item.rawValue < $1.item.rawValue })
    }

    /// One raw block for each item. Rows that stand below another item's heading make a block of their own.
    private func gather(_ raw: [RawBlock]) -> [(item: ProactiveBlock, raw: RawBlock)] {
        var gathered: [(item: ProactiveBlock, raw: RawBlock)] = []
        for block in raw {
            var parts: [ProactiveBlock: RawBlock] = [:]
            var order: [ProactiveBlock] = []
            for row in block.rows {
                guard case .row(let name) = row.label.label else { continue }
                if parts[name.block] == nil {
                    order.append(name.block)
                    var part = block
                    part.rows = []
                    // The heading belongs to the rows right below it.
                    if order.count > 1 {
                        part.cited = nil
                        part.misprint = nil
                        part.heads = part.heads.filter { head in
                            guard case .column(let column, _)? = head.label else { return false }
                            return ReportForm.allCases.contains { name.block.columns($0).contains(column) }
                        }
                    }
                    parts[name.block] = part
                }
                parts[name.block]?.rows.append(row)
            }
            if order.isEmpty, let cited = block.cited, !gathered.contains(where: { $0.item == cited }) {
                order = [cited]
                parts[cited] = block
            }
            for item in order {
                guard let part = parts[item] else { continue }
                if let known = gathered.firstIndex(where: { $0.item == item }) {
                    gathered[known].raw.rows += part.rows
                    if gathered[known].raw.heads.isEmpty { gathered[known].raw.heads = part.heads }
                } else {
                    gathered.append((item, part))
                }
            }
        }
        return gathered
    }

    /// The form whose columns the heads are; nil where they do not tell.
    private func form(of block: RawBlock, _ item: ProactiveBlock) -> ReportForm? {
        if item == .procurement { return .form2019 }
        var (old, new) = (0, 0)
        var columns: [ProactiveColumn] = []
        for head in block.heads {
            guard case .column(let column, let own)? = head.label else { continue }
            columns.append(column)
            guard let own, column != .decisions else { continue }
            if own == .form2019 { old += 1 } else { new += 1 }
        }
        if old + new == 0, !columns.isEmpty, columns.allSatisfy({ $0 == .decisions }) { return .form2021 }
        return old == new ? nil : old > new ? .form2019 : .form2021
    }

    private mutating func assemble(_ raw: RawBlock, _ item: ProactiveBlock, _ form: ReportForm) -> TableBlock {
        if let printed = raw.misprint ?? raw.cited.flatMap({ $0 == item ? nil : $0.title }) {
            maker.remarks.append(.citedArticle(item, printed: printed, origin: raw.origin))
        }
        let order = item.columns(form)
        let heads = columns(raw.heads, order, item, form)
        let printed = PrintedColumns(heads, order: order.map { .proactive($0) })
        var rows: [Row] = []
        var seen: [ProactiveRow] = []
        var padding = ColumnLayout.Padding(rows: raw.rows, columns: heads.count)
        if isPadded, heads.count < width { padding.trailing = true }
        for row in raw.rows {
            guard case .row(let name) = row.label.label else { continue }
            let title = RowName.proactive(name)
            guard !seen.contains(name) else {
                if row.hasFigures {
                    maker.remarks.append(
                        .repeatedRow(title, found: ColumnLayout.found(row.cells, in: maker.utf8), origin: row.label.origin))
                }
                continue
            }
            seen.append(name)
            if !FormWords.accepts(row.label.words, word: name.words(form)) {
                maker.remarks.append(.label(printed: row.label.words, word: name.words(form), origin: row.label.origin))
            }
            rows.append(maker.row(title, row, printed, padding: padding))
        }
        for name in item.rows(form) where !seen.contains(name) {
            rows.append(Row(.proactive(name), columns: printed.order))
        }
        let inOrder = item.allRows.compactMap { name in rows.first { $0.name == .proactive(name) } }
        return TableBlock(
            item, form: form, isPrinted: true, origin: raw.origin == .unknown ? raw.heads.first?.origin ?? .unknown : raw.origin,
            rows: inOrder
        )
    }

    private typealias Column = (column: ColumnName?, place: Range<Int32>, unit: MoneyUnit?)

    /// The columns as printed. A head that lost a word takes the place that the others leave.
    private mutating func columns(
        _ raw: [RawHead], _ order: [ProactiveColumn], _ item: ProactiveBlock, _ form: ReportForm
    ) -> [Column] {
        guard raw.count <= RawTables.mostHeads else { return [] }
        var columns: [(column: ProactiveColumn?, head: RawHead)] = []
        var fragments: [RawHead] = []
        for head in raw where head.words != "" {
            if case .column(let printed, let own)? = head.label {
                // 处理决定数量 is one column in both forms' words.
                guard order.contains(printed), !columns.contains(where: { $0.column == printed }) else {
                    columns.append((nil, head))
                    continue
                }
                columns.append((printed, head))
                if !head.isExact || own.map({ $0 != form && item != .procurement }) ?? false {
                    let word = printed.words(item, form)
                    if !FormWords.accepts(head.words, word: word) {
                        maker.remarks.append(.label(printed: head.words, word: word, origin: head.origin))
                    }
                }
            } else if order.contains(where: { $0.words(item, form).contains(head.words) }) {
                fragments.append(head)
            } else if !head.words.contains("单位"), !head.words.contains("信息内容") {
                columns.append((nil, head))
            }
        }
        fill(&columns, with: fragments, order, item, form)
        let known = columns.compactMap(\.column)
        if known.isEmpty || known.count < order.count && known == order.filter(known.contains) && columns.count == known.count {
            // Heads are lost. The figures have their columns only where no other form has as many.
            let alone = ReportForm.allCases.allSatisfy { $0 == form || item.columns($0).count != order.count }
            if known.isEmpty && !alone { return [] }
            if known.isEmpty || alone {
                return order.map { column in
                    let head = columns.first { $0.column == column }?.head
                    return (.proactive(column), head?.columns ?? 0..<0, head?.unit)
                }
            }
        }
        if known != order.filter(known.contains) {
            maker.remarks.append(
                .order(.proactive, rows: false, printed: columns.map(\.head.words), origin: columns[0].head.origin))
        }
        for (column, head) in columns where column == nil {
            maker.remarks.append(.extraColumn(label: head.words, table: .proactive, origin: head.origin))
        }
        return columns.map { ($0.column.map { .proactive($0) }, $0.head.columns, $0.head.unit) }
    }

    /// 本年新 | 本年新: pieces of heads stand for the columns that are not there yet, in the form's order.
    private mutating func fill(
        _ columns: inout [(column: ProactiveColumn?, head: RawHead)], with fragments: [RawHead], _ order: [ProactiveColumn],
        _ item: ProactiveBlock, _ form: ReportForm
    ) {
        var open: [(column: ProactiveColumn, words: String, head: RawHead)] = []
        for fragment in fragments {
            if let started = open.firstIndex(where: { $0.column.words(item, form) == $0.words + fragment.words }) {
                open[started].words += fragment.words
                continue
            }
            let taken = columns.compactMap(\.column) + open.map(\.column)
            guard let column = order.first(where: { !taken.contains($0) && $0.words(item, form).contains(fragment.words) })
            else { continue }
            open.append((column, fragment.words, fragment))
        }
        for part in open {
            let place = columns.firstIndex { other in
                guard let column = other.column else { return false }
                return (order.firstIndex(of: column) ?? 0) > (order.firstIndex(of: part.column) ?? 0)
            }
            columns.insert((part.column, part.head), at: place ?? columns.count)
            if part.words != part.column.words(item, form) {
                maker.remarks.append(
                    .label(printed: part.words, word: part.column.words(item, form), origin: part.head.origin))
            }
        }
    }

    private mutating func noteOrder(_ printed: [(item: ProactiveBlock, raw: RawBlock)]) {
        let all = ProactiveRow.allCases
        let labels = printed.flatMap(\.raw.rows).compactMap { row -> (ProactiveRow, PrintedLabel)? in
            if case .row(let name) = row.label.label { (name, row.label) } else { nil }
        }
        let places = labels.compactMap { all.firstIndex(of: $0.0) }
        if zip(places, places.dropFirst()).contains(where: { $0 > $1 }), let first = labels.first {
            maker.remarks.append(
                .order(.proactive, rows: true, printed: labels.map { $0.0.title }, origin: first.1.origin))
        }
    }
}
