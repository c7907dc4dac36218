import Markup
import Office
import Web

/// What the front page shows of annual reports.
package struct ReportHomeView {
    package var newest: [ReportSummary]
    package var total: Int
    /// How many regions they come from.
    package var regions: Int
    package var years: [Int]
    /// How many reports the newest year has.
    package var thisYear: Int
    /// Whose site it is; nil while it has no name of its own.
    package var office: String?
    /// True for a reader who may upload.
    package var mayImport = false

    package init(
        newest: [ReportSummary], total: Int, regions: Int, years: [Int], thisYear: Int, office: String? = nil, mayImport: Bool = false
    ) {
        self.newest = newest
        self.total = total
        self.regions = regions
        self.years = years
        self.thisYear = thisYear
        self.office = office
        self.mayImport = mayImport
    }
}

/// The part of the front page that is of annual reports: the search, the newest ones, the ways to sums and comparisons.
package enum ReportHome {
    static func part(_ visit: HomeVisit) async throws -> HomePart {
        let store = visit.records.reports
        let years = try await store.years()
        let thisYear = if let year = years.first { try await store.summaries(year: year, limit: 1).total } else { 0 }
        return render(
            ReportHomeView(
                newest: try await store.latest(limit: 8), total: try await store.summaries(limit: 1).total,
                regions: try await store.places().count, years: years, thisYear: thisYear,
                mayImport: visit.principal?.has(.importReports) ?? false))
    }

    static func render(_ view: ReportHomeView) -> HomePart {
        HomePart(
            heading: "政府信息公开工作年度报告", lead: view.total == 0 ? empty(view) : search(view),
            doors: [
                HomePart.Door("年度概览", ReportsPath.years(), "一个地区一年收到多少申请、怎样答复、为什么不公开、复议和诉讼的结果。"),
                HomePart.Door("汇总", ReportsPath.merge(), "一个地区各单位的数字合计，以及哪些单位还没有公布报告。"),
                HomePart.Door("检查一份报告", ReportsPath.check(), "选一份报告文件，看填得对不对、哪里要改。文件不保存。"),
            ],
            below: newest(view))
    }

    private static func empty(_ view: ReportHomeView) -> HTML {
        """
        <p class="prose">这里将公布政府信息公开工作年度报告，现在还没有公布。行政机关应当在每年 1 月 31 日前公布上一年度的报告（《政府信息公开条例》第四十九条）。</p>
        \(HTML.when(view.mayImport) { "<p><a class=\"button\" href=\"\(DeskReportPath.new())\">上传年度报告</a></p>\n" })
        """
    }

    private static func search(_ view: ReportHomeView) -> HTML {
        let years = view.years.map { year -> HTML in "<li><a href=\"\(ReportsPath.list().with(["year": "\(year)"]))\">\(year) 年</a></li>" }
        let this: HTML? = view.years.first.map { year in
            "<p>最新的是 <a href=\"\(ReportsPath.list().with(["year": "\(year)"]))\">\(year) 年的 \(view.thisYear) 份报告</a>。</p>\n"
        }
        return """
            <p class="lead">查一个单位一年收到多少公开申请、怎样答复，也可以看它的报告原文。</p>
            \(QueryForm(to: ReportsPath.list(), label: "按名称查找", isSearch: true, button: "查找") {
                """
                \(ReportSearch.field(nil))
                """
            })
            \(this)<p>现有 \(view.total) 份报告，来自 \(view.regions) 个地区。按年度看：</p>
            <ul class="plain">\(years)</ul>
            """
    }

    private static func newest(_ view: ReportHomeView) -> HTML {
        guard !view.newest.isEmpty else { return "" }
        let items = view.newest.map { item -> HTML in
            let version = item.version
            return """
                <li><a href="\(ReportsPath.report(version.id))">\(version.displayName)</a> <span class="quiet">\(version.year.map { "\($0)年" } ?? "年度不明") · \(version.region)</span></li>

                """
        }
        return """
            <h2>新近公布的报告</h2>
            <ul class="rows">\(items)</ul>
            <p><a href="\(ReportsPath.list())">看全部报告</a></p>
            """
    }
}
