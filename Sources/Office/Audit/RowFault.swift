/// A row that decides about access or about what is public, and is not what the events say: it was written past the program.
package enum RowFault: Sendable, Equatable, CustomStringConvertible {
    case setting(String)
    /// An account that no event made.
    case account(Int)
    case password(account: Int)
    case secondFactor(account: Int)
    /// Open, and nobody signed in.
    case session(account: Int, id: Int)
    /// An unused one-time link, by the hash of its token.
    case link(account: Int?, purpose: String, sha256: String)
    /// An open one.
    case proposal(Int)
    /// A version of a report that no event brought.
    case version(Int)
    case versionGone(Int)
    case state(version: Int)
    /// That it counts for its report, or that it does not.
    case current(version: Int)
    /// Under whom it stands, or whether it is there.
    case organization(Int)
    /// By whom it was withdrawn, why, and whether by somebody above.
    case withdrawal(version: Int)
    /// Whose report on which year it is.
    case report(version: Int)
    case content(version: Int)
    case source(sha256: String)
    /// A printed name that is an organization's by somebody's word, and nobody gave it.
    case name(organization: Int, String)

    package var description: String {
        switch self {
        case .setting(Administration.setting):
            "管理方式（表 setting 的 administration）与记录不符：谁一人办理，是绕过本程序改动的。请停止网站，查明是谁改动的，从备份恢复。"
        case .setting(let name): "设置 \(name)（表 setting）与最后一次修改的记录不符。请在“设置”中核对并重新保存，查明是谁改动的；管理员的链接请重新开具。"
        case .account(let id): "账号 account:\(id) 没有建立的记录：是绕过本程序加上的。请在“人员”中办理离岗，并查明是谁改动的。"
        case .password(let id): "账号 account:\(id) 的密码（表 account）不是记录中最后一次设置的。请停用其登录，由本人用新开的一次性链接重新设置密码，并查明是谁改动的。"
        case .secondFactor(let id): "账号 account:\(id) 的动态验证码（表 account 的 totp）与记录不符。请结束其登录，由本人重新设置，并查明是谁改动的。"
        case .session(let account, let id):
            "账号 account:\(account) 的登录 \(id)（表 desk_session）没有登录的记录：是绕过本程序加上的。请在“人员”中结束这个账号的全部登录，并查明是谁改动的。"
        case .link(let account, let purpose, let sha256):
            "一次性链接 \(sha256.prefix(12))…（表 one_time_link，\(account.map { "给账号 account:\($0)" } ?? "给第一个账号")，"
                + "用途“\(OneTimeLink.Purpose(rawValue: purpose)?.title ?? purpose)”）与开具的记录不符。请给这个账号重新开具链接，旧的随即失效，并查明是谁改动的。"
        case .proposal(let id): "待确认事项 \(id)（表 proposal）与提出的记录不符。请不要确认，在“待确认事项”中否决，并查明是谁改动的。"
        case .version(let id): "报告 report-version:\(id) 没有导入的记录：是绕过本程序加上的。请撤回，并查明是谁改动的。"
        case .versionGone(let id): "报告 report-version:\(id) 有导入的记录，却不见了。请从备份恢复。"
        case .state(let id): "报告 report-version:\(id) 是否公布（表 report_version 的 state）与记录不符。请核对后重新公布或者撤回，并查明是谁改动的。"
        case .current(let id): "报告 report-version:\(id) 是否为现行的一版（表 report_version 的 is_current）与记录不符。请核对后重新公布现行的一版，并查明是谁改动的。"
        case .organization(let id):
            "机构 organization:\(id) 的上级或者状态（表 organization）与记录不符：谁的权限管到它由此决定。请在“机构”中核对后改正，并查明是谁改动的。"
        case .withdrawal(let id): "报告 report-version:\(id) 由谁撤回、原因（表 report_version 的 withdrawn_…）与记录不符。请核对后重新撤回，并查明是谁改动的。"
        case .report(let id): "报告 report-version:\(id) 所属的单位、年度（表 report）与这一版不符：它会算到别的单位、别的年度。请从备份恢复，并查明是谁改动的。"
        case .content(let id): "报告 report-version:\(id) 的内容（表 report_version）与导入时记下的校验码不符：被改动过。请从备份恢复，或者撤回后重新导入原件。"
        case .source(let sha256): "文件 \(sha256) 的文字（表 report_source）与导入时记下的校验码不符：被改动过。请从备份恢复。"
        case .name(let organization, let name):
            "报告中的名称“\(name)”算作机构 organization:\(organization)（表 organization_alias），没有确认的记录，或者不是由这个账号确认的。请取消这个名称，核对由此归入该单位的报告，并查明是谁改动的。"
        }
    }
}
