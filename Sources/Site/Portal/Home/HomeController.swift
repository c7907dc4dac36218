import Hummingbird
import Office

/// The front page.
struct HomeController {
    let store: ReportStore

    func addRoutes(to routes: Routes) {
        routes.get("/", .everyone, home)
    }

    @Sendable private func home(_ request: Request, _ context: SiteContext) async throws -> Response {
        let years = try await store.years()
        let thisYear = if let year = years.first { try await store.summaries(year: year, limit: 1).total } else { 0 }
        let view = HomeView(
            newest: try await store.latest(limit: 8), total: try await store.summaries(limit: 1).total,
            regions: try await store.places().count, years: years, thisYear: thisYear,
            office: context.frame.hasOwnName ? context.frame.officeName : nil,
            mayImport: context.principal?.has(.importReports) ?? false)
        return .page(HomePage.render(view), in: context.frame)
    }
}
