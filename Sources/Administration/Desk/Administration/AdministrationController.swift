import Office
import Web

/// How the site is administered: by three, or by one person, who can hand it over or separate the administrators here.
struct AdministrationController {
    let records: Records
    let gate: PasswordGate
    let links: SiteLinks

    private var accounts: AccountStore { records.accounts }

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("administration")
        let proof = PasswordProof.fields
        routes.get(AdministrationPath.page, .anywhere(.viewPeople)) { AdministrationPage.render(try await view($0)) }
        routes.get(AdministrationPath.appoint, .grantRoles, of: administratorsRole, openAppoint)
        routes.post(AdministrationPath.appoint, .grantRoles, of: administratorsRole, fields: proof, again: openAppoint, appoint)
        routes.get(AdministrationPath.separate, .anywhere(.grantRoles), openSeparate)
        routes.post(AdministrationPath.separate, .anywhere(.grantRoles), fields: proof, again: separatePage, separate)
        routes.get(AdministrationPath.handOver, .anywhere(.grantRoles), openHandOver)
        routes.post(AdministrationPath.handOver, .anywhere(.grantRoles), fields: proof, again: handOverPage, handOver)
    }

    // MARK: Appointing

    /// A role to appoint somebody to, on the site of one person.
    private var administratorsRole: Resource<Role, Role> {
        Resource(missing: "没有这种管理员。请回到“管理方式”重新选择。") { desk, role in
            try await requireOnePerson(desk)
            return role.isAdministrator ? Owned(role, by: .site) : nil
        }
    }

    private func openAppoint(_ desk: DeskRequest, _ role: Role) -> Page { AppointPage.render(role, desk.state) }

    private func appoint(_ desk: DeskRequest, _ role: Role) async throws -> Page {
        let form = desk.form
        let (account, token) = try await gate.enter(desk.household, isKnown: true) {
            try await accounts.appoint(
                role, login: form.text("login") ?? "", name: form.text("name") ?? "", by: desk.principal,
                password: form.raw(PasswordProof.name), at: desk.now)
        }
        let link = links.link(LinkPath.link(token).text, try await records.settings.current(at: desk.now))
        return NewLinkPage.render(account, .password, link, mayMend: desk.principal.has(.manageSettings), waits: false)
    }

    // MARK: Separating

    private func openSeparate(_ desk: DeskRequest) async throws -> Page {
        try await requireOnePerson(desk)
        return try await separatePage(desk)
    }

    private func separatePage(_ desk: DeskRequest) async throws -> Page {
        SeparatePage.render(try await view(desk), desk.state)
    }

    private func separate(_ desk: DeskRequest) async throws -> Answer {
        guard let choice = desk.form.text("kept"), choice == SeparatePage.working || Role(rawValue: choice)?.isAdministrator == true else {
            throw Problem("请选择您自己留任什么。", at: "kept")
        }
        try await gate.enter(desk.household, isKnown: true) {
            try await accounts.separate(
                keeping: Role(rawValue: choice), by: desk.principal, password: desk.form.raw(PasswordProof.name), at: desk.now)
        }
        // Whoever keeps no administrator's role may not even see that page any more.
        return choice == SeparatePage.working ? .go(to: DeskPath.home()) : .done(AdministrationPath.page, says: .separated)
    }

    // MARK: Handing over

    private func openHandOver(_ desk: DeskRequest) async throws -> Page {
        try await requireOnePerson(desk)
        return try await handOverPage(desk)
    }

    private func handOverPage(_ desk: DeskRequest) async throws -> Page {
        HandOverPage.render(try await view(desk), desk.state)
    }

    private func handOver(_ desk: DeskRequest) async throws -> Answer {
        guard let successor = desk.form.int("successor") else { throw Problem("请选择由谁接手。", at: "successor") }
        try await gate.enter(desk.household, isKnown: true) {
            try await accounts.handOver(
                to: successor, by: desk.principal, password: desk.form.raw(PasswordProof.name), at: desk.now)
        }
        return .go(to: DeskPath.signIn())
    }

    // MARK: What they share

    private func view(_ desk: DeskRequest) async throws -> AdministrationView {
        AdministrationView(
            administration: try await accounts.administration(), people: try await accounts.all().filter(\.isHere),
            organizations: try await records.organizationNames(), viewer: desk.principal)
    }

    private func requireOnePerson(_ desk: DeskRequest) async throws {
        guard try await accounts.administration().isOnePerson(desk.principal.accountID) else {
            throw PageError(status: .conflict, title: "现在不能办理", message: AccountError.notOnePerson.description)
        }
    }
}
