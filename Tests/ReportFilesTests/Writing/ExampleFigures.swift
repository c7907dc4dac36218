import AnnualReport
import Law

/// Figures of an example, from which a balanced report is made.
struct ExampleFigures {
    var organization: String
    var year: Int
    /// Figures of table two by row, in the order of its columns; rows that are not named hold zeros.
    var proactive: [ProactiveRow: [Cell]] = [:]
    /// Results by row and applicant kind; rows that are not named hold zeros, kinds that are not given too.
    var results: [RequestRow: [Int]] = [:]
    var carriedIn: [Int] = []
    var carriedOver: [Int] = []
    /// Upheld, corrected, other, pending of each group.
    var reviews: [ReviewGroup: [Int]] = [:]
    /// The paragraphs of section one.
    var general: [String]
    var problems: String
    /// Month and day in the year after.
    var published = (month: 1, day: 20)

    private var form: ReportForm { ReportForm(year: year) }

    var report: AnnualReport {
        var report = AnnualReport(
            source: .init(name: "", format: "text", bytes: 0, sha256: ""), organization: organization, year: year, template: form)
        report.proactive = ProactiveTable(
            blocks: ProactiveBlock.allCases.filter { !$0.rows(form).isEmpty }.map { block in
                let columns = block.columns(form).map { ColumnName.proactive($0) }
                let rows = block.rows(form).map { name in
                    let cells = proactive[name] ?? columns.map { _ in zero(name) }
                    return Row(.proactive(name), columns: columns, entries: cells.map { Entry($0) })
                }
                return TableBlock(block, form: form, isPrinted: true, rows: rows)
            })
        report.requests = requests
        report.reviews = ReviewTable(
            rows: ReviewGroup.allCases.map { group in
                let outcomes = reviews[group] ?? [0, 0, 0, 0]
                return Row(
                    .reviews(group), columns: ReviewTable.columns, entries: (outcomes + [outcomes.reduce(0, +)]).map { Entry(.count($0)) })
            })
        report.narrative = narrative
        return report
    }

    /// The 2021 form's fees are in 万元, a zero too.
    private func zero(_ row: ProactiveRow) -> Cell {
        row == .fees && form == .form2021 ? .amount(Amount(value: "0", unit: .tenThousandYuan)) : .count(0)
    }

    private func six(_ figures: [Int]) -> [Int] {
        figures + Array(repeating: 0, count: ApplicantKind.kinds.count - figures.count)
    }

    private var requests: RequestTable {
        let total = ApplicantKind.kinds.indices.map { kind in results.values.reduce(0) { $0 + six($1)[kind] } }
        let (before, after) = (six(carriedIn), six(carriedOver))
        var figures = results.mapValues(six)
        figures[.total] = total
        figures[.carriedIn] = before
        figures[.carriedOver] = after
        figures[.received] = total.indices.map { total[$0] + after[$0] - before[$0] }
        return RequestTable(
            form: form,
            rows: RequestRow.rows(form).map { name in
                let kinds = figures[name] ?? six([])
                return Row(
                    .requests(name), columns: RequestTable.columns, entries: (kinds + [kinds.reduce(0, +)]).map { Entry(.count($0)) })
            })
    }

    private var narrative: Narrative {
        var narrative = Narrative()
        narrative.contact = "\(organization)政务公开办公室"
        if let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) {
            narrative.periods = [.init(first: first, last: last, quote: "", origin: .unknown)]
        }
        narrative.publication = Day(year: year + 1, month: published.month, day: published.day).map {
            .init(day: $0, basis: .stated, origin: .unknown)
        }
        narrative.sections = SectionTopic.allCases.map { topic in
            let text =
                switch topic {
                case .general: general.joined(separator: "\n")
                case .problems: problems
                case .other: other
                case .proactive, .requests, .reviews: ""
                }
            return .init(number: topic.rawValue, heading: topic.title, topic: topic, text: text, origin: .unknown)
        }
        return narrative
    }

    /// Since the 2021 form the section tells whether a fee was charged.
    private var other: String {
        form == .form2021 ? "本年度没有收取信息处理费。没有其他需要报告的事项。" : "没有其他需要报告的事项。"
    }
}
