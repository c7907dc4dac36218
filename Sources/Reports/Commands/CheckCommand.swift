import AnnualReport
import ArgumentParser
import Foundation
import Law
import Office
import ReportFiles
import Terminal

/// `gongkai report check FILE…`
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "检查年度报告，列出问题。",
        discussion: """
            每个问题写明单元格、原文、应为、行号和依据，按错误、警告、提示分组。
            退出码：有文件不能读取为 2；否则有错误为 1；否则为 0。
            """)

    @Argument(help: ArgumentHelp("要检查的文件或文件夹；- 为标准输入。", valueName: "文件"))
    var files: [String]

    @Option(
        parsing: .upToNextOption, help: ArgumentHelp("上一年度的报告（文件或文件夹），按单位和年度配对。", valueName: "文件"))
    var previous: [String] = []

    @Option(help: ArgumentHelp("当地要求乡镇、街道公布年度报告的日期，例如 2-28；不写为 1-31。", valueName: "月-日"))
    var townDay: String?

    @Flag(help: "每份报告输出一行 JSON（gongkai.report/1）。")
    var json = false

    @Option(
        help: ArgumentHelp(
            "写出整改单。文件夹或 .zip：有问题的报告一份一个文件（DOCX），可以分发；.html 或 .docx：写成一个文件。", valueName: "文件或文件夹"))
    var out: String?

    @Option(help: ArgumentHelp("整改单的回复期限，例如 2026-12-10；不写则留空。", valueName: "日期"))
    var by: String?

    @Option(help: ArgumentHelp("整改单的核查单位；不写则留空。", valueName: "名称"))
    var from: String?

    func run() async throws {
        let output = try out.map(CorrectionOutput.init)
        let due = try by.map { text in
            guard let day = Day(iso: text) else { throw ValidationError("--by 应为日期，例如 2026-12-10：\(text)") }
            return day
        }
        let towns =
            try townDay.map { text in
                guard let day = TownReportDay(text) else { throw ValidationError("--town-day 应为每年都有的一天，例如 2-28：\(text)") }
                return day
            } ?? .standard
        var input = ReportInput()
        let pairing = Pairing(try await input.reports(previous))
        let json = json
        let keep = output != nil
        var failed = false
        var sheets: [CorrectionSheet] = []
        let today = Day(inChina: Date())
        try await input.read(files) { reading -> (AnnualReport?, [Finding], [UInt8], Bool) in
            let report = reading.report
            let findings = report.findings(previous: pairing.previous(of: report), towns: towns)
            let text =
                json ? ReportJSON.line(report, findings: findings) : Array(FindingsText.text(report, findings: findings).utf8) + [0x0A]
            return (keep ? report : nil, keep ? findings : [], text, findings.contains { $0.severity == .error })
        } take: { report, findings, text, hasError in
            Console.write(text)
            failed = failed || hasError
            if let report {
                sheets.append(CorrectionSheet(report: report, findings: findings, due: due, issuer: from, issued: today))
            }
        }
        if let output {
            let written = try output.write(sheets)
            if !json { Console.print(written) }
        }
        if input.unreadable > 0 { throw Exit.unreadable }
        if failed { throw Exit.error }
    }
}

/// Finds last year's report of the same organization among those given.
struct Pairing: Sendable {
    private struct Key: Hashable {
        var organization: String
        var year: Int
    }

    private var reports: [Key: AnnualReport] = [:]
    private var doubtful: Set<Key> = []

    init(_ previous: [AnnualReport]) {
        for report in previous {
            guard let organization = report.organization, let year = report.year else { continue }
            let key = Key(organization: OrganizationName.key(organization), year: year)
            // Of two that differ none is last year's beyond doubt.
            if let known = reports[key], known.source.sha256 != report.source.sha256 { doubtful.insert(key) }
            reports[key] = report
        }
    }

    func previous(of report: AnnualReport) -> AnnualReport? {
        guard let organization = report.organization, let year = report.year else { return nil }
        let key = Key(organization: OrganizationName.key(organization), year: year - 1)
        return doubtful.contains(key) ? nil : reports[key]
    }
}
