/// Every deadline of a request, from what has happened to it (articles 30 to 34, the fee measures, the remedies).
public struct ReplyPeriod: Sendable {
    /// Periods that the Regulation leaves to the office.
    public struct Settings: Sendable, Equatable {
        /// Working days for a supplement, where the notice names no other; article 30 asks for a reasonable time.
        public var supplementDays = 15
        /// Working days from service to the archive (article 45).
        public var archiveDays = HandlingStep.archive.limit ?? 5

        public init() {}
    }

    /// Articles 30 and 33, in working days.
    public static let replyDays = 20
    public static let supplementNoticeDays = 7

    public let events: ReplyEvents
    public let calendar: WorkdayCalendar
    public let settings: Settings
    public let remedies: RemedyTable

    public init(
        _ events: ReplyEvents, calendar: WorkdayCalendar = .official, settings: Settings = Settings(), remedies: RemedyTable = .standard
    ) {
        (self.events, self.calendar, self.settings, self.remedies) = (events, calendar, settings, remedies)
    }

    /// All deadlines whose starting day is known, in the order in which they come up.
    ///
    /// - Throws: the first of `events.errors`.
    public func deadlines() throws(EventError) -> [Deadline] {
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

    private var supplementNotice: Deadline {
        Deadline(
            .supplementNotice, after: ReplyEvents.Event.received.title, events.received, .workdays(ReplyPeriod.supplementNoticeDays),
            in: calendar, basis: [Basis(30)],
            notes: [events.channel?.rule].compactMap { $0 } + ["申请内容不明确的，应当一次性告知需要补正的事项和合理的补正期限。"])
    }

    private var supplement: Deadline? {
        guard let asked = events.supplementAsked else { return nil }
        return Deadline(
            .supplement, after: ReplyEvents.Event.supplementAsked.title, asked, .workdays(settings.supplementDays), in: calendar,
            basis: [Basis(30)],
            notes: ["补正期限以补正告知书写明的为准。无正当理由逾期不补正的，视为放弃申请，不再处理。"])
    }

    // MARK: Others who are asked, articles 32 and 34

    private var opinions: [Deadline] {
        events.consultations.compactMap { consultation in
            guard let period = consultation.period else { return nil }
            let isThirdParty = consultation.kind == .thirdParty
            let event: ReplyEvents.Event = isThirdParty ? .consulted : .askedBody
            return Deadline(
                isThirdParty ? .thirdPartyOpinion : .otherBodyOpinion, after: event.title, consultation.start, period, in: calendar,
                basis: consultation.basis,
                notes: [
                    isThirdParty
                        ? "自收到征求意见书之日起计算；逾期未提出意见的，由行政机关依法决定是否公开。"
                        : consultation.kind == .jointMaker ? "逾期未提出意见的，视为同意公开。" : "法律没有规定期限，以本机关所定期限为准；逾期不视为同意。"
                ])
        }
    }

    // MARK: The reply, article 33

    /// The event that the reply's twenty days run from, the last restart; nil while a supplement or a fee is awaited.
    private var replyStart: (event: ReplyEvents.Event, day: Day)? {
        guard let handling = handlingStart(before: nil) else { return nil }
        guard events.feeNotified != nil else { return handling }
        guard let paid = events.feePaid else { return nil }
        return handling.day > paid ? handling : (.feePaid, paid)
    }

    /// The same without the fee: the supplement, where one was asked until that day, else the receipt.
    private func handlingStart(before day: Day?) -> (event: ReplyEvents.Event, day: Day)? {
        guard let asked = events.supplementAsked, day.map({ asked <= $0 }) ?? true else { return (.received, events.received) }
        return events.supplementReceived.map { (.supplementReceived, $0) }
    }

    /// Days on which others were asked during a period of working days; what is asked after its last day moves nothing.
    /// Nil where a question is open whose end nobody can tell: it stops the clock.
    private func excluded(after start: Day, _ period: Period) -> [ClosedRange<Day>]? {
        var intervals: [ClosedRange<Day>] = []
        for consultation in events.consultations.sorted(by: { $0.asked < $1.asked }) {
            if let due = try? calendar.due(after: start, period, excluding: intervals), due < consultation.asked { break }
            do {
                guard let interval = try consultation.interval(in: calendar) else { return nil }
                intervals.append(interval)
            } catch {
                // A calendar that cannot tell an exclusion cannot tell the deadline either: the failure shows there.
                return intervals + [consultation.asked...max(consultation.asked, calendar.known.upperBound)]
            }
        }
        return intervals
    }

    /// The deadline of the reply; nil while its starting day is not known, or an answer without a period is awaited.
    public var reply: Deadline? {
        let extended = events.extended ?? 0
        let period = Period.workdays(ReplyPeriod.replyDays + extended)
        guard let start = replyStart, let excluded = excluded(after: start.day, period) else { return nil }
        let consulted = events.consultations.isEmpty ? [] : [Basis(33, paragraph: 3)]
        var notes: [String] = []
        if start.event == .received, let channel = events.channel { notes.append(channel.rule) }
        if extended > 0 { notes.append("延长\(extended)个工作日：须在原期限届满前经政府信息公开工作机构负责人同意并告知申请人，只能延长一次。") }
        if !events.consultations.isEmpty { notes.append("征求第三方和其他机关意见所需时间不计入期限。") }
        if start.event == .supplementReceived { notes.append("答复期限自收到补正之日起重新计算。") }
        if start.event == .feePaid { notes.append("答复期限自申请人缴费次日起重新计算。") }
        return Deadline(
            .reply, after: start.event.title, start.day, period, excluding: excluded, in: calendar,
            basis: [Basis(33, paragraph: 2)] + consulted + restart(start.event), notes: notes)
    }

    private func restart(_ event: ReplyEvents.Event) -> [Basis] {
        switch event {
        case .supplementReceived: [Basis(30)]
        case .feePaid: [Basis(42), Basis(.feeMeasures)]
        default: []
        }
    }

    // MARK: The fee, article 42 and the measures

    private var feeNotice: Deadline? {
        let period = Period.workdays(ReplyPeriod.replyDays)
        guard let notified = events.feeNotified, let start = handlingStart(before: notified),
            let excluded = excluded(after: start.day, period)
        else { return nil }
        return Deadline(
            .feeNotice, after: start.event.title, start.day, period, excluding: excluded, in: calendar,
            basis: [Basis(42), Basis(.feeMeasures)],
            notes: ["收费通知书应当在处理期限内发出，写明金额、标准、缴费途径和不缴费的后果。"])
    }

    private var feePayment: Deadline? {
        guard let notified = events.feeNotified else { return nil }
        return Deadline(
            .feePayment, after: ReplyEvents.Event.feeNotified.title, notified, .workdays(20), in: calendar,
            basis: [Basis(42), Basis(.feeMeasures)], notes: ["逾期未缴费的，视为放弃申请，不再处理。"])
    }

    // MARK: After service

    private var archive: Deadline? {
        guard let served = events.served else { return nil }
        return Deadline(
            .archive, after: ReplyEvents.Event.served.title, served, .workdays(settings.archiveDays), in: calendar, basis: [Basis(45)],
            notes: ["本机关内部期限。"])
    }

    private var remedyDeadlines: [Deadline] {
        let remedy = events.served.flatMap { served in
            let ground = events.outcome.map { $0.ground(article: events.article) } ?? .general
            return try? remedies.remedy(ground, on: served, body: events.body)
        }
        var list: [Deadline] = []
        let sources = remedy?.sources ?? []
        if let served = events.served, let remedy, let days = remedy.reviewDays {
            list.append(
                Deadline(
                    .review, after: ReplyEvents.Event.served.title, served, .days(days), in: calendar, basis: [Basis(51)] + sources,
                    notes: [
                        "自知道或者应当知道答复之日起计算；答复没有告知权利、机关或者期限的，自知道之日起算，最长一年。"
                    ] + remedy.notes))
        }
        if let decided = events.reviewDecided, remedy?.route != .reviewOnly {
            list.append(
                Deadline(
                    .lawsuit, after: ReplyEvents.Event.reviewDecided.title, decided, .days(15), in: calendar,
                    basis: [Basis(51), Basis(.litigationLaw, Article(45))],
                    notes: ["不服行政复议决定的，自收到决定之日起十五日内起诉。"]))
        } else if let served = events.served, case .months(let months)? = remedy?.lawsuit {
            list.append(
                Deadline(
                    .lawsuit, after: ReplyEvents.Event.served.title, served, .months(months), in: calendar,
                    basis: [Basis(51), Basis(.litigationLaw, Article(46))], notes: remedy.map(\.notes) ?? []))
        }
        return list
    }

    private var newDecision: Deadline? {
        guard let ordered = events.newDecisionOrdered else { return nil }
        return Deadline(
            .newDecision, after: ReplyEvents.Event.newDecisionOrdered.title, ordered,
            .workdays(events.newDecisionDays ?? ReplyPeriod.replyDays), in: calendar, basis: [Basis(33, paragraph: 2)],
            notes: ["判决或者复议决定另定期限的，从其规定。重新处理不在年度报告表三中另计一件。"])
    }
}
