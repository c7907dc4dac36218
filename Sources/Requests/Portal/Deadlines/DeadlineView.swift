import Law
import Office
import Web

/// What the page of a result shows.
struct DeadlineView: Sendable {
    let form: DeadlineForm
    let events: ReplyEvents
    let calendar: WorkdayCalendar
    /// Every deadline, in the order in which they come up.
    let deadlines: [Deadline]
    let reply: Reply
    let findings: [DeadlineFinding]
    /// Nil where there is a reply, or no deadline has passed.
    let silence: Silence?
    let served: ServedReply?
    /// True where some day rests on weekends alone.
    let isProvisional: Bool

    /// Until when the reply must be made, or why that is not known.
    enum Reply: Sendable {
        case due(Deadline, Day)
        case unknown(CalendarError)
        /// Another event has to come first.
        case awaits(ReplyEvents.Event)
    }

    init(
        _ form: DeadlineForm, _ events: ReplyEvents, calendar: WorkdayCalendar, settings: OfficeSettings = OfficeSettings()
    ) throws(EventError) {
        (self.form, self.events, self.calendar) = (form, events, calendar)
        let period = ReplyPeriod(events, calendar: calendar, settings: settings.replyPeriod, remedies: settings.remedies)
        deadlines = try period.deadlines()
        findings = period.findings
        reply =
            switch deadlines.first(where: { $0.kind == .reply }) {
            case nil: .awaits(period.awaited ?? .askedBody)
            case let deadline?:
                switch deadline.due {
                case .success(let day): .due(deadline, day)
                case .failure(let error): .unknown(error)
                }
            }
        let due: Day? = if case .due(_, let day) = reply { day } else { nil }
        served = ServedReply(period, due: due)
        silence =
            events.replyLetter.leftBy == nil
            ? due.flatMap { Silence(after: $0, body: events.body, in: calendar, table: settings.remedies) } : nil
        let ways = [silence?.way, silence?.confirmed].compactMap { $0 } + (served?.parts.compactMap(\.way) ?? [])
        let days = (deadlines.map(\.due) + ways.flatMap { [$0.review, $0.lawsuit].compactMap { $0 } }).compactMap { try? $0.get() }
        isProvisional = days.contains(where: calendar.isProvisional)
    }

    /// A third party who has not answered yet: the reply is counted with the whole of its period.
    var countsOpenConsultation: Bool { events.consultations.contains { $0.answered == nil } }
}
