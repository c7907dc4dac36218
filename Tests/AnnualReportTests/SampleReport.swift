import AnnualReport
import Law
import Testing

/// A report that every rule is content with, to be spoiled one thing at a time.
enum SampleReport {
    static func make(_ form: ReportForm = .form2019, organization: String = "松林镇") -> AnnualReport {
        let year = form == .form2019 ? 2020 : 2021
        var report = AnnualReport(
            source: .init(name: "sample.txt", format: "text", bytes: 1, sha256: ""), organization: organization, year: year, template: form)
        report.proactive = proactive(form)
        report.requests = requests(form)
        report.reviews = ReviewTable(
            rows: zip(ReviewGroup.allCases, [[1, 0, 0, 1, 2], [0, 0, 0, 0, 0], [0, 1, 0, 0, 1]]).map { group, figures in
                Row(.reviews(group), columns: ReviewTable.columns, entries: figures.map { Entry(.count($0)) })
            })
        report.narrative = narrative(year)
        return report
    }

    private static func proactive(_ form: ReportForm) -> ProactiveTable {
        let figures: [ProactiveRow: [Int]] =
            form == .form2019
            ? [
                .normativeDocuments: [2, 2, 9], .licensing: [10, 1, 20], .otherServices: [5, 0, 3], .penalties: [8, 0, 4],
                .coercion: [2, 0, 1],
            ]
            : [.normativeDocuments: [2, 1, 9], .licensing: [20], .penalties: [4], .coercion: [1]]
        let money = Entry(.amount(Amount(value: "12.5", unit: .tenThousandYuan)))
        let blocks = ProactiveBlock.allCases.filter { !$0.rows(form).isEmpty }.map { block in
            let columns = block.columns(form)
            let rows = block.rows(form).map { name in
                Row(
                    .proactive(name), columns: columns.map { .proactive($0) },
                    entries: columns.indices.map { i in columns[i] == .amount ? money : Entry(.count(figures[name]?[i] ?? 0)) })
            }
            return TableBlock(block, form: form, isPrinted: true, rows: rows)
        }
        return ProactiveTable(blocks: blocks)
    }

    private static func requests(_ form: ReportForm) -> RequestTable {
        let figures: [RequestRow: [Int]] = [
            .received: [5, 1, 0, 0, 0, 0, 6], .carriedIn: [1, 0, 0, 0, 0, 0, 1], .granted: [3, 1, 0, 0, 0, 0, 4],
            .partlyGranted: [1, 0, 0, 0, 0, 0, 1], .unableNotHeld: [1, 0, 0, 0, 0, 0, 1], .total: [5, 1, 0, 0, 0, 0, 6],
            .carriedOver: [1, 0, 0, 0, 0, 0, 1],
        ]
        let rows = RequestRow.rows(form).map { name in
            Row(
                .requests(name), columns: RequestTable.columns,
                entries: (figures[name] ?? Array(repeating: 0, count: 7)).map { Entry(.count($0)) })
        }
        return RequestTable(form: form, rows: rows)
    }

    private static func narrative(_ year: Int) -> Narrative {
        var narrative = Narrative()
        narrative.title = "松林镇\(year)年政府信息公开工作年度报告"
        narrative.titleYear = year
        narrative.periods = [
            .init(
                first: Day(year: year, month: 1, day: 1), last: Day(year: year, month: 12, day: 31),
                quote: "\(year)年1月1日起至\(year)年12月31日", origin: Origin(line: 3))
        ]
        narrative.publication = Day(year: year + 1, month: 1, day: 20).map { .init(day: $0, basis: .metadata, origin: Origin(line: 2)) }
        narrative.topics = Set(Narrative.Topic.allCases)
        narrative.sections = SectionTopic.allCases.map {
            .init(number: $0.rawValue, heading: $0.title, topic: $0, text: "", origin: .unknown)
        }
        return narrative
    }
}

extension AnnualReport {
    /// Puts a cell by its name, `requests.granted.total`.
    mutating func set(_ name: String, _ cell: Cell, _ location: SourceLocation = #_sourceLocation) {
        guard let cellName = CellName(name), let place = row(cellName.row)?.columns.firstIndex(of: cellName.column) else {
            Issue.record("no cell \(name)", sourceLocation: location)
            return
        }
        change(cellName.row) { $0.entries[place].cell = cell }
    }

    /// Puts the cells of a row in order, from its first column.
    mutating func set(_ name: String, _ cells: [Cell], _ location: SourceLocation = #_sourceLocation) {
        guard let row = RowName(name), self.row(row) != nil else {
            Issue.record("no row \(name)", sourceLocation: location)
            return
        }
        change(row) { row in
            for (i, cell) in cells.enumerated() { row.entries[i].cell = cell }
        }
    }

    /// Takes a row's figures away.
    mutating func set(_ name: String, _ state: RowState, line: Int = 0, _ location: SourceLocation = #_sourceLocation) {
        guard let row = RowName(name), self.row(row) != nil else {
            Issue.record("no row \(name)", sourceLocation: location)
            return
        }
        change(row) { $0 = Row($0.name, columns: $0.columns, state: state, origin: Origin(line: line)) }
    }

    private mutating func change(_ name: RowName, _ body: (inout Row) -> Void) {
        func apply(_ rows: inout [Row]) {
            if let place = rows.firstIndex(where: { $0.name == name }) { body(&rows[place]) }
        }
        if var table = requests {
            apply(&table.rows)
            requests = table
        }
        if var table = reviews {
            apply(&table.rows)
            reviews = table
        }
        if var table = proactive {
            for block in table.blocks.indices { apply(&table.blocks[block].rows) }
            proactive = table
        }
    }

    /// The findings of one rule.
    func findings(_ rule: Rule, previous: AnnualReport? = nil) -> [Finding] {
        findings(previous: previous).filter { $0.rule == rule }
    }
}
