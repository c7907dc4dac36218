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
        var choices: [Choice.Option]?
        var problems: [ErrorSummary.Problem]
        var token: HTML
    }

    static func render(_ view: View) -> Page {
        let title = view.details.map { "修改\($0.organization.displayName)的资料" } ?? "加入机构"
        let path = view.details.map { "/desk/organizations/\($0.organization.id)" }
        let trail = [Crumb(title: "办公区", path: "/desk"), Crumb(title: "机构", path: "/desk/organizations")]
        return Page(
            title: (view.problems.isEmpty ? "" : "需要修改：") + title, desk: .organizations,
            trail: trail + (view.details.map { [Crumb(title: $0.organization.displayName, path: path ?? "")] } ?? []),
            body: """
                \(ErrorSummary.render(view.problems))
                <h1>\(title)</h1>
                <form class="wide-input" method="post" action="\(path.map { $0 + "/edit" } ?? "/desk/organizations/new")">
                \(view.token)
                \(view.details == nil ? place(view) : kind(view.form, view.problems))
                \(more(view))
                <button class="button" type="submit">\(view.details == nil ? "加入机构" : "保存")</button>
                <a class="button second" href="\(path ?? "/desk/organizations")">不保存</a>
                </form>
                """)
    }

    private static func place(_ view: View) -> HTML {
        """
        \(text(.name, view.form, view.problems, hint: "与印章一致的全称。年度报告中出现过的同名单位会归入机构树，已有的报告仍是它的。"))
        \(kind(view.form, view.problems))
        \(OtherField.render(
            name: "parent", label: "上级机构", isOptional: true, chosen: view.form[.parent], choices: view.choices, any: "没有，在最上级",
            error: error(.parent, view.problems)))
        """
    }

    static func kind(_ form: OrganizationForm, _ problems: [ErrorSummary.Problem]) -> HTML {
        FormField(
            name: "kind", label: "类别", error: error(.kind, problems),
            control: .choice(
                [.init(title: nil, options: OrganizationKind.allCases.map { .init(value: $0.rawValue, title: $0.title) })],
                chosen: form[.kind], any: "请选择")
        ).render()
    }

    /// What may be left out: folded while there is nothing in it, and nothing wrong with it.
    private static func more(_ view: View) -> HTML {
        let contact = ContactField.allCases.map(OrganizationForm.Field.contact)
        let fields: [OrganizationForm.Field] = (view.details == nil ? [.region] : []) + [.jurisdiction, .code] + contact + [.leaders]
        let isOpen = fields.contains { !view.form[$0].isEmpty || error($0, view.problems) != nil }
        return """
            <details\(isOpen ? " open" : "" as HTML)><summary>其他资料（选填，以后也可以补）</summary>
            \(view.details == nil ? text(.region, view, isOptional: true, hint: "年度报告归在哪个地区名下；不填的，随上级机构。") : "")
            \(text(.jurisdiction, view, isOptional: true, hint: "6 位数字，乡镇街道为 9 位。"))
            \(text(.code, view, isOptional: true, hint: "用于信息的索引号，1 至 20 位数字或大写字母，不能与别的机构相同。"))
            <h2>联系方式</h2>
            \(contact.map { text($0, view, isOptional: true, hint: hint($0)) })
            <h2>负责人</h2>
            \(FormField(
                name: "leaders", label: OrganizationForm.Field.leaders.title, isOptional: true,
                hint: "一人一行，写成“职务/姓名/分工”，例如：局长/张某/主持全面工作。没有的留空，斜线保留。", error: error(.leaders, view.problems),
                control: .lines(view.form[.leaders])).render())
            </details>
            """
    }

    private static func text(
        _ field: OrganizationForm.Field, _ view: View, isOptional: Bool = false, hint: String? = nil
    ) -> HTML {
        text(field, view.form, view.problems, isOptional: isOptional, hint: hint)
    }

    static func text(
        _ field: OrganizationForm.Field, _ form: OrganizationForm, _ problems: [ErrorSummary.Problem], isOptional: Bool = false,
        hint: String? = nil
    ) -> HTML {
        FormField(
            name: field.id, label: field.title, isOptional: isOptional, hint: hint, error: error(field, problems),
            control: .text(form[field])
        ).render()
    }

    private static func hint(_ field: OrganizationForm.Field) -> String? {
        guard case .contact(let field) = field else { return nil }
        return switch field {
        case .website: "以 http:// 或 https:// 开头。"
        case .disclosureOffice: "本机关办理政府信息公开事务的内设机构。"
        default: nil
        }
    }

    private static func error(_ field: OrganizationForm.Field, _ problems: [ErrorSummary.Problem]) -> String? {
        problems.first { $0.field == field.id }?.message
    }
}

/// The field that names another organization: a list while it is short, else a line to type into.
enum OtherField {
    static func render(
        name: String, label: String, isOptional: Bool = false, chosen: String, choices: [Choice.Option]?, any: String, error: String?
    ) -> HTML {
        if let choices {
            return FormField(
                name: name, label: label, isOptional: isOptional, error: error,
                control: .choice([.init(title: nil, options: choices)], chosen: chosen, any: any)
            ).render()
        }
        return FormField(
            name: name, label: label, isOptional: isOptional, hint: "写名称；有重名的写成“上级/名称”，或者写编号。", error: error, control: .text(chosen)
        ).render()
    }
}
