import AnnualReport
import Office
import ReportFiles
import Web

/// The dashboard of a year and the reports behind each of its figures.
struct YearController {
    let store: ReportStore
    let pages: PageCache
    /// The merged amounts of the regions whose figures were asked for last.
    private let amounts = KeptAmounts()

    init(store: ReportStore, pages: PageCache) { (self.store, self.pages) = (store, pages) }

    func addRoutes(to routes: Routes) {
        routes.get(ReportsPath.years, .everyone, choose)
        routes.get(ReportsPath.year, .everyone, year)
        routes.get(ReportsPath.figures, .everyone, figure)
    }

    /// Leads to the year that the form names, without one to the newest.
    private func choose(_ asked: PublicRequest) async throws -> Answer {
        let query = try asked.query
        let region = query.text("region")
        let named = try query.year()
        var year = named
        if year == nil { year = try await store.years(region: region).first }
        guard let year else { return .page(YearPage.empty()) }
        return .go(to: Self.address(region, year))
    }

    private static func address(_ region: String?, _ year: Int) -> Address { ReportsPath.year("\(year)").with(["region": region]) }

    private func year(_ asked: PublicRequest, _ text: String) async throws -> Page {
        guard let year = Int(text), (1990...2200).contains(year) else {
            throw PageError.badRequest("网址中的年度应为四位数字，例如 /years/2021。")
        }
        let region = try asked.query.text("region")
        let revision = try await store.revision()
        return try await pages.page(Self.address(region, year).text, .chosen, at: revision, for: asked.reader) { [self] in
            let reports = try await reports(region, year)
            let view = YearView(
                year: year, region: reports?.region, years: try await store.years(), regions: try await store.places(),
                reports: reports, totals: try await store.totals(of: reports?.figures ?? []))
            return PageCache.Made(page: YearPage.render(view), revision: revision)
        }
    }

    /// The reports of one region: figures of several added together would say nothing. Nil where no region has any.
    private func reports(_ region: String?, _ year: Int) async throws -> RegionReports? {
        var region = region
        if region == nil { region = try await store.usualPlace(year: year) }
        guard let region else { return nil }
        return try await store.regionReports(region, year: year)
    }

    private func figure(_ asked: PublicRequest) async throws -> Page {
        let query = try asked.query
        guard let figure = query.text("cell").flatMap(FigureName.init), let year = try query.year() else {
            throw PageError.badRequest("网址中没有写明是哪一年的哪个数字。请从汇总或概览页面上点数字进入。")
        }
        let (region, page) = (query.text("region"), try query.page())
        let revision = try await store.revision()
        let address = FigureView.link(figure, year: year, region: region, page: page)
        return try await pages.page(address.text, .chosen, at: revision, for: asked.reader) { [self] in
            PageCache.Made(page: try await self.page(figure, year, region, page, revision), revision: revision)
        }
    }

    private func page(_ figure: FigureName, _ year: Int, _ region: String?, _ page: Int, _ revision: Revision) async throws -> Page {
        guard let behind = try await reports(region, year) else {
            throw PageError.notFound("\(year) 年没有收录报告。请从年度报告的列表中选择。")
        }
        let versions = behind.figures
        let shown = versions.dropFirst((page - 1) * FigureView.pageSize).prefix(FigureView.pageSize)
        let reports = try await store.figures(figure.cells, of: Array(shown))
        let totals = YearView(
            year: year, region: behind.region, years: [], regions: [], reports: behind, totals: try await store.totals(of: versions))
        var money: String?
        if case .cell(let name) = figure, name.column == .proactive(.amount) {
            let merged = try await amounts.of(behind.region, year, at: revision) { [store] in
                try await store.merged(behind.region, year: year).merged
            }
            money = merged[name].map { CellWords.shown($0) }
        }
        let view = FigureView(
            figure: figure, year: year, region: behind.region, sum: totals.sum(figure), money: money, own: behind.own, reports: reports,
            total: versions.count, page: page)
        return FigurePage.render(view)
    }
}
