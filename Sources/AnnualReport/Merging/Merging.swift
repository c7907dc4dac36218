import Law

/// Adds reports upward. Nobody is counted twice, and nothing is taken for zero in silence: a cell that one report leaves
/// out makes a finding, and amounts in different units are turned into yuan or left apart.
package enum Merging {
    /// - Parameters:
    ///   - name: whose figures the sum is: the government's, or a region's.
    ///   - year: the year to merge; by default the one that most reports are on.
    ///   - expected: names of those who should have reported, beside the tree.
    ///   - scope: the tree and what it knows of each report; nil where names alone tell.
    package static func merge(
        _ reports: [AnnualReport], name: String, year: Int? = nil, expected: [String]? = nil, scope: MergeScope? = nil
    ) -> MergedReport {
        let year = year ?? commonest(reports.compactMap(\.year))
        let scope = scope ?? MergeScope(inferredFrom: reports, name: name)
        var merged = MergedReport(
            organization: name, year: year, contributions: [:], missing: [], doubled: [], wrongYear: [], findings: [])

        let candidates = candidates(reports, scope, year, &merged)
        let plan = scope.plan(Set(candidates.map(\.body)))
        let names = Dictionary(scope.tree.map { ($0.id, $0.name) }) { first, _ in first }
        var counted: [AnnualReport] = []
        var ownName: String?
        for (body, report) in candidates {
            switch plan.places[body] {
            case .counted: counted.append(report)
            case .head:
                merged.own = report
                ownName = names[body]
                merged.leaveOut(report, .head)
            case .covered(let cover): merged.leaveOut(report, .covered(by: names[cover] ?? ""))
            case .missing, .notExpected, nil: merged.leaveOut(report, .elsewhere)
            }
        }
        merged.counted = counted.count
        merged.missing = missing(plan, names, scope, expected ?? [], Set(candidates.map { OrganizationName.key($0.report.label) }))
        // In the order of the reports again, whichever rule spoke of them.
        let order = Dictionary(reports.enumerated().map { ($1.source.name, $0) }) { first, _ in first }
        merged.leftOut.sort { order[$0.source, default: 0] < order[$1.source, default: 0] }

        // A report on a wrong year is no report on this one, but its sender did send something: it stays in `missing`.
        let form = year.map(ReportForm.init(year:)) ?? commonest(counted.compactMap(\.template))
        merged.template = form
        guard let form else { return merged }
        merged.add(counted, form)
        merged.findings += MergeChecks.form(counted, form) + MergeChecks.sums(of: merged, counted)
        if let own = merged.own { merged.compare(with: own, named: ownName ?? own.label) }
        return merged
    }

    /// The reports that may count, at most one a body, with their bodies; of all others it is told why not.
    private static func candidates(
        _ reports: [AnnualReport], _ scope: MergeScope, _ year: Int?, _ merged: inout MergedReport
    ) -> [(body: Int, report: AnnualReport)] {
        var candidates: [(body: Int, report: AnnualReport)] = []
        var seen: Set<Int> = []
        var doubled: Set<String> = []
        for (report, identity) in zip(reports, scope.identities) {
            let label = report.label
            if let year, report.year != year {
                merged.wrongYear.append(label)
                merged.leaveOut(report, .wrongYear(report.year))
                merged.findings.append(
                    Finding(
                        .yearMismatch,
                        "\(label)（\(report.source.name)）的报告\(report.year.map { "是 \($0) 年的" } ?? "没有写明年度")，没有计入 \(year) 年的汇总",
                        expected: .number(year), found: report.year.map { .number($0) }, organizations: [label]))
                continue
            }
            switch identity {
            case .unknown: merged.leaveOut(report, .notInTree)
            case .ambiguous: merged.leaveOut(report, .ambiguous)
            case .body(let body) where seen.insert(body).inserted: candidates.append((body, report))
            case .body:
                if doubled.insert(label).inserted { merged.doubled.append(label) }
                merged.leaveOut(report, .doubled)
            }
        }
        return candidates
    }

    /// Who is missing by the tree, then who is by the list of names beside it.
    private static func missing(
        _ plan: MergePlan, _ names: [Int: String], _ scope: MergeScope, _ expected: [String], _ reported: Set<String>
    ) -> [String] {
        let byTree = scope.isInferred ? [] : plan.missing.compactMap { names[$0] }
        let shorter = Set(reported.flatMap { OrganizationName.ends($0) })
        let byList = expected.filter { name in
            let key = OrganizationName.key(name)
            return !shorter.contains(key[...]) && !OrganizationName.ends(key).contains { reported.contains(String($0)) }
        }
        let known = Set(byTree.map { OrganizationName.key($0) })
        return byTree + byList.filter { !known.contains(OrganizationName.key($0)) }
    }

    private static func commonest<Value: Hashable>(_ values: [Value]) -> Value? {
        var counts: [Value: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        // Of equals the first, so that the order of a dictionary decides nothing.
        let most = counts.values.max()
        return values.first { counts[$0] == most }
    }
}

extension MergedReport {
    fileprivate mutating func leaveOut(_ report: AnnualReport, _ reason: LeftOutReport.Reason) {
        leftOut.append(LeftOutReport(source: report.source.name, organization: report.label, reason: reason))
    }

    /// The three tables as sums of reports, in one form.
    fileprivate mutating func add(_ counted: [AnnualReport], _ form: ReportForm) {
        var sums = CellSums(reports: counted, form: form)
        if counted.contains(where: { $0.proactive != nil }) {
            let blocks = ProactiveBlock.allCases.map { block in
                TableBlock(
                    block, form: form, isPrinted: true,
                    rows: block.rows(form).map { sums.row(.proactive($0), block.columns(form).map { .proactive($0) }) })
            }
            proactive = ProactiveTable(blocks: blocks.filter { !$0.rows.isEmpty })
        }
        if counted.contains(where: { $0.requests != nil }) {
            requests = RequestTable(form: form, rows: RequestRow.rows(form).map { sums.row(.requests($0), RequestTable.columns) })
        }
        if counted.contains(where: { $0.reviews != nil }) {
            reviews = ReviewTable(rows: ReviewGroup.allCases.map { sums.row(.reviews($0), ReviewTable.columns) })
        }
        contributions = sums.contributions
        findings += sums.findings
    }

    /// Lays the government's own report beside the sums: one finding a table names the cells that differ.
    fileprivate mutating func compare(with own: AnnualReport, named name: String) {
        for table in TableName.allCases {
            var cells: [(name: CellName, sum: Cell, own: Cell)] = []
            for row in rows where row.name.table == table {
                for (cell, entry) in row.cells {
                    guard let said = own[cell]?.cell, Self.differ(entry.cell, said) else { continue }
                    cells.append((cell, entry.cell, said))
                    differing[cell] = said
                }
            }
            guard let first = cells.first(where: { $0.name.column == .applicant(.total) }) ?? cells.first else { continue }
            let why = missing.isEmpty ? "" : "；还缺 \(missing.count) 个单位的报告，差别可能由此而来"
            findings.append(
                Finding(
                    .ownReport,
                    "\(table.number)有 \(cells.count) 格，\(name)自己的报告与各单位合计不同，例如\(first.name.title)：合计 \(first.sum.text)，\(name)的报告写的是 \(first.own.text)\(why)",
                    cells: cells.map(\.name.description), organizations: [name]))
        }
    }

    /// Whether two known figures say something else; a blank, `/` and 0 say the same of a sum.
    private static func differ(_ sum: Cell, _ own: Cell) -> Bool {
        func isNothing(_ cell: Cell) -> Bool {
            switch cell {
            case .count(let n): n == 0
            case .amount(let amount): amount.isZero
            case .notApplicable, .blank: true
            case .absent: false
            }
        }
        if sum == .absent || own == .absent || (isNothing(sum) && isNothing(own)) { return false }
        guard case .amount(let a) = sum, case .amount(let b) = own, let unit = a.unit, let other = b.unit else { return sum != own }
        guard let x = Decimals(a.value, shiftedBy: unit.power), let y = Decimals(b.value, shiftedBy: other.power) else { return sum != own }
        return x.description != y.description
    }
}
