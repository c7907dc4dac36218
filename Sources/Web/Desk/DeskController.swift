import Office

/// The desk's home: what waits for the account, and what it can begin; and the way out.
struct DeskController {
    let services: SiteServices

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("desk")
        routes.get(DeskPath.home, .anywhere(.ownAccount), home)
        routes.post(DeskPath.signOut, .anywhere(.ownAccount), signOut)
    }

    private func home(_ desk: DeskRequest) async throws -> Page {
        let (records, wings, principal) = (services.records, services.wings, desk.principal)
        let visit = DeskVisit(principal: principal, records: records, links: services.links, wings: wings, now: desk.now)
        var view = DeskPage.View(
            principal: principal, idle: Set(principal.grants.map(\.role)).filter { Permission.isIdle($0, in: records.house) },
            acts: wings.list.flatMap(\.acts), state: desk.state)
        for wing in wings.list {
            let notices = try await wing.notices(visit)
            view.notices.standing = view.notices.standing ?? notices.standing
            view.notices.nextStep = view.notices.nextStep ?? notices.nextStep
            view.notices.warnings += notices.warnings
            view.tasks += try await wing.tasks(visit)
        }
        return DeskPage.render(view)
    }

    private func signOut(_ desk: DeskRequest) async throws -> Answer {
        let principal = desk.principal
        try await services.records.sessions.end(principal.sessionID, of: principal.accountID, by: desk.actor, at: desk.now)
        return .go(to: DeskPath.signIn()).with(SiteCookie.session.made("", seconds: 0, desk.context))
    }
}
