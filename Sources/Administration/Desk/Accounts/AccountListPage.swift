import Markup
import Office
import Web

/// Which accounts are asked for.
struct AccountFilter: Sendable, Equatable {
    var words: String?
    var state: Account.State?
    /// A role, or `none` for those without one.
    var role: String?

    init(_ query: QueryString) {
        words = query.text("q")
        state = query.text("state").flatMap(Account.State.init)
        role = query.text("role").flatMap { $0 == Self.noRole || Role(rawValue: $0) != nil ? $0 : nil }
    }

    static let noRole = "none"

    func admits(_ account: Account) -> Bool {
        if let state, account.state != state { return false }
        if let role, role == Self.noRole ? !account.grants.isEmpty : !account.grants.contains(where: { $0.role.rawValue == role }) {
            return false
        }
        guard let words = words?.lowercased() else { return true }
        return account.name.lowercased().contains(words) || account.login.lowercased().contains(words)
    }

    func link(page: Int) -> Address {
        AccountPath.list().with(["q": words, "state": state?.rawValue, "role": role, "page": page == 1 ? nil : "\(page)"])
    }
}

/// The list of accounts.
enum AccountListPage {
    static let size = 50

    struct View: Sendable {
        var filter: AccountFilter
        var accounts: [Account]
        var organizations: [Int: String]
        var page: Int
        var mayMake: Bool
        /// What waits for a second administrator.
        var proposals: Int
        var administration: AdministrationMode
    }

    static func render(_ view: View) -> Page {
        let shown = view.accounts.dropFirst((view.page - 1) * size).prefix(size)
        return .desk(
            .people, title: "人员", width: .wide,
            body: """
                \(HTML.when(view.mayMake) { "<p><a class=\"button\" href=\"\(AccountPath.new())\">新增人员</a></p>\n" })
                \(HTML.when(view.proposals > 0) { "<p><a href=\"\(ProposalPath.list())\">待确认事项（\(view.proposals)）</a></p>\n" })
                <p>\(administration(view)) <a href="\(AdministrationPath.page())">\(AdministrationPage.title)</a></p>
                \(filter(view.filter))
                <p>共 \(view.accounts.count) 人。</p>
                \(HTML.when(!view.accounts.isEmpty) { table(Array(shown), view) })
                \(Pagination(page: view.page, size: size, total: view.accounts.count) { view.filter.link(page: $0) })
                """)
    }

    private static func administration(_ view: View) -> String {
        view.administration == .separate ? "三类管理员由不同的人担任（三员分立）。" : "本站由一人办理：同一个人兼任三类管理员，也做业务。"
    }

    /// One person's many roles in few words: their own page lists them.
    private static func roles(_ account: Account, _ view: View) -> String {
        view.administration.isOnePerson(account.id)
            ? "一人办理：三类管理员和业务角色" : account.grants.map { words($0, view.organizations) }.joined(separator: "；")
    }

    private static func filter(_ filter: AccountFilter) -> HTML {
        QueryForm(to: AccountPath.list(), label: "查找人员", isSearch: true, button: .second("查找")) {
            """
            <div class="field"><label for="q">账号或姓名</label><input type="text" id="q" name="q" value="\(filter.words ?? "")"></div>
            \(FormField(name: "state", label: "状态", control: .options(Choice.list(Account.State.allCases, \.title), chosen: filter.state?.rawValue, any: "全部")))
            \(FormField(name: "role", label: "角色", control: .options(Choice.list(Role.allCases, \.title) + [.init(value: AccountFilter.noRole, title: "没有角色")], chosen: filter.role, any: "全部")))
            """
        }.html
    }

    private static func table(_ accounts: [Account], _ view: View) -> HTML {
        DataTable(
            caption: "人员", hidesCaption: true, columns: ["姓名", "账号", "状态", "角色", "动态验证码"],
            rows: accounts.map { account in
                [
                    "<a href=\"\(AccountPath.account(account.id))\">\(account.name)</a>", "\(account.login)", state(account.state),
                    "\(roles(account, view))", account.hasSecondFactor ? "已启用" : "",
                ]
            }
        ).html
    }

    static func state(_ state: Account.State) -> HTML {
        switch state {
        case .invited: "<span class=\"tag warning\">\(state.title)</span>"
        case .leaving: "<span class=\"tag warning\">\(state.title)</span>"
        case .active: "<span class=\"tag notice\">\(state.title)</span>"
        case .left: "<span class=\"tag plain\">\(state.title)</span>"
        }
    }

    /// 信息员（某局）
    static func words(_ grant: Grant, _ organizations: [Int: String]) -> String {
        grant.organizationID.map { "\(grant.role.title)（\(organizations[$0] ?? "第 \($0) 号单位")）" } ?? grant.role.title
    }
}

/// The form for a new account.
enum NewAccountPage {
    static func render(_ state: FormState) -> Page {
        .desk(
            .people, title: "新增人员", trail: [AccountPath.crumb],
            body: """
                <p class="prose">建立账号以后，由安全管理员授予角色，并开具设置密码的一次性链接。</p>
                \(PostForm(to: AccountPath.new(), state, look: .wide, button: "建立账号") {
                    """
                    \(FormField(
                        name: "login", label: "账号", hint: "2 至 32 个英文字母或者汉字（不混用），可以夹数字、点、短横和下划线；登录时填写，不分大小写。", in: state,
                        control: .text(state.text("login"))))
                    \(fields(state, name: "", phone: nil))
                    """
                })
                """)
    }

    /// What can be changed later.
    static func fields(_ state: FormState, name: String, phone: String?) -> HTML {
        """
        \(FormField(name: "name", label: "姓名", in: state, control: .text(state.text("name", or: name))))
        \(FormField(
            name: "phone", label: "办公电话", isOptional: true, hint: "加密保存。", in: state,
            control: .text(state.text("phone", or: phone ?? ""))))
        """
    }
}
