import Foundation
import HTTPTypes
import Hummingbird
import Office
import Web

/// One-time links: the first administrators make their accounts, others choose a password or get rid of a lost second
/// factor. Whoever has the link may use it, once.
struct LinkController {
    let records: Records
    let forms: Forms
    let gate: PasswordGate

    private static let form = "link"

    func addRoutes(to routes: Routes) {
        routes.get("/link/:token", .everyone, open)
        routes.post("/link/:token", .everyone, use)
    }

    @Sendable private func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (token, link) = try await link(context)
        return page(LinkForm(link), token, request, context)
    }

    @Sendable private func use(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.spend(.signIn)
        let posted = try await forms.read(Self.form, from: request, context)
        let (token, link) = try await link(context)
        var form = LinkForm(link, posted)
        guard form.problems.isEmpty else { return page(form, token, request, context, status: .unprocessableContent) }
        do {
            try await gate.enter(context.household) { [form] in try await use(form, token) }
        } catch let error as AccountError {
            let status = context.note(error)
            if error == .linkInvalid { throw Self.invalid }
            form.problems = [ErrorSummary.Problem(message: error.description, field: form.field(of: error))]
            return page(form, token, request, context, status: status)
        }
        context.giveBack(.signIn)
        if link.isOnePersons, let response = try await enter(form, request, context) { return response }
        return .page(LinkPage.done(link), in: context.frame, kept: false)
    }

    /// Who begins a new office is signed in at once, and led to its first steps: the password was chosen a moment ago. Nil where
    /// that cannot be just now.
    private func enter(_ form: LinkForm, _ request: Request, _ context: SiteContext) async throws -> Response? {
        let outcome: SignIn
        do {
            outcome = try await gate.enter(context.household, isKnown: true) {
                try await records.accounts.signIn(
                    login: form.login, password: form.password, code: "", address: context.household,
                    agent: request.headers[.userAgent] ?? "", at: forms.clock())
            }
        } catch is AccountError {
            // Too many sign in at this moment: the account is made and the link used up all the same.
            return nil
        }
        guard case .signedIn(let session, _) = outcome else { return nil }
        var response = Response.redirect(to: StartController.path)
        response.setCookie(SiteCookie.session.made(session, seconds: Int(records.sessions.limits.absolute), context))
        return response
    }

    private func use(_ form: LinkForm, _ token: String) async throws {
        let now = forms.clock()
        switch form.link.purpose {
        case .first: _ = try await records.accounts.begin(token, login: form.login, name: form.name, password: form.password, at: now)
        case .password: try await records.accounts.choosePassword(token, form.password, at: now)
        case .secondFactor: try await records.accounts.dropSecondFactor(token, password: form.password, at: now)
        }
    }

    private func link(_ context: SiteContext) async throws -> (String, OneTimeLink) {
        let token = context.parameters.get("token") ?? ""
        guard token.utf8.count == 64, let link = try await records.accounts.link(token, at: forms.clock()) else { throw Self.invalid }
        return (token, link)
    }

    private static let invalid = PageError(status: .gone, title: "链接无效", message: AccountError.linkInvalid.description)

    private func page(
        _ form: LinkForm, _ token: String, _ request: Request, _ context: SiteContext, status: HTTPResponse.Status = .ok
    ) -> Response {
        let open = forms.open(Self.form, for: request, context)
        return forms.page(LinkPage.render(form, action: "/link/\(token)", token: open.field), open, context, status: status)
    }
}
