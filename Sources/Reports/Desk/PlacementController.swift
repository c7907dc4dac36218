import AnnualReport
import HTTPTypes
import Hummingbird
import Office
import Web

/// A row that the reader could not place, placed by hand.
struct PlacementController {
    let records: Records
    let forms: Forms

    private static let form = "placement"
    private var store: ReportStore { records.reports }

    func addRoutes(to routes: Routes) {
        routes.get("/desk/reports/:id/rows/:row", .right(.placeRows), open)
        routes.post("/desk/reports/:id/rows/:row", .right(.placeRows), place)
    }

    @Sendable private func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (stored, row) = try await waiting(context)
        return page(PlacementForm(row, of: stored.report), of: stored, request, context)
    }

    /// Shows what will be before it is: only what was confirmed is kept.
    @Sendable private func place(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let (stored, row) = try await waiting(context)
        let form = PlacementForm(row, of: stored.report, posted)
        let (cells, problems) = form.read()
        guard problems.isEmpty, posted.text("back") == nil else { return page(form, of: stored, request, context, problems: problems) }
        do {
            if posted.text("confirmed") == "yes" {
                let version = try await store.place(
                    row.name, cells, in: stored.version.id, by: try context.signedIn().actor, at: forms.clock())
                return .redirect(to: "\(DeskReportPage.path(version.id))?done=placed")
            }
            let rehearsal = try await store.rehearsePlacing(row.name, cells, in: stored.version.id)
            let open = forms.open(Self.form, for: request, context)
            let view = PlacementPage.View(stored: stored, form: form, problems: [], token: open.field)
            return forms.page(PlacementPage.check(view, cells, rehearsal), open, context)
        } catch let error as PlacingError {
            let field = form.fields.first?.name ?? "main"
            return page(form, of: stored, request, context, problems: [.init(message: error.description, field: field)])
        } catch let error as ReportStoreError {
            switch error {
            case .superseded, .withdrawn: throw Self.conflict(error)
            default: throw error
            }
        }
    }

    private func page(
        _ form: PlacementForm, of stored: StoredReport, _ request: Request, _ context: SiteContext,
        problems: [ErrorSummary.Problem] = []
    ) -> Response {
        let open = forms.open(Self.form, for: request, context)
        let view = PlacementPage.View(stored: stored, form: form, problems: problems, token: open.field)
        return forms.page(PlacementPage.render(view), open, context, status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// The row of the address, where it waits to be placed on the newest version.
    private func waiting(_ context: SiteContext) async throws -> (stored: StoredReport, row: Row) {
        let stored = try await records.report(context, .placeRows).stored
        if !stored.isWorkedOn {
            throw Self.conflict(
                stored.worked.map { .superseded(newestNumber: $0.number, newestID: $0.id) }
                    ?? .withdrawn(number: stored.version.number))
        }
        guard let name = context.parameters.get("row").flatMap({ RowName($0) }),
            let row = stored.report.unplacedRows.first(where: { $0.name == name })
        else { throw PageError.notFound("这一版中没有这个等待填写的行。请回到报告页面重新选择。") }
        return (stored, row)
    }

    private static func conflict(_ error: ReportStoreError) -> PageError {
        PageError(status: .conflict, title: "现在不能填写", message: error.description)
    }
}
