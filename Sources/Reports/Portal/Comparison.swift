import AnnualReport
import Office
import Web

/// Two reports laid side by side, cell by cell.
struct Comparison {
    /// A row of a statutory table in both reports.
    struct Line {
        var name: RowName
        var columns: [ColumnName]
        /// For each column what the two say; nil where a report's form has no such cell.
        var pairs: [Pair]
    }

    struct Pair: Equatable {
        var first: Cell?
        var second: Cell?

        var difference: Difference {
            guard let first, let second else { return .notOnForm }
            guard first != .absent, second != .absent else { return .unknown }
            if first == second { return .same }
            if case .count(let a) = first, case .count(let b) = second {
                let (change, overflow) = b.subtractingReportingOverflow(a)
                if !overflow { return change > 0 ? .more(change) : .less(0 - change) }
            }
            return .other
        }
    }

    enum Difference: Equatable {
        case same
        /// The second report counts so many more.
        case more(Int)
        case less(Int)
        /// One of the two forms has no such cell: that is no difference of what the offices did.
        case notOnForm
        /// At least one of the two is not known, so that nothing can be said.
        case unknown
        /// Blank against a figure, an amount against another.
        case other

        /// True where the two say something else.
        var isDifferent: Bool {
            switch self {
            case .more, .less, .other: true
            case .same, .notOnForm, .unknown: false
            }
        }
    }

    var lines: [Line]

    init(_ first: AnnualReport, _ second: AnnualReport) {
        var order: [RowName] = ProactiveRow.allCases.map { .proactive($0) }
        order += RequestRow.allCases.map { .requests($0) }
        order += ReviewGroup.allCases.map { .reviews($0) }
        lines = order.compactMap { name in
            let a = first.row(name)
            let b = second.row(name)
            var columns = a?.columns ?? []
            columns += (b?.columns ?? []).filter { !columns.contains($0) }
            guard !columns.isEmpty else { return nil }
            return Line(name: name, columns: columns, pairs: columns.map { Pair(first: a?[$0]?.cell, second: b?[$0]?.cell) })
        }
    }

    func lines(_ table: TableName) -> [Line] { lines.filter { $0.name.table == table } }

    /// Cells that both reports tell, how many of them differ, and how many cells of both forms one of them does not tell.
    var compared: (cells: Int, different: Int, unknown: Int) {
        let differences = lines.flatMap(\.pairs).map(\.difference)
        let unknown = differences.count { $0 == .unknown }
        let cells = differences.count { $0 != .notOnForm } - unknown
        return (cells, differences.count(where: \.isDifferent), unknown)
    }
}
