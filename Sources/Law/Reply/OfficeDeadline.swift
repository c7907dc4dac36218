/// What is due from the office besides the reply to a request.
public enum OfficeDeadline {
    /// Proactive disclosure: 20 working days from the day the information was made or changed (article 26).
    ///
    /// - Throws: `NotInForce` for a day before the Regulation.
    public static func publication(made: Day, calendar: WorkdayCalendar) throws(NotInForce) -> Deadline {
        try NotInForce.check(.regulation, on: made)
        return Deadline(
            .publication, after: "信息形成或者变更", made, .workdays(20), in: calendar, basis: [Basis(26)],
            notes: ["法律、法规另有规定的，从其规定。"])
    }

    /// Who publishes an annual report.
    public enum Reporter: Hashable, Sendable {
        /// A department at county level and above: 31 January.
        case department
        /// The authority for a whole local government at county level and above: 31 March.
        case government
        /// A town or street office, by local order; mostly 31 January.
        case town(month: Int, day: Int, basis: String)
    }

    /// The last day to publish the report on a year, and what it rests on (article 49). The day stands, worked or not.
    ///
    /// - Returns: nil where a local order names a day that the calendar does not have.
    /// - Throws: `NotInForce` for a report that was due before the Regulation: on 2018 and earlier.
    public static func annualReport(on year: Int, by reporter: Reporter) throws(NotInForce) -> (due: Day, basis: String)? {
        try NotInForce.check(.regulation, on: Day(year, 12, 31))
        return switch reporter {
        case .department: (Day(year + 1, 1, 31), Basis(49, paragraph: 1).description)
        case .government: (Day(year + 1, 3, 31), Basis(49, paragraph: 2).description)
        case .town(let month, let day, let basis): Day(year: year + 1, month: month, day: day).map { ($0, basis) }
        }
    }

    // MARK: As the respondent; `ReviewCase` has the review itself

    /// The report on what was done about the review body's opinion letter (行政复议法 article 76): 60 days.
    ///
    /// - Throws: `NotInForce` before 2024.
    public static func opinionLetter(received: Day, calendar: WorkdayCalendar) throws(NotInForce) -> Deadline {
        try NotInForce.check(.reviewLaw, on: received)
        return Deadline(
            .opinionLetterAnswer, after: "收到行政复议意见书", received, .days(60), in: calendar, basis: [Basis(.reviewLaw, Article(76))],
            notes: ["将纠正相关违法行为的情况报送行政复议机关。"])
    }

    /// The body's answer as the defendant of a lawsuit: 15 days from the copy.
    public static func lawsuitAnswer(copyReceived: Day, calendar: WorkdayCalendar) -> Deadline {
        Deadline(
            .lawsuitAnswer, after: "收到起诉状副本", copyReceived, .days(15), in: calendar,
            basis: [Basis(.litigationLaw, Article(67))], notes: ["逾期不提供证据的，视为没有相应证据。"])
    }

    /// An appeal: 15 days from a judgment, 10 from a ruling (行政诉讼法 article 85).
    public static func appeal(served: Day, isRuling: Bool, calendar: WorkdayCalendar) -> Deadline {
        Deadline(
            .appeal, after: isRuling ? "收到裁定书" : "收到判决书", served, .days(isRuling ? 10 : 15), in: calendar,
            basis: [Basis(.litigationLaw, Article(85))], notes: ["逾期不上诉的，判决或者裁定发生法律效力。"])
    }
}
