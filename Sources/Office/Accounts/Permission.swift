/// What somebody may do to a thing. A right belongs to the thing and not to the route: every page, file, export or
/// answer that shows a thing asks for the same right.
package enum Right: String, Sendable, CaseIterable {
    /// One's own account: password, second factor, sessions.
    case ownAccount
    /// The list of people and what they may do.
    case viewPeople
    case manageAccounts
    case grantRoles
    case issueLinks
    case endSessions
    /// Deciding what another administrator proposes.
    case decideProposals
    case viewOrganizations
    case manageOrganizations
    case manageSettings
    case readAudit
    case exportAudit
    case viewDeskReports
    case importReports
    case placeRows
    case publishReports
    case returnReports

    package var title: String {
        switch self {
        case .ownAccount: "管理自己的账号"
        case .viewPeople: "查看人员"
        case .manageAccounts: "建立和停用账号"
        case .grantRoles: "授予和收回角色"
        case .issueLinks: "开具一次性链接"
        case .endSessions: "结束他人的登录"
        case .decideProposals: "确认另一位管理员提出的事项"
        case .viewOrganizations: "查看机构的全部资料"
        case .manageOrganizations: "管理机构"
        case .manageSettings: "修改站点设置"
        case .readAudit: "查阅审计记录"
        case .exportAudit: "导出审计记录"
        case .viewDeskReports: "在办公区查看年度报告"
        case .importReports: "上传年度报告"
        case .placeRows: "手工填写无法对位的行"
        case .publishReports: "公布、撤回和恢复年度报告"
        case .returnReports: "把年度报告退回整改"
        }
    }
}

/// How far a right reaches from the organization that a role is held in.
package enum Reach: String, Sendable, CaseIterable {
    /// That organization alone.
    case own
    /// It and all below it.
    case below
    /// The whole site.
    case site

    package var title: String {
        switch self {
        case .own: "本单位"
        case .below: "本单位及下级"
        case .site: "全站"
        }
    }
}

/// The one table of who may do what.
package enum Permission {
    /// How far a role's right reaches; nil where it has none.
    package static func reach(_ role: Role, _ right: Right) -> Reach? {
        switch (role, right) {
        case (_, .ownAccount): .own
        // Which of them, a proposal says itself: not who proposed it or whom it is about, but for one person who does all.
        case (_, .decideProposals) where role.isAdministrator: .site
        case (.systemAdministrator, .manageAccounts), (.systemAdministrator, .viewPeople), (.systemAdministrator, .viewOrganizations),
            (.systemAdministrator, .manageOrganizations), (.systemAdministrator, .manageSettings):
            .site
        case (.securityAdministrator, .grantRoles), (.securityAdministrator, .issueLinks), (.securityAdministrator, .endSessions),
            (.securityAdministrator, .viewPeople), (.securityAdministrator, .viewOrganizations):
            .site
        case (.auditAdministrator, .readAudit), (.auditAdministrator, .exportAudit), (.auditAdministrator, .viewPeople):
            .site
        case (.informationClerk, .importReports), (.informationClerk, .placeRows), (.informationClerk, .publishReports),
            (.informationClerk, .viewDeskReports):
            .own
        case (.reviewer, .viewDeskReports), (.confidentialityReviewer, .viewDeskReports), (.approver, .viewDeskReports),
            (.requestHandler, .viewDeskReports):
            .own
        case (.supervisor, .viewDeskReports), (.supervisor, .importReports), (.supervisor, .placeRows), (.supervisor, .publishReports),
            (.supervisor, .returnReports), (.supervisor, .viewOrganizations):
            .below
        default: nil
        }
    }

    /// True where a role can look at most: what it is for is not built yet.
    package static func isIdle(_ role: Role) -> Bool {
        Right.allCases.allSatisfy { reach(role, $0) == nil || $0 == .ownAccount || $0 == .viewDeskReports }
    }

    /// True where somebody with these grants has the right for at least one thing. One's own account is everybody's.
    package static func has(_ right: Right, _ grants: [Grant]) -> Bool {
        right == .ownAccount || grants.contains { reach($0.role, right) != nil }
    }

    /// True where somebody with these grants has the right for a thing.
    ///
    /// - Parameter path: the organization that the thing belongs to, then those above it up to the root; empty for a
    ///   thing of the whole site.
    package static func may(_ right: Right, _ grants: [Grant], on path: [Int]) -> Bool {
        grants.contains { grant in
            switch reach(grant.role, right) {
            case .site: true
            case .own: grant.organizationID.map { path.first == $0 } ?? false
            case .below: grant.organizationID.map(path.contains) ?? false
            case nil: false
            }
        }
    }
}
