import AnnualReport
import Markup
import Office
import Web

/// The list of reports, by name, year and region.
struct ReportListView {
    var list: ReportList
    /// More bodies bear the name than the list tells.
    var isCut = false
    var years: [Int]
    var regions: [String]
    var search: ReportSearch
    var page: Int

    static let pageSize = 50
}

enum ReportListPage {
    static func render(_ view: ReportListView) -> Page {
        Page(
            title: (view.search.problem == nil ? "" : "需要修改：") + "年度报告", section: .reports, trail: [HomePath.crumb],
            body: """
                <h1>年度报告</h1>
                \(filter(view))
                \(view.list.items.isEmpty ? empty(view) : found(view))
                """)
    }

    private static func filter(_ view: ReportListView) -> HTML {
        QueryForm(to: ReportsPath.list(), label: "查找报告", isSearch: true, button: "查找") {
            """
            \(ReportSearch.field(view.search.name, problem: view.search.problem))
            \(FormField(name: "year", label: "年度", control: .options(view.years.map { .init(value: "\($0)", title: "\($0) 年") }, chosen: view.search.year.map { "\($0)" }, any: "全部年度")))
            \(RegionField(view.regions, chosen: view.search.region, any: "全部地区"))
            """
        }.html
    }

    private static func empty(_ view: ReportListView) -> HTML {
        if view.search.problem != nil { return HTML() }
        return view.search.isEmpty && view.page == 1
            ? "<p>还没有公布年度报告。</p>"
            : "<p>没有符合条件的报告。可以少输入几个字再找，或者<a href=\"\(ReportsPath.list())\">看全部报告</a>。</p>"
    }

    private static func found(_ view: ReportListView) -> HTML {
        let paging = Pagination(page: view.page, size: ReportListView.pageSize, total: view.list.total) { page in
            view.search.link(page: page == 1 ? nil : page)
        }
        let cut: HTML = view.isCut ? "<p>名称中有这些字的单位太多，只列出一部分。请多输入几个字。</p>\n" : ""
        return """
            \(cut)<p>共 \(view.list.total) 份。更正过的报告只列现行的一版。</p>
            \(ReportTable.render(view.list.items, caption: "年度报告列表"))
            \(paging)
            """
    }
}

/// Reports as rows: whose, on which year, and what the checks say in a word.
enum ReportTable {
    static func render(_ items: [ReportSummary], caption: String) -> HTML {
        DataTable(
            caption: caption, hidesCaption: true,
            columns: [.init(title: "单位"), .init(title: "年度", isFigure: true), .init(title: "地区"), .init(title: "检查结果")],
            rows: items.map(row)
        ).html
    }

    private static func row(_ item: ReportSummary) -> [HTML] {
        let version = item.version
        var notes: [String] = version.organization == nil ? [version.fileName] : []
        if item.olderVersions > 0 { notes.append("第 \(version.number) 版，另有旧版 \(item.olderVersions)") }
        let history = ReportsPath.organization(version.organizationID)
        return [
            """
            <a href="\(ReportsPath.report(version.id))">\(version.displayName)</a><br>
            <span class="small quiet"><a href="\(history)">历年<span class="hidden">：\(version.displayName)</span></a>\(notes.map { "　\($0)" as HTML })</span>
            """,
            HTML(text: version.year.map { "\($0)" } ?? "不明"), HTML(text: version.region), HTML(text: result(item.findings)),
        ]
    }

    /// 错误 2，警告 1.
    private static func result(_ counts: FindingCounts) -> String {
        let words = Severity.allCases.filter { counts[$0] > 0 }.map { "\($0.title) \(counts[$0])" }
        return words.isEmpty ? "没有发现问题" : words.joined(separator: "，")
    }
}
