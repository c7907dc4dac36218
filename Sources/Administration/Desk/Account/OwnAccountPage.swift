import Markup
import Office
import Web

/// One's own account.
enum OwnAccountPage {
    enum Done: String, Sendable {
        case password
        case secondFactor = "second-factor"
        case secondFactorRemoved = "second-factor-removed"
        case sessions

        var words: String {
            switch self {
            case .password: "密码已修改，在其他地方的登录都已结束。"
            case .secondFactor: "动态验证码已启用，下次登录要填写。"
            case .secondFactorRemoved: "动态验证码已停用。"
            case .sessions: "已结束。"
            }
        }
    }

    struct View: Sendable {
        var account: Account
        var sessions: [DeskSession]
        /// The session that asks.
        var current: Int
        var problem: ErrorSummary.Problem?
        var done: Done?
        var token: HTML
    }

    static func render(_ view: View) -> Page {
        Page(
            title: (view.problem == nil ? "" : "需要修改：") + "我的账号", desk: .account, trail: [Crumb(title: "办公区", path: "/desk")],
            body: """
                \(ErrorSummary.render(view.problem.map { [$0] } ?? []))
                <h1>我的账号</h1>
                \(view.done.map { done -> HTML in "<div class=\"confirmation\" role=\"status\"><p>\(done.words)</p></div>\n" })
                \(FactList.render(
                    [
                        ("账号", HTML(text: view.account.login)), ("姓名", HTML(text: view.account.name)),
                        ("密码", HTML(text: view.account.passwordSetAt.map { "\(Moment.text($0)) 设置" } ?? "没有设置")),
                        ("动态验证码", view.account.hasSecondFactor ? "已启用" : "没有启用"),
                    ], caption: "账号"))
                <h2>修改密码</h2>
                <form class="wide-input" method="post" action="/desk/account/password">
                \(view.token)
                <input class="hidden" type="text" name="username" autocomplete="username" value="\(view.account.login)" tabindex="-1" aria-hidden="true" readonly>
                \(FormField(
                    name: "current", label: "现在的密码", error: problem("current", view), control: .password(autocomplete: "current-password")
                ).render())
                \(LinkPage.passwords(problem: problem("password", view), again: problem("again", view)))
                <button class="button" type="submit">修改密码</button>
                </form>
                <h2>动态验证码</h2>
                \(view.account.hasSecondFactor ? removal(view) : offer)
                <h2>已登录的设备</h2>
                \(sessions(view))
                """)
    }

    private static func problem(_ field: String, _ view: View) -> String? {
        view.problem.flatMap { $0.field == field ? $0.message : nil }
    }

    private static let offer: HTML = """
        <p class="prose">登录时除密码以外，再填写手机应用上每 30 秒变化的 6 位数字：密码被人知道了，也进不来。</p>
        <p><a class="button second" href="/desk/account/second-factor">启用动态验证码</a></p>
        """

    private static func removal(_ view: View) -> HTML {
        """
        <form class="wide-input" method="post" action="/desk/account/second-factor/remove">
        \(view.token)
        \(FormField(
            name: "removal-password", label: "现在的密码", hint: "停用动态验证码要填写密码。", error: problem("removal-password", view),
            control: .password(autocomplete: "current-password")).render())
        <button class="button second" type="submit">停用动态验证码</button>
        </form>
        """
    }

    private static func sessions(_ view: View) -> HTML {
        let rows = view.sessions.map { session -> [HTML] in
            let end: HTML =
                session.id == view.current
                ? "<span class=\"tag notice\">本机</span>"
                : """
                <form class="inline" method="post" action="/desk/account/sessions">\(view.token)<input type="hidden" name="session" value="\(session.id)"><button class="button second" type="submit">结束<span class="hidden">\(Moment.text(session.madeAt))从\(session.address)的登录</span></button></form>
                """
            return [
                "\(Moment.text(session.madeAt))", "\(Moment.text(session.seenAt))", "\(session.address)",
                "\(BrowserName.words(session.agent))", end,
            ]
        }
        let table = DataTable(
            caption: "已登录的设备", hidesCaption: true,
            columns: ["登录时间", "最近使用", "网络地址", "浏览器", "操作"].map { DataTable.Column(title: $0) }, rows: rows)
        let others: HTML =
            view.sessions.count < 2
            ? ""
            : "<form method=\"post\" action=\"/desk/account/sessions\">\(view.token)<button class=\"button second\" type=\"submit\">结束其他所有登录</button></form>\n"
        return table.render() + others
    }
}

/// The page where a second factor is put on.
enum SecondFactorPage {
    static func render(_ secret: OneTimeCode, issuer: String, login: String, problem: ErrorSummary.Problem?, token: HTML) -> Page {
        func error(_ field: String) -> String? { problem.flatMap { $0.field == field ? $0.message : nil } }
        let address = secret.address(issuer: issuer, login: login)
        let code = QRCode(address)?.render(id: "qr", alternative: "二维码，内容是账户名和密钥。不能扫描的，按下面的密钥手工输入。")
        let grouped = secret.base32.enumerated().map { $0.offset > 0 && $0.offset % 4 == 0 ? " \($0.element)" : "\($0.element)" }.joined()
        return Page(
            title: (problem == nil ? "" : "需要修改：") + "启用动态验证码", desk: .account,
            trail: [Crumb(title: "办公区", path: "/desk"), Crumb(title: "我的账号", path: "/desk/account")],
            body: """
                \(ErrorSummary.render(problem.map { [$0] } ?? []))
                <h1>启用动态验证码</h1>
                <ol>
                <li>在手机上安装任何一种支持 TOTP 的验证码应用。</li>
                <li>\(code.map { code -> HTML in "用应用扫描二维码：\n\(code)\n不能扫描的，" })在应用里选择手工输入密钥，账户名填 <strong>\(login)</strong>，密钥填<br><strong class="code">\(grouped)</strong><br>在手机上打开本页的，也可以直接点<a href="\(address)">添加到验证码应用</a>。</li>
                <li>把应用显示的 6 位数字和现在的密码填在下面。</li>
                </ol>
                <form method="post" action="/desk/account/second-factor">
                \(token)
                <input class="hidden" type="text" name="username" autocomplete="username" value="\(login)" tabindex="-1" aria-hidden="true" readonly>
                \(FormField(name: "code", label: "6 位数字", error: error("code"), control: .code).render())
                \(FormField(
                    name: "password", label: "现在的密码", hint: "证明是您本人在启用。", error: error("password"),
                    control: .password(autocomplete: "current-password")).render())
                <button class="button" type="submit">启用</button>
                </form>
                """)
    }
}
