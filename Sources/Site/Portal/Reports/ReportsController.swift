import Formats
import Foundation
import Hummingbird
import Office
import ReportFiles

/// The list of reports, one report, its file and its data.
struct ReportsController {
    let store: ReportStore

    func addRoutes(to routes: Routes) {
        routes.get("/reports", .everyone, list)
        routes.get("/reports/{id}.json", .everyone, data)
        routes.get("/reports/{id}", .everyone, report)
        routes.get("/reports/{id}/file", .everyone, file)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        let (search, page) = (try ReportSearch(query), try query.page())
        let (list, isCut) = try await search.reports(in: store, page: page)
        let view = ReportListView(
            list: list, isCut: isCut, years: try await store.years(), regions: try await store.places(), search: search, page: page)
        return .page(ReportListPage.render(view), in: context.frame)
    }

    @Sendable private func report(_ request: Request, _ context: SiteContext) async throws -> Response {
        let stored = try await find(context)
        guard stored.version.state == .published else {
            return .page(WithdrawnPage.render(stored), in: context.frame, status: .gone)
        }
        return .page(ReportPage.render(ReportView(stored, source: await source(stored.version))), in: context.frame)
    }

    @Sendable private func data(_ request: Request, _ context: SiteContext) async throws -> Response {
        let stored = try await stillPublic(context)
        let json = ReportJSON.line(stored.report, findings: stored.findings.map(\.finding))
        return Response(
            status: .ok, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }

    @Sendable private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let version = try await stillPublic(context).version
        // Whatever the file is, it is a file to keep: a report that is HTML must not run as a page of this site.
        return .download(
            try await store.file(version.sha256), mediaType: "application/octet-stream", name: version.fileName)
    }

    /// The version of the address, if it is or was public.
    private func find(_ context: SiteContext) async throws -> StoredReport {
        guard let id = context.parameters.get("id").flatMap(Int.init), let stored = try await store.publicReport(id) else {
            throw PageError.notFound("没有这个编号的报告。请从报告列表中重新选择。")
        }
        return stored
    }

    /// The same where it still is.
    private func stillPublic(_ context: SiteContext) async throws -> StoredReport {
        let stored = try await find(context)
        guard stored.version.state == .published else { throw WithdrawnPage.error(stored.version) }
        return stored
    }

    /// The original, read again to be shown beside its figures. Without it the page still stands.
    private func source(_ version: ReportVersion) async -> Result<SourceDocument, any Error> {
        do {
            return .success(try await ReportReader.readAny(try await store.file(version.sha256), name: version.fileName).document)
        } catch {
            return .failure(error)
        }
    }
}
