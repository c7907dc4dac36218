import Markup
import Office
import Web

/// What was typed on the page of a one-time link.
struct LinkForm: Sendable {
    let purpose: OneTimeLink.Purpose
    let login: String
    let name: String
    let password: String

    /// - Throws: `Problems`: what is missing or differs.
    init(_ link: OneTimeLink, _ form: PostedForm) throws(Problems) {
        purpose = link.purpose
        password = form.raw("password")
        var problems = Problems()
        if link.purpose == .first {
            (login, name) = (form.text("login") ?? "", form.text("name") ?? "")
            if login.isEmpty { problems.add("请填写账号。", at: "login") }
            if name.isEmpty { problems.add("请填写姓名。", at: "name") }
        } else {
            (login, name) = (link.login ?? "", "")
        }
        if password.isEmpty { problems.add("请填写密码。", at: "password") }
        if link.purpose != .secondFactor, !password.isEmpty, password != form.raw("again") {
            problems.add("两次填写的密码不一样，请重新填写。", at: "again")
        }
        try problems.check()
    }
}

/// The page of a one-time link.
enum LinkPage {
    static func render(_ link: OneTimeLink, to address: Address, _ state: FormState) -> Page {
        let title = link.role.map { "建立\($0.title)的账号" } ?? (link.isOnePersons ? StartPage.title : link.purpose.title)
        let form = PostForm(to: address, state, look: .wide, button: button(link)) {
            """
            \(link.purpose == .first ? identity(state) : "<p>账号：<strong>\(link.login)</strong></p>\n")
            \(link.purpose == .secondFactor ? current(state) : NewPasswordFields(state: state).html)
            """
        }
        return Page(title: title, heading: title, body: "<p class=\"prose\">\(lead(link))</p>\n\(form)")
    }

    static func done(_ link: OneTimeLink) -> Page {
        let (title, words) =
            switch link.purpose {
            case .first: ("账号已建立", "现在可以用刚才填写的账号和密码登录。建议登录后在“我的账号”里启用动态验证码。")
            case .password: ("密码已设置", "此前的登录都已结束，请用新密码登录。")
            case .secondFactor: ("动态验证码已解除", "请登录，并在“我的账号”里重新启用动态验证码。")
            }
        return Page(
            title: title, heading: title, done: words, body: "<p><a class=\"button\" href=\"\(DeskPath.signIn())\">去登录</a></p>")
    }

    private static func button(_ link: OneTimeLink) -> PostForm.Button {
        link.purpose == .secondFactor ? "解除动态验证码" : link.isOnePersons ? "建立账号" : "保存"
    }

    private static func lead(_ link: OneTimeLink) -> String {
        switch link.purpose {
        case .first where link.isOnePersons:
            "建立本站的第一个账号，管理和业务都由您一人办理；以后人多了，可以改为三员分立。链接只能用一次。"
        case .first: "\(link.role?.duty ?? "")。系统管理员、安全管理员、审计管理员由三个人分别担任。链接只能用一次。"
        case .password: "链接只能用一次，用过即失效。"
        case .secondFactor: "手机丢失或者更换的，填写现在的密码后解除动态验证码。链接只能用一次。"
        }
    }

    private static func identity(_ state: FormState) -> HTML {
        """
        \(FormField(
            name: "login", label: "账号", hint: "2 至 32 个汉字、字母、数字、点或短横，登录时填写。", in: state,
            control: .text(state.text("login"), autocomplete: "username")))
        \(FormField(name: "name", label: "姓名", in: state, control: .text(state.text("name"), autocomplete: "name")))
        """
    }

    private static func current(_ state: FormState) -> HTML {
        FormField(name: "password", label: "现在的密码", in: state, control: .password(autocomplete: "current-password")).html
    }
}
