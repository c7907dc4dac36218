import HTTPTypes
import Law
import Office
import Web

/// The calculator of legal deadlines. Whatever is typed travels in the address, so that a result can be kept and passed
/// on; nothing is stored.
struct DeadlineController {
    /// The days off that were given when the program was started.
    let given: WorkdayCalendar
    let settings: SettingStore

    /// How many years beyond the announced ones are counted provisionally.
    private static let provisionalYears = 2

    func addRoutes(to routes: Routes) {
        routes.get(DeadlinePath.page, .everyone, deadlines)
    }

    private func deadlines(_ asked: PublicRequest) async throws -> Answer {
        let settings = try await settings.current(at: asked.now)
        let query = try asked.query
        let form = DeadlineForm(query)
        // A browser sends the empty fields of a form, too: the address is made short whatever comes of it.
        if (asked.request.uri.query ?? "").split(separator: "&").contains(where: { $0.utf8.last == UInt8(ascii: "=") }) {
            return .go(to: form.isEmpty ? DeadlinePath.page().with([(DeadlineForm.empty, DeadlineForm.ticked)]) : form.path())
        }
        if (form.isEmpty && query.text(DeadlineForm.empty) == nil) || query.text(DeadlineForm.editing) != nil {
            return .page(DeadlineFormPage.render(form))
        }
        let reading = form.read()
        guard let events = reading.events else {
            return .page(DeadlineFormPage.render(form, problems: reading.problems)).with(.unprocessableContent)
        }
        let path = form.path()
        if asked.request.uri.string != path.text { return .go(to: path) }
        let known = try given.adding(settings.plans)
        let view = try DeadlineView(form, events, calendar: known.provisional(years: Self.provisionalYears), settings: settings)
        return .page(DeadlinePage.render(view))
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
