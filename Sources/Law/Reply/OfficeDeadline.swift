/// What is due from the office besides the reply to a request and the annual report (`ReportDue`).
package enum OfficeDeadline {
    /// Proactive disclosure: 20 working days from the day the information was made or changed (article 26).
    ///
    /// - Throws: `NotInForce` for a day before the Regulation.
    package static func publication(made: Day, calendar: WorkdayCalendar) throws(NotInForce) -> Deadline {
        try NotInForce.check(.regulation, on: made)
        return Deadline(
            .publication, after: "信息形成或者变更", made, .workdays(20), in: calendar, basis: [Basis(26)],
            notes: ["法律、法规另有规定的，从其规定。"])
    }

    // MARK: As the respondent; `ReviewCase` has the review itself

    /// The report on what was done about the review body's opinion letter (行政复议法 article 76): 60 days.
    ///
    /// - Throws: `NotInForce` before 2024.
    package static func opinionLetter(received: Day, calendar: WorkdayCalendar) throws(NotInForce) -> Deadline {
        try NotInForce.check(.reviewLaw, on: received)
        return Deadline(
            .opinionLetterAnswer, after: "收到行政复议意见书", received, .days(60), in: calendar, basis: [Basis(.reviewLaw, Article(76))],
            notes: ["将纠正相关违法行为的情况报送行政复议机关。"])
    }

    /// The body's answer as the defendant of a lawsuit: 15 days from the copy.
    package static func lawsuitAnswer(copyReceived: Day, calendar: WorkdayCalendar) -> Deadline {
        Deadline(
            .lawsuitAnswer, after: "收到起诉状副本", copyReceived, .days(15), in: calendar,
            basis: [Basis(.litigationLaw, Article(67))], notes: ["逾期不提供证据的，视为没有相应证据。"])
    }

    /// An appeal: 15 days from a judgment, 10 from a ruling (行政诉讼法 article 85).
    package static func appeal(served: Day, isRuling: Bool, calendar: WorkdayCalendar) -> Deadline {
        Deadline(
            .appeal, after: isRuling ? "收到裁定书" : "收到判决书", served, .days(isRuling ? 10 : 15), in: calendar,
            basis: [Basis(.litigationLaw, Article(85))], notes: ["逾期不上诉的，判决或者裁定发生法律效力。"])
    }
}
