import Markup
import Office
import Web

/// What was typed on the page of a one-time link.
struct LinkForm: Sendable {
    let link: OneTimeLink
    var login = ""
    var name = ""
    var password = ""
    var problems: [ErrorSummary.Problem] = []

    init(_ link: OneTimeLink) {
        self.link = link
        login = link.login ?? ""
    }

    init(_ link: OneTimeLink, _ posted: PostedForm) {
        self.init(link)
        password = posted.raw("password")
        if link.purpose == .first {
            login = posted.text("login") ?? ""
            name = posted.text("name") ?? ""
            if login.isEmpty { problems.append(.init(message: "请填写账号。", field: "login")) }
            if name.isEmpty { problems.append(.init(message: "请填写姓名。", field: "name")) }
        }
        if password.isEmpty { problems.append(.init(message: "请填写密码。", field: "password")) }
        if link.purpose != .secondFactor, !password.isEmpty, password != posted.raw("again") {
            problems.append(.init(message: "两次填写的密码不一样，请重新填写。", field: "again"))
        }
    }

    func field(of error: AccountError) -> String {
        switch error {
        case .login, .loginTaken, .loginLike: "login"
        case .nameMissing: "name"
        default: "password"
        }
    }

    func problem(_ field: String) -> String? { problems.first { $0.field == field }?.message }
}

/// The page of a one-time link.
enum LinkPage {
    static func render(_ form: LinkForm, action: String, token: HTML) -> Page {
        let title = form.link.role.map { "建立\($0.title)的账号" } ?? (form.link.isOnePersons ? StartPage.title : form.link.purpose.title)
        return Page(
            title: (form.problems.isEmpty ? "" : "需要修改：") + title,
            body: """
                \(ErrorSummary.render(form.problems))
                <h1>\(title)</h1>
                <p class="prose">\(lead(form.link))</p>
                <form class="wide-input" method="post" action="\(action)">
                \(token)
                \(form.link.purpose == .first ? identity(form) : "<p>账号：<strong>\(form.login)</strong></p>\n")
                \(form.link.purpose == .secondFactor ? current(form) : passwords(form))
                <button class="button" type="submit">\(form.link.purpose == .secondFactor ? "解除动态验证码" : form.link.isOnePersons ? "建立账号" : "保存")</button>
                </form>
                """)
    }

    static func done(_ link: OneTimeLink) -> Page {
        let (title, words): (String, HTML) =
            switch link.purpose {
            case .first: ("账号已建立", "现在可以用刚才填写的账号和密码登录。建议登录后在“我的账号”里启用动态验证码。")
            case .password: ("密码已设置", "此前的登录都已结束，请用新密码登录。")
            case .secondFactor: ("动态验证码已解除", "请登录，并在“我的账号”里重新启用动态验证码。")
            }
        return Page(
            title: title,
            body: """
                <h1>\(title)</h1>
                <div class="confirmation" role="status"><p>\(words)</p></div>
                <p><a class="button" href="/desk/sign-in">去登录</a></p>
                """)
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

    private static func identity(_ form: LinkForm) -> HTML {
        """
        \(FormField(
            name: "login", label: "账号", hint: "2 至 32 个汉字、字母、数字、点或短横，登录时填写。", error: form.problem("login"),
            control: .text(form.login, autocomplete: "username")).render())
        \(FormField(name: "name", label: "姓名", error: form.problem("name"), control: .text(form.name, autocomplete: "name")).render())
        """
    }

    private static func current(_ form: LinkForm) -> HTML {
        FormField(
            name: "password", label: "现在的密码", error: form.problem("password"), control: .password(autocomplete: "current-password")
        ).render()
    }

    static func passwords(_ form: LinkForm) -> HTML {
        passwords(problem: form.problem("password"), again: form.problem("again"))
    }

    /// A new password, twice.
    static func passwords(problem: String?, again: String?) -> HTML {
        """
        \(FormField(
            name: "password", label: "新密码", hint: "至少 \(PasswordPolicy.minimumLength) 个字符，可以用几个不相关的词连起来。", error: problem,
            control: .password(autocomplete: "new-password")).render())
        \(FormField(name: "again", label: "再填一次新密码", error: again, control: .password(autocomplete: "new-password")).render())
        """
    }
}
