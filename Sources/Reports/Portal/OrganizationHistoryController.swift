import Hummingbird
import Office
import Web

/// The public page of one body: what it did, year by year.
struct OrganizationHistoryController {
    let records: Records
    let pages: PageCache

    func addRoutes(to routes: Routes) {
        routes.get("/organizations/{id}", .everyone, history)
    }

    @Sendable private func history(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let id = context.parameters.get("id").flatMap(Int.init) else { throw Self.unknown }
        let revision = try await records.reports.revision()
        let page = try await pages.page(OrganizationHistoryPage.path(id), at: revision, for: context.reader) { [records] in
            guard let organization = try await records.organizations.organization(id) else { throw Self.unknown }
            let reports = try await records.reports.history(of: id)
            guard !reports.isEmpty else { throw Self.unknown }
            let view = OrganizationHistoryView(organization, reports)
            return PageCache.Made(page: OrganizationHistoryPage.render(view), revision: revision)
        }
        return .page(page, in: context.frame)
    }

    /// A body without a public report is as good as not there.
    private static var unknown: PageError { .notFound("没有这个单位的年度报告。请按名称查找。") }
}
