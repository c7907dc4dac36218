import Database
import Foundation
import Markup

/// A link that is good once: to choose a password, or to go on without a lost second factor.
package struct OneTimeLink: Sendable, Equatable {
    package enum Purpose: String, Sendable, CaseIterable {
        /// The first administrators, or one person who does all, make their own accounts.
        case first
        case password
        case secondFactor

        package var title: String {
            switch self {
            case .first: "建立第一个账号"
            case .password: "设置密码"
            case .secondFactor: "解除动态验证码"
            }
        }

        /// Seconds that it is good for.
        package var lifetime: Double {
            switch self {
            case .first, .password: 72 * 3600
            case .secondFactor: 24 * 3600
            }
        }
    }

    package let purpose: Purpose
    /// Whom it is for; nil for a first administrator.
    package let accountID: Int?
    package let login: String?
    /// The role that a first administrator gets; nil where one person gets all of them.
    package let role: Role?
    /// True for the link with which one person begins a new office.
    package var isOnePersons: Bool { purpose == .first && role == nil }
    /// Who issued it, as the record of events names them.
    let issuer: String?
}

extension AccountStore {
    /// Links for those administrators that nobody is yet. Others that were printed before stay good until the role is
    /// held.
    ///
    /// - Returns: a token for each role; empty once all three are held.
    package func firstLinks(at instant: Date) async throws -> [(role: Role, token: String)] {
        try await database.change(by: .program, at: instant) { change in
            var links: [(Role, String)] = []
            for role in Role.administrators where try !Self.isHeld(role, change.db) {
                links.append((role, try newLink(.first, account: nil, role: role, change)))
            }
            return links
        }
    }

    /// A link for somebody who has no password yet, or lost it, or their second factor. One for an administrator, issued
    /// at the desk, is good once another administrator has confirmed it.
    ///
    /// - Returns: the token, which is shown once and kept only as a hash, and whether it waits.
    package func issueLink(
        _ purpose: OneTimeLink.Purpose, for id: Int, by actor: Actor, at instant: Date
    ) async throws -> (token: String, outcome: ActOutcome) {
        try await database.change(by: actor, at: instant) { change in
            let account = try Self.required(id, change.db)
            guard account.isHere, purpose != .first else { throw AccountError.notActive(name: account.name) }
            let waits = actor.accountID != nil && account.grants.contains(where: \.role.isAdministrator)
            let token = try newLink(purpose, account: id, role: nil, waits: waits, change)
            guard waits else { return (token, .done) }
            try propose(.link(purpose), for: id, token: Hex.sha256(token), change)
            return (token, .waits)
        }
    }

    /// What a link is for; nil for one that is no longer good.
    package func link(_ token: String, at instant: Date) async throws -> OneTimeLink? {
        try await database.read(from: .primary) { try Self.link(token, at: instant, $0) }
    }

    /// The first administrator of a kind, or the one person of a new office, makes their account.
    package func begin(
        _ token: String, login: String, name: String, password: String, at instant: Date
    ) async throws -> Account {
        let hash = try await newHash(password, login: login, name: name)
        return try await database.change(by: .visitor, at: instant) { change in
            guard let link = try Self.link(token, at: instant, change.db), link.purpose == .first else {
                throw AccountError.linkInvalid
            }
            try Self.use(token, change)
            let id = try insert(login: login, name: name, phone: nil, password: hash, change)
            // What the link is for, the program gives.
            let program = change.acting(as: .program)
            if let role = link.role {
                try give(Grant(role), to: id, program)
            } else {
                try beginAlone(id, program)
            }
            return try Self.required(id, change.db)
        }
    }

    /// A new password by a link. All sessions of the person end.
    package func choosePassword(_ token: String, _ password: String, at instant: Date) async throws {
        guard let found = try await link(token, at: instant), found.purpose == .password, let id = found.accountID,
            let account = try await account(id)
        else { throw AccountError.linkInvalid }
        let hash = try await newHash(password, login: account.login, name: account.name)
        try await refuseReused(password, id)
        try await database.change(by: .visitor, at: instant) { change in
            guard let link = try Self.link(token, at: instant, change.db) else { throw AccountError.linkInvalid }
            try Self.use(token, change)
            try setPassword(hash, of: id, change)
            try SessionStore.end(of: id, change)
            var event = Self.event("password.chosen", link, id, change)
            event.facts.append(try audit.passwordFact(hash, of: id))
            try change.record(event)
        }
    }

