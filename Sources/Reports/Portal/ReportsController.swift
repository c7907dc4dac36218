import Foundation
import Hummingbird
import Markup
import Office
import ReportFiles
import Web

/// The list of reports, one report, its file and its data.
struct ReportsController {
    let store: ReportStore
    let pages: PageCache
    let names: NameIndex

    func addRoutes(to routes: Routes) {
        routes.get(ReportsPath.list, .everyone, list)
        routes.get(ReportsPath.data, .everyone, missing: Self.unknown, data)
        routes.get(ReportsPath.report, .everyone, missing: Self.unknown, report)
        routes.get(ReportsPath.file, .everyone, missing: Self.unknown, file)
    }

    private func list(_ asked: PublicRequest) async throws -> Page {
        let query = try asked.query
        let (search, page) = (try ReportSearch(query), try query.page())
        guard search.isByName else { return try await list(search, page) }
        let revision = try await store.revision()
        return try await pages.page(search.link(page: page).text, .chosen, at: revision, for: asked.reader) { [self] in
            PageCache.Made(page: try await list(search, page), revision: revision)
        }
    }

    private func list(_ search: ReportSearch, _ page: Int) async throws -> Page {
        let (list, isCut) = try await search.reports(in: store, names, page: page)
        return ReportListPage.render(
            ReportListView(
                list: list, isCut: isCut, years: try await store.years(), regions: try await store.places(), search: search, page: page))
    }

    private func report(_ asked: PublicRequest, _ id: Int) async throws -> Answer {
        let version = try await find(id)
        guard version.state == .published else {
            // A sentence: nobody waits for it in the line of pages.
            let current = try await store.currentVersion(besides: version.id)
            return .page(WithdrawnPage.render(version, current: current)).with(.gone)
        }
        let address = ReportsPath.report(id).text
        let page = try await pages.page(address, at: try await store.revision(), for: asked.reader) { [store] in
            guard let shown = try await store.shown(id) else { throw Self.unknown }
            return PageCache.Made(
                page: ReportPage.render(ReportView(shown.stored, source: shown.source)), revision: shown.revision,
                isLasting: shown.source != .missing)
        }
        return .page(page)
    }

    private func data(_ asked: PublicRequest, _ id: Int) async throws -> Answer {
        _ = try await stillPublic(id)
        // Kept as a page is, though it stands in no frame.
        let address = ReportsPath.data(id).text
        let json = try await pages.page(address, at: try await store.revision(), for: asked.reader) { [store] in
            guard let shown = try await store.shown(id) else { throw Self.unknown }
            let line = ReportJSON.line(shown.stored.report, findings: shown.stored.findings.map(\.finding))
            return PageCache.Made(page: Page(title: "", body: HTML(rawBytes: line)), revision: shown.revision)
        }
        return .response(
            Response(
                status: .ok, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-cache"],
                body: ResponseBody(byteBuffer: json.shared ?? ByteBuffer())))
    }

    private func file(_ asked: PublicRequest, _ id: Int) async throws -> Download {
        let version = try await stillPublic(id)
        // Whatever the file is, it is a file to keep: a report that is HTML must not run as a page of this site.
        return Download(try await store.openFile(version.sha256), mediaType: "application/octet-stream", name: version.fileName)
    }

    private static let unknown = PageError.notFound("没有这个编号的报告。请从报告列表中重新选择。")

    /// A version that is or was public.
    private func find(_ id: Int) async throws -> ReportVersion {
        guard let version = try await store.publicVersion(id) else { throw Self.unknown }
        return version
    }

    /// The same where it still is.
    private func stillPublic(_ id: Int) async throws -> ReportVersion {
        let version = try await find(id)
        guard version.state == .published else { throw WithdrawnPage.error(version) }
        return version
    }
}
