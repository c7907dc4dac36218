import Database
import Foundation
import Markup

extension AccountStore {
    /// Gives somebody a role. An administrator's role that is given at the desk waits for another administrator.
    ///
    /// - Throws: `AccountError.incompatible` where it cannot go with what they hold.
    @discardableResult
    package func give(_ grant: Grant, to id: Int, by actor: Actor, at instant: Date) async throws -> ActOutcome {
        try await database.change(by: actor, at: instant) { change in
            guard grant.role.isAdministrator, actor.accountID != nil else {
                try give(grant, to: id, change)
                return .done
            }
            try checkGrant(grant, for: id, change.db)
            try propose(.role(grant.role), for: id, change)
            return .waits
        }
    }

    /// - Parameter isAlone: true where one person does what else takes two.
    func give(_ grant: Grant, to id: Int, isAlone: Bool = false, _ change: Change) throws {
        try checkGrant(grant, for: id, change.db)
        try change.db.execute(
            """
            insert into account_role (account_id, organization_id, role, granted_at)
            values (\(id), \(grant.organizationID ?? 0), \(grant.role), \(change.instant))
            """)
        try record("role.given", grant, id, isAlone: isAlone, change)
    }

    private func checkGrant(_ grant: Grant, for id: Int, _ db: ReadTransaction) throws {
        let account = try Self.required(id, db)
        guard account.isHere else { throw AccountError.notActive(name: account.name) }
        let administration = try AdministrationMode.read(db)
        if let other = account.grants.first(where: { !administration.allows(grant.role, beside: $0.role, for: id) }) {
            throw AccountError.incompatible(grant.role, with: other.role)
        }
        try Self.check(grant, db)
        guard !account.grants.contains(grant) else { throw AccountError.alreadyHeld(grant.role) }
    }

    /// Takes a role back.
    ///
    /// - Returns: true where nobody holds it there now.
    /// - Throws: `AccountError.lastHolder` for an administrator whom nobody could stand in for.
    @discardableResult
    package func take(_ grant: Grant, from id: Int, by actor: Actor, at instant: Date) async throws -> Bool {
        try await database.change(by: actor, at: instant) { change in
            let account = try Self.required(id, change.db)
            guard account.grants.contains(grant) else { throw AccountError.notHeld(grant.role) }
            let isLast = try !Self.isHeldElsewhere(grant, besides: id, change.db)
            if isLast, grant.role.isAdministrator { throw AccountError.lastHolder(grant.role) }
            try take(grant, from: id, change)
            return isLast
        }
    }

    func take(_ grant: Grant, from id: Int, _ change: Change) throws {
        try change.db.execute(
            "delete from account_role where account_id = \(id) and organization_id = \(grant.organizationID ?? 0) and role = \(grant.role)")
        try record("role.taken", grant, id, change)
    }

    /// Takes back every role in an organization that has ended.
    static func takeAll(in organization: Int, _ change: Change) throws {
        for row in try change.db.rows("select account_id, role from account_role where organization_id = \(organization)") {
            try change.record(
                .accounts, "role.taken", subject: .account(try row.int("account_id")), organization: organization,
                facts: ["role": .string(try row.text("role")), "because": .string("organization-ended")])
        }
        try change.db.execute("delete from account_role where organization_id = \(organization)")
    }

    /// Somebody leaves: their sessions and links end at once, and what nobody else does goes to a successor. Where it goes
    /// to one, roles are given: from the desk that waits for the security administrator.
    ///
    /// - Parameter successor: who takes over; needed where somebody is the only one with a role in an organization.
    /// - Throws: `AccountError.successorMissing`, which names the roles; `.lastHolder` for the last administrator.
    @discardableResult
    package func leave(_ id: Int, successor: Int? = nil, by actor: Actor, at instant: Date) async throws -> ActOutcome {
        try await database.change(by: actor, at: instant) { change in
            let isOnePerson = try AdministrationMode.read(change.db).isOnePerson(id)
            if isOnePerson, actor.accountID != nil { throw AccountError.onePersonLeaves(name: try Self.required(id, change.db).name) }
            let alone = try handedOver(by: id, to: successor, passesAll: isOnePerson, change.db)
            guard actor.accountID != nil, let successor, !alone.isEmpty else {
                try leave(id, successor: successor, giving: alone, change)
                return .done
            }
            try shut(id, change)
            try change.db.execute("update account set state = 'leaving' where id = \(id)")
            try propose(.leaving(successor: successor, grants: alone), for: id, change)
            return .waits
        }
    }

