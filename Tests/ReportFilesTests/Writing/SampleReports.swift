import AnnualReport
import TestValues

/// Reports of our own making for the tests of writing.
enum SampleReports {
    /// A report whose sums all hold.
    static func balanced(_ form: ReportForm, seed: UInt64, organization: String = "青溪县松林镇") -> AnnualReport {
        var numbers = SeededRandom(seed: seed)
        let year = form == .form2019 ? 2020 : 2022
        var report = AnnualReport(
            source: .init(name: "sample.txt", format: "text", bytes: 1, sha256: String(repeating: "0", count: 64)),
            organization: organization, year: year, template: form)
        report.proactive = proactive(form, &numbers)
        report.requests = requests(form, &numbers)
        report.reviews = reviews(&numbers)
        return report
    }

    private static func proactive(_ form: ReportForm, _ numbers: inout SeededRandom) -> ProactiveTable {
        var blocks: [TableBlock] = []
        for item in ProactiveBlock.allCases where !item.rows(form).isEmpty {
            let columns = item.columns(form).map { ColumnName.proactive($0) }
            var rows: [Row] = []
            for name in item.rows(form) {
                var cells: [Cell] = []
                for index in columns.indices { cells.append(.count(Int.random(in: 0...9, using: &numbers) + 10 * index)) }
                if name == .fees, form == .form2021 {
                    cells = [.amount(Amount(value: "\(Int.random(in: 0...99, using: &numbers)).5", unit: .tenThousandYuan))]
                }
                if name == .procurement {
                    cells[1] = .amount(Amount(value: "\(Int.random(in: 1...99, using: &numbers)).25", unit: .tenThousandYuan))
                }
                rows.append(Row(.proactive(name), columns: columns, entries: cells.map { Entry($0) }))
            }
            blocks.append(TableBlock(item, form: form, isPrinted: true, rows: rows))
        }
        return ProactiveTable(blocks: blocks)
    }

    private static func requests(_ form: ReportForm, _ numbers: inout SeededRandom) -> RequestTable {
        var figures: [RequestRow: [Int]] = [:]
        let results = RequestRow.results(form)
        for row in results {
            figures[row] = ApplicantKind.kinds.map { _ in Int.random(in: 0...3, using: &numbers) }
        }
        let total = ApplicantKind.kinds.indices.map { kind in results.reduce(0) { $0 + (figures[$1]?[kind] ?? 0) } }
        let carriedOver = ApplicantKind.kinds.map { _ in Int.random(in: 0...2, using: &numbers) }
        let carriedIn = zip(total, carriedOver).map { Int.random(in: 0...min(2, $0 + $1), using: &numbers) }
        figures[.total] = total
        figures[.carriedOver] = carriedOver
        figures[.carriedIn] = carriedIn
        figures[.received] = total.indices.map { total[$0] + carriedOver[$0] - carriedIn[$0] }
        let rows = RequestRow.rows(form).map { name in
            let kinds = figures[name] ?? []
            let cells = kinds + [kinds.reduce(0, +)]
            return Row(.requests(name), columns: RequestTable.columns, entries: cells.map { Entry(.count($0)) })
        }
        return RequestTable(form: form, rows: rows)
    }

    private static func reviews(_ numbers: inout SeededRandom) -> ReviewTable {
        var rows: [Row] = []
        for group in ReviewGroup.allCases {
            let outcomes = ReviewOutcome.allCases.dropLast().map { _ in Int.random(in: 0...4, using: &numbers) }
            let cells = outcomes + [outcomes.reduce(0, +)]
            rows.append(Row(.reviews(group), columns: ReviewTable.columns, entries: cells.map { Entry(.count($0)) }))
        }
        return ReviewTable(rows: rows)
    }

    /// The five kinds of cell, and rows in each state.
    static func everyKind() -> AnnualReport {
        var report = balanced(.form2019, seed: 7)
        report.narrative.title = "青溪县松林镇2020年政府信息公开工作年度报告"
        report.set(.granted, .naturalPerson, .notApplicable)
        report.set(.granted, .business, .blank)
        report.setRow(.partlyGranted, .unplaced(found: ["1", nil, "0", "0", "1"]))
        report.setRow(.refusedStateSecret, .merged(found: ["0", "0"]))
        report.setRow(.unableUnclear, .missing)
        report.proactive?.blocks[3].rows[0].entries[0].cell = .amount(Amount(value: "3138.14", unit: .tenThousandYuan))
        report.proactive?.blocks[4].rows[0].entries[1].cell = .amount(Amount(value: "75627.00", unit: nil))
        report.proactive?.blocks[0].rows[0].entries[1].cell = .count(-3)
        return report
    }
}

extension AnnualReport {
    /// Puts a cell of table three.
    mutating func set(_ row: RequestRow, _ kind: ApplicantKind, _ cell: Cell) {
        guard let place = requests?.rows.firstIndex(where: { $0.name == .requests(row) }),
            let column = RequestTable.columns.firstIndex(of: .applicant(kind))
        else { return }
        requests?.rows[place].entries[column].cell = cell
    }

    /// Takes a row of table three away, or its figures.
    mutating func setRow(_ row: RequestRow, _ state: RowState) {
        guard let place = requests?.rows.firstIndex(where: { $0.name == .requests(row) }) else { return }
        requests?.rows[place] = Row(.requests(row), columns: RequestTable.columns, state: state)
    }

    /// All cells by name, where blank and absent are one: what a reader of the JSON sees.
    var figures: [String: Cell] {
        var figures: [String: Cell] = [:]
        for row in rows {
            for (name, entry) in row.cells { figures[name.description] = entry.cell == .blank ? .absent : entry.cell }
        }
        return figures
    }
}
