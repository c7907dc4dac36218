import AnnualReport

/// The findings of a merge in words. A merge has no original: they speak of the sum and of the bodies concerned.
package enum MergeFindings {
    /// How many there are, in a line.
    package static func counts(_ findings: [Finding]) -> String {
        findings.isEmpty ? "汇总中没有发现问题。" : "汇总中发现的问题：" + FindingsText.counts(findings)
    }

    /// For the terminal, all of them.
    package static func text(_ findings: [Finding]) -> String {
        FindingList.grouped(findings).map { group in
            let entries = group.findings.enumerated().map { index, finding in
                let mark = "  \(index + 1). "
                let indent = String(repeating: " ", count: mark.count)
                var lines = [mark + finding.rule.title + "（\(finding.rule.rawValue)）", indent + finding.message]
                if !finding.cells.isEmpty { lines.append(indent + "单元格：" + places(finding)) }
                if !finding.organizations.isEmpty { lines.append(indent + "涉及单位：" + finding.organizations.joined(separator: "、")) }
                lines.append(indent + "依据：" + finding.basis)
                return lines.joined(separator: "\n") + "\n"
            }
            return "\n\(group.severity.title)（\(group.findings.count)）\n" + entries.joined()
        }.joined()
    }

    /// As a table with one row a finding.
    static func sheet(_ caption: String, _ findings: [Finding]) -> SheetList {
        let rows = FindingList.grouped(findings).flatMap { group in
            group.findings.map { finding in
                [group.severity.title, finding.message, places(finding), finding.organizations.joined(separator: "、"), finding.basis]
            }
        }
        return SheetList(caption: caption, header: ["级别", "问题", "单元格", "涉及单位", "依据"], widths: [6, 38, 22, 14, 20], rows: rows)
    }

    /// More cells than this are named by their rows alone.
    private static let mostCells = 8

    /// The cells by name, or where they are many, the rows that they stand in.
    package static func places(_ finding: Finding) -> String {
        guard finding.cells.count > mostCells else { return FindingList.cells(finding) }
        var seen: Set<RowName> = []
        let rows = finding.cells.compactMap { CellName($0)?.row }.filter { seen.insert($0).inserted }
        guard let first = rows.first else { return FindingList.cells(finding) }
        return "\(first.table.number)的 \(finding.cells.count) 格，在 \(rows.count) 行中：" + rows.map { "「\($0.title)」" }.joined(separator: "、")
    }
}
