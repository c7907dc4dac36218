import Office
import Web

/// The paths of the pages about accounts.
enum AccountPath {
    static let list: Path<Never> = "/desk/people"
    static let new: Path<Never> = "/desk/people/new"
    static let account: Path<AccountWord, Int> = "/desk/people/{id}"
    static let roles: Path<Never, Int> = "/desk/people/{id}/roles"
    static let takenRoles: Path<Never, Int> = "/desk/people/{id}/roles/take"
    static let link: Path<Never, Int> = "/desk/people/{id}/link"
    static let sessions: Path<Never, Int> = "/desk/people/{id}/sessions"
    static let leave: Path<Never, Int> = "/desk/people/{id}/leave"

    static let crumb = Crumb("人员", list())

    static func crumb(_ account: Account) -> Crumb { Crumb(account.name, self.account(account.id)) }
}

/// What an account's page says of a change.
enum AccountWord: String, SuccessWord {
    case made, edited, given, taken, takenLast, sessions, left, proposed, leaving

    var text: String? {
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
