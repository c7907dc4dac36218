import AnnualReport
import TestValues

/// Figures of the three tables, drawn by chance; all sums hold.
struct MadeFigures {
    let form: ReportForm
    private(set) var proactive: ProactiveTable
    private(set) var requests: RequestTable
    private(set) var reviews: ReviewTable

    init(_ form: ReportForm, _ numbers: inout SeededRandom) {
        self.form = form
        proactive = Self.proactive(form, &numbers)
        requests = Self.requests(form, &numbers)
        reviews = Self.reviews(&numbers)
    }

    private static func proactive(_ form: ReportForm, _ numbers: inout SeededRandom) -> ProactiveTable {
        let blocks = ProactiveBlock.allCases.filter { !$0.rows(form).isEmpty }.map { item in
            let columns = item.columns(form)
            let rows = item.rows(form).map { name in
                // The later columns are stocks, never below the flows before them.
                let cells = columns.enumerated().map { index, column in
                    column == .amount
                        ? Cell.amount(Amount(value: "\(numbers.below(4000)).\(10 + numbers.below(90))", unit: .tenThousandYuan))
                        : .count(numbers.below(40) + 40 * index)
                }
                return Row(.proactive(name), columns: columns.map { .proactive($0) }, entries: cells.map { Entry($0) })
            }
            return TableBlock(item, form: form, isPrinted: true, rows: rows)
        }
        return ProactiveTable(blocks: blocks)
    }

    private static func requests(_ form: ReportForm, _ numbers: inout SeededRandom) -> RequestTable {
        let kinds = ApplicantKind.kinds.indices
        var figures: [RequestRow: [Int]] = [:]
        // Most results of most offices are zero, as in published reports.
        for row in RequestRow.results(form) {
            figures[row] = kinds.map { kind in numbers.below(kind == 0 ? 3 : 9) == 0 ? 1 + numbers.below(20) : 0 }
        }
        let total = kinds.map { kind in figures.values.reduce(0) { $0 + $1[kind] } }
        let carriedOver = kinds.map { _ in numbers.below(8) == 0 ? 1 + numbers.below(3) : 0 }
        let carriedIn = kinds.map { min(numbers.below(3), total[$0] + carriedOver[$0]) }
        figures[.total] = total
        figures[.carriedOver] = carriedOver
        figures[.carriedIn] = carriedIn
        figures[.received] = kinds.map { total[$0] + carriedOver[$0] - carriedIn[$0] }
        let rows = RequestRow.rows(form).map { name in
            let six = figures[name] ?? kinds.map { _ in 0 }
            return Row(
                .requests(name), columns: RequestTable.columns, entries: (six + [six.reduce(0, +)]).map { Entry(.count($0)) })
        }
        return RequestTable(form: form, rows: rows)
    }

    private static func reviews(_ numbers: inout SeededRandom) -> ReviewTable {
        ReviewTable(
            rows: ReviewGroup.allCases.map { group in
                let outcomes = ReviewOutcome.allCases.dropLast().map { _ in numbers.below(4) == 0 ? numbers.below(5) : 0 }
                return Row(
                    .reviews(group), columns: ReviewTable.columns,
                    entries: (outcomes + [outcomes.reduce(0, +)]).map { Entry(.count($0)) })
            })
    }

    /// The requests received in all.
    var received: Int { requests[.received]?[.applicant(.total)]?.cell.count ?? 0 }

    /// Makes one figure of table three wrong, so that the checks have something to say.
    mutating func plantMistake(_ numbers: inout SeededRandom) {
        let row = numbers.below(requests.rows.count)
        let column = numbers.below(RequestTable.columns.count)
        guard let count = requests.rows[row].entries[column].cell.count else { return }
        requests.rows[row].entries[column].cell = .count(count + 1 + numbers.below(9))
    }
}
