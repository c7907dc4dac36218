import Foundation
import HTTPTypes
import Hummingbird
import Office
import Web

/// One's own account: password, second factor, sessions. Nobody else's is touched here.
struct OwnAccountController {
    let records: Records
    let forms: Forms
    let gate: PasswordGate

    private static let form = "account"

    func addRoutes(to routes: Routes) {
        routes.get("/desk/account", .right(.ownAccount), open)
        routes.post("/desk/account/password", .right(.ownAccount), changePassword)
        routes.get("/desk/account/second-factor", .right(.ownAccount), openSecondFactor)
        routes.post("/desk/account/second-factor", .right(.ownAccount), setSecondFactor)
        routes.post("/desk/account/second-factor/remove", .right(.ownAccount), removeSecondFactor)
        routes.post("/desk/account/sessions", .right(.ownAccount), endSessions)
    }

    @Sendable private func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await page(request, context, done: QueryString(request.uri.query).text("done").flatMap(OwnAccountPage.Done.init))
    }

    @Sendable private func changePassword(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await forms.read(Self.form, from: request, context)
        let principal = try context.signedIn()
        guard form.raw("password") == form.raw("again") else {
            return try await page(request, context, problem: .init(message: "两次填写的新密码不一样，请重新填写。", field: "again"))
        }
        do {
            try await gate.enter(context.household, isKnown: true) {
                try await records.accounts.changePassword(
                    principal, from: form.raw("current"), to: form.raw("password"), at: forms.clock())
            }
        } catch let error as AccountError {
            let field = PasswordProof.field(of: error) == nil ? "password" : "current"
            return try await page(
                request, context, problem: .init(message: error.description, field: field), status: context.note(error))
        }
        return .redirect(to: "/desk/account?done=password")
    }

    @Sendable private func openSecondFactor(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await secondFactor(request, context)
    }

    private func secondFactor(
        _ request: Request, _ context: SiteContext, problem: ErrorSummary.Problem? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let principal = try context.signedIn()
        let secret: OneTimeCode
        do {
            secret = try await records.accounts.waitingSecondFactor(principal, at: forms.clock())
        } catch AccountError.secondFactorIsOn {
            return .redirect(to: "/desk/account")
        } catch AccountError.unknown {
            // Too many wrong passwords have ended the session.
            throw PageError.signedOut
        }
        let open = forms.open(Self.form, for: request, context)
        let page = SecondFactorPage.render(
            secret, issuer: context.frame.officeName, login: principal.login, problem: problem, token: open.field)
        return forms.page(page, open, context, status: status)
    }

    @Sendable private func setSecondFactor(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await forms.read(Self.form, from: request, context)
        let principal = try context.signedIn()
        do {
            try await gate.enter(context.household, isKnown: true) {
                try await records.accounts.setSecondFactor(
                    principal, code: form.text("code") ?? "", password: form.raw("password"), at: forms.clock())
            }
        } catch let error as AccountError {
            let problem = ErrorSummary.Problem(message: error.description, field: PasswordProof.field(of: error) ?? "code")
            return try await secondFactor(request, context, problem: problem, status: context.note(error))
        }
        return .redirect(to: "/desk/account?done=second-factor")
    }

    @Sendable private func removeSecondFactor(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await forms.read(Self.form, from: request, context)
        let principal = try context.signedIn()
        do {
            try await gate.enter(context.household, isKnown: true) {
                try await records.accounts.removeSecondFactor(principal, password: form.raw("removal-password"), at: forms.clock())
            }
        } catch let error as AccountError {
            let problem = ErrorSummary.Problem(message: error.description, field: "removal-password")
            return try await page(request, context, problem: problem, status: context.note(error))
        }
        return .redirect(to: "/desk/account?done=second-factor-removed")
    }

    /// Ends one session of one's own, or all but the one that asks.
    @Sendable private func endSessions(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await forms.read(Self.form, from: request, context)
        let principal = try context.signedIn()
        if let chosen = form.int("session"), chosen != principal.sessionID {
            try await records.sessions.end(chosen, of: principal.accountID, by: principal.actor, at: forms.clock())
        } else {
            try await records.sessions.end(besides: principal.sessionID, of: principal.accountID, by: principal.actor, at: forms.clock())
        }
        return .redirect(to: "/desk/account?done=sessions")
    }

    private func page(
        _ request: Request, _ context: SiteContext, problem: ErrorSummary.Problem? = nil, done: OwnAccountPage.Done? = nil,
        status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        let principal = try context.signedIn()
        guard let account = try await records.accounts.account(principal.accountID) else { throw PageError.signedOut }
        let sessions = try await records.sessions.sessions(of: principal.accountID, at: forms.clock())
        let open = forms.open(Self.form, for: request, context)
        let view = OwnAccountPage.View(
            account: account, sessions: sessions, current: principal.sessionID, problem: problem, done: done, token: open.field)
        return forms.page(OwnAccountPage.render(view), open, context, status: problem == nil ? .ok : status)
    }
}
