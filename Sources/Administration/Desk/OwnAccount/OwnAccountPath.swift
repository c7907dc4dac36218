import Web

/// The paths of one's own account.
enum OwnAccountPath {
    static let page: Path<OwnAccountWord> = "/desk/account"
    static let password: Path<Never> = "/desk/account/password"
    static let secondFactor: Path<Never> = "/desk/account/second-factor"
    static let removedSecondFactor: Path<Never> = "/desk/account/second-factor/remove"
    static let sessions: Path<Never> = "/desk/account/sessions"

    static let crumb = Crumb("我的账号", page())
}

/// What one's own account's page says of a change.
enum OwnAccountWord: String, SuccessWord {
    case password
    case secondFactor = "second-factor"
    case secondFactorRemoved = "second-factor-removed"
    case sessions

    var text: String? {
        switch self {
        case .password: "密码已修改，在其他地方的登录都已结束。"
        case .secondFactor: "动态验证码已启用，下次登录要填写。"
        case .secondFactorRemoved: "动态验证码已停用。"
        case .sessions: "已结束。"
        }
    }
}
