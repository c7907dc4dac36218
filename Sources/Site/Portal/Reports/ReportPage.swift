import AnnualReport
import Formats
import Office
import ReportFiles

/// One report: what it is, its three tables as on the form, what the checks say, the source text beside.
enum ReportPage {
    static func render(_ view: ReportView) -> Page {
        Page(
            title: view.title, section: .reports,
            trail: [Crumb(title: "首页", path: "/"), Crumb(title: "年度报告", path: "/reports")], width: .wide,
            body: """
                <h1>\(view.title)</h1>
                \(versionNote(view))
                \(FactList.render(view.facts + versionFacts(view), caption: "报告的基本情况"))
                \(actions(view))
                \(content(view))
                """)
    }

    /// Tables, findings and source: the same for a report that is kept and for one that is not.
    static func content(_ view: ReportView) -> HTML {
        let anchors = view.source?.anchors ?? []
        let marks = CellMarks(view.findings, rows: view.report.rows)
        let grids = FormGrid.tables(view.report)
        let cells = Set(grids.flatMap { $0.cells.compactMap { $0.figure?.name } })
        return """
            <h2>检查结果</h2>
            \(FindingList.counts(view.findings))
            <div class="beside">
            <div>
            <h2>三张表</h2>
            <p class="small quiet">数字可以点，会跳到它在原文中的位置；有问题的格标有“错误”“警告”或“提示”和编号，点编号看说明。空白表示原件空白，“/”表示原件写明不适用。</p>
            \(grids.isEmpty ? "<p>这份文件中没有找到法定的三张表。</p>" : HTML.join(grids.map { table($0, view.report, marks, anchors) }))
            \(view.findings.isEmpty ? "" : "<h2>检查结果说明</h2>\n" as HTML)\(FindingList.render(view.findings, anchors: anchors, cells: cells))
            </div>
            <div class="pane">\(source(view))</div>
            </div>
            """
    }

    private static func table(
        _ grid: FormGrid, _ report: AnnualReport, _ marks: CellMarks, _ anchors: Set<String>
    ) -> HTML {
        FormTable(
            grid: grid,
            figure: { name, entry, printed in
                let items = marks[name]
                let state = report.row(name.row)?.state ?? .placed
                return FormTable.Figure(
                    content: value(printed, entry, in: state, anchors) + CellMarks.render(items),
                    classes: CellMarks.classes(items), id: name.anchor)
            },
            rowNote: { row in CellMarks.render(marks[row]) }
        ).render()
    }

    /// What stands in the cell, linked to its place in the source where that is shown.
    private static func value(_ printed: String, _ entry: Entry, in state: RowState, _ anchors: Set<String>) -> HTML {
        guard entry.cell != .absent else { return CellText.html(.absent, in: state) }
        guard !printed.isEmpty, let anchor = entry.origin.anchor, anchors.contains(anchor) else { return HTML(text: printed) }
        return "<a href=\"#\(anchor)\" title=\"原文\(entry.origin.description)\">\(printed)</a>"
    }

    private static func source(_ view: ReportView) -> HTML {
        let heading: HTML = "<h2 id=\"source\">原文</h2>\n"
        guard let source = view.source else { return heading + "<p>\(view.sourceNote ?? "没有可以对照的原文。")</p>" }
        let cut: HTML = source.isCut ? "<p class=\"small quiet\">文件很长，这里只显示前面的部分；全文请下载原件。</p>\n" : ""
        return heading + cut + """
            <div class="source" role="region" aria-label="原文" tabindex="0">\(source.html)</div>
            """
    }

    private static func versionNote(_ view: ReportView) -> HTML {
        guard let version = view.version, !version.isNewest, let newest = view.versions.first(where: \.isNewest) else { return "" }
        return """
            <div class="inset warning"><p>这是第 \(version.number) 版，已经有更正后的报告：<a href="\(Link.report(newest.id))">看第 \(newest.number) 版</a>。列表、汇总和概览只计最新一版。</p></div>

            """
    }

    private static func versionFacts(_ view: ReportView) -> [(name: String, value: HTML)] {
        guard let shown = view.version else { return [] }
        guard view.versions.count > 1 else { return [("版本", "第 \(shown.number) 版，只有这一版")] }
        let list = view.versions.map { version -> HTML in
            let words = "第 \(version.number) 版（\(ChinaTime.day(version.importedAt)) \(version.madeWord)\(version.isNewest ? "，最新" : "")）"
            return version.id == shown.id
                ? "<strong>\(words)</strong>"
                : "<a href=\"\(Link.report(version.id))\">\(words)</a>，<a href=\"\(Link.to("/reports/compare", ["a": "\(shown.id)", "b": "\(version.id)"]))\">与它比较</a>"
        }
        return [("版本", HTML.join(list, separator: "<br>"))]
    }

    private static func actions(_ view: ReportView) -> HTML {
        guard let version = view.version else { return "" }
        return """
            <ul class="actions">
            <li><a href="\(Link.report(version.id))/file" download>下载原件</a></li>
            <li><a href="\(Link.report(version.id)).json">下载数据（JSON）</a></li>
            <li><a href="\(Link.to("/reports/compare", ["a": "\(version.id)"]))">与另一份报告比较</a></li>
            <li><a href="#source">看原文</a></li>
            </ul>

            """
    }
}
