import Database
import Foundation

/// How far a new office has come on the way to its first published work. Each part is a count of its records.
package struct FirstSteps: Sendable, Equatable {
    package var administration: AdministrationMode
    /// Administrators' roles that somebody who can sign in holds.
    package var administrators: Set<Role>
    /// Active organizations of the tree.
    package var organizations: Int
    /// Accounts of people who are at work or will be.
    package var accounts: Int
    /// Those of them who can sign in and may work in a capability.
    package var workers: Int
    /// True once the site has a name of its own.
    package var isNamed: Bool

    /// True where one person does what several should: told on a page, and never more than told.
    package var hasOutgrownOnePerson: Bool { administration != .separate && (organizations > 1 || accounts > 1) }
}

extension Records {
    /// How far the office has come.
    package func firstSteps() async throws -> FirstSteps {
        let work = house.capabilities.dropFirst().flatMap(\.rights).filter { !$0.isReading }
        return try await database.read(from: .primary) { db in
            let here = try AccountStore.all(db).filter(\.isHere)
            let active = here.filter { $0.state == .active }
            let organizations = try db.row("select count(*) as n from organization where state = 'active' and kind is not null")
            let settings = try SettingStore.read(db)
            return FirstSteps(
                administration: settings.administration,
                administrators: Set(active.flatMap(\.grants).map(\.role).filter(\.isAdministrator)),
                organizations: try organizations?.int("n") ?? 0, accounts: here.count,
                workers: active.count { account in work.contains { Permission.has($0, account.grants) } },
                isNamed: settings.officeName != OfficeSettings().officeName)
        }
    }

    /// The first organization of an office. Whoever does all alone gets the working roles in it, and the site its name where it
    /// has none of its own; all of that or nothing.
    ///
    /// - Throws: `OrganizationError`, `AccountError`, `DatabaseError`, `AuditError`.
    @discardableResult
    package func beginOrganization(_ draft: OrganizationDraft, by principal: Principal, at instant: Date) async throws -> Organization {
        let accounts = accounts
        let organization = try await change(by: principal.actor, at: instant) { change in
            let organization = try OrganizationChange(change).add(draft, contact: OrganizationContact(), leaders: [])
            if try AdministrationMode.read(change.db).isOnePerson(principal.accountID) {
                for role in Role.working(in: draft.kind) {
                    try accounts.give(
                        Grant(role, in: organization.id), to: principal.accountID, isAlone: true, change)
                }
            }
            try SettingStore.edit(change) { settings in
                guard settings.officeName == OfficeSettings().officeName else { return }
                settings.officeName = String(draft.name.prefix(OfficeSettings.longestName))
            }
            return organization
        }
        settings.forget()
        return organization
    }
}
