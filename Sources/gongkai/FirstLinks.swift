import Foundation
import Office
import Web
import Terminal

/// The one-time links that a new office begins with, printed when the site has started.
struct FirstLinks: Sendable {
    /// The token for one person who does all; nil where somebody administers already, or three shall.
    private var onePerson: String?
    /// Tokens for those of three administrators that nobody is yet.
    private var three: [(role: Role, token: String)] = []
    /// True where three were asked for, on a site that one person runs.
    private var isLate = false

    init(_ accounts: AccountStore, separatesAdministrators: Bool, at instant: Date) async throws {
        if !separatesAdministrators { onePerson = try await accounts.firstLink(at: instant) }
        if onePerson == nil { three = try await accounts.firstLinks(at: instant) }
        if separatesAdministrators { isLate = try await accounts.administration() != .separate }
    }

    /// - Parameter link: makes a path of the site a whole address.
    func tell(_ link: (String) -> OutwardLink) {
        if let onePerson {
            Console.print("还没有人使用这个网站。请在浏览器中打开这个一次性链接，建立第一个账号（72 小时内有效，只能用一次）：")
            Console.print(link("/link/\(onePerson)").text)
            Console.print("要由三个人分任管理员的，先不要打开它，用 --separate-administrators 重新启动。")
        }
        for (role, token) in three {
            Console.print("还没有\(role.title)，72 小时内用这个一次性链接建立账号：\(link("/link/\(token)").text)")
        }
        if isLate { Console.print("本站现在由一人办理。要改为三员分立，请由本人在办公区“人员”的“管理方式”中办理。") }
    }
}
