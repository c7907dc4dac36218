import Database
import Foundation
import Markup

/// What came of an attempt to sign in.
package enum SignIn: Sendable, Equatable {
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
    package func signIn(
        login: String, password: String, code: String, address: String, agent: String, at instant: Date
    ) async throws -> SignIn {
        let key = LoginName.key(login)
        // Of anything else that was typed as a name nothing is kept but that it failed here.
        let blind = try keys.blind(key ?? "", kind: "login")
        let (wait, row) = try await database.read(from: .primary) { db in
            (
                try SignInThrottle.wait(blind, address, at: instant, db),
                try db.row("select id, state, password, totp, totp_step from account where login_key = \(key ?? "")")
            )
        }
        if wait > 0 { return .wait(seconds: Int(wait.rounded(.up))) }
        let hash = try row?.optionalText("password").flatMap(PasswordHash.init)
        let knows = try await accepts(hash, password)
        guard let row, knows, try row.text("state") == Account.State.active.rawValue else {
            return try await refuse(blind, row, address, instant)
        }
        let id = try row.int("id")
        var step: Int?
        let sealed = try row.optionalBlob("totp")
        if let sealed {
            let secret = OneTimeCode(base32: try keys.open(sealed, place: SealedColumn.place("account", "totp", id)))
            step = secret?.step(of: code, at: instant, after: try row.optionalInt("totp_step"))
            if step == nil { return try await refuse(blind, row, address, instant) }
        }
        let token = Hex.token()
        let renewed = try await renewed(hash, password)
        let isIn = try await database.change(by: .account(id), at: instant) { [step] change in
            // The password or the second factor may have been changed, or the person have left, while they were tried.
            let now = try change.db.row("select password, totp from account where id = \(id) and state = 'active'")
            let isSame = try now?.optionalText("password") == hash?.text && now?.optionalBlob("totp") == sealed
            guard isSame else { return false }
            if let step {
                // Of two who use one code at once only the first gets in.
                let used = try change.db.execute("update account set totp_step = \(step) where id = \(id) and totp_step < \(step)")
                if used == 0 { return false }
            }
            if let renewed, let hash { try renew(hash, to: renewed, of: id, change) }
            try SignInThrottle.succeed(blind, address, change)
            try SessionStore.insert(token, account: id, address: address, agent: agent, change)
            try change.record(.accounts, "session.begun", subject: .account(id), facts: [AuditFact.session: .string(Hex.sha256(token))])
            return true
        }
        return isIn ? .signedIn(token: token, accountID: id) : try await refuse(blind, row, address, instant)
    }

    /// True for an address that somebody signed in from before: its tries need no other limit than that of the name.
    package func isKnown(login: String, address: String) async throws -> Bool {
        let blind = try keys.blind(LoginName.key(login) ?? "", kind: "login")
        return try await database.read { try SignInThrottle.isKnown(blind, address, $0) }
    }

    /// Keeps a hash of today's cost. The event says which one it replaces: one that nobody recorded does not become true by it.
    private func renew(_ hash: PasswordHash, to renewed: PasswordHash, of id: Int, _ change: Change) throws {
        try change.db.execute("update account set password = \(renewed.text) where id = \(id)")
        var event = change.event(.accounts, "password.rehashed", subject: .account(id))
        event.facts = [
            (AuditFact.formerPassword, .string(try audit.code(ofPassword: hash.text, id))), try audit.passwordFact(renewed, of: id),
        ]
        try change.record(event)
    }

    /// A hash of today's cost for a password whose hash was cheaper; nil where it is as it should be.
    private func renewed(_ hash: PasswordHash?, _ password: String) async throws -> PasswordHash? {
        guard let hash, hash.cost != cost else { return nil }
        return try await offPool { [cost] () throws(AccountError) in try PasswordHash(password, cost: cost) }
    }

    private func refuse(_ blind: String, _ row: SQLRow?, _ address: String, _ instant: Date) async throws -> SignIn {
        let id = try row?.int("id")
        try await database.change(by: .visitor, at: instant) { change in
            change.leaveUnrecorded(because: "failures are counted; what is worth an event, `fail` records")
            try fail(blind, address, of: id, change)
        }
        return .refused
    }

    /// Counts a failure. Each one would let a guesser fill the record; that somebody guesses belongs into it.
    ///
    /// - Returns: how many there are now for that name and address.
    @discardableResult
    func fail(_ blind: String, _ address: String, of id: Int?, _ change: Change) throws -> Int {
        let (failures, notable) = try SignInThrottle.fail(blind, address, change)
        if let id, let notable {
            try change.record(.accounts, "sign-in.slowed", subject: .account(id), facts: ["failures": .number("\(notable)")])
        }
        return failures
    }
}
