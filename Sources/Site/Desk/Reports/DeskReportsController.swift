import AnnualReport
import Formats
import HTTPTypes
import Hummingbird
import Office
import ReportFiles

/// Annual reports at the desk: those within somebody's reach, one version, and uploading a file to keep it.
struct DeskReportsController {
    let records: Records
    let forms: Forms
    let uploads: UploadReader
    let pool: ReadingPool

    private static let form = "desk-reports"
    private var store: ReportStore { records.reports }

    func addRoutes(to routes: Routes) {
        routes.get("/desk/reports", .right(.viewDeskReports), list)
        routes.get("/desk/reports/new", .right(.importReports), openNew)
        routes.post("/desk/reports/new", .right(.importReports), upload)
        routes.get("/desk/reports/:id", .right(.viewDeskReports), show)
    }

    // MARK: Looking

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        let principal = try context.signedIn()
        let (year, page, waitingOnly) = (try query.year(), try query.page(), query.text("waiting") != nil)
        let scope = principal.scope(.viewDeskReports)
        let size = DeskReportListPage.size
        let list = try await store.summaries(
            in: scope, year: year, waitingOnly: waitingOnly, offset: (page - 1) * size, limit: size)
        let view = DeskReportListPage.View(
            list: list, unplaced: try await store.unplacedRows(of: list.items.map(\.version.id)),
            years: try await store.years(in: scope), year: year, waitingOnly: waitingOnly, page: page,
            mayImport: principal.has(.importReports))
        return .page(DeskReportListPage.render(view), in: context.frame, kept: false)
    }

    @Sendable private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (stored, path) = try await records.report(context, .viewDeskReports)
        var people: [Int: String] = [:]
        for id in Set(stored.placements.compactMap(\.accountID)) { people[id] = try await records.accounts.account(id)?.name }
        let view = DeskReportPage.View(
            stored: stored, people: people, mayPlace: try context.signedIn().may(.placeRows, on: path),
            done: try QueryString(request.uri.query).text("done").flatMap(DeskReportPage.Done.init))
        return .page(DeskReportPage.render(view), in: context.frame, kept: false)
    }

    // MARK: Uploading

    @Sendable private func openNew(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await page(request, context)
    }

    @Sendable private func upload(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.spend(.uploads)
        var region: String?
        do {
            return try await uploads.read(Self.form, of: UploadPage.title, from: request, context) { posted in
                region = posted.text("region")?.trimmingSpaces
                guard let region, try await regions(context).contains(region) else {
                    throw UploadProblem(message: "请选择报告所属的地区。", status: .unprocessableContent, field: "region")
                }
                guard let file = posted.file(CheckForm.fileField) else {
                    throw UploadProblem(message: "请选择一份报告文件。", status: .unprocessableContent)
                }
                let reading = try await pool.run(for: .staff, until: context.whenGone) { limits in
                    try await ReportReader.readAny(file.bytes, name: file.fileName ?? "", limits: limits)
                }
                context.visit.metrics.upload(.read)
                switch try await keep(reading, file.bytes, region, context) {
                case .added(let version): return .redirect(to: "/desk/reports/\(version.id)?done=imported")
                case .alreadyThere(let version): return try await page(request, context, region: region, known: version)
                }
            }
        } catch let problem as UploadProblem {
            context.visit.metrics.upload(.refused)
            if let event = problem.event { context.note(event) }
            return try await page(request, context, region: region, problem: problem)
        } catch let error as FormatError {
            context.visit.metrics.upload(.unreadable)
            context.note(.refusedUpload)
            let problem = UploadProblem(message: error.description, status: .unprocessableContent)
            return try await page(request, context, region: region, problem: problem)
        }
    }

    /// Keeps a report of an organization that the right reaches; of another one nothing is kept.
    private func keep(
        _ reading: ReportReading, _ file: [UInt8], _ region: String, _ context: SiteContext
    ) async throws -> ImportOutcome {
        let principal = try context.signedIn()
        guard let name = reading.report.organization else {
            throw UploadProblem(
                message: "没有认出这份文件是哪个单位的报告，没有保存。请检查标题是否写明单位，例如“某某局2021年政府信息公开工作年度报告”。",
                status: .unprocessableContent)
        }
        let refusal = UploadProblem(
            message: "这份文件是「\(name)」的报告。您可以上传的单位中，\(region)没有叫这个名称的，所以没有保存。请核对文件和地区；如果是单位的曾用名，请系统管理员先登记更名。",
            status: .forbidden, event: .forbidden)
        guard let owner = try await store.owner(of: reading.report, region: region),
            principal.may(.importReports, on: try await records.organizations.ancestors(owner.id))
        else { throw refusal }
        do {
            return try await store.importReport(
                reading, file: file, region: region, of: owner.id, by: principal.actor, at: forms.clock())
        } catch ReportStoreError.otherOrganization {
            // The name passed to another one meanwhile.
            throw refusal
        }
    }

    private func regions(_ context: SiteContext) async throws -> [String] {
        try await store.regions(in: try context.signedIn().scope(.importReports))
    }

    private func page(
        _ request: Request, _ context: SiteContext, region: String? = nil, problem: UploadProblem? = nil,
        known: ReportVersion? = nil
    ) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        let view = UploadPage.View(
            regions: try await regions(context), region: region, limit: uploads.limit,
            problem: problem.map { .init(message: $0.message, field: $0.field) }, known: known, token: open.field)
        return forms.page(UploadPage.render(view), open, context, status: problem?.status ?? (known == nil ? .ok : .conflict))
    }
}

extension Records {
    /// The version of the address, and the organizations from its own to the top of the tree. One that the right does
    /// not reach is as good as not there.
    func report(_ context: SiteContext, _ right: Right) async throws -> (stored: StoredReport, path: [Int]) {
        let unknown = PageError.notFound("没有这个编号的报告，或者它不属于您可以查看的单位。请从报告列表中重新选择。")
        guard let id = context.parameters.get("id").flatMap(Int.init), let stored = try await reports.report(id) else { throw unknown }
        let path = try await organizations.ancestors(stored.version.organizationID)
        guard try context.signedIn().may(right, on: path) else {
            context.note(.forbidden)
            throw unknown
        }
        return (stored, path)
    }
}
