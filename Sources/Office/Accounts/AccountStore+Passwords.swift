import Database
import Dispatch
import Foundation

extension AccountStore {
    /// Another password, chosen by its owner. The owner's other sessions end.
    package func changePassword(_ principal: Principal, from old: String, to new: String, at instant: Date) async throws {
        let id = principal.accountID
        let proof = try await prove(id, old, by: .session(principal.sessionID), at: instant)
        let hash = try await newHash(new, login: principal.login, name: principal.name)
        try await refuseReused(new, id)
        try await database.change(by: principal.actor, at: instant) { change in
            try proof.check(change.db)
            try setPassword(hash, of: id, change)
            try SessionStore.end(besides: principal.sessionID, of: id, change)
            var event = change.event(.accounts, "password.changed", subject: .account(id))
            event.facts.append(try audit.passwordFact(hash, of: id))
            try change.record(event)
        }
    }

    // MARK: Hashes

    /// - Throws: `AccountError.password` with what is wrong with it.
    func newHash(_ password: String, login: String, name: String) async throws -> PasswordHash {
        if let problem = PasswordPolicy.problem(password, login: login, name: name) { throw AccountError.password(problem) }
        return try await offPool { [cost] () throws(AccountError) in try PasswordHash(password, cost: cost) }
    }

    /// - Throws: `AccountError.unknown` for somebody who has left meanwhile.
    func setPassword(_ hash: PasswordHash, of id: Int, _ change: Change) throws {
        let changed = try change.db.execute(
            """
            update account set password = \(hash.text), password_at = \(change.instant), state = 'active'
            where id = \(id) and state in ('invited', 'active')
            """)
        guard changed == 1 else { throw AccountError.unknown }
        try endLinks(.password, of: id, change)
        try change.db.execute(
            """
            insert into password_history (account_id, set_at, password) values (\(id), \(change.instant), \(hash.text))
            on conflict (account_id, set_at) do update set password = excluded.password
            """)
        try change.db.execute(
            """
            delete from password_history where account_id = \(id) and set_at not in (
              select set_at from password_history where account_id = \(id) order by set_at desc limit \(PasswordPolicy.history))
            """)
    }

    func refuseReused(_ password: String, _ id: Int) async throws {
        let earlier = try await database.read(from: .primary) { db in
            try db.rows("select password from password_history where account_id = \(id)").map { try $0.text("password") }
        }
        for hash in earlier.compactMap(PasswordHash.init) where try await accepts(hash, password) { throw AccountError.reusedPassword }
    }

    /// By what somebody stands before a question for the password that is not the sign-in.
    enum Proving: Sendable {
        case session(Int)
        case link

        /// Where failures are counted.
        fileprivate var place: String {
            switch self {
            case .session: "own-account"
            case .link: "link"
            }
        }
    }

    /// That somebody knew the password a moment ago.
    struct Proof: Sendable {
        fileprivate let account: Int
        fileprivate let password: String?
        fileprivate let session: Int?

        /// The password may have been changed since, or the session have ended.
        ///
        /// - Throws: `AccountError.wrongPassword`.
        func check(_ db: ReadTransaction) throws {
            let row = try db.row("select password from account where id = \(account)")
            guard try row?.optionalText("password") == password else { throw AccountError.wrongPassword }
            guard let session else { return }
            let open = try db.row("select id from desk_session where id = \(session) and ended_at is null")
            guard open != nil else { throw AccountError.wrongPassword }
        }
    }

    /// Asks for the password of an account. Whoever guesses at it waits as at the sign-in, and loses the session.
    ///
    /// - Throws: `AccountError.passwordMissing`, `.wrongPassword`, `.wait`.
    func prove(_ id: Int, _ password: String, by proving: Proving, at instant: Date) async throws -> Proof {
        // Nothing typed is a slip, and no guess.
        guard !password.isEmpty else { throw AccountError.passwordMissing }
        let row = try await database.read(from: .primary) {
            try $0.row("select login_key, password from account where id = \(id)")
        }
        guard let row else { throw AccountError.unknown }
        let blind = try keys.blind(try row.text("login_key"), kind: "login")
        let wait = try await database.read(from: .primary) { try SignInThrottle.ownWait(blind, proving.place, at: instant, $0) }
        if wait > 0 { throw AccountError.wait(seconds: Int(wait.rounded(.up))) }
        let text = try row.optionalText("password")
        let knows = try await accepts(text.flatMap(PasswordHash.init), password)
        var session: Int?
        if case .session(let id) = proving { session = id }
        try await database.change(by: .visitor, at: instant) { [session] change in
            change.leaveUnrecorded(because: "failures are counted; what is worth an event, `fail` records")
            if knows { return try SignInThrottle.forgive(blind, proving.place, change) }
            let failures = try fail(blind, proving.place, of: id, change)
            if failures >= SignInThrottle.free, let session {
                try SessionStore.end(session, of: id, change)
            }
        }
        guard knows else { throw AccountError.wrongPassword }
        return Proof(account: id, password: text, session: session)
    }

    /// Takes as long where there is no password.
    func accepts(_ hash: PasswordHash?, _ password: String) async throws -> Bool {
        try await offPool { [cost] () throws(AccountError) in try (hash ?? .decoy(cost)).accepts(password) && hash != nil }
    }

    /// Hard work that would hold up the threads that serve everybody.
    func offPool<T: Sendable>(_ work: @escaping @Sendable () throws(AccountError) -> T) async throws(AccountError) -> T {
        let result: Result<T, AccountError> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: Result { () throws(AccountError) in try work() }) }
        }
        return try result.get()
    }
}

extension PasswordHash {
    /// What a password is compared with where there is no account: the answer takes as long.
    static func decoy(_ cost: PasswordCost) -> PasswordHash {
        PasswordHash(cost: cost, salt: [UInt8](repeating: 0, count: 16), hash: [UInt8](repeating: 0, count: 32))
    }

    private init(cost: PasswordCost, salt: [UInt8], hash: [UInt8]) {
        (self.cost, self.salt, self.hash) = (cost, salt, hash)
    }
}
