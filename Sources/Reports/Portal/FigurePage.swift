import AnnualReport
import Markup
import Office
import Web

/// One figure of a year and what each report contributes to it.
struct FigureView {
    var figure: FigureName
    var year: Int
    var region: String
    var sum: FigureSum
    /// The sum of a column of money, as the merged report has it.
    var money: String?
    /// The government's own report, which is not in the sum.
    var own: ReportVersion?
    /// Reports on this page.
    var reports: [ReportFigures]
    var total: Int
    var page: Int

    static let pageSize = 50

    var link: Address { FigureView.link(figure, year: year, region: region) }

    static func link(_ figure: FigureName, year: Int, region: String?, page: Int? = nil) -> Address {
        ReportsPath.figures().with(["year": "\(year)", "region": region, "cell": figure.description, "page": page.map { "\($0)" }])
    }
}

enum FigurePage {
    static func render(_ view: FigureView) -> Page {
        let paging = Pagination(page: view.page, size: FigureView.pageSize, total: view.total) { page in
            FigureView.link(view.figure, year: view.year, region: view.region, page: page)
        }
        return Page(
            title: "\(view.figure.title)的来源", section: .merge, trail: trail(view), width: .wide,
            body: """
                <h1>\(view.figure.title)的来源</h1>
                \(FactList([("年度", "\(view.year)"), ("地区", HTML(text: view.region)), ("合计", sum(view)), ("报告", "\(view.total) 份")], caption: "这个数字"))
                <p class="prose">合计是下列各份报告中这个数字之和。空白、写“/”、写金额或者未能辨认的没有计入。\(own(view))</p>
                \(view.reports.isEmpty ? "<p>没有报告。</p>" : table(view))
                \(paging)
                """)
    }

    private static func own(_ view: FigureView) -> HTML {
        guard let own = view.own, !view.reports.contains(where: { $0.version.id == own.id }) else { return "" }
        return "<a href=\"\(ReportsPath.report(own.id))#\(view.figure.cells.first?.anchor ?? "")\">\(own.displayName)自己的报告</a>说的是整个地区，不在其中。"
    }

    private static func sum(_ view: FigureView) -> HTML {
        if let money = view.money { return "<strong>\(money)</strong>" }
        return view.sum == .noCount ? "没有报告写明" : "<strong>\(view.sum.text)</strong>"
    }

    private static func table(_ view: FigureView) -> HTML {
        let cells = view.figure.cells
        let single = cells.count == 1
        let columns: [DataTable.Column] = ["单位", "地区"] + (single ? [.figure("本格")] : cells.map { .figure($0.row.title) })
        return DataTable(
            caption: "各份报告中的这个数字", hidesCaption: true, columns: columns,
            rows: view.reports.map { report in
                let version = report.version
                let page = ReportsPath.report(version.id)
                let name: HTML = "<a href=\"\(single ? page.at(cells[0].anchor) : page)\">\(version.displayName)</a>"
                return [name, HTML(text: version.region)] + cells.map { value(report.cells[$0]) }
            }, isFullWidth: !single
        ).html
    }

    private static func value(_ stated: StatedCell?) -> HTML {
        guard let stated else { return "<span class=\"quiet\">无此项</span>" }
        if stated.cell == .blank { return "<span class=\"quiet\">（空白）</span>" }
        return CellText.html(stated.cell, in: stated.state)
    }

    private static func trail(_ view: FigureView) -> [Crumb] {
        [
            HomePath.crumb,
            Crumb("\(view.region) \(view.year) 年汇总", ReportsPath.merge(view.region, view.year)),
        ]
    }
}
