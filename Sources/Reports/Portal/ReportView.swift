import AnnualReport
import Foundation
import Law
import Markup
import Office
import ReportFiles
import Web

/// One report as its page shows it, whether it is kept or has just been dropped into the browser.
struct ReportView {
    var title: String
    var facts: [(name: String, value: HTML)]
    var report: AnnualReport
    var findings: [FindingItem]
    /// The text of the file; nil where it has none to show, with the reason in `sourceNote`.
    var source: SourceMarkup?
    var sourceNote: String?
    /// The other versions of the same organization and year.
    var versions: [ReportVersion] = []
    /// The organization as the tree names it, where the report prints another name.
    var treeName: String?
    /// The version shown; nil for a report that is not kept.
    var version: ReportVersion?

    /// A report that is kept.
    init(_ stored: StoredReport, source: StoredSource) {
        let version = stored.version
        title = Self.title(version.displayName, version.year)
        report = stored.report
        findings = FindingItem.items(stored.findings.map { ($0.finding, $0.previousVersionID) })
        self.version = version
        versions = stored.versions
        treeName = stored.treeName
        facts = [("地区", HTML(text: version.region))] + Self.facts(stored.report)
        if let day = version.publishedAt { facts.append(("本站公布时间", HTML(text: BeijingTime.text(day)))) }
        if !stored.placements.isEmpty {
            facts.append(("人工填写", HTML.join(stored.placements.map { HTML(text: $0.words) }, separator: "<br>")))
        }
        switch source {
        case .text(let text): show(text)
        case .unreadable(let reason): sourceNote = reason
        case .missing: sourceNote = "原文还没有整理好，请过几分钟再看，或下载原件。"
        }
    }

    /// A report that was just read and is not kept.
    init(_ reading: ReportReading, findings: [Finding]) {
        title = Self.title(reading.report.organization ?? "未能识别单位", reading.report.year)
        report = reading.report
        self.findings = FindingItem.items(findings.map { ($0, nil) })
        facts = Self.facts(reading.report)
        show(SourceText(reading.document))
    }

    private mutating func show(_ text: SourceText) {
        guard !text.isEmpty else {
            sourceNote = "这份报告由 JSON 数据读入，没有可以对照的原文。"
            return
        }
        do {
            source = try SourceMarkup(text)
        } catch {
            sourceNote = "原文的存档损坏，现在不能显示；可以下载原件。"
        }
    }

    static func title(_ organization: String, _ year: Int?) -> String {
        "\(organization)\(year.map { "\($0)年" } ?? "（年度不明）")政府信息公开工作年度报告"
    }

    private static func facts(_ report: AnnualReport) -> [(name: String, value: HTML)] {
        let narrative = report.narrative
        var facts: [(name: String, value: HTML)] = [
            ("单位", HTML(text: report.organization ?? "未能识别单位")),
            ("年度", HTML(text: report.year.map { "\($0)" } ?? "未能识别年度")),
            ("表样", HTML(text: report.template.map { "\($0.rawValue) 年表样（\($0.notice)）" } ?? "没有表二，无法判断")),
        ]
        if let title = narrative.title { facts.append(("原件标题", HTML(text: title))) }
        if let number = narrative.documentNumber { facts.append(("文号", HTML(text: number))) }
        if let period = narrative.periods.first { facts.append(("统计期限", HTML(text: period.quote))) }
        if let publication = narrative.publication {
            facts.append(("发布日期", "\(publication.day.description)（\(publication.basis.rawValue)）"))
        }
        if let contact = narrative.contact { facts.append(("联系方式", HTML(text: contact))) }
        facts.append(("文件", "\(report.source.name)（\(report.source.format)，\(report.source.bytes) 字节）"))
        return facts
    }
}

extension ReportVersion {
    /// What became of the version in public: 2026-11-24 公布，现行.
    var publicWords: String {
        var words = publishedAt.map { "\(BeijingTime.day($0)) 公布" } ?? ""
        if let withdrawal { words += "，\(BeijingTime.day(withdrawal.at)) 撤回：\(withdrawal.reason)" }
        return isCurrent ? words + "，现在公布的版本" : words
    }
}

extension RowPlacement {
    /// For everybody: without who did it.
    var words: String { "「\(row.fullTitle)」一行无法自动对位，由人工填写，\(BeijingTime.day(at))" }
}
