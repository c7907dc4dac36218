import Office
import Web

/// The public page of one body: what it did, year by year.
struct OrganizationHistoryController {
    let records: Records
    let pages: PageCache

    func addRoutes(to routes: Routes) {
        routes.get(ReportsPath.organization, .everyone, missing: Self.unknown, history)
    }

    private func history(_ asked: PublicRequest, _ id: Int) async throws -> Page {
        let revision = try await records.reports.revision()
        return try await pages.page(ReportsPath.organization(id).text, at: revision, for: asked.reader) { [records] in
            guard let organization = try await records.organizations.organization(id) else { throw Self.unknown }
            let reports = try await records.reports.history(of: id)
            guard !reports.isEmpty else { throw Self.unknown }
            let view = OrganizationHistoryView(organization, reports)
            return PageCache.Made(page: OrganizationHistoryPage.render(view), revision: revision)
        }
    }

    /// A body without a public report is as good as not there.
    private static var unknown: PageError { .notFound("没有这个单位的年度报告。请按名称查找。") }
}
