import Hummingbird
import Office

/// The front page.
struct HomeController {
    let services: SiteServices

    func addRoutes(to routes: Routes) {
        routes.get("/", .everyone, home)
    }

    @Sendable private func home(_ request: Request, _ context: SiteContext) async throws -> Response {
        let visit = HomeVisit(records: services.records, principal: context.principal)
        var parts: [HomePart] = []
        for wing in services.wings.list { if let home = wing.home { parts.append(try await home(visit)) } }
        return .page(HomePage.render(parts, office: context.frame.hasOwnName ? context.frame.officeName : nil), in: context.frame)
    }
}
