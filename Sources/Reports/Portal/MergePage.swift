import AnnualReport
import Markup
import Office
import ReportFiles
import Web

/// The merged report of a region: the sums, whose they are, who is missing, the government's own report beside them.
struct MergeView {
    var reports: RegionReports
    var regions: [String]
    var years: [Int]
    var merged: MergedReport
    var findings: [FindingItem]

    var region: String { reports.region }
    var year: Int { reports.year }

    init(reports: RegionReports, regions: [String], years: [Int], merged: MergedReport) {
        self.reports = reports
        self.regions = regions
        self.years = years
        self.merged = merged
        findings = FindingItem.items(merged.findings.map { ($0, nil) })
    }
}

enum MergePage {
    static func render(_ view: MergeView) -> Page {
        let title = "\(view.region) \(view.year) 年汇总"
        let merged = view.merged
        let grids = FormGrid.tables(proactive: merged.proactive, requests: merged.requests, reviews: merged.reviews)
        return Page(
            title: title, section: .merge, trail: [HomePath.crumb], width: .wide,
            body: """
                <h1>\(title)</h1>
                \(filter(regions: view.regions, years: view.years, region: view.region, year: view.year))
                \(summary(view))
                \(MergeMembers.render(view))
                <h2>汇总表</h2>
                \(grids.isEmpty ? nothing(view) : tables(grids, view))
                \(findings(view))
                """)
    }

    /// The form alone, before a region is chosen.
    static func picker(regions: [String], years: [Int]) -> Page {
        Page(
            title: "汇总", section: .merge, trail: [HomePath.crumb],
            body: """
                <h1>汇总</h1>
                <p class="prose">把一个地区各单位同一年度的报告相加，说明每个数字由哪些报告相加而来、哪些单位还没有报告。一个单位和它的下级不会重复相加。</p>
                \(regions.isEmpty ? "<p>还没有公布年度报告。</p>" : filter(regions: regions, years: years, region: nil, year: nil))
                """)
    }

    private static func filter(regions: [String], years: [Int], region: String?, year: Int?) -> HTML {
        QueryForm(to: ReportsPath.merge(), label: "选择地区和年度", button: .second("汇总")) {
            """
            \(RegionField(regions, chosen: region))
            \(FormField(name: "year", label: "年度", control: .options(years.map { .init(value: "\($0)", title: "\($0) 年") }, chosen: year.map { "\($0)" })))
            """
        }.html
    }

    /// What the sum is made of, in words.
    private static func summary(_ view: MergeView) -> HTML {
        let merged = view.merged
        let missing: HTML = merged.missing.isEmpty ? "，应当报告的单位都已报告。" : "，另有 <a href=\"#missing\">\(merged.missing.count) 个单位没有报告</a>。"
        let own: HTML =
            switch (view.reports.own, view.reports.government) {
            case (let own?, let name):
                "<p><a href=\"\(ReportsPath.report(own.id))\">\(name ?? own.displayName)自己的报告</a>说的是整个地区，不与各单位相加；\(merged.differing.isEmpty ? "它与各单位的合计没有不同" : "与合计不同的格，合计下面写明“总报告”的数")。</p>\n"
            case (nil, let name?): "<p>\(name)自己的报告没有收录，不能与合计对照。</p>\n"
            case (nil, nil): ""
            }
        return """
            <p>合计由 \(merged.counted) 份报告相加\(missing)</p>
            \(own)
            """
    }

