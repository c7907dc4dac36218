import AnnualReport
import Office
import Web

/// The merged report of a region, as a page and as files.
struct MergeController {
    let store: ReportStore
    let pages: PageCache

    func addRoutes(to routes: Routes) {
        routes.get(ReportsPath.merge, .everyone, page)
        routes.get(ReportsPath.mergeFile, .everyone, file)
    }

    private func page(_ asked: PublicRequest) async throws -> Page {
        let query = try asked.query
        let regions = try await store.places()
        let chosenYear = try query.year()
        guard let region = query.text("region") else {
            return MergePage.picker(regions: regions, years: try await store.years())
        }
        var year = chosenYear
        if year == nil { year = try await store.years(region: region).first }
        guard let year else { throw PageError.notFound("地区「\(region)」还没有报告。请从列表中选择地区。") }
        let revision = try await store.revision()
        let address = ReportsPath.merge(region, year).text
        return try await pages.page(address, .chosen, at: revision, for: asked.reader) { [store] in
            let (merged, reports) = try await store.merged(region, year: year)
            guard reports.isFromTree || !reports.versions.isEmpty || regions.contains(region) else {
                throw PageError.notFound("地区「\(region)」还没有报告。请从列表中选择地区。")
            }
            return PageCache.Made(
                page: MergePage.render(
                    MergeView(reports: reports, regions: try await store.places(), years: try await store.years(), merged: merged)),
                revision: revision)
        }
    }

    private func file(_ asked: PublicRequest) async throws -> Download {
        let query = try asked.query
        guard let region = query.text("region"), let year = try query.year(),
            let format = query.text("format").flatMap(MergeFile.init(rawValue:))
        else { throw PageError.badRequest("下载汇总要写明地区、年度和格式。请从汇总页面上的链接下载。") }
        let bytes = try await pages.make(for: asked.reader) { [store] in
            let merged = try await store.merged(region, year: year).merged
            guard merged.counted > 0 else { throw PageError.notFound("\(region) \(year) 年没有报告可以汇总。") }
            return try format.write(merged)
        }
        return Download(bytes, mediaType: format.mediaType, name: "\(region)\(year)年汇总.\(format.rawValue)")
    }
}
