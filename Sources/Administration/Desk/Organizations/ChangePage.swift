import Markup
import Office
import Web

/// Renaming, moving, merging and dissolving: each on a page of its own that says what will happen.
enum ChangePage {
    enum Kind: Sendable {
        case rename, move, end

        var path: String {
            switch self {
            case .rename: "rename"
            case .move: "move"
            case .end: "end"
            }
        }

        /// Which ones it can happen to besides those that are active.
        var state: OrganizationState { self == .end ? .unfiled : .active }
    }

    struct View: Sendable {
        var kind: Kind
        var form: ChangeForm
        var details: OrganizationDetails
        /// Nil where there are too many to choose from, so that one is typed.
        var choices: [Choice.Option]?
        /// Into which it shall go, once that is known.
        var successor: Organization?
        var problems: [ErrorSummary.Problem]
        var token: HTML

        var name: String { details.organization.displayName }
        var path: String { "/desk/organizations/\(details.organization.id)" }
    }

    static func render(_ view: View) -> Page {
        let (title, fields, button): (String, HTML, String) =
            switch view.kind {
            case .rename: ("\(view.name)更名", rename(view), "更名")
            case .move: ("移动\(view.name)", move(view), "移动")
            case .end: ("\(view.name)合并或撤销", end(view), "继续")
            }
        return page(
            view, title: title,
            """
            \(fields)
            <button class="button" type="submit">\(button)</button>
            <a class="button second" href="\(view.path)">不办理</a>
            """)
    }

    /// What will happen, before it does.
    static func check(_ view: View) -> Page {
        let since = view.form.since?.chinese ?? ""
        let what = view.successor.map { "并入「\($0.displayName)」" } ?? "撤销"
        return page(
            view, title: "核对：\(view.name)\(what)",
            """
            \(FactList.render(
                [
                    ("机构", HTML(text: view.name)), ("办理", HTML(text: what)), ("自", HTML(text: since)),
                    ("依据", HTML(text: view.form.basis ?? "没有填写")),
                ], caption: "办理的内容"))
            <p>办理以后：</p>
            <ul>
            <li>「\(view.name)」不再列入现有机构，资料不能再改；不能恢复。</li>
            <li>它的\(view.details.holdings.map { "\($0.title)（\($0)）" }.joined(separator: "、"))仍是它自己的\(view.successor.map { "，「\($0.displayName)」的页面上写明由它并入" } ?? "")。</li>
            <li>自\(since)所在年度起，不再要求它报送年度报告。</li>
            <li>它的名称可以由别的机构使用，机构代码不再给别的机构。</li>
            </ul>
            \(hidden("way", view.form.way))\(hidden("other", view.form.other))\(hidden("since", view.form.typedDay))\(hidden("basis", view.form.basis ?? ""))\(hidden("confirmed", "yes"))
            <button class="button" type="submit">\(view.successor == nil ? "撤销" : "合并")</button>
            <a class="button second" href="\(view.path)">不办理</a>
            """)
    }

    private static func page(_ view: View, title: String, _ content: HTML) -> Page {
        Page(
            title: (view.problems.isEmpty ? "" : "需要修改：") + title, desk: .organizations,
            trail: OrganizationPage.trail(view.details) + [Crumb(title: view.name, path: view.path)],
            body: """
                \(ErrorSummary.render(view.problems))
                <h1>\(title)</h1>
                <form class="wide-input" method="post" action="\(view.path)/\(view.kind.path)">
                \(view.token)
                \(content)
                </form>
                """)
    }

    // MARK: Fields

    private static func rename(_ view: View) -> HTML {
        """
        <p class="prose">原名仍可查到；印着原名的年度报告仍归本机构。\(isRegion(view) ? "省、市、县更名的，下级机构所属的地区随之改名。" : "")</p>
        \(FormField(name: "name", label: "新名称", error: error("name", view), control: .text(view.form.name)).render())
        \(since(view))
        """
    }

    private static func isRegion(_ view: View) -> Bool {
        view.details.organization.kind?.level.map { $0 < .town } ?? false
    }

    private static func move(_ view: View) -> HTML {
        """
        <p class="prose">下级机构一起移动。移到别的地区的，从今天起在新的地区报送年度报告。</p>
        \(OtherField.render(
            name: "other", label: "新的上级机构", chosen: view.form.other, choices: view.choices, any: "没有，在最上级", error: error("other", view)))
        """
    }

    private static func end(_ view: View) -> HTML {
        """
        \(FormField(
            name: "way", label: "办理", error: error("way", view),
            control: .choice(
                [.init(title: nil, options: [
                    .init(value: ChangeForm.merging, title: "并入另一个机构"), .init(value: ChangeForm.dissolving, title: "撤销"),
                ])], chosen: view.form.way, any: "请选择")).render())
        \(OtherField.render(
            name: "other", label: "并入哪个机构（撤销的不填）", isOptional: true, chosen: view.form.other, choices: view.choices, any: "请选择",
            error: error("other", view)))
        \(since(view))
        """
    }

    private static func since(_ view: View) -> HTML {
        """
        \(FormField(
            name: "since", label: "自哪一天起", error: error("since", view),
            control: .date(view.form.since?.description, typed: view.form.typedDay.isEmpty ? nil : view.form.typedDay)).render())
        \(FormField(
            name: "basis", label: "依据", isOptional: true, hint: "例如批准文件的文号。", error: error("basis", view),
            control: .text(view.form.basis ?? "")).render())
        """
    }

    private static func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    private static func error(_ field: String, _ view: View) -> String? {
        view.problems.first { $0.field == field }?.message
    }
}
