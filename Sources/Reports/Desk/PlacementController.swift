import AnnualReport
import Office
import Web

/// A row that the reader could not place, placed by hand.
struct PlacementController {
    let records: Records

    private var store: ReportStore { records.reports }

    func addRoutes(to routes: Routes) {
        let routes = routes.forms(DeskReportsController.form)
        routes.get(DeskReportPath.row, .placeRows, of: row) { page(PlacementForm($1.row, of: $1.stored.report, $0.form), $0, $1) }
        routes.post(
            DeskReportPath.row, .placeRows, of: row, again: { page(PlacementForm($1.row, of: $1.stored.report, $0.form), $0, $1) }, place)
    }

    /// A row that waits to be placed, on the newest version.
    private struct WaitingRow: Sendable {
        var stored: StoredReport
        var row: Row
    }

    private var row: Resource<WaitingRow, Int, RowName> {
        Resource(missing: "这一版中没有这个等待填写的行。请回到报告页面重新选择。", isHidden: true) { _, id, name -> Owned<WaitingRow>? in
            guard let found = try await DeskReport.find(id, records),
                let row = found.thing.stored.report.unplacedRows.first(where: { $0.name == name })
            else { return nil }
            return Owned(WaitingRow(stored: found.thing.stored, row: row), by: found.owner)
        }.checking { waiting in
            if let error = waiting.stored.notWorkedOn { throw error.conflict("现在不能填写") }
        }
    }

    /// Shows what will be before it is: only what was confirmed is kept.
    private func place(_ desk: DeskRequest, _ waiting: WaitingRow) async throws -> Answer {
        let form = PlacementForm(waiting.row, of: waiting.stored.report, desk.form)
        let cells = try form.cells()
        if desk.form.text("back") != nil { return .page(page(form, desk, waiting)) }
        let (id, name) = (waiting.stored.version.id, waiting.row.name)
        do {
            if desk.form.text("confirmed") == "yes" {
                let version = try await store.place(name, cells, in: id, by: desk.actor, at: desk.now)
                return .done(DeskReportPath.version, version.id, says: .placed)
            }
            let view = PlacementPage.View(stored: waiting.stored, form: form, state: desk.state)
            return .page(PlacementPage.check(view, cells, try await store.rehearsePlacing(name, cells, in: id)))
        } catch let error as PlacingError {
            throw Problem(error.description, at: form.fields.first?.name ?? Problem.wholePage)
        }
    }

    private func page(_ form: PlacementForm, _ desk: DeskRequest, _ waiting: WaitingRow) -> Page {
        PlacementPage.render(PlacementPage.View(stored: waiting.stored, form: form, state: desk.state))
    }
}
