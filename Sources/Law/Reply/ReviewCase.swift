/// The body's own deadlines as the respondent of an administrative review.
package struct ReviewCase: Sendable, Equatable {
    /// The day the copy of the application came.
    package var copyReceived: Day
    /// 简易程序, allowed for disclosure since 2024: 5 working days, decision in 30 days.
    package var isSimplified: Bool
    /// The day on which the review body turned to the ordinary procedure (行政复议法 article 55), and told so.
    package var becameOrdinary: Day?
    /// The day the review body accepted the application; nil leaves its decision out.
    package var accepted: Day?
    /// Days by which the review body extended its own period, at most 30; none in the simplified procedure.
    package var extended = 0
    /// Days on which the review stood still (article 39).
    package var suspended: [ClosedRange<Day>] = []
    /// A mediation (articles 5 and 73) or a withdrawal after a settlement or without one (41, 74) that ended it: then no
    /// decision is due, and the answer only if its day came before.
    package var ended: Day?

    package init(copyReceived: Day, isSimplified: Bool = false, accepted: Day? = nil) {
        (self.copyReceived, self.isSimplified, self.accepted) = (copyReceived, isSimplified, accepted)
    }

    /// - Throws: `NotInForce` for the simplified procedure before 2024.
    package func deadlines(calendar: WorkdayCalendar) throws(NotInForce) -> [Deadline] {
        if isSimplified { try NotInForce.check(.reviewLaw, on: copyReceived) }
        let isRevised = (try? NotInForce.check(.reviewLaw, on: copyReceived)) != nil
        let law = isRevised ? Statute.reviewLaw : .reviewLaw2017
        // Ten days are working days since the revision (article 88), calendar days before (article 40 names five and seven).
        let isShort = isSimplified && becameOrdinary == nil
        let answer = Deadline(
            .reviewAnswer, after: "收到行政复议申请书副本", copyReceived, isShort ? .workdays(5) : isRevised ? .workdays(10) : .days(10),
            in: calendar,
            basis: [Basis(law, isRevised ? (isShort ? Article(54, paragraph: 2) : Article(48)) : Article(23))] + turned,
            notes: ["逾期不提交书面答复和证据的，视为没有证据、依据。"])
        var list = ended.map { ended in (try? answer.due.get()).map { $0 < ended } ?? false } ?? true ? [answer] : []
        if let accepted, ended == nil {
            let days = isShort ? 30 : 60 + min(max(extended, 0), 30)
            let decision = isRevised ? Article(62, paragraph: isShort ? 2 : 1) : Article(31)
            list.append(
                Deadline(
                    .reviewDecision, after: "受理行政复议申请", accepted, .days(days), excluding: suspended, in: calendar,
                    basis: [Basis(law, decision)] + turned + (suspended.isEmpty ? [] : [Basis(law, isRevised ? Article(39) : nil)]),
                    notes: suspended.isEmpty ? [] : ["中止的时间不计入。"]))
        }
        return list
    }

    private var turned: [Basis] { becameOrdinary == nil ? [] : [Basis(.reviewLaw, Article(55))] }
}
