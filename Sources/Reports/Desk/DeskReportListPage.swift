import AnnualReport
import Law
import Markup
import Office
import Web

/// The organizations within reach in the order of the tree, each with how far its report on a year is.
enum DeskReportListPage {
    static let size = 100

    /// What the list may be narrowed to.
    enum Filter: String, CaseIterable, Sendable {
        case errors, missing, draft, returned, unplaced

        var title: String {
            switch self {
            case .errors: "有错误的"
            case .missing: "未报"
            case .draft: "草稿"
            case .returned: "退回整改的"
            case .unplaced: "有行无法对位的"
            }
        }

        func holds(_ standing: YearStanding) -> Bool {
            switch self {
            case .errors: standing.hasErrors
            case .missing: standing.isMissing
            case .draft: standing.isDraft
            case .returned: standing.sentBack != nil
            case .unplaced: standing.hasUnplaced
            }
        }
    }

    struct View: Sendable {
        /// All within reach.
        var standings: [ReportStanding]
        /// How many rows of a version wait to be placed, where there are any.
        var unplaced: [Int: Int]
        var withoutYear: [ReportSummary]
        var years: [Int]
        var year: Int
        var filter: Filter?
        var page: Int
        var today: Day
        var mayImport: Bool
        var maySendBack: Bool

        var found: [ReportStanding] { filter.map { filter in standings.filter { filter.holds($0.year) } } ?? standings }
        var shown: ArraySlice<ReportStanding> { found.dropFirst((page - 1) * DeskReportListPage.size).prefix(DeskReportListPage.size) }
    }

    static func link(year: Int, filter: Filter? = nil, page: Int = 1) -> Address {
        DeskReportPath.list().with(["year": "\(year)", "state": filter?.rawValue, "page": page == 1 ? nil : "\(page)"])
    }

    static func render(_ view: View) -> Page {
        .desk(
            .reports, title: "年度报告", width: .wide,
            body: """
                \(actions(view))
                \(filter(view))
                \(view.standings.isEmpty ? "<p>您可以查看的单位还没有归入机构树。</p>" : list(view))
                \(withoutYear(view))
                """)
    }

    private static func actions(_ view: View) -> HTML {
        var links: [HTML] = []
        if view.mayImport { links.append("<a class=\"button\" href=\"\(DeskReportPath.new())\">\(UploadPage.title)</a>") }
        if view.maySendBack, view.standings.contains(where: { $0.year.worked != nil }) {
            links.append("<a class=\"button second\" href=\"\(DeskReportPath.corrections(view.year))\">整改单</a>")
        }
        return links.isEmpty ? "" : "<p>\(HTML.join(links, separator: " "))</p>\n"
    }

    private static func filter(_ view: View) -> HTML {
        QueryForm(to: DeskReportPath.list(), label: "筛选报告", isSearch: true, button: .second("筛选")) {
            """
            \(FormField(name: "year", label: "年度", control: .options(view.years.map { .init(value: "\($0)", title: "\($0) 年") }, chosen: "\(view.year)")))
            \(FormField(name: "state", label: "状态", control: .options(Choice.list(Filter.allCases, \.title), chosen: view.filter?.rawValue, any: "全部单位")))
            """
        }.html
    }

    private static func list(_ view: View) -> HTML {
        let found = view.found
        guard !found.isEmpty else {
            return "\(counts(view))<p>没有符合条件的单位。<a href=\"\(link(year: view.year))\">看全部单位</a></p>"
        }
        let paging = Pagination(page: view.page, size: size, total: found.count) { link(year: view.year, filter: view.filter, page: $0) }
        let columns: [DataTable.Column] = [
            "单位", "\(view.year) 年", .figure("错误"), .figure("警告"), .figure("提示"), "要办的", "\(view.year - 1) 年",
        ]
        return """
            \(counts(view))
            \(DataTable(caption: "各单位的年度报告", hidesCaption: true, columns: columns, rows: view.shown.map { row($0, view) }))
            \(paging)
            """
    }

