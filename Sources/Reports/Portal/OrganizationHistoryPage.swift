import AnnualReport
import Markup
import Office
import Web

/// One body over the years, the newest first.
struct OrganizationHistoryView {
    struct Entry {
        var version: ReportVersion
        var report: AnnualReport
        var words: ReportWords

        /// 2022年, or that the year is not known.
        var title: String { version.year.map { "\($0)年" } ?? "年度不明" }
        func link(_ cell: CellName) -> Address { ReportsPath.report(version.id).at(cell.anchor) }
    }

    var id: Int
    var name: String
    var region: String
    var entries: [Entry]

    init(_ organization: Organization, _ reports: [(version: ReportVersion, report: AnnualReport)]) {
        id = organization.id
        name = organization.name ?? reports.first?.version.displayName ?? organization.displayName
        region = organization.region
        entries = reports.map { Entry(version: $0.version, report: $0.report, words: ReportWords($0.report, year: $0.version.year)) }
    }

    /// Years between the first and the last that have no report.
    var gaps: [Int] {
        let years = Set(entries.compactMap(\.version.year))
        guard let first = years.min(), let last = years.max() else { return [] }
        return (first...last).filter { !years.contains($0) }
    }
}

enum OrganizationHistoryPage {
    static func render(_ view: OrganizationHistoryView) -> Page {
        Page(
            title: "\(view.name)历年政府信息公开情况", section: .reports,
            trail: [HomePath.crumb, ReportsPath.crumb],
            body: """
                <h1>\(view.name)历年政府信息公开情况</h1>
                <p class="quiet">\(view.region)。以下文字由各年年度报告中的数字写成，点数字看它在报告中的位置。</p>
                \(view.entries.first.map { newest($0, view) } ?? HTML())
                \(figures(view))
                \(earlier(view))
                """)
    }

    private static func newest(_ entry: OrganizationHistoryView.Entry, _ view: OrganizationHistoryView) -> HTML {
        let before = view.entries.dropFirst().first
        let compare: HTML? = before.map {
            "<li><a href=\"\(ReportsPath.compare($0.version.id, entry.version.id))\">与\($0.title)比较</a></li>"
        }
        return """
            <h2>\(entry.title)</h2>
            <div class="words">\(entry.words.paragraphs(link: entry.link))</div>
            <ul class="actions"><li><a href="\(ReportsPath.report(entry.version.id))">看\(entry.title)的年度报告</a></li>\(compare)</ul>

            """
    }

    private static let columns: [(title: String, cells: [CellName])] = [
        ("收到申请", [CellName(.requests(.received), .applicant(.total))]), ("办理完毕", [CellName(.requests(.total), .applicant(.total))]),
        ("予以公开", [CellName(.requests(.granted), .applicant(.total))]),
        ("行政复议", [CellName(.reviews(.reconsideration), .outcome(.total))]),
        (
            "行政诉讼",
            [
                CellName(.reviews(.litigationDirect), .outcome(.total)),
                CellName(.reviews(.litigationAfterReconsideration), .outcome(.total)),
            ]
        ),
    ]

    /// A line a year of the figures that people ask for.
    private static func figures(_ view: OrganizationHistoryView) -> HTML {
        guard view.entries.count > 1 else { return "" }
        let table = DataTable(
            caption: "各年的件数", columns: [.init(title: "年度")] + columns.map { .init(title: $0.title, isFigure: true) },
            rows: view.entries.map { entry in
                ["<a href=\"\(ReportsPath.report(entry.version.id))\">\(entry.version.year.map { "\($0)" } ?? "不明")</a>"]
                    + columns.map { figure($0.cells, entry) }
            }, isTight: true)
        let gaps: HTML = view.gaps.isEmpty ? "" : "<p>没有收录\(view.gaps.map { "\($0)年" }.joined(separator: "、"))的年度报告。</p>\n"
        return "<h2>各年比较</h2>\n\(table)\(gaps)"
    }

    private static func figure(_ cells: [CellName], _ entry: OrganizationHistoryView.Entry) -> HTML {
        var sum = 0
        for cell in cells {
            switch entry.report[cell]?.cell {
            case .count(let count):
                guard let next = sum.adding(count) else { return unknown }
                sum = next
            case .notApplicable: break
            default: return unknown
            }
        }
        return "<a href=\"\(entry.link(cells[0]))\">\(sum)</a>"
    }

    private static let unknown: HTML = "<span class=\"quiet\">未写明</span>"

    private static func earlier(_ view: OrganizationHistoryView) -> HTML {
        guard view.entries.count > 1 else { return "" }
        let years = view.entries.dropFirst().map { entry -> HTML in
            """
            <details><summary>\(entry.title)</summary>
            <div class="words">\(entry.words.paragraphs(link: entry.link))</div>
            <p><a href="\(ReportsPath.report(entry.version.id))">看\(entry.title)的年度报告</a></p>
            </details>

            """
        }
        return "<h2>以前各年</h2>\n\(years)"
    }
}
