import AnnualReport
import Hummingbird
import Office

/// The merged report of a region, as a page and as files.
struct MergeController {
    let store: ReportStore

    func addRoutes(to routes: Routes) {
        routes.get("/merge", .everyone, page)
        routes.get("/merge/file", .everyone, file)
    }

    @Sendable private func page(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        let regions = try await store.regions()
        let chosenYear = try query.year()
        guard let region = query.text("region") else {
            return .page(MergePage.picker(regions: regions, years: try await store.years()), in: context.frame)
        }
        let years = try await store.years(region: region)
        guard let newest = years.first else { throw PageError.notFound("地区「\(region)」还没有报告。请从列表中选择地区。") }
        let year = chosenYear ?? newest
        let (merged, given) = try await merge(region, year)
        let view = MergeView(
            region: region, year: year, regions: regions, years: try await store.years(), merged: merged, given: given)
        return .page(MergePage.render(view), in: context.frame)
    }

    @Sendable private func file(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        guard let region = query.text("region"), let year = try query.year(),
            let format = query.text("format").flatMap(MergeFile.init(rawValue:))
        else { throw PageError.badRequest("下载汇总要写明地区、年度和格式。请从汇总页面上的链接下载。") }
        let (merged, given) = try await merge(region, year)
        guard given > 0 else { throw PageError.notFound("\(region) \(year) 年没有报告可以汇总。") }
        return .download(
            try format.write(merged), mediaType: format.mediaType, name: "\(region)\(year)年汇总.\(format.rawValue)")
    }

    /// The sum of the region's newest reports; who reported in another year is expected in this one.
    private func merge(_ region: String, _ year: Int) async throws -> (merged: MergedReport, given: Int) {
        let reports = try await store.reports(region: region, year: year).map(\.report)
        let expected = try await store.expected(region: region).map(\.name)
        return (Merging.merge(reports, name: region, year: year, expected: expected), reports.count)
    }
}
