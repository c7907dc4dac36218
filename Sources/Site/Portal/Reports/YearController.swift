import AnnualReport
import Hummingbird
import Office

/// The dashboard of a year and the reports behind each of its figures.
struct YearController {
    let store: ReportStore

    func addRoutes(to routes: Routes) {
        routes.get("/years", .everyone, choose)
        routes.get("/years/{year}", .everyone, year)
        routes.get("/figures", .everyone, figure)
    }

    /// Leads to the year that the form names, without one to the newest.
    @Sendable private func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        let region = query.text("region")
        let named = try query.year()
        var year = named
        if year == nil { year = try await store.years(region: region).first }
        guard let year else { return .page(YearPage.empty(), in: context.frame) }
        return .redirect(to: Link.to("/years/\(year)", ["region": region]))
    }

    @Sendable private func year(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let year = context.parameters.get("year").flatMap(Int.init), (1990...2200).contains(year) else {
            throw PageError.badRequest("网址中的年度应为四位数字，例如 /years/2021。")
        }
        let region = try QueryString(request.uri.query).text("region")
        let view = YearView(
            year: year, region: region, years: try await store.years(), regions: try await store.regions(),
            reports: try await store.versions(region: region, year: year).count,
            totals: try await store.totals(year: year, region: region))
        return .page(YearPage.render(view), in: context.frame)
    }

    @Sendable private func figure(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        guard let figure = query.text("cell").flatMap(FigureName.init), let year = try query.year() else {
            throw PageError.badRequest("网址中没有写明是哪一年的哪个数字。请从汇总或概览页面上点数字进入。")
        }
        let (region, page) = (query.text("region"), try query.page())
        let versions = try await store.versions(region: region, year: year)
        let shown = versions.dropFirst((page - 1) * FigureView.pageSize).prefix(FigureView.pageSize)
        var reports: [StoredReport] = []
        for version in shown {
            if let report = try await store.report(version.id) { reports.append(report) }
        }
        let totals = YearView(
            year: year, region: region, years: [], regions: [], reports: versions.count,
            totals: try await store.totals(year: year, region: region))
        let view = FigureView(
            figure: figure, year: year, region: region, sum: totals.sum(figure), reports: reports, total: versions.count, page: page)
        return .page(FigurePage.render(view), in: context.frame)
    }
}
