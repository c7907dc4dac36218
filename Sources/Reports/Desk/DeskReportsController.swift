import AnnualReport
import Foundation
import HTTPTypes
import Hummingbird
import Law
import Office
import Web

/// Annual reports at the desk: how each organization within somebody's reach stands, and one version.
struct DeskReportsController {
    let records: Records
    let forms: Forms
    let pool: ReadingPool

    private var store: ReportStore { records.reports }

    func addRoutes(to routes: Routes) {
        routes.get("/desk/reports", .right(.viewDeskReports), list)
        routes.get("/desk/reports/:id", .right(.viewDeskReports), show)
        routes.get("/desk/reports/:id/file", .right(.viewDeskReports), file)
        routes.get("/desk/reports/:id/source", .right(.viewDeskReports), source)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        let principal = try context.signedIn()
        let scope = principal.scope(.viewDeskReports)
        let today = Day(inChina: forms.clock())
        let known = try await store.years(in: scope)
        // Before the first report of a year is there, last year's list says more.
        let year = try query.year() ?? known.first ?? ReportDue.year(on: today)
        let filter = query.text("state").flatMap(DeskReportListPage.Filter.init)
        var view = DeskReportListPage.View(
            standings: try await store.overview(in: scope, year: year), unplaced: [:],
            withoutYear: try await store.reportsWithoutYear(in: scope),
            years: Set(known + [year, ReportDue.year(on: today)]).sorted(by: >), year: year, filter: filter, page: try query.page(),
            today: today, mayImport: principal.has(.importReports), maySendBack: principal.has(.returnReports))
        view.unplaced = try await store.unplacedRows(of: view.shown.compactMap { $0.year.hasUnplaced ? $0.year.worked?.id : nil })
        return .page(DeskReportListPage.render(view), in: context.frame, kept: false)
    }

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (stored, path) = try await records.report(context, .viewDeskReports)
        let principal = try context.signedIn()
        let version = stored.version
        let organization = try await records.organizations.organization(version.organizationID)
        var alias: ReportStore.Alias?
        if let printed = version.organization { alias = try await store.alias(printed, of: version.organizationID) }
        let sentBack = try await store.openReturn(of: version.id)
        var people: [Int: String] = [:]
        let history = try await store.withdrawals(of: version.id)
        let accounts =
            stored.placements.map(\.accountID) + history.map(\.actor.accountID)
            + [alias?.accountID, sentBack?.accountID, version.withdrawal?.accountID]
        for id in Set(accounts.compactMap { $0 }) { people[id] = try await records.accounts.account(id)?.name }
        let open = forms.open(VersionController.publishForm, for: request, context)
        let view = DeskReportPage.View(
            stored: stored, organization: organization?.displayName ?? version.displayName, alias: alias, sentBack: sentBack,
            history: history, mayPutBack: version.withdrawal?.isFromAbove != true || principal.scope(.publishReports).isAbove(path),
            people: people, mayPlace: principal.may(.placeRows, on: path), mayPublish: principal.may(.publishReports, on: path),
            maySendBack: principal.may(.returnReports, on: path), today: Day(inChina: forms.clock()),
            done: try QueryString(request.uri.query).text("done").flatMap(DeskReportPage.Done.init), publishToken: open.field)
        return forms.page(DeskReportPage.render(view), open, context)
    }

    /// The text of the file beside which somebody types: for drafts, too, which have no public page.
    @Sendable private func source(_ request: Request, _ context: SiteContext) async throws -> Response {
        let version = try await records.report(context, .viewDeskReports).stored.version
        let source = try await store.source(version.sha256)
        let page = try await pool.run(for: .staff, until: context.whenGone) { _ in DeskSourcePage.render(version, source) }
        return .page(page, in: context.frame, kept: false)
    }

    /// The file of a version, drafts among them.
    @Sendable private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let version = try await records.report(context, .viewDeskReports).stored.version
        return .download(
            try await store.openFile(version.sha256), mediaType: "application/octet-stream", name: version.fileName, kept: false)
    }
}

extension Records {
    /// The version of the address, and the organizations from its own to the top of the tree. One that the right does
    /// not reach is as good as not there.
    func report(_ context: SiteContext, _ right: Right) async throws -> (stored: StoredReport, path: [Int]) {
        let unknown = PageError.notFound("没有这个编号的报告，或者它不属于您可以查看的单位。请从报告列表中重新选择。")
        guard let id = context.parameters.get("id").flatMap({ Int($0) }), let stored = try await reports.report(id) else { throw unknown }
        let path = try await organizations.ancestors(stored.version.organizationID)
        guard try context.signedIn().may(right, on: path) else {
            context.note(.forbidden)
            throw unknown
        }
        return (stored, path)
    }
}