    private static func nothing(_ view: MergeView) -> HTML {
        "<p>各单位的报告中没有可以相加的表格。\(view.reports.own.map { "请看<a href=\"\(ReportsPath.report($0.id))\">\($0.displayName)的报告</a>。" as HTML } ?? "")</p>"
    }

    private static func tables(_ grids: [FormGrid], _ view: MergeView) -> HTML {
        // A warning says what was left out of the sum; only where the sum itself is wrong its cell is marked.
        let marks = CellMarks(view.findings.filter { $0.severity == .error }, rows: view.merged.rows)
        let links = MergeFile.allCases.map { file -> HTML in
            let link = ReportsPath.mergeFile().with(["region": view.region, "year": "\(view.year)", "format": file.rawValue])
            return "<li><a href=\"\(link)\">\(file.title)</a></li>"
        }
        return """
            <p class="small quiet">点数字看它由哪些报告相加。“/”表示各份都写明不适用，空白表示各份都空白。</p>
            \(grids.map { table($0, view, marks) })
            <ul class="actions" aria-label="下载汇总"><li><span class="quiet">下载：</span></li>\(links)</ul>

            """
    }

    private static func findings(_ view: MergeView) -> HTML {
        guard !view.findings.isEmpty else { return "" }
        return """
            <details class="part" id="findings"><summary><h2>汇总时发现的问题</h2> <span class="small">\(FindingsText.counts(view.merged.findings))</span></summary>
            \(FindingList.render(view.findings, voice: .merge))
            </details>
            """
    }

    private static func table(_ grid: FormGrid, _ view: MergeView, _ marks: CellMarks) -> HTML {
        FormTable(
            grid: grid,
            figure: { name, entry, printed in
                let items = marks[name]
                let shown: HTML =
                    switch entry.cell {
                    case .absent: "<span class=\"word\">未知</span>"
                    case .blank: "<span class=\"word\">空白</span>"
                    default: HTML(text: printed)
                    }
                let link = FigureView.link(.cell(name), year: view.year, region: view.region)
                let own: HTML? = view.merged.differing[name].map {
                    "<span class=\"own\">\(CellText.html($0, in: .placed))</span>"
                }
                return FormTable.Figure(
                    content: "<a href=\"\(link)\">\(shown)</a>\(own)\(CellMarks.render(items))", classes: CellMarks.classes(items),
                    id: name.anchor)
            },
            rowNote: { CellMarks.render(marks[$0]) }
        ).html
    }
}

/// Whose reports a region has, whose it lacks, and which are not in the sum.
enum MergeMembers {
    static func render(_ view: MergeView) -> HTML {
        counted(view) + leftOut(view) + missing(view)
    }

    private static func counted(_ view: MergeView) -> HTML {
        let counted = view.reports.counted
        guard !counted.isEmpty else { return "" }
        let names = counted.map { version -> HTML in "<li><a href=\"\(ReportsPath.report(version.id))\">\(version.displayName)</a></li>" }
        return part("counted", "已计入的报告", count: counted.count, "<ul class=\"names\">\(names)</ul>", isOpen: counted.count <= 12)
    }

    private static func leftOut(_ view: MergeView) -> HTML {
        let reports = view.merged.leftOut.filter { $0.reason != .head }
        guard !reports.isEmpty else { return "" }
        let items = reports.map { "<li>\($0.organization)：\($0.reason.words)</li>" as HTML }
        return part("left-out", "没有计入的报告", count: reports.count, "<ul>\(items)</ul>", isOpen: true)
    }

    private static func missing(_ view: MergeView) -> HTML {
        let groups = view.reports.missing
        let count = groups.reduce(0) { $0 + $1.names.count }
        guard count > 0 else { return "" }
        let basis: HTML =
            view.reports.isFromTree
            ? "按 \(view.year) 年末的机构名单，以下单位应当报告而没有收录它们的报告。" : "机构名单中还没有这个地区，以下是其他年度报告过、这一年没有报告的单位。"
        let lists = groups.map { group -> HTML in
            let label: HTML? = group.above.map { "<h3>\($0)的下级</h3>\n" }
            return "\(label)<ul class=\"names\">\(group.names.map { "<li>\($0)</li>" as HTML })</ul>\n"
        }
        return part("missing", "缺报告的单位", count: count, "<p>\(basis)</p>\n\(lists)", isOpen: count <= 12)
    }

    /// A part that folds, with the number of its entries in its heading.
    private static func part(_ id: String, _ title: String, count: Int, _ body: HTML, isOpen: Bool) -> HTML {
        """
        <details class="part" id="\(id)"\(HTML.when(isOpen) { " open" })><summary><h2>\(title)</h2> <span class="small">\(count) 个</span></summary>
        \(body)
        </details>

        """
    }
}
