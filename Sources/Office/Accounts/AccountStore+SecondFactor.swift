import Database
import Foundation

/// The second factor (TOTP): put on by its owner with the password and a first code, taken off with the password.
extension AccountStore {
    /// Seconds for which a secret waits to be confirmed.
    static let confirmation = 1_800.0

    /// The secret that somebody is about to put on: made once for the session, and the same until it is confirmed or half
    /// an hour has passed. It stays on the server, so that nobody who has got hold of an open page can put in his own.
    ///
    /// - Throws: `AccountError.secondFactorIsOn`, `.unknown` for a session that has ended, `DatabaseError`, `KeyError`.
    package func waitingSecondFactor(_ principal: Principal, at instant: Date) async throws -> OneTimeCode {
        try await database.change(by: principal.actor, at: instant) { change in
            guard try change.db.row("select id from account where id = \(principal.accountID) and totp is null") != nil else {
                throw AccountError.secondFactorIsOn
            }
            if let waiting = try waiting(principal, at: instant, change.db) { return waiting }
            change.leaveUnrecorded(because: "a secret that waits is no second factor yet")
            let secret = OneTimeCode.random()
            let sealed = try keys.seal(secret.base32, place: Self.waitingPlace(principal))
            let kept = try change.db.execute(
                """
                update desk_session set waiting_totp = \(sealed), waiting_totp_at = \(instant)
                where id = \(principal.sessionID) and ended_at is null
                """)
            guard kept == 1 else { throw AccountError.unknown }
            return secret
        }
    }

    /// Puts the waiting secret on, once its owner has proved to be the owner by the password and has shown that the app gives
    /// the right code. A session left open gives neither.
    ///
    /// - Throws: `AccountError.wrongPassword`, `.wait`, `.wrongCode`, `.secondFactorIsOn`, `DatabaseError`, `KeyError`.
    package func setSecondFactor(_ principal: Principal, code: String, password: String, at instant: Date) async throws {
        let id = principal.accountID
        let proof = try await prove(id, password, by: .session(principal.sessionID), at: instant)
        try await database.change(by: principal.actor, at: instant) { change in
            try proof.check(change.db)
            // One that is on is taken off first: it must not be exchanged unseen.
            guard try change.db.row("select id from account where id = \(id) and totp is null") != nil else {
                throw AccountError.secondFactorIsOn
            }
            guard let secret = try waiting(principal, at: instant, change.db), let step = secret.step(of: code, at: instant, after: nil)
            else {
                throw AccountError.wrongCode
            }
            let sealed = try keys.seal(secret.base32, place: SealedColumn.place("account", "totp", id))
            try change.db.execute("update account set totp = \(sealed), totp_step = \(step) where id = \(id)")
            try change.db.execute("update desk_session set waiting_totp = null, waiting_totp_at = null where account_id = \(id)")
            try change.record(
                .accounts, "second-factor.set", subject: .account(id),
                facts: [AuditFact.secondFactor: .string(try audit.code(ofSecondFactor: secret.base32, id))])
        }
    }

    /// Takes the second factor off again.
    package func removeSecondFactor(_ principal: Principal, password: String, at instant: Date) async throws {
        let id = principal.accountID
        let proof = try await prove(id, password, by: .session(principal.sessionID), at: instant)
        try await database.change(by: principal.actor, at: instant) { change in
            try proof.check(change.db)
            try change.db.execute("update account set totp = null, totp_step = null where id = \(id)")
            try change.record(.accounts, "second-factor.removed", subject: .account(id))
        }
    }

    /// The secret of the session that still waits; nil where there is none, or it is too old.
    private func waiting(_ principal: Principal, at instant: Date, _ db: ReadTransaction) throws -> OneTimeCode? {
        let row = try db.row(
            """
            select waiting_totp from desk_session
            where id = \(principal.sessionID) and ended_at is null and waiting_totp is not null
              and waiting_totp_at > \(instant.addingTimeInterval(-Self.confirmation))
            """)
        return try row.flatMap { OneTimeCode(base32: try keys.open(try $0.blob("waiting_totp"), place: Self.waitingPlace(principal))) }
    }

    private static func waitingPlace(_ principal: Principal) -> String {
        SealedColumn.place("desk_session", "waiting_totp", principal.sessionID)
    }
}
