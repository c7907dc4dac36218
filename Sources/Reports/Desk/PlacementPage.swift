import AnnualReport
import Markup
import Office
import Web

/// Placing a row by hand: the form, and what it will do before it is done.
enum PlacementPage {
    struct View: Sendable {
        var stored: StoredReport
        var form: PlacementForm
        var state: FormState

        var row: Row { form.row }
        var version: ReportVersion { stored.version }
        var path: Address { DeskReportPath.row(version.id, row.name) }
    }

    /// What the source prints in a row, inner blanks by a word.
    static func found(_ row: Row) -> HTML {
        let found: [String?]
        switch row.state {
        case .unplaced(let figures): found = figures
        case .merged(let figures): found = figures
        default: return ""
        }
        return HTML.join(found.map { text -> HTML in text.map { "<strong>\($0)</strong>" } ?? "（空）" }, separator: "　")
    }

    private static func isShared(_ row: Row) -> Bool {
        if case .merged = row.state { true } else { false }
    }

    private static let shared: HTML =
        "<p class=\"prose\"><strong>原文把这一行和别的行并在一起，只印了一组数字。</strong>请查明这一行自己的数，不要把同一组数字填进两行。</p>\n"

    static func render(_ view: View) -> Page {
        page(
            view, title: "填写「\(view.row.name.fullTitle)」一行",
            """
            \(FactList(about(view), caption: "要填写的行"))
            \(HTML.when(isShared(view.row)) { shared })
            <p class="prose">请对照原件逐格填写：整数照填，没有发生而印“/”的填“/”，原件空白的留空。不要推算原件没有印的数字。</p>
            \(PostForm(to: view.path, view.state, button: "继续", cancel: .init("不填写", DeskReportPath.version(view.version.id))) {
                HTML.join(view.form.fields.map { field($0, view) })
            })
            """)
    }

    /// What was typed and what the checks will say of it, before it is kept.
    static func check(_ view: View, _ cells: [Cell], _ rehearsal: PlacementRehearsal) -> Page {
        let values = zip(view.form.fields, cells).map { field, cell in (name: field.label, value: value(cell)) }
        let kept = view.form.fields.map { field -> HTML in
            "\(hidden(field.name, field.typed))\(HTML.when(field.column.isMoney) { hidden(field.unitName, field.unit) })"
        }
        let buttons: [PostForm.Button] = [
            .init("保存为新的一版", sends: (name: "confirmed", value: "yes")), .second("返回修改", sends: (name: "back", value: "yes")),
        ]
        return page(
            view, title: "核对：「\(view.row.name.fullTitle)」一行",
            """
            \(FactList(about(view), caption: "要填写的行"))
            \(HTML.when(isShared(view.row)) { shared })
            <h2>填写的数字</h2>
            \(FactList(values, caption: "填写的数字"))
            <h2>检查结果的变化</h2>
            \(changes(rehearsal))
            <p>\(afterwards(view))公开页面写明这一行由人工填写，不写姓名。</p>
            \(PostForm(to: view.path, view.state, buttons: buttons) { HTML.join(kept) })
            """)
    }

    private static func afterwards(_ view: View) -> String {
        view.version.isCurrent
            ? "保存后成为新的一版，立即在门户上公开；第 \(view.version.number) 版仍可查看。"
            : "保存后成为新的草稿，公布以前只有办公区能看到。"
    }

    private static func page(_ view: View, title: String, _ body: HTML) -> Page {
        .desk(.reports, title: title, trail: [DeskReportPath.crumb, DeskReportPath.crumb(view.version)], body: body)
    }

    private static func about(_ view: View) -> [(name: String, value: HTML)] {
        let source = DeskReportPath.source(view.version.id)
        let place = view.row.origin.anchor.map(source.at) ?? source
        return [
            ("报告", "\(DeskReportPage.name(view.version))第 \(view.version.number) 版"),
            ("表", HTML(text: view.row.name.table.title)), ("原文印的", found(view.row)),
            ("位置", "\(view.row.origin.description)（<a href=\"\(place)\">看原文</a>）"),
        ]
    }

    private static func field(_ field: PlacementForm.Field, _ view: View) -> HTML {
        let number = FormField(name: field.name, label: field.label, in: view.state, control: .text(field.typed)).html
        guard field.column.isMoney else { return number }
        let units = MoneyUnit.allCases.map { Choice(value: $0.rawValue, title: $0.rawValue) }
        let unit = FormField(
            name: field.unitName, label: "\(field.label)的单位", control: .options(units, chosen: field.unit, any: "原文没有写"))
        return "\(number)\(unit)"
    }

    private static func value(_ cell: Cell) -> HTML {
        switch cell {
        case .blank, .absent: "<span class=\"quiet\">空白</span>"
        case .notApplicable: "/（不适用）"
        case .count, .amount: HTML(text: cell.text)
        }
    }

    private static func changes(_ rehearsal: PlacementRehearsal) -> HTML {
        func list(_ title: String, _ findings: [Finding]) -> HTML {
            guard !findings.isEmpty else { return "" }
            return """
                <h3>\(title)（\(findings.count)）</h3>
                <ul>\(findings.map { finding -> HTML in "<li>\(Tag.render(finding.severity)) \(finding.rule.title)：\(finding.message)</li>\n" })</ul>
                """
        }
        return """
            \(rehearsal.added.isEmpty ? "<p>填写的数字没有引出新的问题。</p>" : list("新的问题", rehearsal.added))
            \(list("不再有的问题", rehearsal.gone))
            <p>另有 \(rehearsal.unchanged) 个问题不变。</p>
            """
    }

    private static func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
}
