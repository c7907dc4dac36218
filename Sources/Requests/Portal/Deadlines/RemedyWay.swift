import Law
import Office
import Web

/// What one may do about a reply, or about none, and until when.
struct RemedyWay: Sendable {
    let remedy: Remedy
    /// The way that is open from that day.
    let route: RemedyRoute
    /// The last day to apply for review; nil where there is none.
    let review: Result<Day, CalendarError>?
    /// The period to sue at once; nil where one may not.
    let toSue: Period?
    /// Its last day.
    let lawsuit: Result<Day, CalendarError>?

    /// - Parameter day: the day that both periods run from; the next one is their first.
    init(_ remedy: Remedy, after day: Day, in calendar: WorkdayCalendar) {
        func last(_ period: Period) -> Result<Day, CalendarError> {
            Result { () throws(CalendarError) in try calendar.due(after: day, period) }
        }
        self.remedy = remedy
        review = remedy.reviewDays.map { last(.days($0)) }
        toSue = remedy.periodToSue(after: day, in: calendar)
        lawsuit = toSue.map(last)
        route = remedy.route(after: day)
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

/// A reply that left the office: whether in time, and what may be done about each of its parts.
struct ServedReply: Sendable {
    /// The day by which it is judged; nil where only the receipt is known.
    let officeDay: Day?
    /// Nil while the applicant has not received it, or nobody said when.
    let received: Day?
    /// Nil where that cannot be judged.
    let isLate: Bool?
    /// How many working days after the deadline; nil where the deadline or the days are not known.
    let workdaysLate: Int?
    let parts: [Part]

    struct Part: Sendable {
        /// Nil where the result is not named.
        let outcome: Outcome?
        let remedy: Remedy
        /// With its days, once the reply was received.
        let way: RemedyWay?
    }

    init?(_ period: ReplyPeriod, due: Day?) {
        let letter = period.events.replyLetter
        guard letter.leftBy != nil else { return nil }
        let received = letter.recipientDay
        (officeDay, self.received, isLate) = (letter.officeDay, received, period.isLate)
        let calendar = period.calendar
        workdaysLate = due.flatMap { due in letter.officeDay.flatMap { try? calendar.count(due.adding(1), $0) } }
        parts = period.partRemedies.map { part, remedy in
            Part(outcome: part?.outcome, remedy: remedy, way: received.map { RemedyWay(remedy, after: $0, in: calendar) })
        }
    }
}
