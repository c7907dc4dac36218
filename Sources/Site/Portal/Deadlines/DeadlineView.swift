import Law
import Office

/// What the page of a result shows.
struct DeadlineView: Sendable {
    let form: DeadlineForm
    let events: ReplyEvents
    let calendar: WorkdayCalendar
    /// Every deadline, in the order in which they come up.
    let deadlines: [Deadline]
    let reply: Reply
    /// Nil where a reply was served, or no deadline has passed.
    let silence: Silence?
    let served: ServedReply?
    /// True where some day lies beyond the announced holidays and could be told provisionally.
    let offersProvisional: Bool

    /// Until when the reply must be made, or why that is not known.
    enum Reply: Sendable {
        case due(Deadline, Day)
        case unknown(CalendarError)
        case awaitsSupplement, awaitsFee, awaitsBody
    }

    init(
        _ form: DeadlineForm, _ events: ReplyEvents, calendar: WorkdayCalendar, settings: OfficeSettings = OfficeSettings(),
        canBeProvisional: Bool
    ) throws(EventError) {
        (self.form, self.events, self.calendar) = (form, events, calendar)
        deadlines = try ReplyPeriod(events, calendar: calendar, settings: settings.replyPeriod, remedies: settings.remedies).deadlines()
        reply = Self.reply(deadlines.first { $0.kind == .reply }, events)
        let due: Day? = if case .due(_, let day) = reply { day } else { nil }
        served = ServedReply(events, due: due, in: calendar, table: settings.remedies)
        silence = events.served == nil ? due.flatMap { Silence(after: $0, body: events.body, in: calendar, table: settings.remedies) } : nil
        let ways = [silence?.way, silence?.confirmed, served?.way].compactMap { $0 }
        let results = deadlines.map(\.due) + ways.flatMap { [$0.review, $0.lawsuit].compactMap { $0 } }
        offersProvisional = canBeProvisional && !form.isProvisional && results.contains(where: Self.isBeyond)
    }

    /// A third party who has not answered yet: the reply is counted with the whole of its period.
    var countsOpenConsultation: Bool { events.consultations.contains { $0.answered == nil } }

    private static func reply(_ deadline: Deadline?, _ events: ReplyEvents) -> Reply {
        guard let deadline else {
            if events.feeNotified != nil, events.feePaid == nil { return .awaitsFee }
            if events.supplementAsked != nil, events.supplementReceived == nil { return .awaitsSupplement }
            return .awaitsBody
        }
        return switch deadline.due {
        case .success(let day): .due(deadline, day)
        case .failure(let error): .unknown(error)
        }
    }

    private static func isBeyond(_ result: Result<Day, CalendarError>) -> Bool {
        if case .failure(.unknown(let day, let known)) = result { day > known.upperBound } else { false }
    }
}
