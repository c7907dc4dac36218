import Law

/// What one may do about a reply, or about none, and until when.
struct RemedyWay: Sendable {
    let remedy: Remedy
    /// The last day to apply for review; nil where there is none.
    let review: Result<Day, CalendarError>?
    /// The last day to sue at once; nil where one may not.
    let lawsuit: Result<Day, CalendarError>?

    /// - Parameter day: the day that both periods run from; the next one is their first.
    init(_ remedy: Remedy, after day: Day, in calendar: WorkdayCalendar) {
        func last(_ period: Period) -> Result<Day, CalendarError> {
            Result { () throws(CalendarError) in try calendar.due(after: day, period) }
        }
        self.remedy = remedy
        review = remedy.reviewDays.map { last(.days($0)) }
        if case .months(let months) = remedy.lawsuit { lawsuit = last(.months(months)) } else { lawsuit = nil }
    }
}

/// No reply came within the period: what holds from the next day on.
struct Silence: Sendable {
    /// The last day of the reply's period.
    let due: Day
    /// The first day on which one may act.
    let from: Day
    let way: RemedyWay
    /// The rule before, where the text of the one that applies has not been seen.
    let confirmed: RemedyWay?

    /// Nil for a day before the Regulation.
    init?(after due: Day, body: BodyKind, in calendar: WorkdayCalendar, table: RemedyTable = .standard) {
        (self.due, from) = (due, due.adding(1))
        guard let remedy = try? table.remedy(.noReply, on: from, body: body) else { return nil }
        way = RemedyWay(remedy, after: due, in: calendar)
        let before = remedy.isConfirmed ? nil : try? table.switchingOff([remedy.row]).remedy(.noReply, on: from, body: body)
        confirmed = before.map { RemedyWay($0, after: due, in: calendar) }
    }
}

/// A reply that was served: whether in time, and what may be done about it.
struct ServedReply: Sendable {
    let served: Day
    let outcome: Outcome?
    /// How many working days after the deadline; 0 in time; nil where the deadline or the days are not known.
    let workdaysLate: Int?
    let isLate: Bool
    let way: RemedyWay

    init?(_ events: ReplyEvents, due: Day?, in calendar: WorkdayCalendar, table: RemedyTable = .standard) {
        guard let served = events.served else { return nil }
        (self.served, outcome) = (served, events.outcome)
        isLate = due.map { served > $0 } ?? false
        workdaysLate = due.flatMap { try? calendar.count($0.adding(1), served) }
        // What was granted may still be wrong or incomplete: then it is as if it were not held.
        let ground = events.outcome.map { $0 == .granted ? .notHeld : $0.ground(article: events.article) } ?? Ground.general
        guard let remedy = try? table.remedy(ground, on: served, body: events.body) else { return nil }
        way = RemedyWay(remedy, after: served, in: calendar)
    }
}
