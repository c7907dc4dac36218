import HTTPTypes
import Office
import Web

/// Two reports side by side.
struct CompareController {
    let store: ReportStore
    let pages: PageCache

    func addRoutes(to routes: Routes) {
        routes.get(ReportsPath.compare, .everyone, compare)
    }

    private func compare(_ asked: PublicRequest) async throws -> Answer {
        let query = try asked.query
        let (a, b) = (try query.version("a"), try query.version("b"))
        if let a, let b, a != b {
            let revision = try await store.revision()
            let page = try await pages.page(ReportsPath.compare(a, b).text, .chosen, at: revision, for: asked.reader) { [self] in
                PageCache.Made(page: ComparePage.render(CompareView(try await find(a), try await find(b))), revision: revision)
            }
            return .page(page)
        }
        var chosen: ReportVersion?
        if let id = a ?? b {
            chosen = try await store.publicVersion(id)
            if chosen == nil { throw Self.unknown(id) }
        }
        let page = ComparePicker.render(try await picker(region: query.text("region"), first: chosen))
        guard a != nil, b != nil else { return .page(page) }
        return .page(page, failing: [Problem("两份是同一份报告，请另选一份。", at: "b")], .badRequest)
    }

    private func find(_ id: Int) async throws -> StoredReport {
        guard let report = try await store.publicReport(id) else { throw Self.unknown(id) }
        guard report.version.state == .published else { throw WithdrawnPage.error(report.version) }
        return report
    }

    private static func unknown(_ id: Int) -> PageError { .notFound("没有编号为 \(id) 的报告。请从报告列表中重新选择。") }

    /// Beside a chosen report stand those of its region: its own other years and its neighbours.
    private func picker(region: String?, first: ReportVersion?) async throws -> ComparePickerView {
        let limit = ComparePickerView.longestList
        let list = try await store.summaries(region: first?.region ?? region, limit: limit)
        var candidates = list.items.map(\.version)
        if let first {
            let own = candidates.filter { $0.organizationID == first.organizationID }
            candidates = own + candidates.filter { $0.organizationID != first.organizationID }
        }
        return ComparePickerView(
            regions: try await store.places(), region: region, candidates: candidates, isCut: list.total > limit, first: first)
    }
}
