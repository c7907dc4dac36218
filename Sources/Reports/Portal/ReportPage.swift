import AnnualReport
import Markup
import Office
import ReportFiles
import Web

/// One report: what the body did in words, the report's own words, its three tables, what the checks say, the source.
enum ReportPage {
    static func render(_ view: ReportView) -> Page {
        Page(
            title: view.title, section: .reports,
            trail: [HomePath.crumb, ReportsPath.crumb], width: .wide,
            body: """
                <h1>\(view.title)</h1>
                \(versionNote(view))
                \(treeName(view))
                \(words(view))
                \(actions(view))
                \(content(view))
                \(about(view.facts + versionFacts(view)))
                """)
    }

    /// Text, tables, findings and source: the same for a report that is kept and for one that is not.
    static func content(_ view: ReportView) -> HTML {
        text(view.report) + tables(view, findingsFirst: false)
    }

    /// For who has come to see the faults: what the checks say stands before the report's text.
    static func checked(_ view: ReportView) -> HTML {
        tables(view, findingsFirst: true) + text(view.report)
    }

    /// What the body did, each figure leading to its cell.
    private static func words(_ view: ReportView) -> HTML {
        "<div class=\"words\">\(ReportWords(view.report, year: view.report.year).paragraphs { Address("#" + $0.anchor) })</div>\n"
    }

    /// The report's own text, without the parts that are tables.
    private static func text(_ report: AnnualReport) -> HTML {
        let tables: Set<SectionTopic> = [.proactive, .requests, .reviews]
        let sections = report.narrative.sections.filter { section in
            !section.text.isEmpty && !(section.topic.map(tables.contains) ?? false)
        }
        guard !sections.isEmpty else { return "" }
        let parts = sections.map { section -> HTML in
            let paragraphs = section.text.split(whereSeparator: \.isNewline).map { "<p>\($0)</p>\n" as HTML }
            return "<h3>\(section.heading)</h3>\n\(paragraphs)"
        }
        return "<h2 id=\"text\">报告正文</h2>\n<div class=\"report-text prose\">\(parts)</div>\n"
    }

    private static func tables(_ view: ReportView, findingsFirst: Bool) -> HTML {
        let anchors = view.source?.anchors ?? []
        let marks = CellMarks(view.findings, rows: view.report.rows)
        let grids = FormGrid.tables(view.report)
        let cells = Set(grids.flatMap { $0.cells.compactMap { $0.figure?.name } })
        let tables: HTML = """
            <h2 id="tables">三张表</h2>
            <p class="small quiet">点数字看它在原文中的位置。标有“错误”“警告”“提示”和编号的格，点编号看说明。空白表示原件空白，“/”表示原件写明不适用。</p>
            \(grids.isEmpty ? "<p>这份文件中没有找到法定的三张表。</p>" : HTML.join(grids.map { table($0, view.report, marks, anchors) }))
            """
        let findings: HTML = """
            <h2 id="findings">检查结果</h2>
            \(FindingList.counts(view.findings))
            \(FindingList.render(view.findings, anchors: anchors, cells: cells))
            """
        return """
            <div class="beside">
            <div>
            \(findingsFirst ? findings : tables)
            \(findingsFirst ? tables : findings)
            </div>
            <div class="pane">\(source(view))</div>
            </div>

            """
    }

    /// What is known of the file, small and last.
    static func about(_ facts: [(name: String, value: HTML)]) -> HTML {
        "<details class=\"part\"><summary><h2>关于这份报告</h2></summary>\n\(FactList(facts, caption: "报告的基本情况"))\n</details>\n"
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
        ).html
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
        guard let version = view.version, !version.isCurrent else { return "" }
        guard let current = view.versions.first(where: \.isCurrent) else {
            return "<div class=\"inset warning\"><p>这是第 \(version.number) 版。这份报告现在没有公布的版本，列表、汇总和概览都不计。</p></div>\n"
        }
        let words = version.number < current.number ? "已经有更正后的报告" : "现在公布的是另一版"
        return """
            <div class="inset warning"><p>这是第 \(version.number) 版，\(words)：<a href="\(ReportsPath.report(current.id))">看第 \(current.number) 版</a>。列表、汇总和概览只计第 \(current.number) 版。</p></div>

            """
    }

    /// Whose report it is, where the printed name does not say it.
    private static func treeName(_ view: ReportView) -> HTML {
        guard let name = view.treeName, let version = view.version else { return "" }
        return """
            <div class="inset"><p>本站把它列为<strong>\(name)</strong>的报告，报告中写作「\(version.displayName)」。</p></div>

            """
    }

    private static func versionFacts(_ view: ReportView) -> [(name: String, value: HTML)] {
        guard let shown = view.version else { return [] }
        guard view.versions.count > 1 else { return [("版本", "第 \(shown.number) 版，只有这一版")] }
        let list = view.versions.map { version -> HTML in
            let words = "第 \(version.number) 版（\(version.publicWords)）"
            if version.state == .withdrawn { return HTML(text: words) }
            return version.id == shown.id
                ? "<strong>\(words)</strong>"
                : "<a href=\"\(ReportsPath.report(version.id))\">\(words)</a>，<a href=\"\(ReportsPath.compare(shown.id, version.id))\">与它比较</a>"
        }
        return [("版本", HTML.join(list, separator: "<br>"))]
    }

    private static func actions(_ view: ReportView) -> HTML {
        guard let version = view.version else { return "" }
        return """
            <ul class="actions">
            <li><a href="\(ReportsPath.organization(version.organizationID))">看\(view.treeName ?? version.displayName)历年情况</a></li>
            <li><a href="\(ReportsPath.compare(version.id))">与另一份报告比较</a></li>
            <li><a href="\(ReportsPath.file(version.id))" download>下载原件</a></li>
            <li><a href="\(ReportsPath.data(version.id))">下载数据（JSON）</a></li>
            <li><a href="#tables">看三张表</a></li>
            <li><a href="#findings">看检查结果</a></li>
            <li><a href="#source">看原文</a></li>
            </ul>

            """
    }
}
