import Foundation
import HTTPTypes
import Hummingbird
import Law
import Office
import Web

/// The tree of organizations at the desk: the list, one of them, and all that can happen to it.
struct OrganizationsController {
    let records: Records
    let forms: Forms
    /// What the list is searched by.
    let names: NameIndex

    private static let form = "organizations"
    private var store: OrganizationStore { records.organizations }

    func addRoutes(to routes: Routes) {
        routes.get("/desk/organizations", .right(.viewOrganizations), list)
        routes.get("/desk/organizations/new", .right(.manageOrganizations), openNew)
        routes.post("/desk/organizations/new", .right(.manageOrganizations), add)
        routes.get("/desk/organizations/:id", .right(.viewOrganizations), show)
        routes.get("/desk/organizations/:id/edit", .right(.manageOrganizations), openEdit)
        routes.post("/desk/organizations/:id/edit", .right(.manageOrganizations), edit)
        routes.get("/desk/organizations/:id/rename", .right(.manageOrganizations), openRename)
        routes.post("/desk/organizations/:id/rename", .right(.manageOrganizations), rename)
        routes.get("/desk/organizations/:id/move", .right(.manageOrganizations), openMove)
        routes.post("/desk/organizations/:id/move", .right(.manageOrganizations), move)
        routes.get("/desk/organizations/:id/end", .right(.manageOrganizations), openEnd)
        routes.post("/desk/organizations/:id/end", .right(.manageOrganizations), end)
    }

