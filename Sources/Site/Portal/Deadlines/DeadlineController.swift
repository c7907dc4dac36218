import Hummingbird
import Law

/// The calculator of legal deadlines. Whatever is typed travels in the address, so that a result can be kept and passed
/// on; nothing is stored.
struct DeadlineController {
    let calendar: WorkdayCalendar
    /// The same calendar with weekends alone where no holidays are announced yet.
    let provisional: WorkdayCalendar?

    /// How many years beyond the announced ones may be counted provisionally.
    private static let provisionalYears = 2

    init(calendar: WorkdayCalendar) {
        self.calendar = calendar
        let lastYear = (calendar.provisionalFrom?.adding(-1) ?? calendar.known.upperBound).year
        let plans = (calendar.known.lowerBound.year...lastYear).map(calendar.plan)
        provisional = try? WorkdayCalendar(adding: plans, provisionalThrough: lastYear + Self.provisionalYears)
    }

    func addRoutes(to routes: Routes) {
        routes.get("/deadlines", .everyone, deadlines)
    }

    @Sendable private func deadlines(_ request: Request, _ context: SiteContext) throws -> Response {
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
        let chosen = form.isProvisional ? provisional ?? calendar : calendar
        let view = try DeadlineView(form, events, calendar: chosen, canBeProvisional: provisional != nil)
        return .page(DeadlinePage.render(view), in: context.frame)
    }
}
