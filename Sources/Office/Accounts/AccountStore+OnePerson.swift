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
        try await database.change(by: .program, at: instant) { change -> String? in
            if try Self.isAdministered(change.db) { return nil }
            return try newLink(.first, account: nil, role: nil, change)
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
    func beginAlone(_ id: Int, _ change: Change) throws {
        try AdministrationMode.onePerson(account: id).write(change)
        try change.record(.accounts, "administration.one-person", subject: .account(id))
        for role in Role.administrators { try give(Grant(role), to: id, change) }
    }

    // MARK: Passing on

    /// The one person leaves, and all of it passes to a successor, who administers alone from then on.
    ///
    /// - Throws: `AccountError.notOnePerson`, `.successor`, `.wrongPassword`, `.wait`.
    package func handOver(to successor: Int, by principal: Principal, password: String, at instant: Date) async throws {
        let proof = try await prove(principal.accountID, password, by: .session(principal.sessionID), at: instant)
        try await database.change(by: principal.actor, at: instant) { change in
            try Self.requireOnePerson(principal, proof, change.db)
            let grants = try handedOver(by: principal.accountID, to: successor, passesAll: true, change.db)
            try leave(principal.accountID, successor: successor, giving: grants, change)
        }
    }

    /// Somebody who administers alone is leaving: whoever takes over what nobody else does, does so alone; where others are
    /// administrators already, they are separate.
    func passOn(from id: Int, to successor: Int?, _ alone: [Grant], _ change: Change) throws {
        guard let successor, alone.contains(where: \.role.isAdministrator) else {
            return try end(id, change)
        }
        try AdministrationMode.onePerson(account: successor).write(change)
        try change.record(.accounts, "administration.handed-over", subject: .account(id), facts: ["successor": .number("\(successor)")])
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
        return try await database.change(by: principal.actor, at: instant) { change in
            try Self.requireOnePerson(principal, proof, change.db)
            let id = try insert(login: login, name: name, phone: nil, change)
            try give(Grant(role), to: id, isAlone: true, change)
            let token = try newLink(.password, account: id, role: nil, isAlone: true, change)
            return (try Self.required(id, change.db), token)
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
        try await database.change(by: principal.actor, at: instant) { change in
            try Self.requireOnePerson(principal, proof, change.db)
            let missing = try Role.administrators.filter { role in
                try role != kept && !Self.isHeldElsewhere(Grant(role), besides: id, change.db)
            }
            guard missing.isEmpty else { throw AccountError.administratorsMissing(missing) }
            let held = try Self.required(id, change.db).grants
            if let kept, !held.contains(Grant(kept)) { throw AccountError.notHeld(kept) }
            for grant in held where kept == nil ? grant.role.isAdministrator : grant.role != kept {
                try take(grant, from: id, change)
            }
            try end(id, change)
        }
    }

    private func end(_ id: Int, _ change: Change) throws {
        try AdministrationMode.separate.write(change)
        try change.record(.accounts, "administration.separated", subject: .account(id))
    }

    private static func requireOnePerson(_ principal: Principal, _ proof: Proof, _ db: ReadTransaction) throws {
        try proof.check(db)
        guard try AdministrationMode.read(db).isOnePerson(principal.accountID) else { throw AccountError.notOnePerson }
    }
}
