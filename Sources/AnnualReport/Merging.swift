/// What one report adds to a cell of a merged report.
public struct Contribution: Hashable, Sendable {
    /// The file's name.
    public var source: String
    public var organization: String?
    /// As the report has it; a blank or absent cell adds nothing and is listed all the same.
    public var value: Cell

    public init(source: String, organization: String?, value: Cell) {
        self.source = source
        self.organization = organization
        self.value = value
    }
}

/// The sum of many reports on one year: towns and bureaus into a county.
public struct MergedReport: Sendable {
    public var organization: String
    public var year: Int?
    public var template: ReportForm?
    public var proactive: ProactiveTable?
    public var requests: RequestTable?
    public var reviews: ReviewTable?
    /// For each cell what each report says, in the order of the reports.
    public var contributions: [CellName: [Contribution]]
    /// Who should have reported and did not.
    public var missing: [String]
    /// Who reported more than once; the first report counts.
    public var doubled: [String]
    /// Whose report is on another year (it is left out).
    public var wrongYear: [String]
    public var findings: [Finding]

    public var rows: [Row] {
        (proactive?.rows ?? []) + (requests?.rows ?? []) + (reviews?.rows ?? [])
    }
}

/// Adds reports upward. Nothing is taken for zero in silence: a cell that one report leaves out makes a finding, and
/// amounts in different units are turned into yuan or left apart.
public enum Merging {
    /// - Parameters:
    ///   - year: the year to merge; by default the one that most reports are on.
    ///   - expected: the names of those who should have reported.
    public static func merge(
        _ reports: [AnnualReport], name: String, year: Int? = nil, expected: [String]? = nil
    ) -> MergedReport {
        let year = year ?? commonest(reports.compactMap(\.year))
        var merged = MergedReport(
            organization: name, year: year, contributions: [:], missing: [], doubled: [], wrongYear: [], findings: [])
        var counted: [AnnualReport] = []
        var seen: Set<String> = []
        for report in reports {
            let label = report.organization ?? report.source.name
            let key = OrganizationName.key(label)
            if let year, report.year != year {
                merged.wrongYear.append(label)
                merged.findings.append(
                    Finding(
                        .yearMismatch,
                        "\(label)（\(report.source.name)）的报告\(report.year.map { "是 \($0) 年的" } ?? "没有写明年度")，没有计入 \(year) 年的汇总",
                        expected: .number(year), found: report.year.map { .number($0) }))
                continue
            }
            guard seen.insert(key).inserted else {
                if !merged.doubled.contains(label) { merged.doubled.append(label) }
                continue
            }
            counted.append(report)
        }
        merged.missing = (expected ?? []).filter { name in !seen.contains { OrganizationName.isSame($0, OrganizationName.key(name)) } }
        // A report on a wrong year is no report on this one, but its sender did send something: it stays in `missing`.
        let form = year.map(ReportForm.init(year:)) ?? commonest(counted.compactMap(\.template))
        merged.template = form
        guard let form else { return merged }

        var sums = CellSums(reports: counted)
        if counted.contains(where: { $0.proactive != nil }) {
            let blocks = ProactiveBlock.allCases.map { block in
                TableBlock(
                    block, form: form, isPrinted: true,
                    rows: block.rows(form).map { sums.row(.proactive($0), block.columns(form).map { .proactive($0) }) })
            }
            merged.proactive = ProactiveTable(blocks: blocks.filter { !$0.rows.isEmpty })
        }
        if counted.contains(where: { $0.requests != nil }) {
            merged.requests = RequestTable(
                form: form, rows: RequestRow.rows(form).map { sums.row(.requests($0), RequestTable.columns) })
        }
        if counted.contains(where: { $0.reviews != nil }) {
            merged.reviews = ReviewTable(rows: ReviewGroup.allCases.map { sums.row(.reviews($0), ReviewTable.columns) })
        }
        merged.contributions = sums.contributions
        merged.findings += sums.findings + formFindings(counted, form)
        merged.findings += sumFindings(merged)
        return merged
    }

    /// The sums of the merged tables are checked by the very rules that judge single reports.
    private static func sumFindings(_ merged: MergedReport) -> [Finding] {
        var report = AnnualReport(source: .init(name: merged.organization, format: "json", bytes: 0, sha256: ""))
        report.year = merged.year
        report.proactive = merged.proactive
        report.requests = merged.requests
        report.reviews = merged.reviews
        return [Rule.balance, .resultTotal, .rowTotal, .reviewTotal].flatMap { rule in
            Check.all.first { $0.rule == rule }?.run(report, nil) ?? []
        }
    }

    /// Figures that stand in columns or rows of the other form have no place in the sum.
    private static func formFindings(_ reports: [AnnualReport], _ form: ReportForm) -> [Finding] {
        reports.flatMap { report -> [Finding] in
            let label = report.organization ?? report.source.name
            var cells = (report.proactive?.blocks ?? []).filter { $0.isPrinted && $0.form != form }.flatMap { block in
                block.rows.flatMap(\.cells).filter { name, entry in
                    guard case .proactive(let row) = name.row, case .proactive(let column) = name.column else { return false }
                    return entry.cell != .absent
                        && !(block.item.rows(form).contains(row) && block.item.columns(form).contains(column))
                }.map(\.name.description)
            }
            cells += (report.requests?.rows ?? []).filter { row in
                guard case .requests(let key) = row.name else { return false }
                return row.state == .placed && !RequestRow.rows(form).contains(key)
            }.map(\.name.description)
            guard !cells.isEmpty else { return [] }
            return [
                Finding(
                    .wrongForm, "\(label)（\(report.source.name)）有 \(form.other.rawValue) 年表样的栏目，其数字没有计入汇总", cells: cells,
                    expected: .text(form.rawValue), found: .text(form.other.rawValue))
            ]
        }
    }

    private static func commonest<Value: Hashable>(_ values: [Value]) -> Value? {
        var counts: [Value: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        // Of equals the first, so that the order of a dictionary decides nothing.
        let most = counts.values.max()
        return values.first { counts[$0] == most }
    }
}
