import Formats
import Office

/// The form that chooses the two reports to compare.
struct ComparePickerView {
    var regions: [String]
    var region: String?
    /// The reports to choose from: the newest versions of the region.
    var candidates: [ReportVersion]
    /// More there are than the list shows.
    var isCut: Bool
    /// The report that is already chosen.
    var first: ReportVersion?

    static let longestList = 300
}

enum ComparePicker {
    static func render(_ view: ComparePickerView) -> Page {
        Page(
            title: "选择要比较的两份报告", section: .reports, trail: ComparePage.trail,
            body: """
                <h1>选择要比较的两份报告</h1>
                <p class="prose">可以是同一单位的两个年度，也可以是两个单位。结果把两份报告的三张表逐格并排，不同之处标出来。</p>
                \(view.first == nil ? filter(view) : HTML())
                \(view.candidates.isEmpty ? "<p>没有可以选择的报告。</p>" : picker(view))
                """)
    }

    private static func filter(_ view: ComparePickerView) -> HTML {
        """
        <form class="filter" method="get" action="/reports/compare" aria-label="按地区筛选">
        \(RegionField.render(view.regions, chosen: view.region, any: "全部地区"))
        <div class="field"><button class="button second" type="submit">按地区筛选</button></div>
        </form>
        """
    }

    private static func picker(_ view: ComparePickerView) -> HTML {
        let options = view.candidates.map { Choice.Option(value: "\($0.id)", title: title($0)) }
        let first: HTML =
            view.first.map { version in
                """
                <input type="hidden" name="a" value="\(version.id)"><p><strong>甲：</strong>\(title(version))（<a href="/reports/compare">换一份</a>）</p>
                """
            } ?? Choice.render("甲", name: "a", options: options, chosen: nil)
        return """
            <form method="get" action="/reports/compare">
            \(first)
            \(Choice.render("乙", name: "b", options: options.filter { $0.value != view.first.map { "\($0.id)" } }, chosen: nil))
            \(view.isCut ? "<p class=\"small quiet\">只列出前 \(ComparePickerView.longestList) 份；要找别的报告，请先选地区，或从报告页面点“与另一份报告比较”。</p>" : HTML())
            <p><button class="button" type="submit">比较</button></p>
            </form>
            """
    }

    private static func title(_ version: ReportVersion) -> String {
        "\(version.region) · \(version.displayName) · \(version.year.map { "\($0) 年" } ?? "年度不明")"
    }
}
