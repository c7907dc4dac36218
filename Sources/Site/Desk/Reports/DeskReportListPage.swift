import Formats
import Office

/// The newest reports of the organizations that somebody reaches.
enum DeskReportListPage {
    static let size = 50

    struct View: Sendable {
        var list: ReportList
        /// How many rows of a version wait to be placed, where there are any.
        var unplaced: [Int: Int]
        var years: [Int]
        var year: Int?
        var waitingOnly: Bool
        var page: Int
        var mayImport: Bool
    }

    static func render(_ view: View) -> Page {
        Page(
            title: "年度报告", desk: .reports, trail: [Crumb(title: "办公区", path: "/desk")], width: .wide,
            body: """
                <h1>年度报告</h1>
                \(view.mayImport ? "<p><a class=\"button\" href=\"/desk/reports/new\">\(UploadPage.title)</a></p>\n" as HTML : "")
                \(filter(view))
                \(view.list.items.isEmpty ? empty(view) : found(view))
                """)
    }

    private static func filter(_ view: View) -> HTML {
        """
        <form class="filter" method="get" action="/desk/reports" role="search" aria-label="筛选报告">
        \(Choice.render("年度", name: "year", options: view.years.map { .init(value: "\($0)", title: "\($0) 年") }, chosen: view.year.map { "\($0)" }, any: "全部年度"))
        <div class="field box"><input type="checkbox" id="waiting" name="waiting" value="on"\(view.waitingOnly ? " checked" as HTML : "")><label for="waiting">只列有行没有归位的</label></div>
        <div class="field"><button class="button second" type="submit">筛选</button></div>
        </form>
        """
    }

    private static func empty(_ view: View) -> HTML {
        view.year == nil && !view.waitingOnly && view.page == 1
            ? "<p>您可以查看的单位还没有报告。</p>" : "<p>没有符合条件的报告。<a href=\"/desk/reports\">看全部报告</a></p>"
    }

    private static func found(_ view: View) -> HTML {
        let paging = Pagination(page: view.page, size: size, total: view.list.total) { page in
            Link.to(
                "/desk/reports",
                [
                    "year": view.year.map { "\($0)" }, "waiting": view.waitingOnly ? "on" : nil, "page": page == 1 ? nil : "\(page)",
                ])
        }
        let columns: [DataTable.Column] = [
            .init(title: "单位"), .init(title: "年度", isFigure: true), .init(title: "版本"), .init(title: "错误", isFigure: true),
            .init(title: "警告", isFigure: true), .init(title: "归位"), .init(title: "地区"),
        ]
        return """
            <p>共 \(view.list.total) 份，同一单位同一年度有几版的只列最新一版。</p>
            \(DataTable(caption: "年度报告", hidesCaption: true, columns: columns, rows: view.list.items.map { row($0, view) }).render())
            \(paging.render())
            """
    }

    private static func row(_ item: ReportSummary, _ view: View) -> [HTML] {
        let version = item.version
        let file: HTML = version.organization == nil ? "<br><span class=\"quiet\">\(version.fileName)</span>" : ""
        return [
            "<a href=\"\(DeskReportPage.path(version.id))\">\(version.displayName)</a>\(file)",
            HTML(text: version.year.map { "\($0)" } ?? "不明"), "第 \(version.number) 版", "\(item.findings.errors)",
            "\(item.findings.warnings)",
            view.unplaced[version.id].map { "<span class=\"tag warning\">\($0) 行没有归位</span>" } ?? "", HTML(text: version.region),
        ]
    }
}
