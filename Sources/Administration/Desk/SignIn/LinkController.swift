import Office
import Web

/// One-time links: the first administrators make their accounts, others choose a password or get rid of a lost second
/// factor. Whoever has the link may use it, once.
struct LinkController {
    let records: Records
    let gate: PasswordGate

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("link")
        routes.get(LinkPath.link, .everyone, show)
        routes.post(LinkPath.link, .everyone, limit: .signIn, fields: PasswordProof.fields, again: show, use)
    }

    private func show(_ asked: PublicRequest, _ token: String) async throws -> Page {
        LinkPage.render(try await link(token, asked), to: LinkPath.link(token), asked.state)
    }

    private func use(_ asked: PublicRequest, _ token: String) async throws -> Answer {
        let link = try await link(token, asked)
        let form = try LinkForm(link, asked.form)
        do {
            try await gate.enter(asked.household) { try await use(form, token, asked) }
        } catch AccountError.linkInvalid {
            throw Self.invalid
        }
        asked.context.giveBack(.signIn)
        if link.isOnePersons, let answer = try await enter(form, asked) { return answer }
        return .page(LinkPage.done(link))
    }

    /// Who begins a new office is signed in at once, and led to its first steps: the password was chosen a moment ago. Nil where
    /// that cannot be just now.
    private func enter(_ form: LinkForm, _ asked: PublicRequest) async throws -> Answer? {
        let outcome: SignIn
        do {
            outcome = try await gate.enter(asked.household, isKnown: true) {
                try await records.accounts.signIn(
                    login: form.login, password: form.password, code: "", address: asked.household, agent: asked.userAgent, at: asked.now)
            }
        } catch is AccountError {
            // Too many sign in at this moment: the account is made and the link used up all the same.
            return nil
        }
        guard case .signedIn(let session, _) = outcome else { return nil }
        let cookie = SiteCookie.session.made(session, seconds: Int(records.sessions.limits.absolute), asked.context)
        return .go(to: StartPath.list()).with(cookie)
    }

    private func use(_ form: LinkForm, _ token: String, _ asked: PublicRequest) async throws {
        let accounts = records.accounts
        switch form.purpose {
        case .first: _ = try await accounts.begin(token, login: form.login, name: form.name, password: form.password, at: asked.now)
        case .password: try await accounts.choosePassword(token, form.password, at: asked.now)
        case .secondFactor: try await accounts.dropSecondFactor(token, password: form.password, at: asked.now)
        }
    }

    private func link(_ token: String, _ asked: PublicRequest) async throws -> OneTimeLink {
        guard token.utf8.count == 64, let link = try await records.accounts.link(token, at: asked.now) else { throw Self.invalid }
        return link
    }

    private static let invalid = PageError(status: .gone, title: "链接无效", message: AccountError.linkInvalid.description)
}
