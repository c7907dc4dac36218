import Markup
import Office

/// The desk's front page.
enum DeskPage {
    struct View: Sendable {
        var principal: Principal
        var waiting: [Waiting]
        /// True for who administers and works alone.
        var isOnePerson: Bool
        /// The first of the first steps that is not done.
        var next: (number: Int, title: String)?
        /// Where one person does what several should.
        var outgrown: FirstSteps?
        var signOut: HTML
    }

    static func render(_ view: View) -> Page {
        Page(
            title: "办公区", desk: .home,
            body: """
                <h1>\(view.principal.name)，您好</h1>
                \(roles(view))
                \(view.next.map(start))
                \(view.outgrown.map(outgrown))
                <h2>等我处理的</h2>
                \(view.waiting.isEmpty ? "<p>\(view.next == nil ? "现在没有。" : "除了上面的第一步以外，现在没有。")</p>\n" : list(view.waiting))
                \(acts(view.principal))
                <form method="post" action="/desk/sign-out">\(view.signOut)<button class="button second" type="submit">退出登录</button></form>
                """)
    }

    private static func roles(_ view: View) -> HTML {
        let roles = Set(view.principal.grants.map(\.role)).sorted { $0.title < $1.title }
        if roles.isEmpty { return "<p>您还没有角色，请联系安全管理员。</p>\n" }
        if view.isOnePerson {
            return "<p>本站由您一人办理，兼任三类管理员和业务角色。<a href=\"\(AdministrationController.path)\">\(AdministrationPage.title)</a></p>\n"
        }
        let idle = roles.filter(Permission.isIdle)
        let words: HTML =
            idle.isEmpty
            ? ""
            : "<p>\(idle.map(\.title).joined(separator: "、"))：现在只能查看本单位的年度报告，别的还没有要您办的；信息公开的起草、审核、签发和依申请办理做好以后，任务会列在这里。</p>\n"
        return "<p>\(roles.map(\.title).joined(separator: "、"))</p>\n\(words)"
    }

    private static func start(_ next: (number: Int, title: String)) -> HTML {
        """
        <div class="inset"><p><strong>\(StartPage.title)</strong>：第\(StartPage.ordinal(next.number))步，\(next.title)。</p><p><a class="button" href="\(StartController.path)">接着做</a></p></div>

        """
    }

    private static func outgrown(_ steps: FirstSteps) -> HTML {
        """
        <div class="inset warning"><p>本站已有 \(steps.organizations) 个单位、\(steps.accounts) 个账号，仍由一人管理。单位和人多了，管理和审计应当由不同的人担任。<a href="\(AdministrationController.path)">怎样改为三员分立</a></p></div>

        """
    }

    private static func list(_ waiting: [Waiting]) -> HTML {
        """
        <ul class="waiting">
        \(waiting.map { item -> HTML in "<li><a href=\"\(item.path)\"><strong>\(item.count)</strong> \(item.words)</a></li>\n" })</ul>
        """
    }

    /// What somebody can begin, by their rights.
    private static func acts(_ principal: Principal) -> HTML {
        let all: [(right: Right, words: String, path: String)] = [
            (.importReports, "上传年度报告", "/desk/reports/new"), (.viewDeskReports, "查看年度报告", "/desk/reports"),
            (.manageAccounts, "新增人员", "/desk/people/new"), (.manageOrganizations, "加入机构", "/desk/organizations/new"),
            (.grantRoles, "授予角色、开具链接", "/desk/people"), (.readAudit, "查阅和核验审计记录", "/desk/audit"),
        ]
        let mine = all.filter { principal.has($0.right) }
        if mine.isEmpty { return "" }
        return """
            <h2>可以办的事</h2>
            <ul>
            \(mine.map { act -> HTML in "<li><a href=\"\(act.path)\">\(act.words)</a></li>\n" })</ul>
            """
    }
}
