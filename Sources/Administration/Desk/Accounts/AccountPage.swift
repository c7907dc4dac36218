import Markup
import Office
import Web

/// One person: what everybody who may see people sees, and the forms of each administrator.
enum AccountPage {
    struct View: Sendable {
        var account: Account
        /// Nil for those who may not change it.
        var phone: String?
        /// The names of organizations by id, for those that roles can be held in.
        var organizations: [Int: String]
        var sessions: Int
        var viewer: Principal
        var administration: AdministrationMode
        /// Roles that can look at most.
        var idle: Set<Role>
        var state: FormState

        /// True if the viewer may do this to the account, while it is one of somebody at work.
        func may(_ right: Right) -> Bool { account.isHere && viewer.has(right) }
        var isOnePerson: Bool { administration.isOnePerson(account.id) }
    }

    static func render(_ view: View) -> Page {
        let account = view.account
        return .desk(
            .people, title: account.name, trail: [AccountPath.crumb],
            body: """
                \(HTML.when(view.isOnePerson) { one(account) })
                \(FactList(facts(view), caption: "账号"))
                <h2 id="roles" tabindex="-1">角色</h2>
                \(roles(view))
                \(HTML.when(view.may(.grantRoles)) { give(view) })
                \(HTML.when(view.may(.issueLinks)) { link(view) })
                \(HTML.when(view.may(.endSessions) && view.sessions > 0) { sessions(view) })
                \(HTML.when(view.may(.manageAccounts)) { edit(view) })
                \(HTML.when(account.state != .left && view.viewer.has(.manageAccounts) && !view.isOnePerson) { leave(account) })
                """)
    }

    private static func one(_ account: Account) -> HTML {
        "<p>\(account.name)一人办理本站，兼任三类管理员。<a href=\"\(AdministrationPath.page())\">\(AdministrationPage.title)</a></p>\n"
    }

    private static func facts(_ view: View) -> [(name: String, value: HTML)] {
        let person = view.account
        return [
            ("账号", HTML(text: person.login)), ("状态", AccountListPage.state(person.state)),
            ("动态验证码", person.hasSecondFactor ? "已启用" : "没有启用"), ("建立时间", HTML(text: BeijingTime.text(person.madeAt))),
            ("密码", HTML(text: person.passwordSetAt.map { "\(BeijingTime.text($0)) 设置" } ?? "还没有设置")),
            ("已登录的设备", "\(view.sessions) 台"),
        ] + (person.leftAt.map { [("离岗时间", HTML(text: BeijingTime.text($0)))] } ?? [])
    }

    private static func roles(_ view: View) -> HTML {
        if view.account.grants.isEmpty { return "<p>没有角色。</p>\n" }
        let mayTake = view.viewer.has(.grantRoles)
        let rows = view.account.grants.map { grant -> [HTML] in
            let organization = grant.organizationID.map { view.organizations[$0] ?? "第 \($0) 号单位" } ?? "全站"
            let row: [HTML] = ["\(grant.role.title)", "\(organization)"]
            return mayTake ? row + [take(grant, organization, view)] : row
        }
        return DataTable(
            caption: "角色", hidesCaption: true, columns: ["角色", "单位"] + (mayTake ? ["操作"] : []), rows: rows, isFullWidth: false
        ).html
    }

    private static func take(_ grant: Grant, _ organization: String, _ view: View) -> HTML {
        PostForm(
            to: AccountPath.takenRoles(view.account.id), view.state, look: .inline,
            hidden: ["role": grant.role.rawValue, "organization": grant.organizationID.map { "\($0)" } ?? ""],
            button: .second("收回", about: "\(organization)的\(grant.role.title)")
        ).html
    }

    private static func give(_ view: View) -> HTML {
        func options(_ roles: [Role]) -> [Choice] {
            roles.map { .init(value: $0.rawValue, title: "\($0.title)：\($0.duty)\(view.idle.contains($0) ? "（现在只能查看）" : "")") }
        }
        // A working role is held in an organization.
        let isEmpty = view.organizations.isEmpty
        let working: [FormField.Group] = isEmpty ? [] : [.init(title: "业务角色", options: options(Role.working))]
        let organizations = view.organizations.sorted { $0.value < $1.value }.map { Choice(value: "\($0.key)", title: $0.value) }
        let organization = FormField(
            name: "organization", label: "单位", hint: "管理员服务全站，不用选择单位。", in: view.state,
            control: .options(organizations, chosen: view.state.text("organization"), any: "请选择"))
        let role = FormField(
            name: "role", label: "角色", in: view.state,
            control: .choice(
                working + [.init(title: "管理员（互不兼任，由另一位管理员确认）", options: options(Role.administrators))],
                chosen: view.state.text("role"), any: "请选择"))
        return """
            <h3>授予角色</h3>
            \(PostForm(to: AccountPath.roles(view.account.id), view.state, button: .second("授予")) {
                "\(role)\(isEmpty ? noOrganization : organization.html)"
            })
            """
    }

