import Database
import Foundation

/// One person who administers and works alone (一人办理): how that begins, passes on to another, and ends.
extension AccountStore {
    /// How the site is administered now.
    package func administration() async throws -> AdministrationMode {
        try await database.read(from: .primary) { try AdministrationMode.read($0) }
    }

    /// The link with which one person begins a new office.
    ///
    /// - Returns: the token; nil where somebody administers the site already.
    package func firstLink(at instant: Date) async throws -> String? {
        try await database.write { db in
            if try Self.isAdministered(db) { return nil }
            return try newLink(.first, account: nil, role: nil, by: .program, at: instant, db)
        }
    }

    /// True once somebody is an administrator.
    static func isAdministered(_ db: ReadTransaction) throws -> Bool {
        try db.row(
            """
            select r.account_id from account_role r join account a on a.id = r.account_id
            where a.state <> 'left' and r.role in (\(list: Role.administrators)) limit 1
            """) != nil
    }

    /// Somebody administers alone from now on.
    func beginAlone(_ id: Int, at instant: Date, _ db: Transaction) throws {
        try AdministrationMode.onePerson(account: id).write(at: instant, db)
        try audit.append(AuditEvent(.program, .accounts, "administration.one-person", subject: .account(id)), at: instant, db)
        for role in Role.administrators { try give(Grant(role), to: id, by: .program, at: instant, db) }
    }

    // MARK: Passing on

    /// The one person leaves, and all of it passes to a successor, who administers alone from then on.
    ///
    /// - Throws: `AccountError.notOnePerson`, `.successor`, `.wrongPassword`, `.wait`.
    package func handOver(to successor: Int, by principal: Principal, password: String, at instant: Date) async throws {
        let proof = try await prove(principal.accountID, password, by: .session(principal.sessionID), at: instant)
        try await database.write { db in
            try Self.requireOnePerson(principal, proof, db)
            let grants = try handedOver(by: principal.accountID, to: successor, passesAll: true, db)
            try leave(principal.accountID, successor: successor, giving: grants, by: principal.actor, at: instant, db)
        }
    }

    /// Somebody who administers alone is leaving: whoever takes over what nobody else does, does so alone; where others are
    /// administrators already, they are separate.
    func passOn(from id: Int, to successor: Int?, _ alone: [Grant], by actor: Actor, at instant: Date, _ db: Transaction) throws {
        guard let successor, alone.contains(where: \.role.isAdministrator) else {
            return try end(id, by: actor, at: instant, db)
        }
        try AdministrationMode.onePerson(account: successor).write(at: instant, db)
        try audit.append(
            AuditEvent(
                actor, .accounts, "administration.handed-over", subject: .account(id), facts: ["successor": .number("\(successor)")]),
            at: instant, db)
    }

    // MARK: Separating

    /// The one person makes an account for an administrator to come. With the link the new administrator chooses a password;
    /// until the administrators are separated the one person keeps every role, so that nobody is locked out by one who never comes.
    ///
    /// - Returns: the account, and the token of its link, good at once.
    /// - Throws: `AccountError.notOnePerson`, `.wrongPassword`, `.wait`, and what making an account throws.
    package func appoint(
        _ role: Role, login: String, name: String, by principal: Principal, password: String, at instant: Date
    ) async throws -> (account: Account, token: String) {
        guard role.isAdministrator else { throw AccountError.organizationMissing(role) }
        let proof = try await prove(principal.accountID, password, by: .session(principal.sessionID), at: instant)
        return try await database.write { db in
            try Self.requireOnePerson(principal, proof, db)
            let id = try insert(login: login, name: name, phone: nil, by: principal.actor, at: instant, db)
            try give(Grant(role), to: id, by: principal.actor, isAlone: true, at: instant, db)
            let token = try newLink(.password, account: id, role: nil, by: principal.actor, isAlone: true, at: instant, db)
            return (try Self.required(id, db), token)
        }
    }

    /// The administrators are separate from now on. Done once each of the three is somebody who can sign in.
    ///
    /// - Parameter kept: the administrator's role that the one person keeps, without the working ones; nil to keep the working
    ///   roles and none of the administrators'.
    /// - Throws: `AccountError.administratorsMissing`, `.notOnePerson`, `.wrongPassword`, `.wait`.
    package func separate(keeping kept: Role?, by principal: Principal, password: String, at instant: Date) async throws {
        let proof = try await prove(principal.accountID, password, by: .session(principal.sessionID), at: instant)
        let id = principal.accountID
        try await database.write { db in
            try Self.requireOnePerson(principal, proof, db)
            let missing = try Role.administrators.filter { role in
                try role != kept && !Self.isHeldElsewhere(Grant(role), besides: id, db)
            }
            guard missing.isEmpty else { throw AccountError.administratorsMissing(missing) }
            let held = try Self.required(id, db).grants
            if let kept, !held.contains(Grant(kept)) { throw AccountError.notHeld(kept) }
            for grant in held where kept == nil ? grant.role.isAdministrator : grant.role != kept {
                try take(grant, from: id, by: principal.actor, at: instant, db)
            }
            try end(id, by: principal.actor, at: instant, db)
        }
    }

    private func end(_ id: Int, by actor: Actor, at instant: Date, _ db: Transaction) throws {
        try AdministrationMode.separate.write(at: instant, db)
        try audit.append(AuditEvent(actor, .accounts, "administration.separated", subject: .account(id)), at: instant, db)
    }

    private static func requireOnePerson(_ principal: Principal, _ proof: Proof, _ db: ReadTransaction) throws {
        try proof.check(db)
        guard try AdministrationMode.read(db).isOnePerson(principal.accountID) else { throw AccountError.notOnePerson }
    }
}
