import Office
import Web

/// Administration as a capability: the desk of accounts, organizations, settings and the audit log. What it keeps is the ground
/// floor's, so it brings pages and commands, and neither tables nor rights.
package let capability = Capability(name: "administration", title: "管理")

package let wing = Wing(
    capability,
    deskSections: [.organizations, .people, .settings, .audit, .account],
    acts: [
        DeskAct(.manageAccounts, "新增人员", AccountPath.new(), rank: 90),
        DeskAct(.manageOrganizations, "加入机构", OrganizationPath.new(), rank: 90),
        DeskAct(.grantRoles, "授予角色、开具链接", AccountPath.list(), rank: 90),
        DeskAct(.readAudit, "查阅和核验审计记录", AuditPath.list(), rank: 90),
    ],
    notices: AdministrationNotices.notices,
    tasks: AdministrationTasks.tasks,
    firstSteps: { steps, visit in
        let address = visit.links.address(try await visit.records.settings.current(at: visit.now))
        return AdministrationSteps.list(steps, address: address, viewer: visit.principal)
    },
    routes: { routes, site in
        let (records, links, gate) = (site.records, site.links, site.passwords)
        SignInController(records: records, gate: gate).addRoutes(to: routes)
        StartController(records: records, links: links, wings: site.wings).addRoutes(to: routes)
        OwnAccountController(records: records, gate: gate).addRoutes(to: routes)
        LinkController(records: records, gate: gate).addRoutes(to: routes)
        AccountsController(records: records, links: links).addRoutes(to: routes)
        AdministrationController(records: records, gate: gate, links: links).addRoutes(to: routes)
        ProposalsController(records: records, gate: gate).addRoutes(to: routes)
        OrganizationsController(records: records, names: NameIndex()).addRoutes(to: routes)
        SettingsController(records: records, links: links).addRoutes(to: routes)
        AuditController(records: records).addRoutes(to: routes)
    },
    commands: [OrganizationCommand.self, UserCommand.self, AuditCommand.self, KeyCommand.self])

extension DeskSection {
    static let organizations = DeskSection("机构", OrganizationPath.list(), .viewOrganizations, rank: 90)
    static let people = DeskSection("人员", AccountPath.list(), .viewPeople, rank: 90)
    static let settings = DeskSection("设置", SettingsPath.page(), .manageSettings, rank: 90)
    static let audit = DeskSection("审计", AuditPath.list(), .readAudit, rank: 90)
    static let account = DeskSection("我的账号", OwnAccountPath.page(), .ownAccount, rank: 99)
}
