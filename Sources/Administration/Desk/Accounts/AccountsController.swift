import Office
import Web

/// The accounts of the desk: the system administrator makes them, the security administrator gives them roles and links.
struct AccountsController {
    let records: Records
    let links: SiteLinks

    private var accounts: AccountStore { records.accounts }

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("people")
        routes.get(AccountPath.list, .anywhere(.viewPeople), list)
        routes.get(AccountPath.new, .anywhere(.manageAccounts), new)
        routes.post(AccountPath.new, .anywhere(.manageAccounts), again: new, make)
        routes.get(AccountPath.account, .viewPeople, of: account, show)
        routes.post(AccountPath.account, .manageAccounts, of: account, again: show, edit)
        routes.post(AccountPath.roles, .grantRoles, of: account, again: show, give)
        routes.post(AccountPath.takenRoles, .grantRoles, of: account, again: show, take)
        routes.post(AccountPath.link, .issueLinks, of: account, again: show, issueLink)
        routes.post(AccountPath.sessions, .endSessions, of: account, again: show, endSessions)
        routes.get(AccountPath.leave, .manageAccounts, of: account, openLeave)
        routes.post(AccountPath.leave, .manageAccounts, of: account, again: openLeave, leave)
    }

    private var account: Resource<Account, Int> {
        Resource(missing: "没有这个人。请从人员列表中重新选择。") { _, id in
            try await accounts.account(id).map { Owned($0, by: .site) }
        }
    }

    // MARK: The list, and new accounts

    private func list(_ desk: DeskRequest) async throws -> Page {
        let query = try desk.query
        let filter = AccountFilter(query)
        let view = AccountListPage.View(
            filter: filter, accounts: try await accounts.all().filter(filter.admits), organizations: try await records.organizationNames(),
            page: try query.page(), mayMake: desk.principal.has(.manageAccounts),
            proposals: try await accounts.proposals(at: desk.now).count, administration: try await accounts.administration())
        return AccountListPage.render(view)
    }

    private func new(_ desk: DeskRequest) -> Page { NewAccountPage.render(desk.state) }

    private func make(_ desk: DeskRequest) async throws -> Answer {
        let account = try await accounts.make(
            login: desk.form.text("login") ?? "", name: desk.form.text("name") ?? "", phone: desk.form.text("phone"), by: desk.actor,
            at: desk.now)
        return .done(AccountPath.account, account.id, says: .made)
    }

    // MARK: One account

    private func show(_ desk: DeskRequest, _ account: Account) async throws -> Page {
        let view = AccountPage.View(
            account: account, phone: desk.principal.has(.manageAccounts) ? try await accounts.phone(account.id) : nil,
            organizations: try await records.organizationNames(),
            sessions: try await records.sessions.sessions(of: account.id, at: desk.now).count, viewer: desk.principal,
            administration: try await accounts.administration(),
            idle: Set(Role.allCases.filter { Permission.isIdle($0, in: records.house) }), state: desk.state)
        return AccountPage.render(view)
    }

    private func edit(_ desk: DeskRequest, _ account: Account) async throws -> Answer {
        try await accounts.edit(
            account.id, name: desk.form.text("name") ?? "", phone: desk.form.text("phone"), by: desk.actor, at: desk.now)
        return .done(AccountPath.account, account.id, says: .edited)
    }

    private func give(_ desk: DeskRequest, _ account: Account) async throws -> Answer {
        guard let role = desk.form.text("role").flatMap(Role.init(rawValue:)) else { throw Problem("请选择角色。", at: "role") }
        let grant = Grant(role, in: role.isAdministrator ? nil : desk.form.int("organization"))
        let outcome = try await accounts.give(grant, to: account.id, by: desk.actor, at: desk.now)
        return .done(AccountPath.account, account.id, says: outcome == .done ? .given : .proposed)
    }

    private func take(_ desk: DeskRequest, _ account: Account) async throws -> Answer {
        guard let role = desk.form.text("role").flatMap(Role.init(rawValue:)) else { throw PageError.staleForm }
        let isLast = try await accounts.take(
            Grant(role, in: desk.form.int("organization")), from: account.id, by: desk.actor, at: desk.now)
        return .done(AccountPath.account, account.id, says: isLast ? .takenLast : .taken)
    }

    /// The link stands on this page once and is kept nowhere in clear.
    private func issueLink(_ desk: DeskRequest, _ account: Account) async throws -> Page {
        guard let purpose = desk.form.text("purpose").flatMap(OneTimeLink.Purpose.init), purpose != .first else {
            throw PageError.staleForm
        }
        let (token, outcome) = try await accounts.issueLink(purpose, for: account.id, by: desk.actor, at: desk.now)
        let link = links.link(LinkPath.link(token).text, try await records.settings.current(at: desk.now), for: account)
        return NewLinkPage.render(account, purpose, link, mayMend: desk.principal.has(.manageSettings), waits: outcome == .waits)
    }

    private func endSessions(_ desk: DeskRequest, _ account: Account) async throws -> Answer {
        try await records.sessions.end(of: account.id, by: desk.actor, at: desk.now)
        return .done(AccountPath.account, account.id, says: .sessions)
    }

    // MARK: Leaving

    private func openLeave(_ desk: DeskRequest, _ account: Account) async throws -> Page {
        let view = LeavePage.View(
            account: account, alone: try await accounts.rolesHeldAlone(account.id),
            others: try await accounts.all().filter { other in
                other.id != account.id && other.state == .active && !other.grants.contains(where: \.role.isAdministrator)
            }, organizations: try await records.organizationNames(), state: desk.state)
        return LeavePage.render(view)
    }

    private func leave(_ desk: DeskRequest, _ account: Account) async throws -> Answer {
        let outcome = try await accounts.leave(account.id, successor: desk.form.int("successor"), by: desk.actor, at: desk.now)
        return .done(AccountPath.account, account.id, says: outcome == .done ? .left : .leaving)
    }
}
