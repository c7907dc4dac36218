import Foundation
import HTTPTypes
import Hummingbird
import Office
import Web

/// How the site is administered: by three, or by one person, who can hand it over or separate the administrators here.
struct AdministrationController {
    let records: Records
    let forms: Forms
    let gate: PasswordGate
    let links: SiteLinks

    static let path = "/desk/administration"
    private static let form = "administration"

    func addRoutes(to routes: Routes) {
        routes.get("/desk/administration", .right(.viewPeople), show)
        routes.get("/desk/administration/appoint/:role", .right(.grantRoles), openAppoint)
        routes.post("/desk/administration/appoint/:role", .right(.grantRoles), appoint)
        routes.get("/desk/administration/separate", .right(.grantRoles), openSeparate)
        routes.post("/desk/administration/separate", .right(.grantRoles), separate)
        routes.get("/desk/administration/hand-over", .right(.grantRoles), openHandOver)
        routes.post("/desk/administration/hand-over", .right(.grantRoles), handOver)
    }

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let done = try QueryString(request.uri.query).text("done") != nil
        return .page(AdministrationPage.render(try await view(context), isDone: done), in: context.frame, kept: false)
    }

    // MARK: Appointing

    @Sendable private func openAppoint(_ request: Request, _ context: SiteContext) async throws -> Response {
        appointPage(AppointForm(role: try await role(context)), request, context)
    }

    @Sendable private func appoint(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let principal = try context.signedIn()
        var form = AppointForm(role: try await role(context))
        (form.login, form.name) = (posted.text("login") ?? "", posted.text("name") ?? "")
        do {
            let (account, token) = try await gate.enter(context.household, isKnown: true) { [form] in
                try await records.accounts.appoint(
                    form.role, login: form.login, name: form.name, by: principal, password: posted.raw("password"), at: forms.clock())
            }
            let link = links.link("/link/\(token)", try await records.settings.current(at: forms.clock()))
            let page = NewLinkPage.render(account, .password, link, mayMend: principal.has(.manageSettings), waits: false)
            return .page(page, in: context.frame, kept: false)
        } catch let error as AccountError {
            form.problem = .init(message: error.description, field: form.field(of: error))
            return appointPage(form, request, context, status: context.note(error))
        }
    }

    private func appointPage(
        _ form: AppointForm, _ request: Request, _ context: SiteContext, status: HTTPResponse.Status = .ok
    ) -> Response {
        let open = forms.open(Self.form, for: request, context)
        return forms.page(AppointPage.render(form, token: open.field), open, context, status: status)
    }

    /// The role of the address, on the site of one person.
    private func role(_ context: SiteContext) async throws -> Role {
        try await requireOnePerson(context)
        guard let role = context.parameters.get("role").flatMap(Role.init(rawValue:)), role.isAdministrator else {
            throw PageError.notFound("没有这种管理员。请回到“管理方式”重新选择。")
        }
        return role
    }

    // MARK: Separating

    @Sendable private func openSeparate(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await requireOnePerson(context)
        return try await separatePage(request, context, kept: nil)
    }

    @Sendable private func separate(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let principal = try context.signedIn()
        let choice = posted.text("kept")
        guard let choice, choice == SeparatePage.working || Role(rawValue: choice)?.isAdministrator == true else {
            return try await separatePage(request, context, kept: choice, problem: .init(message: "请选择您自己留任什么。", field: "kept"))
        }
        do {
            try await gate.enter(context.household, isKnown: true) {
                try await records.accounts.separate(
                    keeping: Role(rawValue: choice), by: principal, password: posted.raw("password"), at: forms.clock())
            }
            // Whoever keeps no administrator's role may not even see that page any more.
            return .redirect(to: choice == SeparatePage.working ? "/desk" : Self.path + "?done=on")
        } catch let error as AccountError {
            return try await separatePage(
                request, context, kept: choice, problem: .init(message: error.description, field: PasswordProof.field(of: error) ?? "kept"),
                status: context.note(error))
        }
    }

    private func separatePage(
        _ request: Request, _ context: SiteContext, kept: String?, problem: ErrorSummary.Problem? = nil,
        status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        let page = SeparatePage.render(try await view(context), kept: kept, problem: problem, token: open.field)
        return forms.page(page, open, context, status: problem == nil ? .ok : status)
    }

    // MARK: Handing over

    @Sendable private func openHandOver(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await requireOnePerson(context)
        return try await handOverPage(request, context)
    }

    @Sendable private func handOver(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let principal = try context.signedIn()
        guard let successor = posted.int("successor") else {
            return try await handOverPage(request, context, problem: .init(message: "请选择由谁接手。", field: "successor"))
        }
        do {
            try await gate.enter(context.household, isKnown: true) {
                try await records.accounts.handOver(to: successor, by: principal, password: posted.raw("password"), at: forms.clock())
            }
            return .redirect(to: "/desk/sign-in")
        } catch let error as AccountError {
            return try await handOverPage(
                request, context, chosen: successor,
                problem: .init(message: error.description, field: PasswordProof.field(of: error) ?? "successor"),
                status: context.note(error))
        }
    }

    private func handOverPage(
        _ request: Request, _ context: SiteContext, chosen: Int? = nil, problem: ErrorSummary.Problem? = nil,
        status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        let page = HandOverPage.render(try await view(context), chosen: chosen, problem: problem, token: open.field)
        return forms.page(page, open, context, status: problem == nil ? .ok : status)
    }

    // MARK: What they share

    private func view(_ context: SiteContext) async throws -> AdministrationView {
        AdministrationView(
            administration: try await records.accounts.administration(), people: try await records.accounts.all().filter(\.isHere),
            organizations: try await records.organizationNames(), viewer: try context.signedIn())
    }

    private func requireOnePerson(_ context: SiteContext) async throws {
        guard try await records.accounts.administration().isOnePerson(try context.signedIn().accountID) else {
            throw PageError(status: .conflict, title: "现在不能办理", message: AccountError.notOnePerson.description)
        }
    }
}
