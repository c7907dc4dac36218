/// The way on from a reply.
package enum RemedyRoute: String, Sendable, CaseIterable {
    /// 复议前置: a lawsuit only after the review.
    case reviewFirst
    case reviewOrLawsuit
    /// Courts reject lawsuits.
    case reviewOnly
    case none

    package var title: String {
        switch self {
        case .reviewFirst: "应当先申请行政复议，对复议决定不服再提起行政诉讼"
        case .reviewOrLawsuit: "可以申请行政复议，也可以直接提起行政诉讼"
        case .reviewOnly: "可以申请行政复议（直接起诉的，人民法院不予受理）"
        case .none: "本身没有单独的救济途径"
        }
    }
}

/// How long a lawsuit stays open.
package enum LawsuitPeriod: Hashable, Sendable {
    /// 15 days from the review decision, its refusal, or the end of the review period.
    case afterReview(days: Int)
    case months(Int)
}

/// What follows from one reply: the way, who reviews, which court, until when.
package struct Remedy: Sendable, Equatable {
    package let route: RemedyRoute
    /// Days to apply for review; nil where there is none.
    package let reviewDays: Int?
    package let lawsuit: LawsuitPeriod?
    /// The last day on which a court still accepts the lawsuit, where a later rule closes it by the day of filing; nil
    /// where none does.
    package let lastFilingDay: Day?
    package let reviewBody: String?
    package let court: String?
    package let sources: [Basis]
    /// False where the rule's text has not been seen: shown as such to the administrator.
    package let isConfirmed: Bool
    /// The row of the table that it comes from.
    package let row: String
    /// What the row, the kind of body and the office's place say besides.
    package let remarks: [String]

    /// What a reader should know besides.
    package var notes: [String] {
        var notes: [String] = []
        switch route {
        case .reviewFirst:
            notes.append("复议前置：对行政复议决定不服，或者复议机关不予受理、逾期不作决定的，在十五日内起诉。")
            notes.append("经过复议的案件，也可以由复议机关所在地的人民法院管辖；复议机关维持答复的，两个机关是共同被告，改变答复的，被告是复议机关，复议机关是县级以上人民政府的，由中级人民法院管辖。")
        case .reviewOnly: notes.append("复议机关不予受理或者逾期不作决定的，可以就此起诉复议机关。")
        case .reviewOrLawsuit, .none: break
        }
        if let lastFilingDay {
            notes.append("\(lastFilingDay.adding(1).chinese)起提起的诉讼，人民法院不予立案（\(Basis(.interpretation, Article(10, paragraph: 2)))）。")
        }
        notes += remarks
        if !isConfirmed { notes.append("这一规则待确认：尚未见到条文原文。") }
        return notes
    }
}

/// The way to court, by the day from which the applicant knows the reply.
extension Remedy {
    /// The period to sue at once; nil where one may not, or where the courts were closed before it began.
    ///
    /// - Parameter day: on which the reply was received, or the period for one ended.
    package func periodToSue(after day: Day, in calendar: WorkdayCalendar) -> Period? {
        guard case .months(let months)? = lawsuit, !isClosed(on: day) else { return nil }
        guard let last = lastFilingDay else { return .months(months) }
        let isWhole = (try? calendar.due(after: day, .months(months))).map { $0 <= last } ?? false
        return isWhole ? .months(months) : .until(last)
    }

    /// The way that is open from that day: where the courts are closed by then, the review alone.
    package func route(after day: Day) -> RemedyRoute {
        route == .reviewOrLawsuit && isClosed(on: day) ? .reviewOnly : route
    }

    private func isClosed(on day: Day) -> Bool { lastFilingDay.map { $0 < day } ?? false }
}
