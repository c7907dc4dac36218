import Formats
import Office

/// The desk's front page.
enum DeskPage {
    static func render(_ principal: Principal, _ waiting: [Waiting], signOut: HTML) -> Page {
        let roles = Set(principal.grants.map(\.role)).sorted { $0.title < $1.title }
        return Page(
            title: "办公区", desk: .home,
            body: """
                <h1>\(principal.name)，您好</h1>
                <p>\(roles.isEmpty ? "您还没有角色，请联系安全管理员。" as HTML : HTML(text: roles.map(\.title).joined(separator: "、")))</p>
                <h2>等我处理的</h2>
                \(waiting.isEmpty ? "<p>现在没有。</p>\n" : list(waiting))
                <form method="post" action="/desk/sign-out">\(signOut)<button class="button second" type="submit">退出登录</button></form>
                """)
    }

    private static func list(_ waiting: [Waiting]) -> HTML {
        """
        <ul class="waiting">
        \(waiting.map { item -> HTML in "<li><a href=\"\(item.path)\"><strong>\(item.count)</strong> \(item.words)</a></li>\n" })</ul>
        """
    }
}