    /// - Parameter grants: what the successor gets.
    /// - Throws: `AccountError.handoverChanged` where that is no longer all that nobody else does.
    func leave(_ id: Int, successor: Int?, giving grants: [Grant], _ change: Change) throws {
        let account = try Self.required(id, change.db)
        let isOnePerson = try AdministrationMode.read(change.db).isOnePerson(id)
        let alone = try handedOver(by: id, to: successor, passesAll: isOnePerson, change.db)
        guard Set(alone).isSubset(of: grants) else { throw AccountError.handoverChanged }
        if isOnePerson { try passOn(from: id, to: successor, alone, change) }
        if let successor, !alone.isEmpty {
            let held = try Self.required(successor, change.db).grants
            for grant in alone where !held.contains(grant) { try give(grant, to: successor, change) }
        }
        for grant in account.grants { try take(grant, from: id, change) }
        try shut(id, change)
        try change.db.execute(
            "update account set state = 'left', left_at = \(change.instant), password = null, totp = null where id = \(id)")
        try lapseProposals(with: id, change)
        let heir: JSONValue = alone.isEmpty ? .null : successor.map { .number("\($0)") } ?? .null
        try change.record(.accounts, "account.left", subject: .account(id), facts: ["successor": heir])
    }

    /// Ends whatever lets somebody in without their password.
    func shut(_ id: Int, _ change: Change) throws {
        try SessionStore.end(of: id, change)
        try change.db.execute("update one_time_link set used_at = \(change.instant) where account_id = \(id) and used_at is null")
    }

    /// What somebody who leaves does alone, once it is known that the successor can take it.
    ///
    /// - Parameter passesAll: true where the administrators' roles go with the rest, of one person to the next.
    func handedOver(by id: Int, to successor: Int?, passesAll: Bool, _ db: ReadTransaction) throws -> [Grant] {
        let account = try Self.required(id, db)
        guard account.state != .left else { throw AccountError.notActive(name: account.name) }
        let alone = try Self.heldAlone(account, db)
        if !passesAll, let grant = alone.first(where: \.role.isAdministrator) { throw AccountError.lastHolder(grant.role) }
        if alone.isEmpty { return [] }
        guard let successor, successor != id else { throw AccountError.successorMissing(alone.map(\.role)) }
        let heir = try Self.required(successor, db)
        guard heir.state == .active, !heir.grants.contains(where: \.role.isAdministrator) else {
            throw AccountError.successor(name: heir.name)
        }
        return alone
    }

    /// The roles that nobody else holds where this person holds them.
    package func rolesHeldAlone(_ id: Int) async throws -> [Grant] {
        try await database.read { try Self.heldAlone(Self.required(id, $0), $0) }
    }

    private static func heldAlone(_ account: Account, _ db: ReadTransaction) throws -> [Grant] {
        try account.grants.filter { try !isHeldElsewhere($0, besides: account.id, db) }
    }

    static func isHeldElsewhere(_ grant: Grant, besides id: Int, _ db: ReadTransaction) throws -> Bool {
        try db.row(
            """
            select r.account_id from account_role r join account a on a.id = r.account_id
            where r.role = \(grant.role) and r.organization_id = \(grant.organizationID ?? 0) and r.account_id <> \(id)
              and a.state = 'active' limit 1
            """) != nil
    }

    private static func check(_ grant: Grant, _ db: ReadTransaction) throws {
        if grant.role.isAdministrator { return }
        guard let organization = grant.organizationID else { throw AccountError.organizationMissing(grant.role) }
        let row = try db.row("select state from organization where id = \(organization)")
        guard let state = try row?.text("state"), state == "active" else { throw AccountError.organizationUnknown }
    }

    private func record(
        _ action: String, _ grant: Grant, _ id: Int, isAlone: Bool = false, _ change: Change
    ) throws {
        var event = change.event(
            .accounts, action, subject: .account(id), organization: grant.organizationID,
            facts: ["role": .string(grant.role.rawValue)])
        if isAlone { event.markAlone() }
        try change.record(event)
    }
}
