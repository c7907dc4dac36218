import Markup
import Office
import Web

/// How a site is administered, and by whom.
struct AdministrationView: Sendable {
    var administration: AdministrationMode
    /// Those at work, or to be.
    var people: [Account]
    var organizations: [Int: String]
    var viewer: Principal

    var onePerson: Account? {
        guard case .onePerson(let id) = administration else { return nil }
        return people.first { $0.id == id }
    }

    var isViewersOwn: Bool { administration.isOnePerson(viewer.accountID) }

    /// Those who hold an administrator's role beside the one person.
    func others(_ role: Role) -> [Account] { people.filter { $0.id != onePerson?.id && $0.holds(role) } }

    /// True where somebody else holds it and can sign in.
    func isTakenOver(_ role: Role) -> Bool { others(role).contains { $0.state == .active } }

    /// What nobody but the one person holds among the working roles.
    var workAlone: [Grant] {
        guard let onePerson else { return [] }
        return onePerson.grants.filter { grant in
            !grant.role.isAdministrator && !people.contains { $0.id != onePerson.id && $0.state == .active && $0.grants.contains(grant) }
        }
    }
}

/// The page that says how the site is administered.
enum AdministrationPage {
    static let title = "管理方式"

    static func render(_ view: AdministrationView) -> Page {
        .desk(.people, title: title, trail: [AccountPath.crumb], body: view.onePerson.map { one($0, view) } ?? three(view))
    }

    static let innerTrail = [AccountPath.crumb, AdministrationPath.crumb]

    private static func three(_ view: AdministrationView) -> HTML {
        """
        <p class="lead">三员分立</p>
        <p class="prose">系统管理员、安全管理员、审计管理员由不同的人担任，互不兼任，也不兼任业务角色。授予管理员角色、给管理员开具链接，由一人提出、另一人确认。</p>
        \(holders(view, acts: false))
        """
    }

    private static func one(_ person: Account, _ view: AdministrationView) -> HTML {
        """
        <p class="lead">一人办理：\(person.name)（\(person.login)）</p>
        <p class="prose">\(person.name)兼任三类管理员，也做业务。要两个人办的事，由本人再填一次密码确认，在事项和审计记录中注明“一人办理”。审计记录照样逐条相连，改不了，但查阅的人就是办事的人：请上级单位定期核验，或者把审计锚点留存到别处。</p>
        \(view.isViewersOwn ? change(view) : "<p>只有\(person.name)本人能改变管理方式。</p>\n")
        """
    }

    private static func change(_ view: AdministrationView) -> HTML {
        let isReady = Role.administrators.filter(view.isTakenOver).count >= Role.administrators.count - 1
        let separating: HTML =
            isReady
            ? "<p><a class=\"button\" href=\"\(AdministrationPath.separate())\">改为三员分立</a></p>\n"
            : "<p>至少还要有两项由别人担任、并且已经设置密码，才能改为三员分立。</p>\n"
        return """
            <h2>改为三员分立</h2>
            <p class="prose">单位多了、人多了，管理和审计应当由不同的人担任。分两步走，中途不会有人被关在外面：</p>
            <ol>
            <li>请人担任管理员：您可以自己留任一项，其余两项各请一个人；想专做业务的，三项都请别人。建立账号，把链接交给本人，由本人设置密码。在此期间您的权限不变。</li>
            <li>接任的人都能登录以后，才能改为三员分立：您留任的以外，其余角色从您名下收回。</li>
            </ol>
            \(holders(view, acts: true))
            \(separating)
            <h2>交给别人一人办理</h2>
            <p class="prose">换岗、离岗时，把全部工作交给接手的人。先在“人员”里给接手的人建立账号，由本人设置密码。</p>
            <p><a href="\(AdministrationPath.handOver())">办理交接</a></p>
            """
    }

    private static func holders(_ view: AdministrationView, acts: Bool) -> HTML {
        DataTable(
            caption: "三类管理员", columns: acts ? ["角色", "由谁接任", "办理"] : ["角色", "由谁担任"],
            rows: Role.administrators.map { role in
                let people = view.others(role)
                return ["\(role.title)", names(people, none: acts ? "还没有人" : "没有人")] + (acts ? [act(role, people)] : [])
            }, isFullWidth: false
        ).html
    }

    private static func names(_ people: [Account], none: HTML) -> HTML {
        people.isEmpty
            ? none : HTML.join(people.map { "\($0.name)（\($0.login)） \(AccountListPage.state($0.state))" }, separator: "<br>")
    }

