import Law
import Markup
import Office
import Web

/// Renaming, moving, merging and dissolving: each on a page of its own that says what will happen.
enum ChangePage {
    enum Kind: Sendable {
        case rename, move, end

        var path: Path<Never, Int> {
            switch self {
            case .rename: OrganizationPath.rename
            case .move: OrganizationPath.move
            case .end: OrganizationPath.end
            }
        }
    }

    struct View: Sendable {
        var kind: Kind
        var form: ChangeForm
        var details: OrganizationDetails
        /// Nil where there are too many to choose from, so that one is typed.
        var choices: [Choice]?
        var state: FormState

        var name: String { details.organization.displayName }
        var id: Int { details.organization.id }
    }

    static func render(_ view: View) -> Page {
        let (title, fields, button): (String, HTML, PostForm.Button) =
            switch view.kind {
            case .rename: ("\(view.name)更名", rename(view), "更名")
            case .move: ("移动\(view.name)", move(view), "移动")
            case .end: ("\(view.name)合并或撤销", end(view), "继续")
            }
        return page(view, title: title, button: button) { fields }
    }

    /// What will happen, before it does.
    ///
    /// - Parameter successor: into which it goes; nil where it is dissolved.
    static func check(_ view: View, since: Day, successor: Organization?) -> Page {
        let what = successor.map { "并入「\($0.displayName)」" } ?? "撤销"
        let (form, basis, day) = (view.form, view.form.basis ?? "", since.chinese)
        return page(
            view, title: "核对：\(view.name)\(what)", button: successor == nil ? "撤销" : "合并",
            hidden: ["way": form.way, "other": form.other, "since": form.typedDay, "basis": basis, "confirmed": "yes"]
        ) {
            """
            \(FactList(
                [
                    ("机构", HTML(text: view.name)), ("办理", HTML(text: what)), ("自", HTML(text: day)),
                    ("依据", HTML(text: form.basis ?? "没有填写")),
                ], caption: "办理的内容"))
            <p>办理以后：</p>
            <ul>
            <li>「\(view.name)」不再列入现有机构，资料不能再改；不能恢复。</li>
            <li>它的\(view.details.holdings.map { "\($0.title)（\($0)）" }.joined(separator: "、"))仍是它自己的\(successor.map { "，「\($0.displayName)」的页面上写明由它并入" })。</li>
            <li>自\(day)所在年度起，不再要求它报送年度报告。</li>
            <li>它的名称可以由别的机构使用，机构代码不再给别的机构。</li>
            </ul>
            """
        }
    }

    private static func page(
        _ view: View, title: String, button: PostForm.Button, hidden: KeyValuePairs<String, String> = [:], content: () -> HTML
    ) -> Page {
        .desk(
            .organizations, title: title, trail: OrganizationPage.trail(view.details) + [OrganizationPath.crumb(view.details.organization)],
            body: PostForm(
                to: view.kind.path(view.id), view.state, look: .wide, hidden: hidden, button: button,
                cancel: .init("不办理", OrganizationPath.organization(view.id)), content: content
            ).html)
    }

    // MARK: Fields

    private static func rename(_ view: View) -> HTML {
        """
        <p class="prose">原名仍可查到；印着原名的年度报告仍归本机构。\(isRegion(view) ? "省、市、县更名的，下级机构所属的地区随之改名。" : "")</p>
        \(FormField(name: "name", label: "新名称", in: view.state, control: .text(view.form.name)))
        \(since(view))
        """
    }

    private static func isRegion(_ view: View) -> Bool {
        view.details.organization.kind?.level.map { $0 < .town } ?? false
    }

    private static func move(_ view: View) -> HTML {
        """
        <p class="prose">下级机构一起移动。移到别的地区的，从今天起在新的地区报送年度报告。</p>
        \(OtherField(
            name: "other", label: "新的上级机构", chosen: view.form.other, choices: view.choices, any: "没有，在最上级", state: view.state))
        """
    }

    private static func end(_ view: View) -> HTML {
        let ways: [Choice] = [
            .init(value: ChangeForm.merging, title: "并入另一个机构"), .init(value: ChangeForm.dissolving, title: "撤销"),
        ]
        return """
            \(FormField(name: "way", label: "办理", in: view.state, control: .options(ways, chosen: view.form.way, any: "请选择")))
            \(OtherField(
                name: "other", label: "并入哪个机构（撤销的不填）", isOptional: true, chosen: view.form.other, choices: view.choices, any: "请选择",
                state: view.state))
            \(since(view))
            """
    }

    private static func since(_ view: View) -> HTML {
        let typed = view.form.typedDay
        return """
            \(FormField(
                name: "since", label: "自哪一天起", in: view.state, control: .date(view.form.isoDay, typed: typed.isEmpty ? nil : typed)))
            \(FormField(
                name: "basis", label: "依据", isOptional: true, hint: "例如批准文件的文号。", in: view.state,
                control: .text(view.form.basis ?? "")))
            """
    }
}
