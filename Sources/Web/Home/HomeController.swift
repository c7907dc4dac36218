import Office

/// The front page.
struct HomeController {
    let services: SiteServices

    func addRoutes(to routes: Routes) {
        routes.get(HomePath.home, .everyone, home)
    }

    private func home(_ asked: PublicRequest) async throws -> Page {
        let visit = HomeVisit(records: services.records, principal: asked.principal)
        var parts: [HomePart] = []
        for wing in services.wings.list { if let home = wing.home { parts.append(try await home(visit)) } }
        return HomePage.render(parts, office: asked.frame.hasOwnName ? asked.frame.officeName : nil)
    }
}
