import Markup
import Office

/// Events in words.
struct AuditNames: Sendable {
    var accounts: [Int: String] = [:]
    var organizations: [Int: String] = [:]

    func actor(_ actor: Actor) -> String {
        switch actor {
        case .account(let id): accounts[id] ?? "第 \(id) 号账号"
        case .program: "命令行或程序"
        case .visitor: "未登录的人"
        }
    }

    func subject(_ text: String) -> String {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let id = Int(parts[1]) else { return text }
        switch parts[0] {
        case "site": return "本站"
        case "account": return accounts[id] ?? "第 \(id) 号账号"
        case "organization": return organizations[id] ?? "第 \(id) 号单位"
        case "report-version": return "第 \(id) 号报告版本"
        case "audit-event": return "第 \(id) 条审计记录"
        default: return text
        }
    }

    /// What happened, in words; the name of the action where it has none.
    static func action(_ action: String) -> String { actions[action] ?? action }

    static let actions = [
        "account.made": "建立账号", "account.edited": "修改账号资料", "account.left": "离岗", "role.given": "授予角色", "role.taken": "收回角色",
        "link.issued": "开具一次性链接", "password.chosen": "用链接设置密码", "password.changed": "修改密码", "password.rehashed": "密码改用新的保存方式",
        "second-factor.set": "启用动态验证码",
        "second-factor.removed": "停用动态验证码", "session.begun": "登录", "session.ended": "结束登录", "sign-in.slowed": "登录失败多次",
        "key.rotated": "更换密钥", "subject.forgotten": "销毁个人数据密钥", "personal.read": "查看个人数据", "audit.exported": "导出审计记录",
        "audit.verified": "核验审计记录", "proposal.made": "提出待确认事项", "proposal.confirmed": "确认事项",
        "proposal.declined": "不同意事项", "proposal.replaced": "事项由新的代替", "proposal.lapsed": "事项失效", "site.backedUp": "备份",
        "site.restored": "恢复备份", "site.moved": "搬移数据", "organization.created": "新建机构",
        "organization.found": "报告中出现新的机构", "organization.respelt": "未归档机构的名称改按新报告",
        "account.anonymized": "销毁离岗人员的个人信息",
        "administration.one-person": "开始一人办理", "administration.handed-over": "一人办理交给别人",
        "administration.separated": "改为三员分立",
        "organization.filed": "归入机构树", "organization.edited": "修改机构资料",
        "organization.renamed": "机构更名", "organization.moved": "调整上级机构", "organization.merged": "机构合并", "organization.dissolved": "机构撤销",
        "organization.leadersEdited": "修改负责人", "organization.regionChanged": "所属地区变更", "organization.tookOver": "接收并入的机构",
        "report.imported": "上传年度报告", "report.published": "公布年度报告", "report.withdrawn": "撤回年度报告",
        "report.restored": "恢复公布年度报告", "report.sent-back": "年度报告退回整改", "report.return-ended": "撤销退回整改",
        "organization.nameConfirmed": "确认报告中的名称是本单位", "organization.nameWithdrawn": "收回对报告中名称的确认",
        "report.judgedAnew": "按乡镇、街道公布日期重新检查年度报告", "report.row-placed": "手工填写无法对位的行", "setting.changed": "修改设置",
    ]

    /// What else is known, in one line: 角色 信息员，次数 5.
    ///
    /// - Parameter isWhole: true where nothing may be cut: in what is taken away.
    func facts(_ facts: JSONValue, isWhole: Bool = false) -> String {
        guard case .object(let members) = facts else { return "" }
        return members.compactMap { member in
            if !isWhole, AuditFact.unread.contains(member.key) { return nil }
            let value: String? =
                switch member.value {
                case .string(let text): word(member.key, text)
                case .number(let digits): digits
                case .bool(let flag): flag ? "是" : "否"
                case .null: nil
                case .array, .object: isWhole ? member.value.description : Self.short(member.value.description)
                }
            return value.map { "\(Self.titles[member.key] ?? member.key) \($0)" }
        }.joined(separator: "，")
    }

    private static func short(_ text: String) -> String { text.count > 80 ? text.prefix(80) + "…" : text }

    private func word(_ key: String, _ text: String) -> String {
        switch key {
        case "role": Role(rawValue: text)?.title ?? text
        case "purpose": OneTimeLink.Purpose(rawValue: text)?.title ?? text
        case "by": text == "link" ? "一次性链接" : text
        case "because": text == "organization-ended" ? "单位已合并或撤销" : text
        case "state": VersionState(rawValue: text)?.title ?? text
        case "issuer": Actor(text).map(actor) ?? text
        default: text
        }
    }

    private static let titles = [
        "role": "角色", "purpose": "用途", "by": "通过", "failures": "次数", "sessions": "处数", "events": "条数", "faults": "问题数", "key": "密钥号",
        "successor": "接手账号号", "proposal": "事项号", "issuer": "开具人", "because": "原因", "noted": "发生于", "name": "名称", "region": "地区",
        "from": "原", "to": "改为", "since": "自", "office-name": "网站名称", "address": "网站地址", AuditEvent.aloneFact: "一人办理",
        "supplement-days": "补正期限", "archive-days": "存档期限", "holidays": "放假安排",
        "remedies-off": "停用的救济途径", "basis": "依据", "kind": "类别", "row": "行",
        "version": "版", "count": "个数", "sha256": "文件校验值", "state": "状态", "reason": "原因", "due": "回复期限", "grants": "交接的角色",
        "above": "由上级撤回", "towns": "乡镇街道的报告", "day": "日期", "town-report-day": "乡镇、街道公布年度报告的日期",
    ]

    // MARK: Export

    static let columns = ["序号", "时间", "由谁", "类别", "事项", "对象", "单位", "变动字段", "说明"]

    func row(_ event: RecordedEvent) -> [String] {
        [
            "\(event.sequence)", Moment.text(event.at), actor(event.actor),
            Capability(rawValue: event.capability)?.title ?? event.capability,
            Self.action(event.action), subject(event.subject), event.organizationID.map { organizations[$0] ?? "第 \($0) 号单位" } ?? "",
            event.fields.joined(separator: "、"), facts(event.facts, isWhole: true),
        ]
    }
}
