import Foundation
import HTTPTypes
import Hummingbird
import Office
import Web

/// The people of the desk: the system administrator makes their accounts, the security administrator gives them roles
/// and links.
struct PeopleController {
    let records: Records
    let forms: Forms
    let links: SiteLinks

    static let form = "people"

    func addRoutes(to routes: Routes) {
        routes.get("/desk/people", .right(.viewPeople), list)
        routes.get("/desk/people/new", .right(.manageAccounts), openNew)
        routes.post("/desk/people/new", .right(.manageAccounts), make)
        routes.get("/desk/people/:id", .right(.viewPeople), open)
        routes.post("/desk/people/:id", .right(.manageAccounts), edit)
        routes.post("/desk/people/:id/roles", .right(.grantRoles), give)
        routes.post("/desk/people/:id/roles/take", .right(.grantRoles), take)
        routes.post("/desk/people/:id/link", .right(.issueLinks), issueLink)
        routes.post("/desk/people/:id/sessions", .right(.endSessions), endSessions)
        routes.get("/desk/people/:id/leave", .right(.manageAccounts), openLeave)
        routes.post("/desk/people/:id/leave", .right(.manageAccounts), leave)
    }

    // MARK: The list

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        let filter = PeopleFilter(query)
        let people = try await records.accounts.all().filter(filter.admits)
        let names = try await records.organizationNames()
        let view = PeoplePage.View(
            filter: filter, people: people, organizations: names, page: try query.page(),
            mayMake: context.principal?.has(.manageAccounts) ?? false,
            proposals: try await records.accounts.proposals(at: forms.clock()).count,
            administration: try await records.accounts.administration())
        return .page(PeoplePage.render(view), in: context.frame, kept: false)
    }

    // MARK: Making

    @Sendable private func openNew(_ request: Request, _ context: SiteContext) -> Response {
        newPage(PersonForm(), request, context)
    }

    @Sendable private func make(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = PersonForm(try await forms.read(Self.form, from: request, context))
        do {
            let account = try await records.accounts.make(
                login: form.login, name: form.name, phone: form.phone, by: try context.signedIn().actor, at: forms.clock())
            return .redirect(to: "/desk/people/\(account.id)?done=made")
        } catch let error as AccountError {
            form.problem = form.problem(error)
            return newPage(form, request, context, status: .unprocessableContent)
        }
    }

    private func newPage(_ form: PersonForm, _ request: Request, _ context: SiteContext, status: HTTPResponse.Status = .ok) -> Response {
        let open = forms.open(Self.form, for: request, context)
        return forms.page(NewPersonPage.render(form, token: open.field), open, context, status: status)
    }

    // MARK: One person

    @Sendable private func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        let done = try QueryString(request.uri.query).text("done").flatMap(PersonPage.Done.init)
        return try await page(try await person(context), request, context, done: done)
    }

    @Sendable private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let account = try await person(context)
        var form = PersonForm(posted)
        do {
            try await records.accounts.edit(
                account.id, name: form.name, phone: form.phone, by: try context.signedIn().actor, at: forms.clock())
            return .redirect(to: "/desk/people/\(account.id)?done=edited")
        } catch let error as AccountError {
            form.problem = form.problem(error)
            return try await page(account, request, context, form: form)
        }
    }

    @Sendable private func give(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let account = try await person(context)
        guard let role = posted.text("role").flatMap(Role.init(rawValue:)) else {
            return try await page(account, request, context, problem: .init(message: "请选择角色。", field: "role"))
        }
        let grant = Grant(role, in: role.isAdministrator ? nil : posted.int("organization"))
        do {
            let outcome = try await records.accounts.give(grant, to: account.id, by: try context.signedIn().actor, at: forms.clock())
            return .redirect(to: "/desk/people/\(account.id)?done=\(outcome == .done ? "given" : "proposed")")
        } catch let error as AccountError {
            let field = [.organizationMissing(role), .organizationUnknown].contains(error) ? "organization" : "role"
            return try await page(account, request, context, problem: .init(message: error.description, field: field))
        }
    }

    @Sendable private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let account = try await person(context)
        guard let role = posted.text("role").flatMap(Role.init(rawValue:)) else { throw PageError.staleForm }
        do {
            let isLast = try await records.accounts.take(
                Grant(role, in: posted.int("organization")), from: account.id, by: try context.signedIn().actor, at: forms.clock())
            return .redirect(to: "/desk/people/\(account.id)?done=\(isLast ? "takenLast" : "taken")")
        } catch let error as AccountError {
            return try await page(account, request, context, problem: .init(message: error.description, field: "roles"))
        }
    }

    /// The link stands on this page once and is kept nowhere in clear.
    @Sendable private func issueLink(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let account = try await person(context)
        guard let purpose = posted.text("purpose").flatMap(OneTimeLink.Purpose.init), purpose != .first else { throw PageError.staleForm }
        do {
            let (token, outcome) = try await records.accounts.issueLink(
                purpose, for: account.id, by: try context.signedIn().actor, at: forms.clock())
            let link = links.link("/link/\(token)", try await records.settings.current(at: forms.clock()), for: account)
            let page = NewLinkPage.render(
                account, purpose, link, mayMend: context.principal?.has(.manageSettings) ?? false, waits: outcome == .waits)
            return .page(page, in: context.frame, kept: false)
        } catch let error as AccountError {
            return try await page(account, request, context, problem: .init(message: error.description, field: "purpose"))
        }
    }

    @Sendable private func endSessions(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await forms.read(Self.form, from: request, context)
        let account = try await person(context)
        try await records.sessions.end(of: account.id, by: try context.signedIn().actor, at: forms.clock())
        return .redirect(to: "/desk/people/\(account.id)?done=sessions")
    }

    // MARK: Leaving

    @Sendable private func openLeave(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await leavePage(try await person(context), request, context)
    }

    @Sendable private func leave(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let account = try await person(context)
        do {
            let outcome = try await records.accounts.leave(
                account.id, successor: posted.int("successor"), by: try context.signedIn().actor, at: forms.clock())
            return .redirect(to: "/desk/people/\(account.id)?done=\(outcome == .done ? "left" : "leaving")")
        } catch let error as AccountError {
            return try await leavePage(account, request, context, problem: error.description)
        }
    }

    private func leavePage(
        _ account: Account, _ request: Request, _ context: SiteContext, problem: String? = nil
    ) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        let view = LeavePage.View(
            account: account, alone: try await records.accounts.rolesHeldAlone(account.id),
            others: try await records.accounts.all().filter { other in
                other.id != account.id && other.state == .active && !other.grants.contains(where: \.role.isAdministrator)
            }, organizations: try await records.organizationNames(), problem: problem, token: open.field)
        return forms.page(LeavePage.render(view), open, context, status: problem == nil ? .ok : .unprocessableContent)
    }

    private func person(_ context: SiteContext) async throws -> Account {
        guard let id = context.parameters.get("id").flatMap(Int.init), let account = try await records.accounts.account(id) else {
            throw PageError.notFound("没有这个人。请从人员列表中重新选择。")
        }
        return account
    }

    private func page(
        _ account: Account, _ request: Request, _ context: SiteContext, form: PersonForm? = nil, problem: ErrorSummary.Problem? = nil,
        done: PersonPage.Done? = nil
    ) async throws -> Response {
        let principal = try context.signedIn()
        let open = forms.open(Self.form, for: request, context)
        let phone = try await records.accounts.phone(account.id)
        let sessions = try await records.sessions.sessions(of: account.id, at: forms.clock())
        let view = PersonPage.View(
            account: account, form: form ?? PersonForm(account, phone: principal.has(.manageAccounts) ? phone : nil),
            organizations: try await records.organizationNames(), sessions: sessions.count, viewer: principal,
            administration: try await records.accounts.administration(),
            idle: Set(Role.allCases.filter { Permission.isIdle($0, in: records.house) }), problem: problem ?? form?.problem, done: done,
            token: open.field)
        return forms.page(PersonPage.render(view), open, context, status: view.problem == nil ? .ok : .unprocessableContent)
    }
}

/// What was typed about a person.
struct PersonForm: Sendable {
    var login = ""
    var name = ""
    var phone: String?
    var problem: ErrorSummary.Problem?

    init() {}

    init(_ posted: PostedForm) {
        login = posted.text("login") ?? ""
        name = posted.text("name") ?? ""
        phone = posted.text("phone")
    }

    init(_ account: Account, phone: String?) {
        (login, name, self.phone) = (account.login, account.name, phone)
    }

    func problem(_ error: AccountError) -> ErrorSummary.Problem {
        let field =
            switch error {
            case .login, .loginTaken, .loginLike: "login"
            case .phone: "phone"
            default: "name"
            }
        return ErrorSummary.Problem(message: error.description, field: field)
    }

    func problem(_ field: String) -> String? { problem.flatMap { $0.field == field ? $0.message : nil } }
}
