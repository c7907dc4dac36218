import Markup
import Office
import Web

/// The form for a new organization, or for what is known of one.
enum OrganizationFormPage {
    struct View: Sendable {
        var form: OrganizationForm
        /// Nil for a new one.
        var details: OrganizationDetails?
        /// What can be a parent; nil where there are too many to choose from, so that one is typed.
        var choices: [Choice]?
        var state: FormState
    }

    static func render(_ view: View) -> Page {
        let organization = view.details?.organization
        let cancel = PostForm.Cancel("不保存", organization.map { OrganizationPath.organization($0.id) } ?? OrganizationPath.list())
        return .desk(
            .organizations, title: organization.map { "修改\($0.displayName)的资料" } ?? "加入机构",
            trail: [OrganizationPath.crumb] + (organization.map { [OrganizationPath.crumb($0)] } ?? []),
            body: PostForm(
                to: organization.map { OrganizationPath.edit($0.id) } ?? OrganizationPath.new(), view.state, look: .wide,
                button: organization == nil ? "加入机构" : "保存", cancel: cancel
            ) {
                """
                \(organization == nil ? place(view) : kind(view.form, view.state))
                \(more(view))
                """
            }.html)
    }

    private static func place(_ view: View) -> HTML {
        """
        \(text(.name, view.form, view.state, hint: "与印章一致的全称。年度报告中出现过的同名单位会归入机构树，已有的报告仍是它的。"))
        \(kind(view.form, view.state))
        \(OtherField(
            name: "parent", label: "上级机构", isOptional: true, chosen: view.form[.parent], choices: view.choices, any: "没有，在最上级",
            state: view.state))
        """
    }

    static func kind(_ form: OrganizationForm, _ state: FormState) -> HTML {
        FormField(
            name: "kind", label: "类别", in: state,
            control: .options(
                Choice.list(OrganizationKind.allCases, \.title), chosen: form[.kind], any: "请选择")
        ).html
    }

    /// What may be left out: folded while there is nothing in it, and nothing wrong with it.
    private static func more(_ view: View) -> HTML {
        let contact = ContactField.allCases.map(OrganizationForm.Field.contact)
        let fields: [OrganizationForm.Field] = (view.details == nil ? [.region] : []) + [.jurisdiction, .code] + contact + [.leaders]
        let isOpen = fields.contains { !view.form[$0].isEmpty || view.state.problems[$0.id] != nil }
        return """
            <details\(HTML.when(isOpen) { " open" })><summary>其他资料（选填，以后也可以补）</summary>
            \(view.details == nil ? text(.region, view, isOptional: true, hint: "年度报告归在哪个地区名下；不填的，随上级机构。") : "")
            \(text(.jurisdiction, view, isOptional: true, hint: "6 位数字，乡镇街道为 9 位。"))
            \(text(.code, view, isOptional: true, hint: "用于信息的索引号，1 至 20 位数字或大写字母，不能与别的机构相同。"))
            <h2>联系方式</h2>
            \(contact.map { text($0, view, isOptional: true, hint: hint($0)) })
            <h2>负责人</h2>
            \(FormField(
                name: "leaders", label: OrganizationForm.Field.leaders.title, isOptional: true,
                hint: "一人一行，写成“职务/姓名/分工”，例如：局长/张某/主持全面工作。没有的留空，斜线保留。", in: view.state,
                control: .lines(view.form[.leaders])))
            </details>
            """
    }

    private static func text(
        _ field: OrganizationForm.Field, _ view: View, isOptional: Bool = false, hint: String? = nil
    ) -> HTML {
        text(field, view.form, view.state, isOptional: isOptional, hint: hint)
    }

    static func text(
        _ field: OrganizationForm.Field, _ form: OrganizationForm, _ state: FormState, isOptional: Bool = false,
        hint: String? = nil
    ) -> HTML {
        FormField(
            name: field.id, label: field.title, isOptional: isOptional, hint: hint, in: state, control: .text(form[field])
        ).html
    }

    private static func hint(_ field: OrganizationForm.Field) -> String? {
        guard case .contact(let field) = field else { return nil }
        return switch field {
        case .website: "以 http:// 或 https:// 开头。"
        case .disclosureOffice: "本机关办理政府信息公开事务的内设机构。"
        default: nil
        }
    }
}

/// The field that names another organization: a list while it is short, else a line to type into.
struct OtherField: Component {
    var name: String
    var label: String
    var isOptional = false
    var chosen: String
    /// Nil if there are too many for a list.
    var choices: [Choice]?
    /// The list's words for none.
    var any: String
    var state: FormState

    var html: HTML {
        FormField(
            name: name, label: label, isOptional: isOptional, hint: choices == nil ? "写名称；有重名的写成“上级/名称”，或者写编号。" : nil, in: state,
            control: choices.map { .options($0, chosen: chosen, any: any) } ?? .text(chosen)
        ).html
    }
}
