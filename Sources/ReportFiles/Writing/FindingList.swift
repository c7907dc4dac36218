import AnnualReport

/// Findings as people read them: ordered by severity, each told by its cells, what was found and what was expected.
enum FindingList {
    /// Errors first, then warnings, then notices; within each in the order given.
    static func grouped(_ findings: [Finding]) -> [(severity: Severity, findings: [Finding])] {
        Severity.allCases.compactMap { severity in
            let group = findings.filter { $0.severity == severity }
            return group.isEmpty ? nil : (severity, group)
        }
    }

    static func cells(_ finding: Finding) -> String {
        finding.cells.map(CellWords.title).joined(separator: "、")
    }

    /// 第 77 行, or the place in a table; nothing where it is not known.
    static func place(_ finding: Finding) -> String {
        if finding.origin.table > 0 { return finding.origin.description }
        return finding.line.map { "第 \($0) 行" } ?? finding.origin.description
    }

    /// As a table with one row a finding.
    static func sheet(_ caption: String, _ findings: [Finding]) -> SheetList {
        let rows = grouped(findings).flatMap { group in
            group.findings.map { finding in
                [
                    group.severity.title, finding.message, cells(finding), finding.found?.description ?? "",
                    finding.expected?.description ?? "", finding.basis,
                ]
            }
        }
        return SheetList(
            caption: caption, header: ["级别", "问题", "单元格", "现为", "应为", "依据"], widths: [6, 34, 20, 10, 10, 20], rows: rows)
    }
}
