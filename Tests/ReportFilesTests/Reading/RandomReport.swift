import AnnualReport
import Law
import TestValues

/// Reports of random figures whose sums all hold, with everything around them that the rules ask for.
enum RandomReport {
    /// - Parameter dashes: whether some zeros say that they do not apply.
    static func balanced(_ form: ReportForm, seed: UInt64, dashes: Bool = true) -> AnnualReport {
        var numbers = SeededRandom(seed: seed &+ 1000)
        let year = form == .form2019 ? 2020 : 2023
        var report = AnnualReport(
            source: .init(name: "random.txt", format: "text", bytes: 0, sha256: ""), organization: "青溪县水务局", year: year, template: form)
        report.proactive = proactive(form, &numbers)
        report.requests = requests(form, &numbers)
        report.reviews = ReviewTable(
            rows: ReviewGroup.allCases.map { group in
                let outcomes = (0..<4).map { _ in figure(&numbers) }
                return Row(
                    .reviews(group), columns: ReviewTable.columns, entries: (outcomes + [outcomes.reduce(0, +)]).map { Entry(.count($0)) })
            })
        report.narrative.sections = SectionTopic.allCases.map {
            .init(number: $0.rawValue, heading: $0.title, topic: $0, text: "", origin: .unknown)
        }
        report.narrative.periods = [
            .init(first: Day(year: year, month: 1, day: 1), last: Day(year: year, month: 12, day: 31), quote: "", origin: .unknown)
        ]
        if dashes {
            report.replaceZeros { numbers.next() % 5 == 0 ? .notApplicable : nil }
        }
        return report
    }

    /// Mostly nothing, sometimes much.
    private static func figure(_ numbers: inout SeededRandom) -> Int {
        switch numbers.next() % 6 {
        case 0: Int.random(in: 1...9, using: &numbers)
        case 1: Int.random(in: 10...999, using: &numbers)
        case 2: Int.random(in: 1000...99_999, using: &numbers)
        default: 0
        }
    }

    private static func proactive(_ form: ReportForm, _ numbers: inout SeededRandom) -> ProactiveTable {
        let blocks = ProactiveBlock.allCases.filter { !$0.rows(form).isEmpty }.map { item in
            let columns = item.columns(form)
            let rows = item.rows(form).map { name in
                var figures = columns.map { _ in figure(&numbers) }
                // What is in force is not less than what came new.
                if item == .documents { figures[2] += figures[0] + figures[1] }
                let money = Amount(value: "\(figure(&numbers)).\(10 + numbers.next() % 90)", unit: .tenThousandYuan)
                return Row(
                    .proactive(name), columns: columns.map { .proactive($0) },
                    entries: columns.indices.map { Entry(columns[$0] == .amount ? .amount(money) : .count(figures[$0])) })
            }
            return TableBlock(item, form: form, isPrinted: true, rows: rows)
        }
        return ProactiveTable(blocks: blocks)
    }

    private static func requests(_ form: ReportForm, _ numbers: inout SeededRandom) -> RequestTable {
        var figures: [RequestRow: [Int]] = [:]
        for row in RequestRow.results(form) { figures[row] = ApplicantKind.kinds.map { _ in figure(&numbers) } }
        let total = ApplicantKind.kinds.indices.map { kind in figures.values.reduce(0) { $0 + $1[kind] } }
        let carriedOver = ApplicantKind.kinds.map { _ in figure(&numbers) }
        let carriedIn = zip(total, carriedOver).map { Int.random(in: 0...($0 + $1), using: &numbers) }
        figures[.total] = total
        figures[.carriedOver] = carriedOver
        figures[.carriedIn] = carriedIn
        figures[.received] = total.indices.map { total[$0] + carriedOver[$0] - carriedIn[$0] }
        let rows = RequestRow.rows(form).map { name in
            let kinds = figures[name] ?? []
            return Row(.requests(name), columns: RequestTable.columns, entries: (kinds + [kinds.reduce(0, +)]).map { Entry(.count($0)) })
        }
        return RequestTable(form: form, rows: rows)
    }
}

extension AnnualReport {
    /// Puts other cells for the zeros of tables three and four; nil keeps a zero.
    mutating func replaceZeros(_ replacement: () -> Cell?) {
        func replace(_ rows: inout [Row]) {
            for row in rows.indices {
                for place in rows[row].entries.indices where rows[row].entries[place].cell == .count(0) {
                    if let cell = replacement() { rows[row].entries[place].cell = cell }
                }
            }
        }
        if var table = requests {
            replace(&table.rows)
            requests = table
        }
        if var table = reviews {
            replace(&table.rows)
            reviews = table
        }
    }

    /// Every cell by its name.
    var cellsByName: [CellName: Cell] {
        Dictionary(rows.flatMap(\.cells).map { ($0.name, $0.entry.cell) }) { first, _ in first }
    }

    /// Where this report, read from a writing of `original`, says something else without a finding that names the
    /// cell, its row or its table: the worst thing that a reader can do.
    func silentDifferences(from original: AnnualReport) -> [String] {
        let named = Set(findings().flatMap(\.cells))
        let cells = cellsByName
        return original.cellsByName.compactMap { name, cell in
            let read = cells[name] ?? .absent
            guard read != cell else { return nil }
            let isNamed = [name.description, name.row.description, name.row.table.rawValue].contains { named.contains($0) }
            return isNamed ? nil : "\(name): \(cell) read as \(read)"
        }.sorted()
    }
}
