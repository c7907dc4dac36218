import AnnualReport
import Law

/// A correction sheet (整改单): what a supervisor sends to one unit about its report. To whom, by which day, each finding
/// with its place and what to do, those that matter first, and room for the answer and the seals.
package struct CorrectionSheet: Sendable {
    package var report: AnnualReport
    package var findings: [Finding]
    /// Nil for the name that the report prints.
    package var addressee: String?
    /// By which day an answer is asked for; nil leaves room to write it in.
    package var due: Day?
    /// Who sends it; nil leaves room.
    package var issuer: String?
    package var issued: Day?

    package init(
        report: AnnualReport, findings: [Finding], addressee: String? = nil, due: Day? = nil, issuer: String? = nil, issued: Day? = nil
    ) {
        (self.report, self.findings, self.addressee) = (report, findings, addressee)
        (self.due, self.issuer, self.issued) = (due, issuer, issued)
    }

    private static let title = "政府信息公开工作年度报告整改单"

    private var name: String { addressee ?? report.organization ?? "（未能识别单位）" }
    private var year: String { report.year.map { "\($0)年" } ?? "（未能识别年度）" }

    /// The sheet of this unit.
    package var sheet: ReportSheet { ReportSheet(title: Self.title, parts: parts) }

    /// One document for several units, a part each.
    package static func sheet(_ sheets: [CorrectionSheet]) -> ReportSheet {
        if sheets.count == 1 { return sheets[0].sheet }
        let wrong = sheets.count { !$0.findings.isEmpty }
        var parts: [ReportSheet.Part] = [.paragraph("共核查 \(sheets.count) 份报告，\(wrong) 份需要更正或说明。")]
        for sheet in sheets {
            parts.append(.heading("\(sheet.name) \(sheet.year)"))
            parts += sheet.parts
        }
        return ReportSheet(title: title, parts: parts)
    }

    private var parts: [ReportSheet.Part] {
        var parts: [ReportSheet.Part] = [
            .paragraph("致：\(name)"),
            .paragraph("报告：\(report.narrative.title ?? "\(name)\(year)政府信息公开工作年度报告")（文件：\(report.source.name)）"),
        ]
        guard !findings.isEmpty else { return parts + [.paragraph("经核查，没有发现需要更正的问题。")] }
        let groups = FindingList.grouped(findings)
        let counts = groups.map { "\(Self.word($0.severity)) \($0.findings.count) 项" }.joined(separator: "，")
        parts.append(
            .paragraph("经核查，你单位\(year)政府信息公开工作年度报告有：\(counts)。请逐项更正或者说明，\(deadline)报送更正后的报告，并填写“整改情况”一栏。"))
        for group in groups {
            parts += [
                .subheading("\(Self.word(group.severity))（\(group.findings.count) 项）：\(Self.request(group.severity))"),
                .list(list(group)),
            ]
        }
        return parts + [
            .paragraph("整改单位（盖章）：　　　　　　　　　　　　经办人：　　　　　　　　　　日期：　　　　年　　月　　日"),
            .paragraph("核查单位（盖章）：\(issuer ?? "　　　　　　　　　　　　")　　　　\(issued.map(\.chinese) ?? "　　　　年　　月　　日")"),
        ]
    }

    private var deadline: String { due.map { "于\($0.chinese)前" } ?? "于　　　　年　　月　　日前" }

    private func list(_ group: (severity: Severity, findings: [Finding])) -> SheetList {
        let rows = group.findings.enumerated().map { index, finding in
            [
                "\(index + 1)", [FindingList.cells(finding), FindingList.place(finding)].filter { !$0.isEmpty }.joined(separator: "\n"),
                finding.message, finding.found?.description ?? "", finding.expected?.description ?? "",
                "\(finding.rule.advice)\n依据：\(finding.basis)", "",
            ]
        }
        return SheetList(
            caption: "\(name) \(year) \(Self.word(group.severity))", header: ["序号", "位置", "问题", "现为", "应为", "怎样更正", "整改情况"],
            widths: [5, 15, 22, 9, 9, 24, 16], rows: rows, labelsCells: true)
    }

    /// What a severity is called to those who are to mend it.
    private static func word(_ severity: Severity) -> String {
        switch severity {
        case .error: "必须更正的错误"
        case .warning: "需要核实的问题"
        case .notice: "格式上的问题"
        }
    }

    private static func request(_ severity: Severity) -> String {
        switch severity {
        case .error: "与自身或规定相矛盾，必须更正"
        case .warning: "数字或内容存疑，请核实；确实无误的，写明情况"
        case .notice: "请一并改正"
        }
    }

    // MARK: File names

    /// The sheet's file name, without an ending.
    package var fileName: String { Self.safe("\(name)\(report.year.map { "\($0)年" } ?? "")整改单") }

    /// Names for the files of several sheets, no two alike.
    package static func fileNames(_ sheets: [CorrectionSheet]) -> [String] {
        var used: Set<String> = []
        return sheets.map { sheet in
            let name = sheet.fileName
            var free = name
            var number = 2
            while !used.insert(free).inserted {
                free = "\(name)（\(number)）"
                number += 1
            }
            return free
        }
    }

    /// A name that leads into no other folder on any system. Compared scalar by scalar: a combining mark after a slash is
    /// one character with it.
    private static func safe(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(80) {
            let isBad = scalar.value < 0x20 || scalar.value == 0x7F || "/\\:*?\"<>|".unicodeScalars.contains(scalar)
            scalars.append(isBad ? "_" : scalar)
        }
        let safe = String(scalars)
        return safe.utf8.first == UInt8(ascii: ".") ? "_" + safe.dropFirst() : safe
    }
}
