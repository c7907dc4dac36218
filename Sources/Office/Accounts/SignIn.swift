import Database
import Foundation
import Formats

/// What came of an attempt to sign in.
public enum SignIn: Sendable, Equatable {
    /// The token goes into the cookie.
    case signedIn(token: String, accountID: Int)
    /// Wrong name, password or code; which of them is not told.
    case refused
    /// Too many failures: seconds to wait.
    case wait(seconds: Int)
}

extension AccountStore {
    /// Signs somebody in. Takes as long for a name that there is as for one that there is not.
    ///
    /// - Parameters:
    ///   - code: of the second factor, where one is set; empty otherwise.
    ///   - address: of the reader, for the throttle and the list of sessions.
    ///   - agent: what the browser calls itself.
    public func signIn(
        login: String, password: String, code: String, address: String, agent: String, at instant: Date
    ) async throws -> SignIn {
        let key = LoginName.key(login)
        // Of anything else that was typed as a name nothing is kept but that it failed here.
        let blind = try keys.blind(key ?? "", kind: "login")
        let (wait, row) = try await database.read(fresh: true) { db in
            (
                try SignInThrottle.wait(blind, address, at: instant, db),
                try db.row("select id, state, password, totp, totp_step from account where login_key = ?", [.text(key ?? "")])
            )
        }
        if wait > 0 { return .wait(seconds: Int(wait.rounded(.up))) }
        let hash = try row?.optionalText("password").flatMap(PasswordHash.init)
        let knows = await offPool { (hash ?? PasswordHash.decoy(cost)).accepts(password) && hash != nil }
        guard let row, knows, try row.text("state") == Account.State.active.rawValue else {
            return try await refuse(blind, row, address, instant)
        }
        let id = try row.int("id")
        var step: Int?
        if let sealed = try row.optionalBlob("totp") {
            let secret = OneTimeCode(base32: try keys.open(sealed, place: SealedColumn.place("account", "totp", id)))
            step = secret?.step(of: code, at: instant, after: try row.optionalInt("totp_step"))
            if step == nil { return try await refuse(blind, row, address, instant) }
        }
        let token = Hex.token()
        let isIn = try await database.write { [step] db in
            if let step {
                // Of two who use one code at once only the first gets in.
                let used = try db.execute(
                    "update account set totp_step = ? where id = ? and totp_step < ?", [SQLValue(step), SQLValue(id), SQLValue(step)])
                if used == 0 { return false }
            }
            // The password may have been changed, or the person have left, while it was tried.
            let isSame =
                try db.row(
                    "select id from account where id = ? and state = 'active' and password = ?", [SQLValue(id), .text(hash?.text ?? "")])
                != nil
            guard isSame else { return false }
            try SignInThrottle.succeed(blind, address, at: instant, db)
            try SessionStore.insert(token, account: id, address: address, agent: agent, at: instant, db)
            try audit.append(AuditEvent(.account(id), .accounts, "session.begun", subject: .account(id)), at: instant, db)
            return true
        }
        return isIn ? .signedIn(token: token, accountID: id) : try await refuse(blind, row, address, instant)
    }

    private func refuse(_ blind: String, _ row: SQLRow?, _ address: String, _ instant: Date) async throws -> SignIn {
        let id = try row?.int("id")
        try await database.write { db in
            let failures = try SignInThrottle.fail(blind, address, at: instant, db)
            // Each failure would let a guesser fill the record; that somebody guesses belongs into it.
            if let id, failures == SignInThrottle.free || failures == SignInThrottle.many {
                try audit.append(
                    AuditEvent(
                        .visitor, .accounts, "sign-in.slowed", subject: .account(id), facts: ["failures": .number("\(failures)")]),
                    at: instant, db)
            }
        }
        return .refused
    }
}
