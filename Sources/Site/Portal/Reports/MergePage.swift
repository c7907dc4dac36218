import AnnualReport
import Formats
import Office
import ReportFiles

/// The merged report of a region: the sums, who contributed, who is missing.
struct MergeView {
    var regions: [String]
    var years: [Int]
    var region: String
    var year: Int
    var merged: MergedReport
    /// How many reports were added.
    var counted: Int
    var findings: [FindingItem]

    init(region: String, year: Int, regions: [String], years: [Int], merged: MergedReport, given: Int) {
        self.region = region
        self.year = year
        self.regions = regions
        self.years = years
        self.merged = merged
        counted = given - merged.doubled.count - merged.wrongYear.count
        findings = FindingItem.items(merged.findings.map { ($0, nil) })
    }
}

enum MergePage {
    static func render(_ view: MergeView) -> Page {
        let title = "\(view.region) \(view.year) 年汇总"
        let marks = CellMarks(view.findings, rows: view.merged.rows)
        let merged = view.merged
        let grids = FormGrid.tables(proactive: merged.proactive, requests: merged.requests, reviews: merged.reviews)
        let cells = Set(grids.flatMap { $0.cells.compactMap { $0.figure?.name } })
        return Page(
            title: title, section: .merge, trail: [Crumb(title: "首页", path: "/")], width: .wide,
            body: """
                <h1>\(title)</h1>
                \(filter(regions: view.regions, years: view.years, region: view.region, year: view.year))
                \(FactList.render(facts(view), caption: "汇总的基本情况"))
                \(grids.isEmpty ? HTML() : downloads(view))
                <h2>汇总表</h2>
                \(grids.isEmpty ? "<p>没有可以汇总的表格。</p>" : "<p class=\"small quiet\">点数字看它由哪些报告相加。“/”表示各份都写明不适用，空白表示各份都空白。</p>" as HTML)
                \(grids.map { table($0, view, marks) })
                \(view.findings.isEmpty ? HTML() : "<h2>汇总时发现的问题</h2>\n\(FindingList.counts(view.findings))\(FindingList.render(view.findings, cells: cells))")
                """)
    }

    /// The form alone, before a region is chosen.
    static func picker(regions: [String], years: [Int]) -> Page {
        Page(
            title: "汇总", section: .merge, trail: [Crumb(title: "首页", path: "/")],
            body: """
                <h1>汇总</h1>
                <p class="prose">把一个地区各单位同一年度的报告逐格相加，说明每个数字由哪些报告相加、哪些单位还没有报告。</p>
                \(regions.isEmpty ? "<p>还没有导入报告。</p>" : filter(regions: regions, years: years, region: nil, year: nil))
                """)
    }

    private static func filter(regions: [String], years: [Int], region: String?, year: Int?) -> HTML {
        """
        <form class="filter" method="get" action="/merge" aria-label="选择地区和年度">
        \(RegionField.render(regions, chosen: region, any: nil))
        \(Choice.render("年度", name: "year", options: years.map { .init(value: "\($0)", title: "\($0) 年") }, chosen: year.map { "\($0)" }))
        <div class="field"><button class="button second" type="submit">汇总</button></div>
        </form>
        """
    }

    private static func facts(_ view: MergeView) -> [(name: String, value: HTML)] {
        let merged = view.merged
        return [
            ("表样", HTML(text: merged.template.map { "\($0.rawValue) 年表样（\($0.notice)）" } ?? "没有报告，无法判断")),
            ("已计入", "\(view.counted) 份报告（<a href=\"\(Link.to("/reports", ["year": "\(view.year)", "region": view.region]))\">列表</a>）"),
            ("缺报告的单位", names(merged.missing, none: "没有（以本地区其他年度报过的单位为准）")),
            ("重复", names(merged.doubled, none: "没有")),
        ]
    }

    private static func names(_ names: [String], none: String) -> HTML {
        names.isEmpty ? HTML(text: none) : "<strong>\(names.count) 个：</strong>\(names.joined(separator: "、"))"
    }

    private static func downloads(_ view: MergeView) -> HTML {
        let links = MergeFile.allCases.map { file -> HTML in
            let link = Link.to("/merge/file", ["region": view.region, "year": "\(view.year)", "format": file.rawValue])
            return "<li><a href=\"\(link)\">\(file.title)</a></li>"
        }
        return "<ul class=\"actions\" aria-label=\"下载汇总\"><li><span class=\"quiet\">下载：</span></li>\(links)</ul>\n"
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
                return FormTable.Figure(
                    content: "<a href=\"\(link)\">\(shown)</a>\(CellMarks.render(items))", classes: CellMarks.classes(items),
                    id: name.anchor)
            },
            rowNote: { CellMarks.render(marks[$0]) }
        ).render()
    }
}
