/// Others are asked before a reply: the days until the answer do not count (article 33).
package struct Consultation: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// 第三方, article 32: 15 working days.
        case thirdParty
        /// A body that made the information jointly, article 34: 15 working days, silence is consent.
        case jointMaker
        /// Another body that the information concerns, articles 11 and 17: no statutory period. The office may set one,
        /// in working days, so that the clock resumes.
        case otherBody(workdays: Int?)
    }

    package let kind: Kind
    package let asked: Day
    /// The day they received the letter, where it is known: their own period runs from it, else from the day asked.
    package let delivered: Day?
    /// The day the answer came; nil while it is awaited.
    package let answered: Day?

    package init(_ kind: Kind, asked: Day, delivered: Day? = nil, answered: Day?) {
        self.kind = kind
        self.asked = asked
        self.delivered = delivered
        self.answered = answered
    }

    /// The period of those who are asked; nil where none is set.
    var period: Period? {
        switch kind {
        case .thirdParty, .jointMaker: .workdays(15)
        case .otherBody(let workdays): workdays.map(Period.workdays)
        }
    }

    package var basis: [Basis] {
        switch kind {
        case .thirdParty: [Basis(32)]
        case .jointMaker: [Basis(34)]
        case .otherBody: [Basis(11), Basis(17)]
        }
    }

    /// The day that their own period runs from.
    var start: Day { delivered ?? asked }

    /// The day that ends the exclusion: the answer's, but not beyond the period of those who are asked. Nil while neither
    /// is known: the clock stands.
    ///
    /// - Throws: where that period runs out of the calendar and no earlier answer ends it.
    func end(in calendar: WorkdayCalendar) throws(CalendarError) -> Day? {
        guard let period else { return answered }
        let end: Day
        do {
            end = try calendar.due(after: start, period)
        } catch {
            guard let answered, calendar.known.contains(answered) else { throw error }
            return answered
        }
        return min(answered ?? end, end)
    }
}
