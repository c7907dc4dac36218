import Office

/// The entries of the desk's side list, each for those who have the right.
enum DeskSection: String, Sendable, CaseIterable {
    case home, reports, organizations, people, settings, audit, account

    var title: String {
        switch self {
        case .home: "首页"
        case .reports: "年度报告"
        case .organizations: "机构"
        case .people: "人员"
        case .settings: "设置"
        case .audit: "审计"
        case .account: "我的账号"
        }
    }

    var path: String { self == .home ? "/desk" : "/desk/" + rawValue }

    var right: Right {
        switch self {
        case .home, .account: .ownAccount
        case .reports: .viewDeskReports
        case .organizations: .viewOrganizations
        case .people: .viewPeople
        case .settings: .manageSettings
        case .audit: .readAudit
        }
    }
}
