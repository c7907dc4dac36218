import Office

/// The words of the audit log for annual reports.
extension AuditWords {
    static let reports = AuditWords(
        actions: [
            "report.imported": "上传年度报告", "report.published": "公布年度报告", "report.withdrawn": "撤回年度报告",
            "report.restored": "恢复公布年度报告", "report.sent-back": "年度报告退回整改", "report.return-ended": "撤销退回整改",
            "organization.nameConfirmed": "确认报告中的名称是本单位", "organization.nameWithdrawn": "收回对报告中名称的确认",
            "report.judgedAnew": "按乡镇、街道公布日期重新检查年度报告", "report.row-placed": "手工填写无法对位的行",
        ],
        subjects: ["report-version": "第 # 号报告版本"],
        facts: [
            "row": "行", "version": "版", "sha256": "文件校验值", "state": "状态", "reason": "原因", "due": "回复期限", "above": "由上级撤回",
            "towns": "乡镇街道的报告", "day": "日期", "town-report-day": "乡镇、街道公布年度报告的日期",
        ],
        values: ["state": { VersionState(rawValue: $0)?.title }],
        unread: [AuditFact.snapshot, AuditFact.source])
}
