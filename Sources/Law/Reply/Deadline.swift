/// What is due.
package enum DeadlineKind: String, Sendable, CaseIterable {
    case supplementNotice, supplement, thirdPartyOpinion, otherBodyOpinion, reply, feeNotice, feePayment, archive, review, lawsuit
    /// Article 26.
    case publication
    /// Article 49.
    case annualReport
    case reviewAnswer, reviewDecision, lawsuitAnswer
    /// The decision that a judgment or a review decision orders.
    case newDecision
    /// The answer to an opinion letter of the review body (行政复议法 article 76).
    case opinionLetterAnswer
    case appeal

    package var title: String {
        switch self {
        case .supplementNotice: "发出补正告知书"
        case .supplement: "申请人补正"
        case .thirdPartyOpinion: "第三方提出意见"
        case .otherBodyOpinion: "其他机关答复意见"
        case .reply: "作出答复"
        case .feeNotice: "发出收费通知书"
        case .feePayment: "申请人缴费"
        case .archive: "存档"
        case .review: "申请行政复议"
        case .lawsuit: "提起行政诉讼"
        case .publication: "主动公开"
        case .annualReport: "公布年度报告"
        case .reviewAnswer: "提交行政复议答复"
        case .reviewDecision: "作出行政复议决定"
        case .lawsuitAnswer: "提交答辩状"
        case .newDecision: "重新作出处理"
        case .opinionLetterAnswer: "回复行政复议意见书"
        case .appeal: "提起上诉"
        }
    }
}

/// A legal period that has begun: from what, how long, until when, and on what it rests.
package struct Deadline: Sendable, Equatable {
    package let kind: DeadlineKind
    /// The event that it runs from, in words: 收到申请.
    package let event: String
    /// The day of that event; it does not count.
    package let start: Day
    package let period: Period
    /// Days that do not count, as given; they may overlap.
    package let excluded: [ClosedRange<Day>]
    /// The last day, or why the calendar cannot tell it.
    package let due: Result<Day, CalendarError>
    /// What it rests on, the rule of the period first.
    package let basis: [Basis]
    /// What a reader should know besides.
    package private(set) var notes: [String]
    /// True where a day rests on weekends alone.
    package let isProvisional: Bool
    /// The later day that would hold if a disputed restart were good; nil where nothing is disputed.
    package private(set) var alternative: Day?

    init(
        _ kind: DeadlineKind, after event: String, _ start: Day, _ period: Period, excluding excluded: [ClosedRange<Day>] = [],
        in calendar: WorkdayCalendar, basis: [Basis], notes: [String] = []
    ) {
        (self.kind, self.event, self.start, self.period) = (kind, event, start, period)
        self.excluded = excluded
        self.basis = basis.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        self.notes = notes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        due = Result { () throws(CalendarError) in try calendar.due(after: start, period, excluding: excluded) }
        // A day that somebody named stands, whatever the calendar.
        if case .until = period {
            isProvisional = false
        } else {
            isProvisional = ((try? due.get()).map(calendar.isProvisional)) ?? false
        }
    }

    func with(alternative: Day) -> Deadline {
        var deadline = self
        deadline.alternative = alternative
        return deadline
    }

    /// With what is said besides, each sentence once.
    func with(notes: [String]) -> Deadline {
        var deadline = self
        deadline.notes += notes.filter { !self.notes.contains($0) }
        return deadline
    }

    /// The period day by day.
    ///
    /// - Throws: `CalendarError.unknown` where `due` has failed, too.
    package func days(in calendar: WorkdayCalendar) throws(CalendarError) -> [CountedDay] {
        try calendar.days(after: start, period, excluding: excluded)
    }

    /// The articles of the Regulation among its bases.
    package var articles: [Article] { basis.compactMap { $0.statute == .regulation ? $0.article : nil } }
}
