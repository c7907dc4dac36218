import AnnualReport

/// The sheet that a county sends back to those who report to it: one part a report, in it each finding with its cell,
/// what was found, what was expected, where it stands, on what it rests, and what to correct.
public enum CorrectionSheet {
    public static func sheet(_ reports: [(report: AnnualReport, findings: [Finding])]) -> ReportSheet {
        var sheet = ReportSheet(title: "政府信息公开工作年度报告核查更正单")
        if reports.count > 1 {
            sheet.parts.append(.paragraph("共核查 \(reports.count) 份报告，\(reports.count { !$0.findings.isEmpty }) 份需要更正或说明。"))
        }
        for (report, findings) in reports { append(report, findings, to: &sheet) }
        return sheet
    }

    private static func append(_ report: AnnualReport, _ findings: [Finding], to sheet: inout ReportSheet) {
        let organization = report.organization ?? "（未能识别单位）"
        let year = report.year.map { "\($0)年" } ?? "（未能识别年度）"
        sheet.parts += [
            .heading("\(organization) \(year)"),
            .paragraph("标题：\(report.narrative.title ?? "（没有找到标题）")"),
            .paragraph("文件：\(report.source.name)"),
        ]
        guard !findings.isEmpty else {
            sheet.parts.append(.paragraph("没有发现需要更正的问题。"))
            return
        }
        for group in FindingList.grouped(findings) {
            let heading = "\(group.severity.title)（\(group.findings.count) 项）：\(meaning(group.severity))"
            sheet.parts += [.subheading(heading), .list(list(group.findings, caption: "\(organization) \(year) \(group.severity.title)"))]
        }
    }

    private static func list(_ findings: [Finding], caption: String) -> SheetList {
        let rows = findings.enumerated().map { index, finding in
            [
                "\(index + 1)", finding.message, FindingList.cells(finding), finding.found?.description ?? "",
                finding.expected?.description ?? "", FindingList.place(finding), finding.basis, finding.rule.advice,
            ]
        }
        return SheetList(
            caption: caption, header: ["序号", "问题", "单元格", "现为", "应为", "位置", "依据", "怎样更正"],
            widths: [5, 20, 14, 10, 10, 9, 16, 16], rows: rows)
    }

    private static func meaning(_ severity: Severity) -> String {
        switch severity {
        case .error: "与自身或规定相矛盾，必须更正"
        case .warning: "数字或内容存疑，请核对"
        case .notice: "形式问题，请一并改正"
        }
    }
}
