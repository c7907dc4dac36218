import Markup
import Office
import Web

/// One's own account.
enum OwnAccountPage {
    /// The field of the password that removing the second factor takes.
    static let removalPassword = "removal-password"

    struct View: Sendable {
        var account: Account
        var sessions: [DeskSession]
        /// The session that asks.
        var current: Int
        var state: FormState
    }

    static func render(_ view: View) -> Page {
        .desk(
            .account, title: "我的账号",
            body: """
                \(FactList(
                    [
                        ("账号", HTML(text: view.account.login)), ("姓名", HTML(text: view.account.name)),
                        ("密码", HTML(text: view.account.passwordSetAt.map { "\(BeijingTime.text($0)) 设置" } ?? "没有设置")),
                        ("动态验证码", view.account.hasSecondFactor ? "已启用" : "没有启用"),
                    ], caption: "账号"))
                <h2>修改密码</h2>
                \(PostForm(to: OwnAccountPath.password(), view.state, look: .wide, button: "修改密码") { password(view) })
                <h2>动态验证码</h2>
                \(view.account.hasSecondFactor ? removal(view) : offer)
                <h2>已登录的设备</h2>
                \(sessions(view))
                """)
    }

    private static func password(_ view: View) -> HTML {
        """
        \(HiddenUsername(login: view.account.login))
        \(FormField(name: "current", label: "现在的密码", in: view.state, control: .password(autocomplete: "current-password")))
        \(NewPasswordFields(state: view.state))
        """
    }

    private static let offer: HTML = """
        <p class="prose">登录时除密码以外，再填写手机应用上每 30 秒变化的 6 位数字：密码被人知道了，也进不来。</p>
        <p><a class="button second" href="\(OwnAccountPath.secondFactor())">启用动态验证码</a></p>
        """

    private static func removal(_ view: View) -> HTML {
        PostForm(to: OwnAccountPath.removedSecondFactor(), view.state, look: .wide, button: .second("停用动态验证码")) {
            FormField(
                name: removalPassword, label: "现在的密码", hint: "停用动态验证码要填写密码。", in: view.state,
                control: .password(autocomplete: "current-password")
            ).html
        }.html
    }

    private static func sessions(_ view: View) -> HTML {
        let rows = view.sessions.map { session -> [HTML] in
            [
                "\(BeijingTime.text(session.madeAt))", "\(BeijingTime.text(session.seenAt))", "\(session.address)",
                "\(BrowserName.words(session.agent))",
                session.id == view.current ? "<span class=\"tag notice\">本机</span>" : end(session, view),
            ]
        }
        return """
            \(DataTable(
                caption: "已登录的设备", hidesCaption: true, columns: ["登录时间", "最近使用", "网络地址", "浏览器", "操作"], rows: rows))
            \(HTML.when(view.sessions.count > 1) {
                PostForm(to: OwnAccountPath.sessions(), view.state, button: .second("结束其他所有登录")).html
            })
            """
    }

    private static func end(_ session: DeskSession, _ view: View) -> HTML {
        PostForm(
            to: OwnAccountPath.sessions(), view.state, look: .inline, hidden: ["session": "\(session.id)"],
            button: .second("结束", about: "\(BeijingTime.text(session.madeAt))从\(session.address)的登录")
        ).html
    }
}

/// The page where a second factor is put on.
enum SecondFactorPage {
    static func render(_ secret: OneTimeCode, issuer: String, login: String, state: FormState) -> Page {
        let address = secret.address(issuer: issuer, login: login)
        let code = QRCode(address)?.render(id: "qr", alternative: "二维码，内容是账户名和密钥。不能扫描的，按下面的密钥手工输入。")
        let grouped = secret.base32.enumerated().map { $0.offset > 0 && $0.offset % 4 == 0 ? " \($0.element)" : "\($0.element)" }.joined()
        return .desk(
            .account, title: "启用动态验证码", trail: [OwnAccountPath.crumb],
            body: """
                <ol>
                <li>在手机上安装任何一种支持 TOTP 的验证码应用。</li>
                <li>\(code.map { code -> HTML in "用应用扫描二维码：\n\(code)\n不能扫描的，" })在应用里选择手工输入密钥，账户名填 <strong>\(login)</strong>，密钥填<br><strong class="code">\(grouped)</strong><br>在手机上打开本页的，也可以直接点<a href="\(address)">添加到验证码应用</a>。</li>
                <li>把应用显示的 6 位数字和现在的密码填在下面。</li>
                </ol>
                \(PostForm(to: OwnAccountPath.secondFactor(), state, button: "启用") {
                    """
                    \(HiddenUsername(login: login))
                    \(FormField(name: "code", label: "6 位数字", in: state, control: .code))
                    \(FormField(
                        name: PasswordProof.name, label: "现在的密码", hint: "证明是您本人在启用。", in: state,
                        control: .password(autocomplete: "current-password")))
                    """
                })
                """)
    }
}
