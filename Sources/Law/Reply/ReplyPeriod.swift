/// Every deadline of a request, from what has happened to it (articles 30 to 34, the fee measures, the remedies).
package struct ReplyPeriod: Sendable {
    /// What the Regulation leaves to the office.
    package struct Settings: Sendable, Equatable {
        /// Working days for a supplement, where the notice names no day; article 30 asks for a reasonable time.
        package var supplementDays = 15
        /// Working days from service to the archive (article 45).
        package var archiveDays = HandlingStep.archive.limit ?? 5
        /// True where the day on which others are asked does not count either. Unsettled in law; the earlier day is the safe
        /// one for an office, so it counts unless somebody chooses otherwise.
        package var skipsDayOfAsking = false

        package init() {}
    }

    /// Articles 30 and 33, in working days.
    package static let replyDays = 20
    package static let supplementNoticeDays = 7

    package let events: ReplyEvents
    package let calendar: WorkdayCalendar
    package let settings: Settings
    package let remedies: RemedyTable

    package init(
        _ events: ReplyEvents, calendar: WorkdayCalendar = .official, settings: Settings = Settings(), remedies: RemedyTable = .standard
    ) {
        (self.events, self.calendar, self.settings, self.remedies) = (events, calendar, settings, remedies)
    }

    /// All deadlines whose starting day is known, in the order in which they come up.
    ///
    /// - Throws: the first of `events.errors`.
    package func deadlines() throws(EventError) -> [Deadline] {
        if let error = events.errors.first { throw error }
        var list = [supplementNotice]
        list += [supplement].compactMap { $0 }
        list += opinions
        list += [feeNotice, feePayment, reply, archive].compactMap { $0 }
        list += remedyDeadlines
        list += [newDecision].compactMap { $0 }
        return list
    }

    // MARK: The applicant's supplement, article 30

    var supplementNotice: Deadline {
        Deadline(
            .supplementNotice, after: ReplyEvents.Event.received.title, events.received, .workdays(ReplyPeriod.supplementNoticeDays),
            in: calendar, basis: [Basis(30)],
            notes: [events.channel?.rule].compactMap { $0 } + ["申请内容不明确的，应当一次性告知需要补正的事项和合理的补正期限。"])
    }

    /// The applicant's own limit: the day that the notice names, else from the day it was received. A burden on somebody
    /// does not begin before they know of it.
    var supplement: Deadline? {
        guard let asked = events.supplementNotice.leftBy else { return nil }
        let received = events.supplementNotice.recipientDay
        let abandoned = "无正当理由逾期不补正的，视为放弃申请，不再处理。"
        if let until = events.supplementUntil {
            return Deadline(
                .supplement, after: ReplyEvents.Event.supplementAsked.title, asked, .until(until), in: calendar, basis: [Basis(30)],
                notes: ["补正告知书写明的最后一天。", abandoned])
        }
        let event = received == nil ? ReplyEvents.Event.supplementAsked : .supplementNoticeReceived
        return Deadline(
            .supplement, after: event.title, received ?? asked, .workdays(settings.supplementDays), in: calendar, basis: [Basis(30)],
            notes: [
                received == nil ? "补正期限从申请人收到补正告知书起算；没有填写收到的日期，暂从发出之日推算。" : "补正期限从申请人收到补正告知书起算。",
                "补正告知书写明了最后一天的，以写明的为准。", abandoned,
            ])
    }

    // MARK: Others who are asked, articles 32 and 34

    private var opinions: [Deadline] {
        events.consultations.compactMap { consultation in
            guard let period = consultation.period else { return nil }
            let isThirdParty = consultation.kind == .thirdParty
            let event: ReplyEvents.Event = isThirdParty ? .consulted : .askedBody
            let words = consultation.delivered == nil ? event.title : "对方收到征求意见书"
            return Deadline(
                isThirdParty ? .thirdPartyOpinion : .otherBodyOpinion, after: words, consultation.start, period, in: calendar,
                basis: consultation.basis,
                notes: [
                    isThirdParty
                        ? "自收到征求意见书之日起计算；逾期未提出意见的，由行政机关依法决定是否公开。"
                        : consultation.kind == .jointMaker ? "逾期未提出意见的，视为同意公开。" : "法律没有规定期限，以本机关所定期限为准；逾期不视为同意。"
                ])
        }
    }

    // MARK: The fee, article 42 and the measures

    /// In time is a notice within the period as it then stands, an extension counted.
    var feeNotice: Deadline? {
        guard let notified = events.feeNotice.leftBy,
            case .runs(let event, let start) = handling(until: notified, acceptingLateActs: false),
            let stretch = stretch(from: start, event, acceptingLateActs: false)
        else { return nil }
        return Deadline(
            .feeNotice, after: event.title, start, stretch.period, excluding: stretch.excluded, in: calendar,
            basis: [Basis(42), Basis(.feeMeasures)],
            notes: ["收费通知书应当在处理期限内发出，写明金额、标准、缴费途径和不缴费的后果。"])
    }

    var feePayment: Deadline? {
        guard let notified = events.feeNotice.recipientDay else { return nil }
        return Deadline(
            .feePayment, after: ReplyEvents.Event.feeNotified.title, notified, .workdays(20), in: calendar,
            basis: [Basis(42), Basis(.feeMeasures)], notes: ["逾期未缴费的，视为放弃申请，不再处理。"])
    }

    // MARK: After the reply

    private var archive: Deadline? {
        guard let served = events.replyLetter.received ?? events.replyLetter.dispatched else { return nil }
        let event: ReplyEvents.Event = events.replyLetter.received == nil ? .dispatched : .served
        return Deadline(
            .archive, after: event.title, served, .workdays(settings.archiveDays), in: calendar, basis: [Basis(45)],
            notes: ["本机关内部期限。"])
    }

    private var newDecision: Deadline? {
        guard let order = events.order else { return nil }
        let own: [Basis] =
            switch order.source {
            case .court: [Basis(.interpretation, Article(11))]
            case .review: [Basis(.reviewLaw, Article(77))]
            }
        let named = order.period == nil ? "没有写明期限的，按20个工作日推算。" : "判决或者复议决定写明的期限。"
        return Deadline(
            .newDecision, after: ReplyEvents.Event.newDecisionOrdered.title, order.day, order.period ?? .workdays(ReplyPeriod.replyDays),
            in: calendar, basis: [Basis(33, paragraph: 2)] + own.filter { $0.statute.since.map { $0 <= order.day } ?? true },
            notes: [named, "重新处理不在年度报告表三中另计一件。"])
    }
}
