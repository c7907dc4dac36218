import Markup
import Office

/// The desk's home.
package enum DeskPage {
    struct View: Sendable {
        var principal: Principal
        /// Roles of the account that can look at most.
        var idle: Set<Role>
        var notices = DeskNotices()
        var tasks: [DeskTask] = []
        /// Of all rights.
        var acts: [DeskAct]
        var state: FormState
    }

    static func render(_ view: View) -> Page {
        Page(
            title: "办公区", heading: "\(view.principal.name)，您好", desk: .home,
            body: """
                \(view.notices.standing ?? roles(view))
                \(view.notices.nextStep)
                \(view.notices.warnings)
                <h2>等我处理的</h2>
                \(view.tasks.isEmpty ? "<p>\(view.notices.nextStep == nil ? "现在没有。" : "除了上面的第一步以外，现在没有。")</p>\n" : list(view.tasks))
                \(acts(view))
                \(PostForm(to: DeskPath.signOut(), view.state, button: .second("退出登录")))
                """)
    }

    private static func roles(_ view: View) -> HTML {
        let roles = Set(view.principal.grants.map(\.role)).sorted { $0.title < $1.title }
        if roles.isEmpty { return "<p>您还没有角色，请联系安全管理员。</p>\n" }
        let idle = roles.filter(view.idle.contains)
        let words: HTML =
            idle.isEmpty
            ? ""
            : "<p>\(idle.map(\.title).joined(separator: "、"))：现在只能查看，还没有要您办的；相应的工作开通以后，任务会列在这里。</p>\n"
        return "<p>\(roles.map(\.title).joined(separator: "、"))</p>\n\(words)"
    }

    private static func list(_ tasks: [DeskTask]) -> HTML {
        """
        <ul class="waiting">
        \(tasks.map { task -> HTML in "<li><a href=\"\(task.address)\"><strong>\(task.count)</strong> \(task.words)</a></li>\n" })</ul>
        """
    }

    /// What the account can begin, by its rights.
    private static func acts(_ view: View) -> HTML {
        let mine = view.acts.filter { view.principal.has($0.right) }.ranked(by: \.rank)
        if mine.isEmpty { return "" }
        return """
            <h2>可以办的事</h2>
            <ul>
            \(mine.map { act -> HTML in "<li><a href=\"\(act.address)\">\(act.words)</a></li>\n" })</ul>
            """
    }
}
