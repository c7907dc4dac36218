import AnnualReport
import Formats
import Office

/// The list of reports, by year and region.
struct ReportListView {
    var list: ReportList
    var years: [Int]
    var regions: [String]
    var year: Int?
    var region: String?
    var page: Int

    static let pageSize = 50
}

enum ReportListPage {
    static func render(_ view: ReportListView) -> Page {
        Page(
            title: "年度报告", section: .reports, trail: [Crumb(title: "首页", path: "/")], width: .wide,
            body: """
                <h1>年度报告</h1>
                \(filter(view))
                \(view.list.items.isEmpty ? empty(view) : found(view))
                """)
    }

    private static func filter(_ view: ReportListView) -> HTML {
        """
        <form class="filter" method="get" action="/reports" role="search" aria-label="筛选报告">
        \(Choice.render("年度", name: "year", options: view.years.map { .init(value: "\($0)", title: "\($0) 年") }, chosen: view.year.map { "\($0)" }, any: "全部年度"))
        \(RegionField.render(view.regions, chosen: view.region, any: "全部地区"))
        <div class="field"><button class="button second" type="submit">筛选</button></div>
        </form>
        """
    }

    private static func empty(_ view: ReportListView) -> HTML {
        view.year == nil && view.region == nil && view.page == 1
            ? "<p>还没有公布报告。</p>"
            : "<p>没有符合条件的报告。<a href=\"/reports\">看全部报告</a></p>"
    }

    private static func found(_ view: ReportListView) -> HTML {
        let paging = Pagination(page: view.page, size: ReportListView.pageSize, total: view.list.total) { page in
            Link.to("/reports", ["year": view.year.map { "\($0)" }, "region": view.region, "page": page == 1 ? nil : "\(page)"])
        }
        return """
            <p>共 \(view.list.total) 份，同一单位同一年度有几版的只列最新一版。</p>
            \(ReportTable.render(view.list.items, caption: "年度报告列表"))
            \(paging.render())
            """
    }
}

/// Reports as rows with the counts of their findings.
enum ReportTable {
    static func render(_ items: [ReportSummary], caption: String) -> HTML {
        DataTable(
            caption: caption, hidesCaption: true,
            columns: [
                .init(title: "单位"), .init(title: "年度", isFigure: true), .init(title: "错误", isFigure: true),
                .init(title: "警告", isFigure: true), .init(title: "提示", isFigure: true), .init(title: "地区"), .init(title: "版本"),
                .init(title: "导入日期"),
            ],
            rows: items.map(row)
        ).render()
    }

    private static func row(_ item: ReportSummary) -> [HTML] {
        let version = item.version
        return [
            "<a href=\"\(Link.report(version.id))\">\(version.displayName)</a>\(version.organization == nil ? "<br><span class=\"quiet\">\(version.fileName)</span>" : "" as HTML)",
            HTML(text: version.year.map { "\($0)" } ?? "不明"),
            "\(item.findings.errors)", "\(item.findings.warnings)", "\(item.findings.notices)", HTML(text: version.region),
            HTML(text: item.olderVersions == 0 ? "1 版" : "第 \(version.number) 版，另有旧版 \(item.olderVersions)"),
            HTML(text: ChinaTime.day(version.importedAt)),
        ]
    }
}
