/// The words of the audit log for accounts, organizations, settings and the log itself.
extension AuditWords {
    static let groundFloor = AuditWords(
        actions: [
            "account.made": "建立账号", "account.edited": "修改账号资料", "account.left": "离岗", "role.given": "授予角色", "role.taken": "收回角色",
            "link.issued": "开具一次性链接", "password.chosen": "用链接设置密码", "password.changed": "修改密码",
            "password.rehashed": "密码改用新的保存方式", "second-factor.set": "启用动态验证码", "second-factor.removed": "停用动态验证码",
            "session.begun": "登录", "session.ended": "结束登录", "sign-in.slowed": "登录失败多次", "key.rotated": "更换密钥",
            "subject.forgotten": "销毁个人数据密钥", "personal.read": "查看个人数据", "audit.exported": "导出审计记录", "audit.verified": "核验审计记录",
            "proposal.made": "提出待确认事项", "proposal.confirmed": "确认事项", "proposal.declined": "不同意事项",
            "proposal.replaced": "事项由新的代替", "proposal.lapsed": "事项失效", "site.backedUp": "备份", "site.restored": "恢复备份",
            "site.moved": "搬移数据", "organization.created": "新建机构", "organization.found": "报告中出现新的机构",
            "organization.respelt": "未归档机构的名称改按新报告", "account.anonymized": "销毁离岗人员的个人信息", "administration.one-person": "开始一人办理",
            "administration.handed-over": "一人办理交给别人", "administration.separated": "改为三员分立", "organization.filed": "归入机构树",
            "organization.edited": "修改机构资料", "organization.renamed": "机构更名", "organization.moved": "调整上级机构",
            "organization.merged": "机构合并", "organization.dissolved": "机构撤销", "organization.leadersEdited": "修改负责人",
            "organization.regionChanged": "所属地区变更", "organization.tookOver": "接收并入的机构", "setting.changed": "修改设置",
        ],
        subjects: ["site": "本站", "account": "第 # 号账号", "organization": "第 # 号单位", "audit-event": "第 # 条审计记录"],
        facts: [
            "role": "角色", "purpose": "用途", "by": "通过", "failures": "次数", "sessions": "处数", "events": "条数", "faults": "问题数",
            "key": "密钥号", "successor": "接手账号号", "proposal": "事项号", "issuer": "开具人", "because": "原因", "noted": "发生于",
            "name": "名称", "region": "地区", "from": "原", "to": "改为", "since": "自", "office-name": "网站名称", "address": "网站地址",
            AuditEvent.aloneFact: "一人办理", "supplement-days": "补正期限", "archive-days": "存档期限", "holidays": "放假安排",
            "remedies-off": "停用的救济途径", "basis": "依据", "kind": "类别", "count": "个数", "grants": "交接的角色",
        ],
        values: [
            "role": { Role(rawValue: $0)?.title },
            "purpose": { OneTimeLink.Purpose(rawValue: $0)?.title },
            "by": { $0 == "link" ? "一次性链接" : nil },
            "because": { $0 == "organization-ended" ? "单位已合并或撤销" : nil },
        ],
        unread: AuditFact.unread)
}
