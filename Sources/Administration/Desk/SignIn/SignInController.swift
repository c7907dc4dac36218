import Foundation
import HTTPTypes
import Hummingbird
import Office
import Web

/// The way in and out of the desk.
struct SignInController {
    let records: Records
    let forms: Forms
    let gate: PasswordGate

    private static let form = "sign-in"

    func addRoutes(to routes: Routes) {
        routes.get("/desk/sign-in", .everyone, open)
        routes.post("/desk/sign-in", .everyone, signIn)
        routes.post("/desk/sign-out", .right(.ownAccount), signOut)
    }

    @Sendable private func open(_ request: Request, _ context: SiteContext) throws -> Response {
        let back = SignInPage.back(try QueryString(request.uri.query).text("back"))
        if context.principal != nil { return .redirect(to: back) }
        let open = forms.open(Self.form, for: request, context)
        return forms.page(SignInPage.render(login: "", back: back, problem: nil, token: open.field), open, context)
    }

    @Sendable private func signIn(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await forms.read(Self.form, from: request, context)
        let login = form.text("login") ?? ""
        let back = SignInPage.back(form.text("back"))
        let address = context.household
        // Who signed in from here before is kept out by nothing that a neighbour tries.
        let isKnown = try await records.accounts.isKnown(login: login, address: address)
        if !isKnown { try context.spend(.signIn) }
        let outcome: SignIn
        do {
            outcome = try await gate.enter(address, isKnown: isKnown) {
                try await records.accounts.signIn(
                    login: login, password: form.raw("password"), code: form.text("code") ?? "", address: address,
                    agent: request.headers[.userAgent] ?? "", at: forms.clock())
            }
        } catch let error as AccountError {
            return again(request, context, login, back, error.description, .serviceUnavailable)
        }
        switch outcome {
        case .signedIn(let token, _):
            if !isKnown { context.giveBack(.signIn) }
            var response = Response.redirect(to: back)
            response.setCookie(SiteCookie.session.made(token, seconds: Int(records.sessions.limits.absolute), context))
            return response
        case .refused:
            context.note(.signInRefused)
            return again(request, context, login, back, "账号、密码或者动态验证码不正确。请重新填写；忘记密码的，请安全管理员开具一次性链接；一人办理的，请管服务器的人开具。", .unprocessableContent)
        case .wait(let seconds):
            context.note(.signInSlowed)
            return again(request, context, login, back, "尝试次数太多，请等 \(seconds) 秒再试。", .tooManyRequests)
        }
    }

    private func again(
        _ request: Request, _ context: SiteContext, _ login: String, _ back: String, _ problem: String, _ status: HTTPResponse.Status
    ) -> Response {
        let open = forms.open(Self.form, for: request, context)
        return forms.page(SignInPage.render(login: login, back: back, problem: problem, token: open.field), open, context, status: status)
    }

    @Sendable private func signOut(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await forms.read(DeskPage.signOutForm, from: request, context)
        let principal = try context.signedIn()
        try await records.sessions.end(principal.sessionID, of: principal.accountID, by: principal.actor, at: forms.clock())
        var response = Response.redirect(to: "/desk/sign-in")
        response.setCookie(SiteCookie.session.made("", seconds: 0, context))
        return response
    }
}