    /// Counts of the records, not of the page.
    private static func counts(_ view: View) -> HTML {
        let all = view.standings.map(\.year)
        let worked = all.count { $0.worked != nil }
        let due = all.filter { $0.due != nil }
        let late = due.count { $0.isLate(on: view.today) }
        let parts: [(words: String, count: Int, filter: Filter?)] = [
            ("已公布", all.count { $0.current != nil }, nil), ("草稿", all.count(where: \.isDraft), .draft),
            ("未报", due.count(where: \.isMissing), .missing), ("有错误的", all.count(where: \.hasErrors), .errors),
            ("退回整改", all.count { $0.sentBack != nil }, .returned),
        ]
        let words = parts.map { part -> HTML in
            let overdue: HTML = part.filter == .missing && late > 0 ? "（其中已逾期 \(late)）" : ""
            guard let filter = part.filter, part.count > 0, filter != view.filter else { return "\(part.words) \(part.count)\(overdue)" }
            return "<a href=\"\(link(year: view.year, filter: filter))\">\(part.words) \(part.count)</a>\(overdue)"
        }
        return """
            <p>\(view.year) 年度应报 \(due.count) 个单位，共 \(worked) 份报告：\(HTML.join(words, separator: "，"))。</p>

            """
    }

    private static func row(_ item: ReportStanding, _ view: View) -> [HTML] {
        let name: HTML = "<span class=\"level-\(view.filter == nil ? min(item.level, 5) : 0)\">\(item.organization.displayName)</span>"
        let standing = item.year
        var waits: [HTML] = []
        if let sentBack = standing.sentBack {
            waits.append("<span class=\"tag warning\">退回整改，\(DaysLeft.words(sentBack.due, from: view.today))</span>")
        }
        if standing.isDraft { waits.append("<span class=\"tag notice\">核对后公布</span>") }
        if let id = standing.worked?.id, let rows = view.unplaced[id] { waits.append("<span class=\"tag warning\">\(rows) 行无法对位</span>") }
        let findings: [HTML] =
            standing.worked == nil
            ? ["", "", ""] : ["\(standing.findings.errors)", "\(standing.findings.warnings)", "\(standing.findings.notices)"]
        return [name, state(standing, item, view)] + findings + [HTML.join(waits, separator: " "), state(item.yearBefore, item, view)]
    }

    private static func state(_ standing: YearStanding, _ item: ReportStanding, _ view: View) -> HTML {
        if let worked = standing.worked {
            let words: HTML =
                switch worked.state {
                case .draft: standing.current == nil ? "草稿" : "已公布，另有草稿"
                default: "已公布"
                }
            let name: HTML = "<span class=\"hidden\">\(item.organization.displayName) \(worked.year.map { "\($0)" } ?? "")年：</span>"
            return "<a href=\"\(DeskReportPath.version(worked.id))\">\(name)\(words)</a>"
        }
        if let withdrawn = standing.withdrawn { return "<a href=\"\(DeskReportPath.version(withdrawn.id))\">已撤回</a>" }
        guard let due = standing.due else { return "<span class=\"quiet\">不单独报</span>" }
        return standing.isLate(on: view.today) ? "<strong class=\"tag error\">逾期未报</strong>" : "未报（\(due.description) 前）"
    }

    private static func withoutYear(_ view: View) -> HTML {
        guard view.filter == nil, view.page == 1, !view.withoutYear.isEmpty else { return "" }
        let rows = view.withoutYear.map { item -> HTML in
            "<li><a href=\"\(DeskReportPath.version(item.version.id))\">\(item.version.displayName)：\(item.version.fileName)</a>，\(item.version.deskWords)</li>\n"
        }
        return "<h2>没有认出年度的报告（\(view.withoutYear.count)）</h2>\n<ul>\(rows)</ul>\n"
    }
}

/// Days until a day by which something is asked for: 还剩 3 天, 已过期 2 天.
enum DaysLeft {
    static func words(_ due: Day, from today: Day) -> String {
        let left = due.ordinal - today.ordinal
        if left == 0 { return "今天到期" }
        return left > 0 ? "还剩 \(left) 天" : "已过期 \(-left) 天"
    }
}
