/// A row that decides about access or about what is public, and is not what the audit events say: somebody wrote it past the
/// program. Each kind is a function of the capability whose table it is about.
package struct RowFault: Sendable, Equatable, CustomStringConvertible {
    /// In words for an operator: which row, and what to do.
    package let description: String

    package init(_ description: String) { self.description = description }
}

extension RowFault {
    package static func setting(_ name: String) -> RowFault {
        RowFault(
            name == AdministrationMode.setting
                ? "管理方式（表 setting 的 administration）与记录不符：谁一人办理，是绕过本程序改动的。请停止网站，查明是谁改动的，从备份恢复。"
                : "设置 \(name)（表 setting）与最后一次修改的记录不符。请在“设置”中核对并重新保存，查明是谁改动的；管理员的链接请重新开具。")
    }

    /// An account that no event made.
    package static func account(_ id: Int) -> RowFault {
        RowFault("账号 account:\(id) 没有建立的记录：是绕过本程序加上的。请在“人员”中办理离岗，并查明是谁改动的。")
    }

    package static func password(account id: Int) -> RowFault {
        RowFault("账号 account:\(id) 的密码（表 account）不是记录中最后一次设置的。请停用其登录，由本人用新开的一次性链接重新设置密码，并查明是谁改动的。")
    }

    package static func secondFactor(account id: Int) -> RowFault {
        RowFault("账号 account:\(id) 的动态验证码（表 account 的 totp）与记录不符。请结束其登录，由本人重新设置，并查明是谁改动的。")
    }

    /// A session that is open, and nobody signed in.
    package static func session(account: Int, id: Int) -> RowFault {
        RowFault(
            "账号 account:\(account) 的登录 \(id)（表 desk_session）没有登录的记录：是绕过本程序加上的。请在“人员”中结束这个账号的全部登录，并查明是谁改动的。")
    }

    /// An unused one-time link, by the hash of its token.
    package static func link(account: Int?, purpose: String, sha256: String) -> RowFault {
        RowFault(
            "一次性链接 \(sha256.prefix(12))…（表 one_time_link，\(account.map { "给账号 account:\($0)" } ?? "给第一个账号")，"
                + "用途“\(OneTimeLink.Purpose(rawValue: purpose)?.title ?? purpose)”）与开具的记录不符。请给这个账号重新开具链接，旧的随即失效，并查明是谁改动的。")
    }

    /// An open proposal.
    package static func proposal(_ id: Int) -> RowFault {
        RowFault("待确认事项 \(id)（表 proposal）与提出的记录不符。请不要确认，在“待确认事项”中否决，并查明是谁改动的。")
    }

    /// Under whom an organization stands, or whether it is there.
    package static func organization(_ id: Int) -> RowFault {
        RowFault(
            "机构 organization:\(id) 的上级或者状态（表 organization）与记录不符：谁的权限管到它由此决定。请在“机构”中核对后改正，并查明是谁改动的。")
    }
}