    private static let noOrganization: HTML =
        "<p id=\"organization\">还没有机构，所以不能授予信息员等业务角色：业务角色在一个单位里担任。请系统管理员先在“机构”里加入单位。</p>\n"

    private static func link(_ view: View) -> HTML {
        let purposes: [OneTimeLink.Purpose] = view.account.hasSecondFactor ? [.password, .secondFactor] : [.password]
        let purpose = FormField(
            name: "purpose", label: "用途", in: view.state,
            control: .options(
                Choice.list(purposes, \.title), chosen: view.state.text("purpose", or: purposes[0].rawValue),
                any: "请选择"))
        return """
            <h2>一次性链接</h2>
            <p class="prose">新账号设置密码，或者忘记密码、丢失动态验证码时开具。链接只显示一次，请当面或者通过可靠的渠道交给本人。</p>
            \(PostForm(to: AccountPath.link(view.account.id), view.state, button: .second("开具链接")) { purpose.html })
            """
    }

    private static func sessions(_ view: View) -> HTML {
        """
        <h2>已登录的设备</h2>
        \(PostForm(to: AccountPath.sessions(view.account.id), view.state, button: .second("结束此人的全部登录")))
        """
    }

    private static func edit(_ view: View) -> HTML {
        """
        <h2>修改资料</h2>
        \(PostForm(to: AccountPath.account(view.account.id), view.state, look: .wide, button: .second("保存")) {
            NewAccountPage.fields(view.state, name: view.account.name, phone: view.phone)
        })
        """
    }

    private static func leave(_ account: Account) -> HTML {
        """
        <h2>离岗</h2>
        <p><a href="\(AccountPath.leave(account.id))">\(account.state == .leaving ? "重新办理离岗" : "办理离岗")</a></p>
        """
    }
}

/// A link that was just issued: the only time that it can be seen.
enum NewLinkPage {
    /// - Parameters:
    ///   - mayMend: true for those who can enter the site's own address.
    ///   - waits: true while another administrator has still to confirm it.
    static func render(_ account: Account, _ purpose: OneTimeLink.Purpose, _ link: OutwardLink, mayMend: Bool, waits: Bool) -> Page {
        .desk(
            .people, title: "一次性链接", trail: [AccountPath.crumb, AccountPath.crumb(account)],
            body: """
                <div class="confirmation" role="status">
                <h2>\(account.name)：\(purpose.title)</h2>
                \(LinkField.render(link, mayMend: mayMend))
                <p>\(Int(purpose.lifetime / 3600)) 小时内有效，只能用一次，离开本页就不再显示。</p>
                \(HTML.when(waits) {
                    "<p>\(account.name)是管理员：在“<a href=\"\(ProposalPath.list())\">待确认事项</a>”中由另一位管理员（一人办理的由本人）确认以后，链接才能用。</p>"
                })
                </div>
                <p><a href="\(AccountPath.account(account.id))">回到\(account.name)</a></p>
                """)
    }
}

/// Somebody leaves: a page of its own that says what will happen.
enum LeavePage {
    struct View: Sendable {
        var account: Account
        /// What nobody else does.
        var alone: [Grant]
        var others: [Account]
        var organizations: [Int: String]
        var state: FormState
    }

    static func render(_ view: View) -> Page {
        let (name, id) = (view.account.name, view.account.id)
        return .desk(
            .people, title: "办理离岗", heading: "\(name)离岗", trail: [AccountPath.crumb, AccountPath.crumb(view.account)],
            body: """
                <p class="prose">办理以后，\(name)不能再登录，现有的登录和一次性链接立即失效，角色全部收回。做过的事仍然记在\(name)名下。</p>
                \(HTML.when(!view.alone.isEmpty) { "<p class=\"prose\">交接要授予角色，由安全管理员确认；登录和链接立即失效，不等确认。</p>\n" })
                \(PostForm(to: AccountPath.leave(id), view.state, button: "办理离岗", cancel: .init("不办理", AccountPath.account(id))) {
                    .when(!view.alone.isEmpty) { successor(view) }
                })
                """)
    }

    private static func successor(_ view: View) -> HTML {
        let alone = view.alone.map { AccountListPage.words($0, view.organizations) }.joined(separator: "、")
        return FormField(
            name: "successor", label: "由谁接手", hint: "只有\(view.account.name)担任的：\(alone)。", in: view.state,
            control: .options(
                view.others.map { .init(value: "\($0.id)", title: "\($0.name)（\($0.login)）") }, chosen: view.state.text("successor"),
                any: "请选择")
        ).html
    }
}
