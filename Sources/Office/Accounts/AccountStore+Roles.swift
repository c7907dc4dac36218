import Database
import Foundation
import Formats

extension AccountStore {
    /// Gives somebody a role.
    ///
    /// - Throws: `AccountError.incompatible` where it cannot go with what they hold.
    public func give(_ grant: Grant, to id: Int, by actor: Actor, at instant: Date) async throws {
        try await database.write { try give(grant, to: id, by: actor, at: instant, $0) }
    }

    func give(_ grant: Grant, to id: Int, by actor: Actor, at instant: Date, _ db: Writer) throws {
        let account = try Self.required(id, db)
        guard account.state != .left else { throw AccountError.notActive(name: account.name) }
        if let other = account.grants.first(where: { !$0.role.isCompatible(with: grant.role) }) {
            throw AccountError.incompatible(grant.role, with: other.role)
        }
        try Self.check(grant, db)
        guard !account.grants.contains(grant) else { throw AccountError.alreadyHeld(grant.role) }
        try db.execute(
            "insert into account_role (account_id, organization_id, role, granted_at) values (?, ?, ?, ?)",
            [SQLValue(id), SQLValue(grant.organizationID ?? 0), .text(grant.role.rawValue), SQLValue(instant)])
        try record("role.given", grant, id, actor, instant, db)
    }

    /// Takes a role back.
    ///
    /// - Throws: `AccountError.lastHolder` for an administrator whom nobody could stand in for.
    public func take(_ grant: Grant, from id: Int, by actor: Actor, at instant: Date) async throws {
        try await database.write { db in
            let account = try Self.required(id, db)
            guard account.grants.contains(grant) else { throw AccountError.notHeld(grant.role) }
            if grant.role.isAdministrator, try !Self.isHeldElsewhere(grant, besides: id, db) { throw AccountError.lastHolder(grant.role) }
            try take(grant, from: id, by: actor, at: instant, db)
        }
    }

    func take(_ grant: Grant, from id: Int, by actor: Actor, at instant: Date, _ db: Writer) throws {
        try db.execute(
            "delete from account_role where account_id = ? and organization_id = ? and role = ?",
            [SQLValue(id), SQLValue(grant.organizationID ?? 0), .text(grant.role.rawValue)])
        try record("role.taken", grant, id, actor, instant, db)
    }

    /// Somebody leaves: their sessions and links end, and what nobody else does goes to a successor.
    ///
    /// - Parameter successor: who takes over; needed where somebody is the only one with a role in an organization.
    /// - Throws: `AccountError.successorMissing`, which names the roles; `.lastHolder` for the last administrator.
    public func leave(_ id: Int, successor: Int? = nil, by actor: Actor, at instant: Date) async throws {
        try await database.write { db in
            let account = try Self.required(id, db)
            guard account.state != .left else { throw AccountError.notActive(name: account.name) }
            let alone = try account.grants.filter { try !Self.isHeldElsewhere($0, besides: id, db) }
            if let grant = alone.first(where: \.role.isAdministrator) { throw AccountError.lastHolder(grant.role) }
            if !alone.isEmpty {
                guard let successor, successor != id else { throw AccountError.successorMissing(alone.map(\.role)) }
                let heir = try Self.required(successor, db)
                guard heir.state == .active, !heir.grants.contains(where: \.role.isAdministrator) else {
                    throw AccountError.successor(name: heir.name)
                }
                for grant in alone where !heir.grants.contains(grant) { try give(grant, to: successor, by: actor, at: instant, db) }
            }
            for grant in account.grants { try take(grant, from: id, by: actor, at: instant, db) }
            try db.execute(
                "update account set state = 'left', left_at = ?, password = null, totp = null where id = ?",
                [SQLValue(instant), SQLValue(id)])
            try db.execute(
                "update desk_session set ended_at = ? where account_id = ? and ended_at is null", [SQLValue(instant), SQLValue(id)])
            try db.execute(
                "update one_time_link set used_at = ? where account_id = ? and used_at is null", [SQLValue(instant), SQLValue(id)])
            var facts: KeyValuePairs<String, JSONValue> = [:]
            if let successor, !alone.isEmpty { facts = ["successor": .number("\(successor)")] }
            try audit.append(AuditEvent(actor, .accounts, "account.left", subject: .account(id), facts: facts), at: instant, db)
        }
    }

    /// The roles that nobody else holds where this person holds them.
    public func rolesHeldAlone(_ id: Int) async throws -> [Grant] {
        try await database.read { db in
            try Self.required(id, db).grants.filter { try !Self.isHeldElsewhere($0, besides: id, db) }
        }
    }

    private static func isHeldElsewhere(_ grant: Grant, besides id: Int, _ db: Reader) throws -> Bool {
        try db.row(
            """
            select r.account_id from account_role r join account a on a.id = r.account_id
            where r.role = ? and r.organization_id = ? and r.account_id <> ? and a.state = 'active' limit 1
            """, [.text(grant.role.rawValue), SQLValue(grant.organizationID ?? 0), SQLValue(id)]) != nil
    }

    private static func check(_ grant: Grant, _ db: Reader) throws {
        if grant.role.isAdministrator { return }
        guard let organization = grant.organizationID else { throw AccountError.organizationMissing(grant.role) }
        let row = try db.row("select state from organization where id = ?", [SQLValue(organization)])
        guard let state = try row?.text("state"), state == "active" else { throw AccountError.organizationUnknown }
    }

    private func record(_ action: String, _ grant: Grant, _ id: Int, _ actor: Actor, _ instant: Date, _ db: Writer) throws {
        try audit.append(
            AuditEvent(
                actor, .accounts, action, subject: .account(id), organization: grant.organizationID,
                facts: ["role": .string(grant.role.rawValue)]), at: instant, db)
    }
}
