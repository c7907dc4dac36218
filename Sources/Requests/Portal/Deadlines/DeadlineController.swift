import Foundation
import Hummingbird
import Law
import Office
import Web

/// The calculator of legal deadlines. Whatever is typed travels in the address, so that a result can be kept and passed
/// on; nothing is stored.
struct DeadlineController {
    /// The days off that were given when the program was started.
    let given: WorkdayCalendar
    let settings: SettingStore
    let clock: @Sendable () -> Date

    /// How many years beyond the announced ones are counted provisionally.
    private static let provisionalYears = 2

    func addRoutes(to routes: Routes) {
        routes.get("/deadlines", .everyone, deadlines)
    }

    @Sendable private func deadlines(_ request: Request, _ context: SiteContext) async throws -> Response {
        let settings = try await settings.current(at: clock())
        let raw = request.uri.query ?? ""
        let query = try QueryString(raw)
        let form = DeadlineForm(query)
        // A browser sends the empty fields of a form, too: the address is made short whatever comes of it.
        if raw.split(separator: "&").contains(where: { $0.utf8.last == UInt8(ascii: "=") }) {
            return .redirect(to: form.isEmpty ? Link.to("/deadlines", [(DeadlineForm.empty, DeadlineForm.ticked)]) : form.path())
        }
        if (form.isEmpty && query.text(DeadlineForm.empty) == nil) || query.text(DeadlineForm.editing) != nil {
            return .page(DeadlineFormPage.render(form, problems: []), in: context.frame)
        }
        let reading = form.read()
        guard let events = reading.events else {
            return .page(DeadlineFormPage.render(form, problems: reading.problems), in: context.frame, status: .unprocessableContent)
        }
        let path = form.path()
        if request.uri.string != path { return .redirect(to: path) }
        let known = try given.adding(settings.plans)
        let view = try DeadlineView(form, events, calendar: known.provisional(years: Self.provisionalYears), settings: settings)
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

    /// With weekends alone in the years that nobody has announced.
    fileprivate func provisional(years: Int) throws(CalendarError) -> WorkdayCalendar {
        try WorkdayCalendar(adding: plans, provisionalThrough: lastYear + years)
    }
}
