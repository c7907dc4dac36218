import Markup
import Office
import Web

/// One person: what everybody who may see people sees, and the forms of each administrator.
enum PersonPage {
    enum Done: String, Sendable {
        case made, edited, given, taken, takenLast, sessions, left, proposed, leaving

        var words: String {
            switch self {
            case .made: "账号已建立。接下来由安全管理员授予角色，并开具设置密码的一次性链接。"
            case .edited: "资料已修改。"
            case .given: "角色已授予，立即生效。"
            case .proposed: "管理员角色要由另一位管理员确认（一人办理的由本人再填一次密码），已列入“待确认事项”，确认后生效；生效时此人原来的密码作废。"
            case .leaving: "此人已不能登录，链接也已失效。角色的交接要由安全管理员确认，已列入“待确认事项”。"
            case .takenLast: "角色已收回，立即生效。现在没有别人在那里担任这个角色，请尽快另行授予。"
            case .taken: "角色已收回，立即生效。"
            case .sessions: "此人的登录都已结束。"
            case .left: "已离岗：登录和链接都已失效，不能再登录。"
            }
        }
    }

    struct View: Sendable {
        var account: Account
        var form: PersonForm
        /// The names of organizations by id, for those that roles can be held in.
        var organizations: [Int: String]
        var sessions: Int
        var viewer: Principal
        var administration: AdministrationMode
        /// Roles that can look at most.
        var idle: Set<Role>
        var problem: ErrorSummary.Problem?
        var done: Done?
        var token: HTML
    }

    static func render(_ view: View) -> Page {
        let person = view.account
        let isHere = person.isHere
        return Page(
            title: (view.problem == nil ? "" : "需要修改：") + person.name, desk: .people,
            trail: [Crumb(title: "办公区", path: "/desk"), Crumb(title: "人员", path: "/desk/people")],
            body: """
                \(ErrorSummary.render(view.problem.map { [$0] } ?? []))
                <h1>\(person.name)</h1>
                \(view.done.map { done -> HTML in "<div class=\"confirmation\" role=\"status\"><p>\(done.words)</p></div>\n" })
                \(view.administration.isOnePerson(person.id) ? one(person) : "")
                \(FactList.render(facts(view), caption: "账号"))
                <h2 id="roles" tabindex="-1">角色</h2>
                \(roles(view))
                \(isHere && view.viewer.has(.grantRoles) ? give(view) : "")
                \(isHere && view.viewer.has(.issueLinks) ? link(view) : "")
                \(isHere && view.viewer.has(.endSessions) && view.sessions > 0 ? sessions(view) : "")
                \(isHere && view.viewer.has(.manageAccounts) ? edit(view) : "")
                \(person.state != .left && view.viewer.has(.manageAccounts) && !view.administration.isOnePerson(person.id) ? leave(view) : "")
                """)
    }

    private static func one(_ person: Account) -> HTML {
        "<p>\(person.name)一人办理本站，兼任三类管理员。<a href=\"\(AdministrationController.path)\">\(AdministrationPage.title)</a></p>\n"
    }

    private static func facts(_ view: View) -> [(name: String, value: HTML)] {
        let person = view.account
        return [
            ("账号", HTML(text: person.login)), ("状态", PeoplePage.state(person.state)),
            ("动态验证码", person.hasSecondFactor ? "已启用" : "没有启用"), ("建立时间", HTML(text: Moment.text(person.madeAt))),
            ("密码", HTML(text: person.passwordSetAt.map { "\(Moment.text($0)) 设置" } ?? "还没有设置")),
            ("已登录的设备", "\(view.sessions) 台"),
        ] + (person.leftAt.map { [("离岗时间", HTML(text: Moment.text($0)))] } ?? [])
    }

    private static func roles(_ view: View) -> HTML {
        if view.account.grants.isEmpty { return "<p>没有角色。</p>\n" }
        let mayTake = view.viewer.has(.grantRoles)
        return DataTable(
            caption: "角色", hidesCaption: true,
            columns: (["角色", "单位"] + (mayTake ? ["操作"] : [])).map { DataTable.Column(title: $0) },
            rows: view.account.grants.map { grant in
                let organization = grant.organizationID.map { view.organizations[$0] ?? "第 \($0) 号单位" } ?? "全站"
                let take: HTML = """
                    <form class="inline" method="post" action="/desk/people/\(view.account.id)/roles/take">\(view.token)<input type="hidden" name="role" value="\(grant.role.rawValue)"><input type="hidden" name="organization" value="\(grant.organizationID.map { "\($0)" } ?? "")"><button class="button second" type="submit">收回<span class="hidden">\(organization)的\(grant.role.title)</span></button></form>
                    """
                return ["\(grant.role.title)", "\(organization)"] + (mayTake ? [take] : [])
            }, isFullWidth: false
        ).render()
    }

    private static func give(_ view: View) -> HTML {
        func options(_ roles: [Role]) -> [Choice.Option] {
            roles.map { .init(value: $0.rawValue, title: "\($0.title)：\($0.duty)\(view.idle.contains($0) ? "（现在只能查看）" : "")") }
        }
        // A working role is held in an organization.
        let isEmpty = view.organizations.isEmpty
        let working: [FormField.Group] = isEmpty ? [] : [.init(title: "业务角色", options: options(Role.working))]
        let organizations = view.organizations.sorted { $0.value < $1.value }.map { Choice.Option(value: "\($0.key)", title: $0.value) }
        return """
            <h3>授予角色</h3>
            <form method="post" action="/desk/people/\(view.account.id)/roles">
            \(view.token)
            \(FormField(
                name: "role", label: "角色", error: problem("role", view),
                control: .choice(
                    working + [.init(title: "管理员（互不兼任，由另一位管理员确认）", options: options(Role.administrators))],
                    chosen: nil, any: "请选择")).render())
            \(isEmpty ? noOrganization : FormField(
                name: "organization", label: "单位", hint: "管理员服务全站，不用选择单位。", error: problem("organization", view),
                control: .choice([.init(title: nil, options: organizations)], chosen: nil, any: "请选择")).render())
            <button class="button second" type="submit">授予</button>
            </form>
            """
    }

