/// What is said of the merged tables as a whole.
enum MergeChecks {
    private static let sumRules: [Rule] = [.balance, .resultTotal, .rowTotal, .reviewTotal]

    /// The sums of the merged tables are checked by the very rules that judge single reports; the bodies whose own
    /// tables have the fault are named.
    static func sums(of merged: MergedReport, _ counted: [AnnualReport]) -> [Finding] {
        var report = AnnualReport(source: .init(name: merged.organization, format: "json", bytes: 0, sha256: ""))
        report.year = merged.year
        report.proactive = merged.proactive
        report.requests = merged.requests
        report.reviews = merged.reviews
        let checks = Check.all.filter { sumRules.contains($0.rule) }
        var findings = checks.flatMap { $0.run(report, Check.Beside()) }
        guard !findings.isEmpty else { return [] }
        // Who is at fault, by rule and cell.
        var culprits: [Rule: [String: [String]]] = [:]
        for single in counted {
            for finding in checks.flatMap({ $0.run(single, Check.Beside()) }) {
                for cell in finding.cells { culprits[finding.rule, default: [:]][cell, default: []].append(single.label) }
            }
        }
        for index in findings.indices {
            var seen: Set<String> = []
            let names = findings[index].cells.flatMap { culprits[findings[index].rule]?[$0] ?? [] }.filter { seen.insert($0).inserted }
            findings[index].organizations = names
            findings[index].message =
                "合计：" + findings[index].message + (names.isEmpty ? "" : "；出自\(names.joined(separator: "、"))的报告")
        }
        return findings
    }

    /// Figures that stand in columns or rows of the other form have no place in the sum.
    static func form(_ reports: [AnnualReport], _ form: ReportForm) -> [Finding] {
        reports.flatMap { report -> [Finding] in
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
                    .wrongForm, "\(report.label)（\(report.source.name)）有 \(form.other.rawValue) 年表样的栏目，其数字没有计入汇总", cells: cells,
                    organizations: [report.label])
            ]
        }
    }
}
