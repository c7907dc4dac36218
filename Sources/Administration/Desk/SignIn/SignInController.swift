import HTTPTypes
import Office
import Web

/// The way in to the desk.
struct SignInController {
    let records: Records
    let gate: PasswordGate

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("sign-in")
        routes.get(DeskPath.signIn, .everyone, open)
        routes.post(DeskPath.signIn, .everyone, fields: [AccountError.proof: SignInProblem.field], again: form, signIn)
    }

    private func open(_ asked: PublicRequest) throws -> Answer {
        if asked.principal != nil { return .go(to: SignInPage.back(try asked.query.text("back"))) }
        return .page(try form(asked))
    }

    private func form(_ asked: PublicRequest) throws -> Page {
        let back = asked.form.typed("back")
        return SignInPage.render(back: SignInPage.back(try back ?? asked.query.text("back")), asked.state)
    }

    private func signIn(_ asked: PublicRequest) async throws -> Answer {
        let login = asked.form.text("login") ?? ""
        let address = asked.household
        // Who signed in from here before is kept out by nothing that a neighbour tries.
        let isKnown = try await records.accounts.isKnown(login: login, address: address)
        if !isKnown { try asked.context.spend(.signIn) }
        let outcome = try await gate.enter(address, isKnown: isKnown) {
            try await records.accounts.signIn(
                login: login, password: asked.form.raw("password"), code: asked.form.text("code") ?? "", address: address,
                agent: asked.userAgent, at: asked.now)
        }
        switch outcome {
        case .signedIn(let token, _):
            if !isKnown { asked.context.giveBack(.signIn) }
            let cookie = SiteCookie.session.made(token, seconds: Int(records.sessions.limits.absolute), asked.context)
            return .go(to: SignInPage.back(asked.form.text("back"))).with(cookie)
        case .refused: throw SignInProblem.refused
        case .wait(let seconds): throw SignInProblem.wait(seconds: seconds)
        }
    }
}

/// Why somebody is not let in. It does not tell which of login, password and code was wrong.
enum SignInProblem: FormProblem {
    case refused
    /// Too many attempts failed: seconds to wait.
    case wait(seconds: Int)

    static let field = "login"
    package var field: String { Self.field }

    package var status: HTTPResponse.Status {
        switch self {
        case .refused: .unprocessableContent
        case .wait: .tooManyRequests
        }
    }

    package var event: SecurityEvent? {
        switch self {
        case .refused: .signInRefused
        case .wait: .signInSlowed
        }
    }

    package var description: String {
        switch self {
        case .refused: "账号、密码或者动态验证码不正确。请重新填写；忘记密码的，请安全管理员开具一次性链接；一人办理的，请管服务器的人开具。"
        case .wait(let seconds): "尝试次数太多，请等 \(seconds) 秒再试。"
        }
    }
}
