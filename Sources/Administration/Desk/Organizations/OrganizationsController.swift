import HTTPTypes
import Law
import Office
import Web

/// The tree of organizations at the desk: the list, one of them, and all that can happen to it.
struct OrganizationsController {
    let records: Records
    /// What the list is searched by.
    let names: NameIndex

    private var store: OrganizationStore { records.organizations }

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("organizations")
        routes.get(OrganizationPath.list, .anywhere(.viewOrganizations), list)
        routes.get(OrganizationPath.new, .anywhere(.manageOrganizations), new)
        routes.post(OrganizationPath.new, .anywhere(.manageOrganizations), again: new, add)
        routes.get(OrganizationPath.organization, .viewOrganizations, of: organization, show)
        routes.get(OrganizationPath.edit, .manageOrganizations, of: active, openEdit)
        routes.post(OrganizationPath.edit, .manageOrganizations, of: active, again: openEdit, edit)
        addChanges(to: routes)
    }

    private func addChanges(to routes: Routes) {
        // The other organization stands in a field of its own, whatever is wrong about going there.
        let fields = ["parent": "other", "kind": "other"]
        routes.get(OrganizationPath.rename, .manageOrganizations, of: active) { try await changePage(.rename, $0, $1) }
        routes.post(
            OrganizationPath.rename, .manageOrganizations, of: active, fields: fields,
            again: { try await changePage(.rename, $0, $1) }, rename)
        routes.get(OrganizationPath.move, .manageOrganizations, of: active) { try await changePage(.move, $0, $1) }
        routes.post(
            OrganizationPath.move, .manageOrganizations, of: active, fields: fields, again: { try await changePage(.move, $0, $1) }, move)
        routes.get(OrganizationPath.end, .manageOrganizations, of: endable) { try await changePage(.end, $0, $1) }
        routes.post(
            OrganizationPath.end, .manageOrganizations, of: endable, fields: fields, again: { try await changePage(.end, $0, $1) }, end)
    }

    // MARK: What the paths name

    /// An organization; one that the right does not reach is as good as not there.
    private var organization: Resource<OrganizationDetails, Int> {
        Resource(missing: "没有这个编号的机构。请从机构列表中重新选择。", isHidden: true) { _, id in
            try await store.details(id).map { Owned($0, by: .organization($0.path)) }
        }
    }

    private var active: Resource<OrganizationDetails, Int> { organization(in: [.active]) }
    /// One that is known from its reports alone can end, too.
    private var endable: Resource<OrganizationDetails, Int> { organization(in: [.active, .unfiled]) }

    private func organization(in states: Set<OrganizationState>) -> Resource<OrganizationDetails, Int> {
        organization.checking { details in
            let organization = details.organization
            guard states.contains(organization.state) else {
                let error = OrganizationError.notActive(name: organization.displayName, organization.state)
                throw PageError(status: .conflict, title: "现在不能办理", message: error.description)
            }
        }
    }

    // MARK: Looking

    private func list(_ desk: DeskRequest) async throws -> Page {
        let query = try desk.query
        let words = query.text("q")
        let showsGone = query.text("gone") != nil
        let whole = try await store.tree()
        let visible = OrganizationListPage.reached(whole, desk.principal.scope(.viewOrganizations))
        var found: Set<Int>?
        if let words { found = try await store.search(words, index: names) }
        let unfiled = desk.principal.may(.viewOrganizations, on: []) ? try await store.unfiled() : []
        let view = OrganizationListPage.View(
            words: words, showsGone: showsGone,
            nodes: visible.filter { node in
                found.map { $0.contains(node.organization.id) } ?? (showsGone || !node.organization.state.isGone)
            },
            unfiled: unfiled.filter { organization in found?.contains(organization.id) ?? true }, page: try query.page(),
            mayManage: desk.principal.has(.manageOrganizations))
        return OrganizationListPage.render(view)
    }

    private func show(_ desk: DeskRequest, _ details: OrganizationDetails) async throws -> Page {
        let people = try await records.accounts.all()
        let view = OrganizationPage.View(
            details: details, events: try await store.history(of: details.organization.id, limit: OrganizationPage.events),
            people: Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first },
            mayManage: desk.principal.may(.manageOrganizations, on: details.path))
        return OrganizationPage.render(view)
    }

    // MARK: Adding and editing

    private func new(_ desk: DeskRequest) async throws -> Page {
        guard desk.problems.isEmpty else { return try await formPage(OrganizationForm(desk.form), of: nil, desk) }
        let query = try desk.query
        var form = OrganizationForm()
        form[.parent] = query.text("parent") ?? ""
        // One that is known from its reports is filed under its name.
        if let id = query.text("unfiled").flatMap(Int.init), let known = try await store.organization(id), known.state == .unfiled {
            form[.name] = known.name ?? ""
            form[.region] = known.region
        }
        return try await formPage(form, of: nil, desk)
    }

    private func add(_ desk: DeskRequest) async throws -> Answer {
        let form = OrganizationForm(desk.form)
        var reading = form.read()
        var parentID: Int?
        do {
            parentID = try await parent(form[.parent], desk)
        } catch let error as OrganizationError {
            reading.problems.add(error)
        }
        let draft = try form.draft(reading, parentID: parentID)
        let added = try await store.add(draft, contact: reading.contact, leaders: reading.leaders, by: desk.actor, at: desk.now)
        return .done(OrganizationPath.organization, added.id, says: .added)
    }

    private func openEdit(_ desk: DeskRequest, _ details: OrganizationDetails) async throws -> Page {
        try await formPage(desk.problems.isEmpty ? OrganizationForm(details) : OrganizationForm(desk.form), of: details, desk)
    }

    private func edit(_ desk: DeskRequest, _ details: OrganizationDetails) async throws -> Answer {
        let form = OrganizationForm(desk.form)
        let reading = form.read(isNew: false)
        let isChanged = try await store.edit(
            details.organization.id, to: try form.edit(reading), leaders: reading.leaders, by: desk.actor, at: desk.now)
        return .done(OrganizationPath.organization, details.organization.id, says: isChanged ? .edited : .same)
    }

    private func formPage(_ form: OrganizationForm, of details: OrganizationDetails?, _ desk: DeskRequest) async throws -> Page {
        OrganizationFormPage.render(
            OrganizationFormPage.View(form: form, details: details, choices: try await choices(desk), state: desk.state))
    }

    // MARK: Changing

    private func rename(_ desk: DeskRequest, _ details: OrganizationDetails) async throws -> Answer {
        let form = ChangeForm(desk.form)
        try await store.rename(
            details.organization.id, to: form.name, since: try form.checkedDay(.rename), basis: form.basis, by: desk.actor, at: desk.now)
        return .done(OrganizationPath.organization, details.organization.id, says: .renamed)
    }

    private func move(_ desk: DeskRequest, _ details: OrganizationDetails) async throws -> Answer {
        let parent = try await parent(ChangeForm(desk.form).other, desk)
        let isMoved = try await store.move(details.organization.id, under: parent, by: desk.actor, at: desk.now)
        return .done(OrganizationPath.organization, details.organization.id, says: isMoved ? .moved : .same)
    }

    /// Asks once more before it is done: there is no way back.
    private func end(_ desk: DeskRequest, _ details: OrganizationDetails) async throws -> Answer {
        let form = ChangeForm(desk.form)
        let since = try form.checkedDay(.end)
        let id = details.organization.id
        let successor = form.isMerging ? try await find(form.other, desk) : nil
        try await store.rehearseEnd(id, into: successor?.id, since: since, at: desk.now)
        guard form.isConfirmed else {
            let view = ChangePage.View(kind: .end, form: form, details: details, state: desk.state)
            return .page(ChangePage.check(view, since: since, successor: successor))
        }
        if let successor {
            try await store.merge(id, into: successor.id, since: since, basis: form.basis, by: desk.actor, at: desk.now)
            return .done(OrganizationPath.organization, id, says: .merged)
        }
        try await store.dissolve(id, since: since, basis: form.basis, by: desk.actor, at: desk.now)
        return .done(OrganizationPath.organization, id, says: .dissolved)
    }

    private func changePage(_ kind: ChangePage.Kind, _ desk: DeskRequest, _ details: OrganizationDetails) async throws -> Page {
        ChangePage.render(
            ChangePage.View(kind: kind, form: ChangeForm(desk.form), details: details, choices: try await choices(desk), state: desk.state))
    }

    /// The organization that somebody chose or typed. The right must reach it as it does the one of the path: what is put
    /// under it or goes into it changes it, too.
    private func find(_ text: String, _ desk: DeskRequest) async throws -> Organization {
        try await store.find(text, in: desk.principal.scope(.manageOrganizations))
    }

    /// Under which something shall stand; nil for the top, which is the whole site's.
    private func parent(_ text: String, _ desk: DeskRequest) async throws -> Int? {
        guard text.isEmpty else { return try await find(text, desk).id }
        try desk.require(.manageOrganizations, on: .site)
        return nil
    }

    /// Those that others can be put under: a list while it is short.
    private func choices(_ desk: DeskRequest) async throws -> [Choice]? {
        let nodes = OrganizationListPage.reached(try await store.tree().active, desk.principal.scope(.manageOrganizations))
        guard nodes.count <= RegionField.longestList else { return nil }
        return nodes.map { node in
            let indent = String(repeating: "　", count: node.level)
            return Choice(value: "\(node.organization.id)", title: indent + node.organization.displayName)
        }
    }
}

extension OrganizationDetails {
    /// The organization, then those above it up to the root.
    fileprivate var path: [Int] { [organization.id] + above.reversed().map(\.id) }
}