    /// The second factor is taken off, for somebody who has the link and knows the password.
    package func dropSecondFactor(_ token: String, password: String, at instant: Date) async throws {
        guard let found = try await link(token, at: instant), found.purpose == .secondFactor, let id = found.accountID else {
            throw AccountError.linkInvalid
        }
        let proof = try await prove(id, password, by: .link, at: instant)
        try await database.change(by: .visitor, at: instant) { change in
            try proof.check(change.db)
            guard let link = try Self.link(token, at: instant, change.db) else { throw AccountError.linkInvalid }
            try Self.use(token, change)
            try change.db.execute("update account set totp = null, totp_step = null where id = \(id)")
            try change.record(Self.event("second-factor.removed", link, id, change))
        }
    }

    /// Whoever holds a link may use it: the event names who issued it and nobody as the one who used it.
    private static func event(_ action: String, _ link: OneTimeLink, _ id: Int, _ change: Change) -> AuditEvent {
        change.event(
            .accounts, action, subject: .account(id),
            facts: ["by": .string("link"), "issuer": link.issuer.map { .string($0) } ?? .null])
    }

    /// - Parameters:
    ///   - waits: true where another administrator has still to confirm it.
    ///   - isAlone: true where one person issues what else takes two.
    func newLink(
        _ purpose: OneTimeLink.Purpose, account: Int?, role: Role?, waits: Bool = false, isAlone: Bool = false, _ change: Change
    ) throws -> String {
        let token = Hex.token()
        // Links long over say nothing any more; that they were is in the events.
        try change.db.execute("delete from one_time_link where expires_at < \(change.instant.addingTimeInterval(-30 * 86_400))")
        // The one before may lie in a message somewhere.
        if let account { try endLinks(purpose, of: account, change) }
        try change.db.execute(
            .insert(
                into: "one_time_link",
                [
                    "token": Hex.sha256(token), "account_id": account, "role": role?.rawValue, "purpose": purpose.rawValue,
                    "made_at": change.instant, "expires_at": change.instant.addingTimeInterval(purpose.lifetime),
                    "issued_by": change.actor.description,
                    "waiting": waits,
                ]))
        var event = change.event(
            .accounts, "link.issued", subject: account.map { .account($0) } ?? .site,
            facts: [
                "purpose": .string(purpose.rawValue), "role": role.map { .string($0.rawValue) } ?? .null,
                AuditFact.link: .string(Hex.sha256(token)),
            ])
        if isAlone { event.markAlone() }
        try change.record(event)
        return token
    }

    /// Whatever links of a purpose somebody still has are no longer good.
    func endLinks(_ purpose: OneTimeLink.Purpose, of account: Int, _ change: Change) throws {
        try change.db.execute(
            "update one_time_link set used_at = \(change.instant) where account_id = \(account) and purpose = \(purpose) and used_at is null"
        )
    }

    private static func link(_ token: String, at instant: Date, _ db: ReadTransaction) throws -> OneTimeLink? {
        guard
            let row = try db.row(
                """
                select l.account_id, l.role, l.purpose, l.issued_by, a.login, a.state from one_time_link l
                left join account a on a.id = l.account_id
                where l.token = \(Hex.sha256(token)) and l.used_at is null and l.waiting = 0 and l.expires_at > \(instant)
                """)
        else { return nil }
        let purpose = try row.value("purpose", as: OneTimeLink.Purpose.self)
        let key = try row.optionalText("role")
        let role = key.flatMap(Role.init)
        // A link to a role that this program does not know is good for nothing, and not for all roles.
        if key != nil, role == nil { return nil }
        if let role, try isHeld(role, db) { return nil }
        if purpose == .first, role == nil, try isAdministered(db) { return nil }
        let state = try row.optionalValue("state", as: Account.State.self)
        if state == .left || state == .leaving { return nil }
        return OneTimeLink(
            purpose: purpose, accountID: try row.optionalInt("account_id"), login: try row.optionalText("login"), role: role,
            issuer: try row.optionalText("issued_by"))
    }

    private static func use(_ token: String, _ change: Change) throws {
        let used = try change.db.execute(
            "update one_time_link set used_at = \(change.instant) where token = \(Hex.sha256(token)) and used_at is null")
        guard used == 1 else { throw AccountError.linkInvalid }
    }

    private static func isHeld(_ role: Role, _ db: ReadTransaction) throws -> Bool {
        try db.row(
            """
            select r.account_id from account_role r join account a on a.id = r.account_id
            where r.role = \(role) and a.state = 'active' limit 1
            """) != nil
    }
}
