import Foundation
import Hummingbird
import Law
import Office

/// The calculator of legal deadlines. Whatever is typed travels in the address, so that a result can be kept and passed
/// on; nothing is stored.
struct DeadlineController {
    /// The days off that were given when the program was started.
    let given: WorkdayCalendar
    let settings: SettingStore
    let clock: @Sendable () -> Date

    /// How many years beyond the announced ones may be counted provisionally.
    private static let provisionalYears = 2

    func addRoutes(to routes: Routes) {
        routes.get("/deadlines", .everyone, deadlines)
    }

    @Sendable private func deadlines(_ request: Request, _ context: SiteContext) async throws -> Response {
        let settings = try await settings.current(at: clock())
        let calendar = try given.adding(settings.plans)
        let query = try QueryString(request.uri.query)
        let form = DeadlineForm(query)
        let known = calendar.known
        if form.isEmpty || query.text("edit") != nil {
            return .page(DeadlineFormPage.render(form, problems: [], known: known), in: context.frame)
        }
        let reading = form.read()
        guard let events = reading.events else {
            let page = DeadlineFormPage.render(form, problems: reading.problems, known: known)
            return .page(page, in: context.frame, status: .unprocessableContent)
        }
        let path = form.path()
        if request.uri.string != path { return .redirect(to: path) }
        let provisional = calendar.provisional(years: Self.provisionalYears)
        let chosen = form.isProvisional ? provisional ?? calendar : calendar
        let view = try DeadlineView(form, events, calendar: chosen, settings: settings, canBeProvisional: provisional != nil)
        return .page(DeadlinePage.render(view), in: context.frame)
    }
}

extension WorkdayCalendar {
    private var lastYear: Int { (provisionalFrom?.adding(-1) ?? known.upperBound).year }
    private var plans: [HolidayPlan] { (known.lowerBound.year...lastYear).map(plan) }

    /// With further years; one that is known already stays as it is.
    fileprivate func adding(_ further: [HolidayPlan]) throws(CalendarError) -> WorkdayCalendar {
        let new = further.filter { $0.year > lastYear }
        return new.isEmpty ? self : try WorkdayCalendar(adding: plans + new)
    }

    /// With weekends alone in the years that nobody has announced; nil where that cannot be.
    fileprivate func provisional(years: Int) -> WorkdayCalendar? {
        try? WorkdayCalendar(adding: plans, provisionalThrough: lastYear + years)
    }
}
