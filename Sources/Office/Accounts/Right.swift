/// What an account may do to a thing: a permission, and its row in the table of permissions. A right belongs to the thing and not
/// to the route, so every page, file, export or answer that shows a thing asks for the same right.
package struct Right: Hashable, Sendable, CustomStringConvertible {
    /// `importReports`; unique in the program.
    package let name: String
    package let title: String
    /// How far it reaches for each role that has it.
    package let reach: [Role: Reach]
    /// True for a right that only looks.
    package let isReading: Bool

    package init(_ name: String, _ title: String, isReading: Bool = false, _ reach: [Role: Reach]) {
        (self.name, self.title, self.isReading, self.reach) = (name, title, isReading, reach)
    }

    package static func == (left: Right, right: Right) -> Bool { left.name == right.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    package var description: String { name }
}

/// The ground floor's part of the table of permissions: accounts, organizations, settings, the audit log.
extension Right {
    /// One's own account: password, second factor, sessions.
    package static let ownAccount = Right("ownAccount", "管理自己的账号", everyRole(.own))
    /// The list of accounts and what they may do.
    package static let viewPeople = Right(
        "viewPeople", "查看人员", isReading: true,
        [.systemAdministrator: .site, .securityAdministrator: .site, .auditAdministrator: .site])
    package static let manageAccounts = Right("manageAccounts", "建立和停用账号", [.systemAdministrator: .site])
    package static let grantRoles = Right("grantRoles", "授予和收回角色", [.securityAdministrator: .site])
    package static let issueLinks = Right("issueLinks", "开具一次性链接", [.securityAdministrator: .site])
    package static let endSessions = Right("endSessions", "结束他人的登录", [.securityAdministrator: .site])
    /// Deciding what another administrator proposes. Which proposals, each says itself: not those of one's own or about oneself,
    /// but for one person who does all.
    package static let decideProposals = Right(
        "decideProposals", "确认另一位管理员提出的事项",
        [.systemAdministrator: .site, .securityAdministrator: .site, .auditAdministrator: .site])
    package static let viewOrganizations = Right(
        "viewOrganizations", "查看机构的全部资料", isReading: true,
        [.supervisor: .below, .systemAdministrator: .site, .securityAdministrator: .site])
    package static let manageOrganizations = Right("manageOrganizations", "管理机构", [.systemAdministrator: .site])
    package static let manageSettings = Right("manageSettings", "修改站点设置", [.systemAdministrator: .site])
    package static let readAudit = Right("readAudit", "查阅审计记录", isReading: true, [.auditAdministrator: .site])
    package static let exportAudit = Right("exportAudit", "导出审计记录", [.auditAdministrator: .site])

    static let groundFloor = [
        ownAccount, viewPeople, manageAccounts, grantRoles, issueLinks, endSessions, decideProposals, viewOrganizations,
        manageOrganizations, manageSettings, readAudit, exportAudit,
    ]

    /// The same reach for all roles.
    package static func everyRole(_ reach: Reach) -> [Role: Reach] { Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0, reach) }) }
}
