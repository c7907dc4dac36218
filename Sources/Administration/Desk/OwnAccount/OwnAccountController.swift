import Office
import Web

/// One's own account: password, second factor, sessions. Nobody else's is touched here.
struct OwnAccountController {
    let records: Records
    let gate: PasswordGate

    private var accounts: AccountStore { records.accounts }

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("account")
        routes.get(OwnAccountPath.page, .anywhere(.ownAccount), show)
        routes.post(OwnAccountPath.password, .anywhere(.ownAccount), again: show, changePassword)
        routes.get(OwnAccountPath.secondFactor, .anywhere(.ownAccount), openSecondFactor)
        routes.post(
            OwnAccountPath.secondFactor, .anywhere(.ownAccount), fields: PasswordProof.fields, again: openSecondFactor, setSecondFactor)
        routes.post(
            OwnAccountPath.removedSecondFactor, .anywhere(.ownAccount), fields: [AccountError.proof: OwnAccountPage.removalPassword],
            again: show, removeSecondFactor)
        routes.post(OwnAccountPath.sessions, .anywhere(.ownAccount), again: show, endSessions)
    }

    private func show(_ desk: DeskRequest) async throws -> Page {
        let principal = desk.principal
        guard let account = try await accounts.account(principal.accountID) else { throw PageError.signedOut }
        let sessions = try await records.sessions.sessions(of: principal.accountID, at: desk.now)
        return OwnAccountPage.render(
            OwnAccountPage.View(account: account, sessions: sessions, current: principal.sessionID, state: desk.state))
    }

    private func changePassword(_ desk: DeskRequest) async throws -> Answer {
        let form = desk.form
        guard form.raw("password") == form.raw("again") else { throw Problem("两次填写的新密码不一样，请重新填写。", at: "again") }
        try await gate.enter(desk.household, isKnown: true) {
            try await accounts.changePassword(desk.principal, from: form.raw("current"), to: form.raw("password"), at: desk.now)
        }
        return .done(OwnAccountPath.page, says: .password)
    }

    // MARK: The second factor

    private func openSecondFactor(_ desk: DeskRequest) async throws -> Answer {
        do {
            let secret = try await accounts.waitingSecondFactor(desk.principal, at: desk.now)
            return .page(
                SecondFactorPage.render(secret, issuer: desk.frame.officeName, login: desk.principal.login, state: desk.state))
        } catch AccountError.secondFactorIsOn {
            return .go(to: OwnAccountPath.page())
        } catch AccountError.unknown {
            // Too many wrong passwords have ended the session.
            throw PageError.signedOut
        }
    }

    private func setSecondFactor(_ desk: DeskRequest) async throws -> Answer {
        try await gate.enter(desk.household, isKnown: true) {
            try await accounts.setSecondFactor(
                desk.principal, code: desk.form.text("code") ?? "", password: desk.form.raw(PasswordProof.name), at: desk.now)
        }
        return .done(OwnAccountPath.page, says: .secondFactor)
    }

    private func removeSecondFactor(_ desk: DeskRequest) async throws -> Answer {
        try await gate.enter(desk.household, isKnown: true) {
            try await accounts.removeSecondFactor(
                desk.principal, password: desk.form.raw(OwnAccountPage.removalPassword), at: desk.now)
        }
        return .done(OwnAccountPath.page, says: .secondFactorRemoved)
    }

    // MARK: Sessions

    /// Ends one session of one's own, or all but the one that asks.
    private func endSessions(_ desk: DeskRequest) async throws -> Answer {
        let principal = desk.principal
        if let chosen = desk.form.int("session"), chosen != principal.sessionID {
            try await records.sessions.end(chosen, of: principal.accountID, by: desk.actor, at: desk.now)
        } else {
            try await records.sessions.end(besides: principal.sessionID, of: principal.accountID, by: desk.actor, at: desk.now)
        }
        return .done(OwnAccountPath.page, says: .sessions)
    }
}
