import Markup
import Office
import Web

/// The page where one signs in.
enum SignInPage {
    /// Where to go on: a page of the desk, else its front page.
    static func back(_ path: String?) -> Address {
        let local = Link.local(path)
        return local == "/desk" || local.hasPrefix("/desk/") && !local.hasPrefix("/desk/sign-in") ? Address(local) : DeskPath.home()
    }

    static func render(back: Address, _ state: FormState) -> Page {
        let form = PostForm(to: DeskPath.signIn(), state, look: .wide, hidden: ["back": back.text], button: "登录") {
            """
            \(FormField(name: "login", label: "账号", in: state, control: .text(state.text("login"), autocomplete: "username")))
            \(FormField(name: "password", label: "密码", in: state, control: .password(autocomplete: "current-password")))
            \(FormField(
                name: "code", label: "动态验证码", isOptional: true, hint: "启用了动态验证码的，填写手机应用上显示的 6 位数字。", in: state,
                control: .code))
            """
        }
        return Page(
            title: "登录", heading: "登录", trail: [HomePath.crumb],
            body: """
                <p class="prose">供本单位的工作人员使用。查阅公开的内容不需要登录。</p>
                \(form)
                """)
    }
}
