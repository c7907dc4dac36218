import Foundation
import HTTPTypes
import Hummingbird
import Law
import Office
import Web

/// The office's settings: its name, limits, days off, remedies.
struct SettingsController {
    let records: Records
    let forms: Forms
    let links: SiteLinks

    private static let form = "settings"
    private var settings: SettingStore { records.settings }

    func addRoutes(to routes: Routes) {
        routes.get("/desk/settings", .right(.manageSettings), open)
        routes.post("/desk/settings/office", .right(.manageSettings), changeOffice)
        routes.post("/desk/settings/remedies", .right(.manageSettings), changeRemedies)
        routes.post("/desk/settings/holidays", .right(.manageSettings), readNotice)
        routes.post("/desk/settings/holidays/confirm", .right(.manageSettings), addPlan)
    }

    @Sendable private func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        let done = try QueryString(request.uri.query).text("done") != nil
        return try await page(SettingsForm(try await settings.current(at: forms.clock()), links, isDone: done), request, context)
    }

    @Sendable private func changeOffice(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        var form = SettingsForm(try await settings.current(at: forms.clock()), links)
        form.site.name = posted.text("office-name") ?? ""
        form.site.typed = posted.text("public-url") ?? ""
        form.supplementDays = posted.text("supplement-days") ?? ""
        form.archiveDays = posted.text("archive-days") ?? ""
        form.townReportDay = posted.text("town-report-day") ?? form.townReportDay
        // What is no number cannot be any number of days.
        let (name, supplement, archive) = (form.site.name, Int(form.supplementDays) ?? 0, Int(form.archiveDays) ?? 0)
        do {
            let address = try form.site.address()
            guard let towns = TownReportDay(form.townReportDay.trimmingSpaces.narrowed) else {
                throw SettingError.townReportDay(form.townReportDay)
            }
            try await settings.change(by: try context.signedIn().actor, at: forms.clock()) { settings in
                (settings.officeName, settings.address) = (name, address)
                (settings.supplementDays, settings.archiveDays, settings.townReportDay) = (supplement, archive, towns)
            }
            try await records.followSettings(at: forms.clock())
            return .redirect(to: "/desk/settings?done=on")
        } catch let error as SettingError {
            let problem = ErrorSummary.Problem(message: error.description, field: SettingsForm.field(of: error))
            (form.problem, form.site.problem) = (problem, problem)
            return try await page(form, request, context)
        }
    }

    @Sendable private func changeRemedies(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let ticked = Set(posted.all("row"))
        let off = Set(RemedyTable.standard.switchable.map(\.id)).subtracting(ticked)
        let courts = posted.text("courts") ?? ""
        do {
            try await settings.change(by: try context.signedIn().actor, at: forms.clock()) { ($0.remediesOff, $0.courts) = (off, courts) }
            return .redirect(to: "/desk/settings?done=on")
        } catch let error as SettingError {
            var form = SettingsForm(try await settings.current(at: forms.clock()), links)
            (form.remediesOff, form.courts) = (off, courts)
            form.problem = .init(message: error.description, field: SettingsForm.field(of: error))
            return try await page(form, request, context)
        }
    }

    /// The pasted notice: what was read of it stands on a page of its own before it counts.
    @Sendable private func readNotice(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let text = posted.raw("notice")
        do throws(SettingError) {
            let plan = try Self.plan(text)
            let open = forms.open(Self.form, for: request, context)
            return forms.page(NoticePage.render(plan, text: text, token: open.field), open, context)
        } catch {
            return try await failed(error, text, request, context)
        }
    }

    @Sendable private func addPlan(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let text = posted.raw("notice")
        do {
            let plan = try Self.plan(text)
            try await settings.change(by: try context.signedIn().actor, at: forms.clock()) { settings in
                settings.plans = settings.plans.filter { $0.year != plan.year } + [plan]
            }
            return .redirect(to: "/desk/settings?done=on")
        } catch let problem as SettingError {
            return try await failed(problem, text, request, context)
        }
    }

    private static func plan(_ text: String) throws(SettingError) -> HolidayPlan {
        do { return try HolidayNotice.read(text) } catch { throw .holidays(error.description) }
    }

    private func failed(_ problem: SettingError, _ text: String, _ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SettingsForm(try await settings.current(at: forms.clock()), links)
        form.notice = text
        form.problem = .init(message: problem.description, field: "notice")
        return try await page(form, request, context)
    }

    private func page(_ form: SettingsForm, _ request: Request, _ context: SiteContext) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        return forms.page(
            SettingsPage.render(form, token: open.field), open, context, status: form.problem == nil ? .ok : .unprocessableContent)
    }
}
