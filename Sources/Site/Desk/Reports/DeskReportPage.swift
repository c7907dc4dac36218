import AnnualReport
import Formats
import Office

/// One version at the desk: what the checks say of it, and the rows that wait to be placed.
enum DeskReportPage {
    enum Done: String, Sendable {
        case imported, placed
    }

    struct View: Sendable {
        var stored: StoredReport
        /// Who placed rows, by account.
        var people: [Int: String]
        var mayPlace: Bool
        var done: Done?

        var version: ReportVersion { stored.version }
    }

    static func path(_ id: Int) -> String { "/desk/reports/\(id)" }

    /// 东河镇2021年
    static func name(_ version: ReportVersion) -> String {
        version.displayName + (version.year.map { "\($0)年" } ?? "（年度不明）")
    }

    static func render(_ view: View) -> Page {
        let version = view.version
        let items = FindingItem.items(view.stored.findings.map { ($0.finding, $0.previousVersionID) })
        return Page(
            title: ReportView.title(version.displayName, version.year), desk: .reports,
            trail: [Crumb(title: "办公区", path: "/desk"), Crumb(title: "年度报告", path: "/desk/reports")], width: .wide,
            body: """
                <h1>\(ReportView.title(version.displayName, version.year))</h1>
                \(view.done.map { confirmation($0, view) })
                \(older(view))
                \(FactList.render(facts(view), caption: "这一版的基本情况"))
                <ul class="actions"><li><a href="\(Link.report(version.id))">看公开页面</a></li><li><a href="\(Link.report(version.id))/file" download>下载原件</a></li></ul>
                \(unplaced(view))
                <h2>检查结果</h2>
                \(FindingList.counts(items))
                \(FindingList.render(items))
                """)
    }

    private static func confirmation(_ done: Done, _ view: View) -> HTML {
        let version = view.version
        let words: HTML =
            switch done {
            case .imported: "已保存：\(name(version))政府信息公开工作年度报告，第 \(version.number) 版。"
            case .placed:
                "已保存：\(name(version))政府信息公开工作年度报告第 \(version.number) 版，\(view.stored.placements.last.map { "「\($0.row.fullTitle)」一行" } ?? "")由人工归位，检查已重做。"
            }
        return "<div class=\"confirmation\" role=\"status\"><p>\(words)</p></div>\n"
    }

    private static func older(_ view: View) -> HTML {
        guard !view.version.isNewest, let newest = view.stored.versions.first(where: \.isNewest) else { return "" }
        return """
            <div class="inset warning"><p>这是第 \(view.version.number) 版，不再改动。<a href="\(path(newest.id))">看第 \(newest.number) 版（最新）</a></p></div>
            """
    }

    private static func facts(_ view: View) -> [(name: String, value: HTML)] {
        let version = view.version
        let versions = view.stored.versions.map { other -> HTML in
            let words = "第 \(other.number) 版（\(ChinaTime.day(other.importedAt)) \(other.madeWord)\(other.isNewest ? "，最新" : "")）"
            return other.id == version.id ? "<strong>\(words)</strong>" : "<a href=\"\(path(other.id))\">\(words)</a>"
        }
        var facts: [(name: String, value: HTML)] = [
            ("单位", HTML(text: version.displayName)), ("地区", HTML(text: version.region)),
            ("年度", HTML(text: version.year.map { "\($0)" } ?? "未能识别年度")), ("版本", HTML.join(versions, separator: "<br>")),
            ("文件", "\(version.fileName)（\(version.format)，\(version.bytes) 字节）"),
            (version.madeWord + "时间", HTML(text: ChinaTime.text(version.importedAt))),
        ]
        if !view.stored.placements.isEmpty {
            let lines = view.stored.placements.map { placement -> HTML in
                let who = placement.accountID.map { view.people[$0] ?? "第 \($0) 号账号" } ?? "命令行或程序"
                return "\(placement.words)，\(who)"
            }
            facts.append(("人工归位", HTML.join(lines, separator: "<br>")))
        }
        return facts
    }

    private static func unplaced(_ view: View) -> HTML {
        let rows = view.stored.report.unplacedRows
        guard !rows.isEmpty else { return "" }
        let links = view.mayPlace && view.version.isNewest
        let columns = ["行", "原文印的", "位置"] + (links ? ["操作"] : [])
        let lines = rows.map { row -> [HTML] in
            let title = row.name.fullTitle
            let cells: [HTML] = [HTML(text: title), PlacementPage.found(row), HTML(text: row.origin.description)]
            guard links else { return cells }
            return cells + [
                "<a href=\"\(PlacementPage.path(view.version.id, row.name))\">手工填写<span class=\"hidden\">：\(title)</span></a>"
            ]
        }
        return """
            <h2 id="unplaced">没有归位的行（\(rows.count)）</h2>
            <p class="prose">这些行印有数字，但是读取时不能确定各在哪一格，所以没有采用。\(links ? "对照原件逐格填写后，成为新的一版。" : "")</p>
            \(DataTable(caption: "没有归位的行", hidesCaption: true, columns: columns.map { .init(title: $0) }, rows: lines).render())
            """
    }
}
