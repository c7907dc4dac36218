import AnnualReport

/// Findings for the terminal, grouped by severity, each with its cells, what was found and expected, its place and
/// its basis.
package enum FindingsText {
    /// A report's heading and its findings.
    package static func text(_ report: AnnualReport, findings: [Finding]) -> String {
        let name = [report.organization, report.year.map { "\($0) 年" }].compactMap { $0 }.joined(separator: " ")
        let heading = name.isEmpty ? report.source.name : "\(name)（\(report.source.name)）"
        return heading + "：" + counts(findings) + (findings.isEmpty ? "。\n" : "\n" + list(findings))
    }

    /// How many there are of each severity: `错误 2，警告 5`.
    package static func counts(_ findings: [Finding]) -> String {
        if findings.isEmpty { return "没有发现问题" }
        return FindingList.grouped(findings).map { "\($0.severity.title) \($0.findings.count)" }.joined(separator: "，")
    }

    /// The findings alone.
    package static func list(_ findings: [Finding]) -> String {
        var text = ""
        for group in FindingList.grouped(findings) {
            text += "\n\(group.severity.title)（\(group.findings.count)）\n"
            for (index, finding) in group.findings.enumerated() { text += entry(finding, index + 1) }
        }
        return text
    }

    private static func entry(_ finding: Finding, _ number: Int) -> String {
        let mark = "  \(number). "
        let indent = String(repeating: " ", count: mark.count)
        var text = mark + finding.rule.title + "（\(finding.rule.rawValue)）\n"
        text += indent + finding.message + "\n"
        let cells = FindingList.cells(finding)
        if !cells.isEmpty { text += indent + "单元格：\(cells)\n" }
        var values: [String] = []
        if let found = finding.found { values.append("现为：\(found.description)") }
        if let expected = finding.expected { values.append("应为：\(expected.description)") }
        let place = FindingList.place(finding)
        if !place.isEmpty { values.append("位置：\(place)") }
        if !values.isEmpty { text += indent + values.joined(separator: "　") + "\n" }
        return text + indent + "依据：\(finding.basis)\n"
    }
}
