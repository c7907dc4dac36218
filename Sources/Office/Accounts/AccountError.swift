/// Why something about an account cannot be done.
package enum AccountError: Error, Equatable, Sendable, CustomStringConvertible {
    case login(String)
    case loginTaken(String)
    /// Looks like the name of another account.
    case loginLike(String, other: String)
    case nameMissing
    case phone(String)
    case password(String)
    case reusedPassword
    case wrongPassword
    case wrongCode
    case secondFactorIsOn
    case unknown
    case notActive(name: String)
    case notGone(name: String)
    /// Never made, used, or too old.
    case linkInvalid
    case incompatible(Role, with: Role)
    case organizationMissing(Role)
    case organizationUnknown
    case alreadyHeld(Role)
    case notHeld(Role)
    /// Nobody else holds it.
    case lastHolder(Role)
    case successorMissing([Role])
    case successor(name: String)
    /// Too many wrong passwords: seconds to wait.
    case wait(seconds: Int)
    /// There is no room to try a password in.
    case noMemory
    /// Decided already, or what it was about is gone.
    case proposalGone
    case mayNotDecide
    /// Who proposed it has left, or could not propose it any more.
    case proposerGone(name: String)
    /// What is to be handed over is no longer what was proposed.
    case handoverChanged
    /// One person confirms alone, which takes the password.
    case passwordMissing
    /// Nobody administers alone, or somebody else does.
    case notOnePerson
    /// Who administers alone leaves by handing over.
    case onePersonLeaves(name: String)
    /// Nobody else who can sign in holds these.
    case administratorsMissing([Role])

    package var description: String {
        switch self {
        case .login(let text): "账号「\(text)」不合规：应为 2 至 32 个字，要么用英文字母，要么用汉字，不能混用；可以夹数字、点、短横和下划线，至少有一个字母、汉字或数字。其他文字的字母容易看错，不能用。"
        case .loginLike(let text, let other): "账号「\(text)」与已有的「\(other)」看起来一样，请换一个。"
        case .loginTaken(let text): "账号「\(text)」已经有人使用，请换一个。"
        case .nameMissing: "请填写姓名。"
        case .phone(let text): "电话「\(text)」不合规：应为 7 至 20 位数字，可以有短横和加号。"
        case .password(let problem): problem
        case .reusedPassword: "最近 \(PasswordPolicy.history) 个密码不能再用，请换一个。"
        case .wrongPassword: "现在的密码不对，请重新填写。"
        case .wrongCode: "动态验证码不对，或者已经用过。请等下一个验证码再填。"
        case .secondFactorIsOn: "动态验证码已经启用。要更换，请先在“我的账号”里停用。"
        case .unknown: "没有这个账号。"
        case .notActive(let name): "\(name)的账号不在用。"
        case .notGone(let name): "\(name)还没有离岗。请先办理离岗。"
        case .linkInvalid: "链接无效：已经用过、已经过期，或者抄错了。请向安全管理员另要一个；还没有人用过的新网站，重新启动时会打印新的链接。"
        case .incompatible(let role, let other): "\(role.title)不能和\(other.title)由同一个人担任。"
        case .organizationMissing(let role): "请选择在哪个单位担任\(role.title)。"
        case .organizationUnknown: "没有这个单位，或者单位已经撤销、合并。"
        case .alreadyHeld(let role): "已经是\(role.title)。"
        case .notHeld(let role): "并不是\(role.title)。"
        case .lastHolder(let role): "这是唯一的\(role.title)。请先让别人担任\(role.title)。"
        case .successorMissing(let roles): "\(roles.map(\.title).joined(separator: "、"))没有别人担任，请选择由谁接手。"
        case .successor(let name): "\(name)不能接手：账号不在用，或者是管理员。"
        case .wait(let seconds): "密码试错的次数太多，请等 \(seconds) 秒再试。"
        case .noMemory: "服务器内存不足，没有核对密码。请过一会儿再试。"
        case .proposerGone(let name): "提出这个事项的\(name)已经不担任相应的管理员，不能确认。请选“不同意”，由现任管理员重新提出。"
        case .handoverChanged: "要交接的角色和提出时不同了，没有办理。请选“不同意”，由系统管理员重新办理离岗。"
        case .passwordMissing: "办这件事，请再填一次密码。"
        case .notOnePerson: "本站现在不是由您一人办理，没有改动。请回到“管理方式”重新打开。"
        case .onePersonLeaves(let name): "\(name)一人办理本站，离岗要由本人在“管理方式”页交给接手的人，以免没有人能管理。"
        case .administratorsMissing(let roles):
            "还不能分开：\(roles.map(\.title).joined(separator: "、"))还没有别人担任，或者接任的人还没有设置密码。没有改动。"
        case .proposalGone: "这个事项已经处理过，或者不再成立。"
        case .mayNotDecide: "这个事项不能由您确认：提出的人、所涉及的人不能自己确认，离岗交接由安全管理员确认。"
        }
    }
}
