import AnnualReport
import Law
import Office
import Web

/// Annual reports at the desk: how each organization within somebody's reach stands, and one version.
struct DeskReportsController {
    let records: Records
    let pool: ReadingPool

    /// The forms of all pages about annual reports at the desk.
    static let form = "reports"
    private var store: ReportStore { records.reports }

    func addRoutes(to routes: Routes) {
        let routes = routes.forms(Self.form)
        let report = DeskReport.resource(records)
        routes.get(DeskReportPath.list, .anywhere(.viewDeskReports), list)
        routes.get(DeskReportPath.version, .viewDeskReports, of: report, show)
        routes.get(DeskReportPath.file, .viewDeskReports, of: report, file)
        routes.get(DeskReportPath.source, .viewDeskReports, of: report, source)
    }

    private func list(_ desk: DeskRequest) async throws -> Page {
        let query = try desk.query
        let scope = desk.principal.scope(.viewDeskReports)
        let today = Day(inChina: desk.now)
        let known = try await store.years(in: scope)
        // Before the first report of a year is there, last year's list says more.
        let year = try query.year() ?? known.first ?? ReportDue.year(on: today)
        let filter = query.text("state").flatMap(DeskReportListPage.Filter.init)
        var view = DeskReportListPage.View(
            standings: try await store.overview(in: scope, year: year), unplaced: [:],
            withoutYear: try await store.reportsWithoutYear(in: scope),
            years: Set(known + [year, ReportDue.year(on: today)]).sorted(by: >), year: year, filter: filter, page: try query.page(),
            today: today, mayImport: desk.principal.has(.importReports), maySendBack: desk.principal.has(.returnReports))
        view.unplaced = try await store.unplacedRows(of: view.shown.compactMap { $0.year.hasUnplaced ? $0.year.worked?.id : nil })
        return DeskReportListPage.render(view)
    }

    private func show(_ desk: DeskRequest, _ report: DeskReport) async throws -> Page {
        let (stored, version, path, principal) = (report.stored, report.version, report.path, desk.principal)
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
        let view = DeskReportPage.View(
            stored: stored, organization: organization?.displayName ?? version.displayName, alias: alias, sentBack: sentBack,
            history: history, mayPutBack: version.withdrawal?.isFromAbove != true || principal.scope(.publishReports).isAbove(path),
            people: people, mayPlace: principal.may(.placeRows, on: path), mayPublish: principal.may(.publishReports, on: path),
            maySendBack: principal.may(.returnReports, on: path), today: Day(inChina: desk.now), said: desk.said(ReportWord.self),
            state: desk.state)
        return DeskReportPage.render(view)
    }

    /// The text of the file beside which somebody types: for drafts, too, which have no public page.
    private func source(_ desk: DeskRequest, _ report: DeskReport) async throws -> Page {
        let version = report.version
        let source = try await store.source(version.sha256)
        return try await pool.run(for: .staff, until: desk.whenGone) { _ in DeskSourcePage.render(version, source) }
    }

    /// The file of a version, drafts among them.
    private func file(_ desk: DeskRequest, _ report: DeskReport) async throws -> Download {
        Download(
            try await store.openFile(report.version.sha256), mediaType: "application/octet-stream", name: report.version.fileName)
    }
}