    private static func act(_ role: Role, _ people: [Account]) -> HTML {
        people.isEmpty
            ? "<a href=\"\(AdministrationPath.appoint(role))\">请人担任<span class=\"hidden\">\(role.title)</span></a>"
            : HTML.join(people.map { "<a href=\"\(AccountPath.account($0.id))\">看\($0.name)</a>" }, separator: "<br>")
    }
}

/// The form for an administrator to come.
enum AppointPage {
    static func render(_ role: Role, _ state: FormState) -> Page {
        .desk(
            .people, title: "请人担任\(role.title)", trail: AdministrationPage.innerTrail,
            body: """
                <p class="prose">\(role.duty)。管理员不能兼任业务角色，所以另建一个账号。保存以后显示设置密码的一次性链接，请交给本人。这一步本来要两个人，现在由您一人办理，记入审计。</p>
                \(PostForm(
                    to: AdministrationPath.appoint(role), state, look: .wide, button: "建立账号，开具链接",
                    cancel: .init("不办理", AdministrationPath.page())
                ) {
                    """
                    \(FormField(
                        name: "login", label: "账号", hint: "2 至 32 个汉字、字母、数字、点或短横，登录时填写。", in: state,
                        control: .text(state.text("login"))))
                    \(FormField(name: "name", label: "姓名", in: state, control: .text(state.text("name"))))
                    \(PasswordProof(state))
                    """
                })
                """)
    }
}

/// Separating the administrators: what will happen, before it does.
enum SeparatePage {
    /// The choice to keep the working roles alone.
    static let working = "working"

    static func render(_ view: AdministrationView, _ state: FormState) -> Page {
        let choices =
            [Choice(value: working, title: "专做业务，不再担任管理员")]
            + Role.administrators.map { Choice(value: $0.rawValue, title: "只担任\($0.title)，不再做业务") }
        let alone = view.workAlone.map { AccountListPage.words($0, view.organizations) }.joined(separator: "、")
        return .desk(
            .people, title: "改为三员分立", trail: AdministrationPage.innerTrail,
            body: """
                <p class="prose">办理以后：</p>
                <ul>
                \(Role.administrators.map { holder($0, view) })<li>您留任的以外，其余角色立即从您名下收回。</li>
                \(HTML.when(!alone.isEmpty) { "<li>您不再做业务的，没有别人担任：\(alone)。请安全管理员尽快另行授予。</li>\n" })\
                <li>从此授予管理员角色、给管理员开具链接，要由另一位管理员确认；管理员不能兼任业务角色。</li>
                <li>这一步不能在网站上退回。</li>
                </ul>
                \(PostForm(
                    to: AdministrationPath.separate(), state, look: .wide, button: "改为三员分立",
                    cancel: .init("不办理", AdministrationPath.page())
                ) {
                    """
                    \(FormField(
                        name: "kept", label: "您自己留任", in: state, control: .options(choices, chosen: state.text("kept"), any: "请选择")))
                    \(PasswordProof(state))
                    """
                })
                """)
    }

    private static func holder(_ role: Role, _ view: AdministrationView) -> HTML {
        let people = view.others(role).filter { $0.state == .active }.map { "\($0.name)（\($0.login)）" }.joined(separator: "、")
        return "<li>\(role.title)：\(people.isEmpty ? "由您留任（没有别人能登录）" : people)</li>\n"
    }
}

/// One person hands everything over to another.
enum HandOverPage {
    static func render(_ view: AdministrationView, _ state: FormState) -> Page {
        let heirs = view.people.filter { person in
            person.id != view.viewer.accountID && person.state == .active && !person.grants.contains(where: \.role.isAdministrator)
        }
        return .desk(
            .people, title: "交给别人一人办理", trail: AdministrationPage.innerTrail,
            body: """
                <p class="prose">办理以后，您担任的角色交给接手的人，由他一人办理；您离岗，立即退出，不能再登录。做过的事仍然记在您名下。</p>
                \(heirs.isEmpty ? none : form(heirs, state))
                """)
    }

    private static let none: HTML = """
        <p>还没有能接手的人。请先在<a href="\(AccountPath.new())">人员</a>里给接手的人建立账号，开具链接，由本人设置密码。</p>
        """

    private static func form(_ heirs: [Account], _ state: FormState) -> HTML {
        let options = heirs.map { Choice(value: "\($0.id)", title: "\($0.name)（\($0.login)）") }
        return PostForm(
            to: AdministrationPath.handOver(), state, look: .wide, button: "交接并离岗", cancel: .init("不办理", AdministrationPath.page())
        ) {
            """
            \(FormField(
                name: "successor", label: "由谁接手", in: state,
                control: .options(options, chosen: state.text("successor"), any: "请选择")))
            \(PasswordProof(state))
            """
        }.html
    }
}
