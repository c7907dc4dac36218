import AnnualReport
import Law
import Markup
import Office
import Web

/// The dashboard of a year: each chart with its table, each figure linked to the reports behind it.
enum YearPage {
    static func render(_ view: YearView) -> Page {
        let title = "\(view.region ?? "") \(view.year) 年概览".trimmingSpaces
        return Page(
            title: title, section: .years, trail: [HomePath.crumb], width: .wide,
            body: """
                <h1>\(title)</h1>
                \(filter(view))
                \(view.reports?.figures.isEmpty ?? true ? "<p>没有收录这个地区这一年的报告。</p>" : charts(view))
                """)
    }

    /// What stands where there is no report at all.
    static func empty() -> Page {
        Page(
            title: "年度概览", section: .years, trail: [HomePath.crumb],
            body: """
                <h1>年度概览</h1>
                <p>还没有公布年度报告。</p>
                """)
    }

    private static func filter(_ view: YearView) -> HTML {
        let years = view.years.contains(view.year) ? view.years : [view.year] + view.years
        return QueryForm(to: ReportsPath.years(), label: "选择年度和地区", button: .second("查看")) {
            """
            \(FormField(name: "year", label: "年度", control: .options(years.map { .init(value: "\($0)", title: "\($0) 年") }, chosen: "\(view.year)")))
            \(RegionField(view.regions, chosen: view.region))
            """
        }.html
    }

    private static func charts(_ view: YearView) -> HTML {
        """
        \(basis(view))
        \(results(view))
        \(applicants(view))
        \(refusals(view))
        \(reviews(view))
        """
    }

    /// Whose figures these are, in words.
    private static func basis(_ view: YearView) -> HTML {
        guard let reports = view.reports else { return "" }
        let merge = ReportsPath.merge(reports.region, view.year)
        let whose: HTML =
            reports.counted.isEmpty
            ? "数字取自\(reports.own?.displayName ?? reports.region)的年度报告。"
            : "以下数字由 \(reports.counted.count) 个单位的年度报告相加。\(reports.plan.missing.isEmpty ? "" : "另有 \(reports.plan.missing.count) 个单位没有报告，见<a href=\"\(merge)\">汇总</a>。" as HTML)"
        return "<p class=\"prose\">\(whose)报告中空白、写“/”或者未能辨认的格没有计入。点数字看它来自哪些报告。</p>"
    }

    private static func results(_ view: YearView) -> HTML {
        let bars = Outcome.Family.allCases.compactMap { family in
            view.sum(.family(family, .total)).count.map { BarChart.Bar(label: family.title, value: $0) }
        }
        let chart = BarChart(
            id: "results", title: "\(view.year) 年办理结果", description: "六类办理结果的总计，横条越长件数越多。", groups: [.init(bars: bars)])
        var columns: [DataTable.Column] = [.init(title: "办理结果")]
        columns += ApplicantKind.allCases.map { .init(title: $0.title, isFigure: true) }
        var rows = Outcome.Family.allCases.map { family in
            [HTML(text: family.title)] + ApplicantKind.allCases.map { figure(.family(family, $0), view) }
        }
        rows.append(
            ["总计（表三（七））"] + ApplicantKind.allCases.map { figure(.cell(CellName(.requests(.total), .applicant($0))), view) })
        return section("办理结果", chart, DataTable(caption: "办理结果与申请人类别", columns: columns, rows: rows))
    }

    private static func applicants(_ view: YearView) -> HTML {
        let bars = ApplicantKind.kinds.compactMap { kind in
            view.sum(.received, kind).count.map { BarChart.Bar(label: kind.title, value: $0) }
        }
        let rows = ApplicantKind.allCases.map { kind -> [HTML] in
            [
                HTML(text: kind.title), figure(.cell(CellName(.requests(.received), .applicant(kind))), view),
                figure(.cell(CellName(.requests(.carriedIn), .applicant(kind))), view),
                figure(.cell(CellName(.requests(.carriedOver), .applicant(kind))), view),
            ]
        }
        return section(
            "申请人",
            BarChart(
                id: "applicants", title: "\(view.year) 年新收申请的申请人", description: "六类申请人新收申请的件数。", groups: [.init(bars: bars)]),
            DataTable(
                caption: "各类申请人的申请",
                columns: [
                    .init(title: "申请人"), .init(title: "本年新收", isFigure: true), .init(title: "上年结转", isFigure: true),
                    .init(title: "结转下年", isFigure: true),
                ], rows: rows))
    }

    private static func refusals(_ view: YearView) -> HTML {
        let grounds = RequestGroup.refused.rows
        let bars = grounds.compactMap { row in view.sum(row).count.map { BarChart.Bar(label: row.words, value: $0) } }
        return section(
            "不予公开的理由",
            BarChart(
                id: "refusals", title: "\(view.year) 年不予公开的理由", description: "八种不予公开理由的总计件数。", groups: [.init(bars: bars)]),
            DataTable(
                caption: "不予公开的理由", columns: [.init(title: "理由"), .init(title: "件数", isFigure: true)],
                rows: grounds.map { [HTML(text: $0.words), figure(.cell(CellName(.requests($0), .applicant(.total))), view)] }))
    }

    private static func reviews(_ view: YearView) -> HTML {
        let outcomes = ReviewOutcome.allCases.filter { $0 != .total }
        let groups = ReviewGroup.allCases.map { group in
            BarChart.Group(
                title: group.title,
                bars: outcomes.enumerated().compactMap { index, outcome in
                    view.sum(.cell(CellName(.reviews(group), .outcome(outcome)))).count.map {
                        BarChart.Bar(label: outcome.title, value: $0, pattern: index)
                    }
                })
        }.filter { !$0.bars.isEmpty }
        var columns: [DataTable.Column] = [.init(title: "类别")]
        columns += ReviewOutcome.allCases.map { .init(title: $0.title, isFigure: true) }
        let rows = ReviewGroup.allCases.map { group in
            [HTML(text: group.title)] + ReviewOutcome.allCases.map { figure(.cell(CellName(.reviews(group), .outcome($0))), view) }
        }
        return section(
            "行政复议和行政诉讼",
            BarChart(
                id: "reviews", title: "\(view.year) 年行政复议和行政诉讼的结果", description: "复议和两类诉讼各按结果维持、结果纠正、其他结果、尚未审结分列。",
                groups: groups),
            DataTable(caption: "行政复议和行政诉讼的结果", columns: columns, rows: rows))
    }

    private static func section(_ heading: String, _ chart: BarChart, _ table: DataTable) -> HTML {
        let isEmpty = chart.groups.allSatisfy(\.bars.isEmpty)
        return """
            <h2>\(heading)</h2>
            <div class="chart"><div>\(isEmpty ? "<p>没有写明的件数。</p>" : chart.render())</div>
            \(table)</div>

            """
    }

    private static func figure(_ name: FigureName, _ view: YearView) -> HTML {
        let sum = view.sum(name)
        guard sum != .noCount else { return "<span class=\"quiet\">\(sum.text)</span>" }
        return "<a href=\"\(FigureView.link(name, year: view.year, region: view.region))\">\(sum.text)</a>"
    }
}