    // MARK: Looking

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        let principal = try context.signedIn()
        let words = query.text("q")
        let showsGone = query.text("gone") != nil
        let whole = try await store.tree()
        let visible = OrganizationListPage.reached(whole, principal.scope(.viewOrganizations))
        var found: Set<Int>?
        if let words { found = try await store.search(words, index: names) }
        let unfiled = principal.may(.viewOrganizations, on: []) ? try await store.unfiled() : []
        let view = OrganizationListPage.View(
            words: words, showsGone: showsGone,
            nodes: visible.filter { node in
                found.map { $0.contains(node.organization.id) } ?? (showsGone || !node.organization.state.isGone)
            },
            unfiled: unfiled.filter { organization in found?.contains(organization.id) ?? true }, page: try query.page(),
            mayManage: principal.has(.manageOrganizations))
        return .page(OrganizationListPage.render(view), in: context.frame, kept: false)
    }

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let principal = try context.signedIn()
        let details = try await details(context, .viewOrganizations)
        let people = try await records.accounts.all()
        let view = OrganizationPage.View(
            details: details, events: try await store.history(of: details.organization.id, limit: OrganizationPage.events),
            people: Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first },
            mayManage: principal.may(.manageOrganizations, on: path(details)),
            done: try QueryString(request.uri.query).text("done").flatMap(OrganizationPage.Done.init))
        return .page(OrganizationPage.render(view), in: context.frame, kept: false)
    }

    // MARK: Adding and editing

    @Sendable private func openNew(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        var form = OrganizationForm()
        form[.parent] = query.text("parent") ?? ""
        // One that is known from its reports is filed under its name.
        if let id = query.text("unfiled").flatMap(Int.init), let known = try await store.organization(id), known.state == .unfiled {
            form[.name] = known.name ?? ""
            form[.region] = known.region
        }
        return try await formPage(form, of: nil, request, context)
    }

    @Sendable private func add(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = OrganizationForm(try await forms.read(Self.form, from: request, context))
        var reading = form.read()
        do {
            let parent = try await parent(form[.parent], context)
            guard let draft = form.draft(reading, parentID: parent) else {
                return try await formPage(form, of: nil, request, context, problems: reading.problems)
            }
            let added = try await store.add(
                draft, contact: reading.contact, leaders: reading.leaders, by: try context.signedIn().actor, at: forms.clock())
            return .redirect(to: "/desk/organizations/\(added.id)?done=added")
        } catch let error as OrganizationError {
            reading.problems.append(form.problem(error))
            return try await formPage(form, of: nil, request, context, problems: reading.problems)
        }
    }

    @Sendable private func openEdit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let details = try await standing(context, .active)
        return try await formPage(OrganizationForm(details), of: details, request, context)
    }

    @Sendable private func edit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = OrganizationForm(try await forms.read(Self.form, from: request, context))
        let details = try await standing(context, .active)
        var reading = form.read(isNew: false)
        guard let edit = form.edit(reading) else {
            return try await formPage(form, of: details, request, context, problems: reading.problems)
        }
        do {
            let id = details.organization.id
            let isChanged = try await store.edit(
                id, to: edit, leaders: reading.leaders, by: try context.signedIn().actor, at: forms.clock())
            return .redirect(to: "/desk/organizations/\(id)?done=\(isChanged ? "edited" : "same")")
        } catch let error as OrganizationError {
            reading.problems.append(form.problem(error))
            return try await formPage(form, of: details, request, context, problems: reading.problems)
        }
    }

    private func formPage(
        _ form: OrganizationForm, of details: OrganizationDetails?, _ request: Request, _ context: SiteContext,
        problems: [ErrorSummary.Problem] = []
    ) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        let view = OrganizationFormPage.View(
            form: form, details: details, choices: try await choices(context), problems: problems, token: open.field)
        return forms.page(
            OrganizationFormPage.render(view), open, context, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: Renaming and moving

    @Sendable private func openRename(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await changePage(.rename, ChangeForm(), request, context)
    }

    @Sendable private func rename(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(.rename, request, context) { form, details, actor in
            guard let since = form.since else { return nil }
            try await store.rename(
                details.organization.id, to: form.name, since: since, basis: form.basis, by: actor, at: forms.clock())
            return "renamed"
        }
    }

    @Sendable private func openMove(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await changePage(.move, ChangeForm(), request, context)
    }

    @Sendable private func move(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(.move, request, context) { form, details, actor in
            let parent = try await parent(form.other, context)
            let isMoved = try await store.move(details.organization.id, under: parent, by: actor, at: forms.clock())
            return isMoved ? "moved" : "same"
        }
    }

    // MARK: Ending

    @Sendable private func openEnd(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await changePage(.end, ChangeForm(), request, context)
    }

    /// Asks once more before it is done: there is no way back.
    @Sendable private func end(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await change(.end, request, context) { form, details, actor in
            guard let since = form.since else { return nil }
            let id = details.organization.id
            let successor = try await place(form.isMerging ? form.other : "", context)
            try await store.rehearseEnd(id, into: successor, since: since, at: forms.clock())
            guard form.isConfirmed else { return nil }
            if let successor {
                try await store.merge(id, into: successor, since: since, basis: form.basis, by: actor, at: forms.clock())
                return "merged"
            }
            try await store.dissolve(id, since: since, basis: form.basis, by: actor, at: forms.clock())
            return "dissolved"
        }
    }

    // MARK: What the changes share

    /// Reads the form and does the work; where that gives no word the page comes again, to be mended or confirmed.
    private func change(
        _ kind: ChangePage.Kind, _ request: Request, _ context: SiteContext,
        _ work: (ChangeForm, OrganizationDetails, Actor) async throws -> String?
    ) async throws -> Response {
        let form = ChangeForm(try await forms.read(Self.form, from: request, context))
        let details = try await standing(context, kind.state)
        let problems = form.problems(kind)
        guard problems.isEmpty else { return try await changePage(kind, form, request, context, problems: problems) }
        do {
            if let done = try await work(form, details, try context.signedIn().actor) {
                return .redirect(to: "/desk/organizations/\(details.organization.id)?done=\(done)")
            }
            let successor = form.isMerging ? try await find(form.other, context) : nil
            return try await changePage(kind, form, request, context, checked: true, successor: successor)
        } catch let error as OrganizationError {
            return try await changePage(kind, form, request, context, problems: [form.problem(error)])
        }
    }

    private func changePage(
        _ kind: ChangePage.Kind, _ form: ChangeForm, _ request: Request, _ context: SiteContext,
        problems: [ErrorSummary.Problem] = [], checked: Bool = false, successor: Organization? = nil
    ) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        let view = ChangePage.View(
            kind: kind, form: form, details: try await standing(context, kind.state), choices: try await choices(context),
            successor: successor, problems: problems, token: open.field)
        return forms.page(
            checked ? ChangePage.check(view) : ChangePage.render(view), open, context,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// The organization that a person chose or typed. The right must reach it as it does the one of the address: what
    /// is put under it or goes into it changes it too.
    private func find(_ text: String, _ context: SiteContext) async throws -> Organization {
        try await store.find(text, in: try context.signedIn().scope(.manageOrganizations))
    }

    /// The same; nil for none.
    private func place(_ text: String, _ context: SiteContext) async throws -> Int? {
        text.isEmpty ? nil : try await find(text, context).id
    }

    /// Where something shall stand; nil for the top, which is the whole site's.
    private func parent(_ text: String, _ context: SiteContext) async throws -> Int? {
        let parent = try await place(text, context)
        if parent == nil { _ = try context.require(.manageOrganizations, on: []) }
        return parent
    }

    /// Those that others can be put under: a list while it is short.
    private func choices(_ context: SiteContext) async throws -> [Choice.Option]? {
        let nodes = OrganizationListPage.reached(
            try await store.tree().active, try context.signedIn().scope(.manageOrganizations))
        guard nodes.count <= RegionField.longestList else { return nil }
        return nodes.map { node in
            let indent = String(repeating: "　", count: node.level)
            return Choice.Option(value: "\(node.organization.id)", title: indent + node.organization.displayName)
        }
    }

    private func path(_ details: OrganizationDetails) -> [Int] {
        [details.organization.id] + details.above.reversed().map(\.id)
    }

    /// The organization of the address, to be changed: active, or known from its reports where that is enough.
    private func standing(_ context: SiteContext, _ state: OrganizationState) async throws -> OrganizationDetails {
        let details = try await details(context, .manageOrganizations)
        let organization = details.organization
        guard organization.state == .active || organization.state == state else {
            let error = OrganizationError.notActive(name: organization.displayName, organization.state)
            throw PageError(status: .conflict, title: "现在不能办理", message: error.description)
        }
        return details
    }

    /// The organization of the address. One that the right does not reach is as good as not there.
    private func details(_ context: SiteContext, _ right: Right) async throws -> OrganizationDetails {
        guard let id = context.parameters.get("id").flatMap(Int.init), let details = try await store.details(id),
            try context.signedIn().may(right, on: path(details))
        else { throw PageError.notFound("没有这个编号的机构。请从机构列表中重新选择。") }
        return details
    }
}