    private static let noOrganization: HTML =
        "<p id=\"organization\">还没有机构，所以不能授予信息员等业务角色：业务角色在一个单位里担任。请系统管理员先在“机构”里加入单位。</p>\n"

    private static func link(_ view: View) -> HTML {
        let purposes: [OneTimeLink.Purpose] = view.account.hasSecondFactor ? [.password, .secondFactor] : [.password]
        return """
            <h2>一次性链接</h2>
            <p class="prose">新账号设置密码，或者忘记密码、丢失动态验证码时开具。链接只显示一次，请当面或者通过可靠的渠道交给本人。</p>
            <form method="post" action="/desk/people/\(view.account.id)/link">
            \(view.token)
            \(FormField(
                name: "purpose", label: "用途", error: problem("purpose", view),
                control: .choice(
                    [.init(title: nil, options: purposes.map { .init(value: $0.rawValue, title: $0.title) })], chosen: purposes[0].rawValue,
                    any: "请选择")).render())
            <button class="button second" type="submit">开具链接</button>
            </form>
            """
    }

    private static func sessions(_ view: View) -> HTML {
        """
        <h2>已登录的设备</h2>
        <form method="post" action="/desk/people/\(view.account.id)/sessions">\(view.token)<button class="button second" type="submit">结束此人的全部登录</button></form>
        """
    }

    private static func edit(_ view: View) -> HTML {
        """
        <h2>修改资料</h2>
        <form class="wide-input" method="post" action="/desk/people/\(view.account.id)">
        \(view.token)
        \(NewPersonPage.fields(view.form))
        <button class="button second" type="submit">保存</button>
        </form>
        """
    }

    private static func leave(_ view: View) -> HTML {
        """
        <h2>离岗</h2>
        <p><a href="/desk/people/\(view.account.id)/leave">\(view.account.state == .leaving ? "重新办理离岗" : "办理离岗")</a></p>
        """
    }

    private static func problem(_ field: String, _ view: View) -> String? {
        view.problem.flatMap { $0.field == field ? $0.message : nil }
    }
}

/// A link that was just issued: the only time that it can be seen.
enum NewLinkPage {
    /// - Parameters:
    ///   - mayMend: true for those who can enter the site's own address.
    ///   - waits: true while another administrator has still to confirm it.
    static func render(_ account: Account, _ purpose: OneTimeLink.Purpose, _ link: OutwardLink, mayMend: Bool, waits: Bool) -> Page {
        Page(
            title: "一次性链接", desk: .people,
            trail: [
                Crumb(title: "办公区", path: "/desk"), Crumb(title: "人员", path: "/desk/people"),
                Crumb(title: account.name, path: "/desk/people/\(account.id)"),
            ],
            body: """
                <h1>一次性链接</h1>
                <div class="confirmation" role="status">
                <h2>\(account.name)：\(purpose.title)</h2>
                \(LinkField.render(link, mayMend: mayMend))
                <p>\(Int(purpose.lifetime / 3600)) 小时内有效，只能用一次，离开本页就不再显示。</p>
                \(waits ? "<p>\(account.name)是管理员：在“<a href=\"/desk/proposals\">待确认事项</a>”中由另一位管理员（一人办理的由本人）确认以后，链接才能用。</p>" as HTML : "")
                </div>
                <p><a href="/desk/people/\(account.id)">回到\(account.name)</a></p>
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
        var problem: String?
        var token: HTML
    }

    static func render(_ view: View) -> Page {
        let problems = view.problem.map { [ErrorSummary.Problem(message: $0, field: "successor")] } ?? []
        return Page(
            title: (problems.isEmpty ? "" : "需要修改：") + "办理离岗", desk: .people,
            trail: [
                Crumb(title: "办公区", path: "/desk"), Crumb(title: "人员", path: "/desk/people"),
                Crumb(title: view.account.name, path: "/desk/people/\(view.account.id)"),
            ],
            body: """
                \(ErrorSummary.render(problems))
                <h1>\(view.account.name)离岗</h1>
                <p class="prose">办理以后，\(view.account.name)不能再登录，现有的登录和一次性链接立即失效，角色全部收回。做过的事仍然记在\(view.account.name)名下。</p>
                \(view.alone.isEmpty ? "" : "<p class=\"prose\">交接要授予角色，由安全管理员确认；登录和链接立即失效，不等确认。</p>\n" as HTML)
                <form method="post" action="/desk/people/\(view.account.id)/leave">
                \(view.token)
                \(view.alone.isEmpty ? "" : successor(view))
                <button class="button" type="submit">办理离岗</button>
                <a class="button second" href="/desk/people/\(view.account.id)">不办理</a>
                </form>
                """)
    }

    private static func successor(_ view: View) -> HTML {
        let alone = view.alone.map { PeoplePage.words($0, view.organizations) }.joined(separator: "、")
        return FormField(
            name: "successor", label: "由谁接手", hint: "只有\(view.account.name)担任的：\(alone)。", error: view.problem,
            control: .choice(
                [.init(title: nil, options: view.others.map { .init(value: "\($0.id)", title: "\($0.name)（\($0.login)）") })], chosen: nil,
                any: "请选择")
        ).render()
    }
}
