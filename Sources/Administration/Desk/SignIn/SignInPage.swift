import Markup
import Office
import Web

/// The page where one signs in.
enum SignInPage {
    /// Where to go on: a page of the desk, else its front page.
    static func back(_ path: String?) -> String {
        let local = Link.local(path)
        return local == "/desk" || local.hasPrefix("/desk/") && !local.hasPrefix("/desk/sign-in") ? local : "/desk"
    }

    static func render(login: String, back: String, problem: String?, token: HTML) -> Page {
        let problems = problem.map { [ErrorSummary.Problem(message: $0, field: "login")] } ?? []
        return Page(
            title: (problem == nil ? "" : "需要修改：") + "登录", trail: [Crumb(title: "首页", path: "/")],
            body: """
                \(ErrorSummary.render(problems))
                <h1>登录</h1>
                <p class="prose">供本单位的工作人员使用。查阅公开的内容不需要登录。</p>
                <form class="wide-input" method="post" action="/desk/sign-in" autocomplete="on">
                \(token)
                <input type="hidden" name="back" value="\(back)">
                \(FormField(name: "login", label: "账号", error: problem, control: .text(login, autocomplete: "username")).render())
                \(FormField(name: "password", label: "密码", control: .password(autocomplete: "current-password")).render())
                \(FormField(
                    name: "code", label: "动态验证码", isOptional: true, hint: "启用了动态验证码的，填写手机应用上显示的 6 位数字。",
                    control: .code).render())
                <button class="button" type="submit">登录</button>
                </form>
                """)
    }
}
