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

    /// The body's own deadlines as the respondent of an administrative review.
    ///
    /// - Parameters:
    ///   - copyReceived: the day the copy of the application came.
    ///   - isSimplified: 简易程序, allowed for disclosure since 2024: 5 working days, decision in 30 days.
    ///   - accepted: the day the review body accepted the application; nil leaves its decision out.
    ///   - extended: days by which the review body extended its own period, at most 30.
    /// - Throws: `NotInForce` for the simplified procedure before 2024.
    public static func review(
        copyReceived: Day, isSimplified: Bool, accepted: Day?, extended: Int = 0, calendar: WorkdayCalendar
    ) throws(NotInForce) -> [Deadline] {
        if isSimplified { try NotInForce.check(.reviewLaw, on: copyReceived) }
        let revised = (try? NotInForce.check(.reviewLaw, on: copyReceived)) != nil
        let law = revised ? Statute.reviewLaw : .reviewLaw2017
        // Ten days are working days since the revision (article 88), calendar days before (article 40 names five and seven).
        let period: Period = isSimplified ? .workdays(5) : revised ? .workdays(10) : .days(10)
        var list = [
            Deadline(
                .reviewAnswer, after: "收到行政复议申请书副本", copyReceived, period, in: calendar,
                basis: [Basis(law, revised ? Article(isSimplified ? 54 : 48) : Article(23))],
                notes: ["逾期不提交书面答复和证据的，视为没有证据、依据。"])
        ]
        if let accepted {
            list.append(
                Deadline(
                    .reviewDecision, after: "受理行政复议申请", accepted, .days(isSimplified ? 30 : 60 + min(max(extended, 0), 30)),
                    in: calendar, basis: [Basis(law, revised ? Article(62) : Article(31))]))
        }
        return list
    }

    /// The body's answer as the defendant of a lawsuit: 15 days from the copy.
    public static func lawsuitAnswer(copyReceived: Day, calendar: WorkdayCalendar) -> Deadline {
        Deadline(
            .lawsuitAnswer, after: "收到起诉状副本", copyReceived, .days(15), in: calendar,
            basis: [Basis(.litigationLaw, Article(67))], notes: ["逾期不提供证据的，视为没有相应证据。"])
    }
}
