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
        routes.get("/reports", .everyone, list)
        routes.get("/reports/{id}.json", .everyone, data)
        routes.get("/reports/{id}", .everyone, report)
        routes.get("/reports/{id}/file", .everyone, file)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        let (search, page) = (try ReportSearch(query), try query.page())
        guard search.isByName else { return .page(try await self.list(search, page), in: context.frame) }
        let revision = try await store.revision()
        let found = try await pages.page(search.link(page: page), .chosen, at: revision, for: context.reader) { [self] in
            PageCache.Made(page: try await self.list(search, page), revision: revision)
        }
        return .page(found, in: context.frame)
    }

    private func list(_ search: ReportSearch, _ page: Int) async throws -> Page {
        let (list, isCut) = try await search.reports(in: store, names, page: page)
        return ReportListPage.render(
            ReportListView(
                list: list, isCut: isCut, years: try await store.years(), regions: try await store.places(), search: search, page: page))
    }

    @Sendable private func report(_ request: Request, _ context: SiteContext) async throws -> Response {
        let version = try await find(context)
        guard version.state == .published else {
            // A sentence: nobody waits for it in the line of pages.
            let current = try await store.currentVersion(besides: version.id)
            return .page(WithdrawnPage.render(version, current: current), in: context.frame, status: .gone)
        }
        let page = try await pages.page("/reports/\(version.id)", at: try await store.revision(), for: context.reader) { [store] in
            guard let shown = try await store.shown(version.id) else { throw Self.unknown }
            return PageCache.Made(
                page: ReportPage.render(ReportView(shown.stored, source: shown.source)), revision: shown.revision,
                isLasting: shown.source != .missing)
        }
        return .page(page, in: context.frame)
    }

    @Sendable private func data(_ request: Request, _ context: SiteContext) async throws -> Response {
        let version = try await stillPublic(context)
        // Kept as a page is, though it stands in no frame.
        let json = try await pages.page("/reports/\(version.id).json", at: try await store.revision(), for: context.reader) { [store] in
            guard let shown = try await store.shown(version.id) else { throw Self.unknown }
            let line = ReportJSON.line(shown.stored.report, findings: shown.stored.findings.map(\.finding))
            return PageCache.Made(page: Page(title: "", body: HTML(rawBytes: line)), revision: shown.revision)
        }
        return Response(
            status: .ok, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: json.shared ?? ByteBuffer()))
    }

    @Sendable private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let version = try await stillPublic(context)
        // Whatever the file is, it is a file to keep: a report that is HTML must not run as a page of this site.
        return .download(
            try await store.openFile(version.sha256), mediaType: "application/octet-stream", name: version.fileName)
    }

    private static let unknown = PageError.notFound("没有这个编号的报告。请从报告列表中重新选择。")

    /// The version of the address, if it is or was public.
    private func find(_ context: SiteContext) async throws -> ReportVersion {
        guard let id = context.parameters.get("id").flatMap(Int.init), let version = try await store.publicVersion(id) else {
            throw Self.unknown
        }
        return version
    }

    /// The same where it still is.
    private func stillPublic(_ context: SiteContext) async throws -> ReportVersion {
        let version = try await find(context)
        guard version.state == .published else { throw WithdrawnPage.error(version) }
        return version
    }
}
