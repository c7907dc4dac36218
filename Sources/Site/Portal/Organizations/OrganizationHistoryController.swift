import Hummingbird
import Office

/// The public page of one body: what it did, year by year.
struct OrganizationHistoryController {
    let records: Records

    func addRoutes(to routes: Routes) {
        routes.get("/organizations/{id}", .everyone, history)
    }

    @Sendable private func history(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let id = context.parameters.get("id").flatMap(Int.init), let organization = try await records.organizations.organization(id)
        else { throw Self.unknown }
        let reports = try await records.reports.history(of: id)
        guard !reports.isEmpty else { throw Self.unknown }
        return .page(OrganizationHistoryPage.render(OrganizationHistoryView(organization, reports)), in: context.frame)
    }

    /// A body without a public report is as good as not there.
    private static var unknown: PageError { .notFound("没有这个单位的年度报告。请按名称查找。") }
}
