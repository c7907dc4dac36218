/// What a person does at the desk. The three administrators are separate by Chinese practice (三员分立): none can do
/// another's part, nor a working role, unless one person does all (`AdministrationMode.onePerson`).
package enum Role: String, Sendable, CaseIterable {
    case informationClerk, reviewer, confidentialityReviewer, approver, requestHandler, supervisor
    case systemAdministrator, securityAdministrator, auditAdministrator

    package var title: String {
        switch self {
        case .informationClerk: "信息员"
        case .reviewer: "审核"
        case .confidentialityReviewer: "保密审查"
        case .approver: "签发"
        case .requestHandler: "依申请办理"
        case .supervisor: "主管部门"
        case .systemAdministrator: "系统管理员"
        case .securityAdministrator: "安全管理员"
        case .auditAdministrator: "审计管理员"
        }
    }

    /// What the role is for, in one line.
    package var duty: String {
        switch self {
        case .informationClerk: "录入和维护本单位公开的内容"
        case .reviewer: "审核本单位拟公开的信息"
        case .confidentialityReviewer: "公开前的保密审查，不能审查自己写的信息"
        case .approver: "签发本单位拟公开的信息"
        case .requestHandler: "办理政府信息公开申请"
        case .supervisor: "指导、监督本单位和下级单位"
        case .systemAdministrator: "管理机构、账号的建立和站点设置"
        case .securityAdministrator: "授予和收回角色，开具一次性链接，结束他人的登录"
        case .auditAdministrator: "查阅、导出和核验审计记录"
        }
    }

    /// Administrators serve the whole site; the others one organization.
    package var isAdministrator: Bool {
        switch self {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator: true
        default: false
        }
    }

    package static let administrators: [Role] = allCases.filter(\.isAdministrator)
    package static let working: [Role] = allCases.filter { !$0.isAdministrator }

    /// The working roles of one person who does all in an organization. The department in charge is that of a government
    /// from the county up (article 4), so that a town has none.
    static func working(in kind: OrganizationKind) -> [Role] { working.filter { $0 != .supervisor || kind.isRegion } }

    /// True where one person may hold both while the administrators are separate.
    package func isCompatible(with other: Role) -> Bool {
        self == other || !(isAdministrator || other.isAdministrator)
    }
}

/// A role as somebody holds it.
package struct Grant: Hashable, Sendable {
    package let role: Role
    /// The organization that it is held in; nil for administrators.
    package let organizationID: Int?

    package init(_ role: Role, in organizationID: Int? = nil) {
        self.role = role
        // Administrators serve the whole site, whatever was typed.
        self.organizationID = role.isAdministrator ? nil : organizationID
    }
}
