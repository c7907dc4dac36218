import Markup
import Office
import Web

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
    private static let title = "选择要比较的两份报告"

    static func render(_ view: ComparePickerView) -> Page {
        Page(
            title: title, heading: title, section: .reports, trail: ComparePage.trail,
            body: """
                <p class="prose">可以是同一单位的两个年度，也可以是两个单位。年度早的一份在前，三张表逐格并排，不同之处标出来。</p>
                \(view.first == nil ? filter(view) : HTML())
                \(view.candidates.isEmpty ? "<p>没有可以选择的报告。</p>" : picker(view))
                """)
    }

    private static func filter(_ view: ComparePickerView) -> HTML {
        QueryForm(to: ReportsPath.compare(), label: "按地区筛选", button: .second("按地区筛选")) {
            """
            \(RegionField(view.regions, chosen: view.region, any: "全部地区"))
            """
        }.html
    }

    private static func picker(_ view: ComparePickerView) -> HTML {
        let options = view.candidates.map { Choice(value: "\($0.id)", title: title($0)) }
        let others = options.filter { $0.value != view.first.map { "\($0.id)" } }
        let first: HTML =
            view.first.map { version in
                """
                <input type="hidden" name="a" value="\(version.id)"><p><strong>第一份：</strong>\(title(version))（<a href="\(ReportsPath.compare())">换一份</a>）</p>
                """
            } ?? FormField(name: "a", label: "第一份", control: .options(options, chosen: options.first?.value)).html
        // Two that differ: what is chosen beforehand can be compared at once.
        let chosen = view.first == nil ? options.dropFirst().first?.value : others.first?.value
        return """
            \(QueryForm(to: ReportsPath.compare(), look: .plain, button: "比较") {
                """
                \(first)
                \(FormField(name: "b", label: "第二份", control: .options(view.first == nil ? options : others, chosen: chosen)))
                \(view.isCut ? "<p class=\"small quiet\">只列出前 \(ComparePickerView.longestList) 份；要找别的报告，请先选地区，或从报告页面点“与另一份报告比较”。</p>" : HTML())
                """
            })
            """
    }

    private static func title(_ version: ReportVersion) -> String {
        "\(version.region) · \(version.displayName) · \(version.year.map { "\($0) 年" } ?? "年度不明")"
    }
}
