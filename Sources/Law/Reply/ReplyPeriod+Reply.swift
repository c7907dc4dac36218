/// The deadline of the reply itself (article 33): from which event it runs, what does not count, what an extension adds.
extension ReplyPeriod {
    /// Where the period stands: running from an event, or waiting for one.
    enum Course: Equatable {
        case runs(ReplyEvents.Event, Day)
        case awaits(ReplyEvents.Event)
    }

    /// One uninterrupted period of working days.
    struct Stretch {
        let period: Period
        /// Days on which others were asked.
        let excluded: [ClosedRange<Day>]
    }

    // MARK: The event that it runs from

    /// The supplement where one was asked until a day, else the receipt.
    ///
    /// - Parameter late: whether a notice restarts the period that left after its own 7 working days.
    func handling(until day: Day?, acceptingLateActs late: Bool) -> Course {
        guard let asked = events.supplementNotice.leftBy, day.map({ asked <= $0 }) ?? true, late || !isSupplementNoticeLate
        else { return .runs(.received, events.received) }
        return events.supplementReceived.map { .runs(.supplementReceived, $0) } ?? .awaits(.supplementReceived)
    }

    private func course(acceptingLateActs late: Bool) -> Course {
        let handling = handling(until: nil, acceptingLateActs: late)
        guard events.feeNotice.leftBy != nil, late || !isFeeNoticeLate else { return handling }
        guard let paid = events.feePaid else { return .awaits(.feePaid) }
        if case .runs(_, let start) = handling, start <= paid { return .runs(.feePaid, paid) }
        return handling
    }

    /// The event that has to come before the reply's deadline can be told: a supplement, a payment, another body's
    /// answer. Nil where it can be told.
    package var awaited: ReplyEvents.Event? {
        switch course(acceptingLateActs: false) {
        case .awaits(let event): event
        case .runs(let event, let start): stretch(from: start, event, acceptingLateActs: false) == nil ? .askedBody : nil
        }
    }

    var isSupplementNoticeLate: Bool {
        guard let sent = events.supplementNotice.leftBy, let due = try? supplementNotice.due.get() else { return false }
        return sent > due
    }

    var isFeeNoticeLate: Bool {
        guard let sent = events.feeNotice.leftBy, let due = try? feeNotice?.due.get() else { return false }
        return sent > due
    }

    // MARK: What does not count, what is added

    /// Days on which others were asked during a period of working days; what is asked after its last day moves nothing.
    /// Nil where a question is open whose end nobody can tell: it stops the clock.
    private func excluded(after start: Day, _ period: Period) -> [ClosedRange<Day>]? {
        var intervals: [ClosedRange<Day>] = []
        for consultation in events.consultations.sorted(by: { $0.asked < $1.asked }) {
            if let due = try? calendar.due(after: start, period, excluding: intervals), due < consultation.asked { break }
            let first = settings.skipsDayOfAsking ? consultation.asked : consultation.asked.adding(1)
            do {
                guard let end = try consultation.end(in: calendar) else { return nil }
                if first <= end { intervals.append(first...end) }
            } catch {
                // A calendar that cannot tell an exclusion cannot tell the deadline either: the failure shows there.
                return intervals + [first...max(first, calendar.known.upperBound)]
            }
        }
        return intervals
    }

    /// Nil where an open question stops the clock.
    func stretch(from start: Day, _ event: ReplyEvents.Event, acceptingLateActs late: Bool) -> Stretch? {
        let period = Period.workdays(ReplyPeriod.replyDays + extensionDays(from: start, event, acceptingLateActs: late))
        return excluded(after: start, period).map { Stretch(period: period, excluded: $0) }
    }

    /// The working days that an extension adds to the period that begins with an event: it belongs to the period in which
    /// it was told, and a restart begins without it. Undated, it belongs to the first.
    private func extensionDays(from start: Day, _ event: ReplyEvents.Event, acceptingLateActs late: Bool) -> Int {
        guard let days = events.extended else { return 0 }
        guard events.extensionNotice.leftBy != nil else { return event == .received ? days : 0 }
        guard let home = extensionHome(acceptingLateActs: late), home.day == start, !isExtensionLate(acceptingLateActs: late)
        else { return 0 }
        return days
    }

    /// The last event before the extension was told from which a period ran. Where a late act may have restarted it, both
    /// readings have their own, and the extension is judged in each by itself.
    private func extensionHome(acceptingLateActs late: Bool) -> (event: ReplyEvents.Event, day: Day)? {
        guard let told = events.extensionNotice.leftBy else { return nil }
        var home: (event: ReplyEvents.Event, day: Day) = (.received, events.received)
        if case .runs(let event, let day) = handling(until: told, acceptingLateActs: late), day <= told { home = (event, day) }
        if let paid = events.feePaid, paid <= told, paid >= home.day, late || !isFeeNoticeLateUnextended { home = (.feePaid, paid) }
        return home
    }

    /// Whether the fee notice left after the plain period. For an extension told later than the notice that is the same
    /// question: one told in the period cannot come after a notice that is late.
    private var isFeeNoticeLateUnextended: Bool {
        let plain = Period.workdays(ReplyPeriod.replyDays)
        guard let sent = events.feeNotice.leftBy, case .runs(_, let start) = handling(until: sent, acceptingLateActs: false),
            let excluded = excluded(after: start, plain), let due = try? calendar.due(after: start, plain, excluding: excluded)
        else { return false }
        return sent > due
    }

    /// The last day of the period in which the extension was told, before it is added.
    func dueBeforeExtension(acceptingLateActs late: Bool) -> Day? {
        let plain = Period.workdays(ReplyPeriod.replyDays)
        guard let home = extensionHome(acceptingLateActs: late), let excluded = excluded(after: home.day, plain) else { return nil }
        return try? calendar.due(after: home.day, plain, excluding: excluded)
    }

    func isExtensionLate(acceptingLateActs late: Bool) -> Bool {
        guard let told = events.extensionNotice.leftBy, let due = dueBeforeExtension(acceptingLateActs: late) else { return false }
        return told > due
    }

    // MARK: The deadline

    /// The deadline of the reply; nil while its starting day is not known, or an answer without a period is awaited.
    /// Where an act of the office came too late to restart the period beyond dispute, the earlier of both days is the due
    /// one and the other its `alternative`.
    package var reply: Deadline? {
        guard let plain = deadline(acceptingLateActs: false) else { return nil }
        guard isSupplementNoticeLate || isFeeNoticeLate, let restarted = deadline(acceptingLateActs: true) else { return plain }
        guard let first = try? plain.due.get(), let second = try? restarted.due.get() else { return plain }
        return first <= second ? plain.with(alternative: second) : restarted.with(alternative: first)
    }

    private func deadline(acceptingLateActs late: Bool) -> Deadline? {
        guard case .runs(let event, let start) = course(acceptingLateActs: late),
            let stretch = stretch(from: start, event, acceptingLateActs: late)
        else { return nil }
        let extended = (stretch.period.count ?? 0) - ReplyPeriod.replyDays
        var notes: [String] = []
        if event == .received, let channel = events.channel { notes.append(channel.rule) }
        if extended > 0 { notes.append("延长\(extended)个工作日：须在原期限届满前经政府信息公开工作机构负责人同意并告知申请人，只能延长一次。") }
        if !events.consultations.isEmpty { notes.append("征求第三方和其他机关意见所需时间不计入期限。") }
        if event == .supplementReceived { notes.append("答复期限自收到补正之日起重新计算。") }
        if event == .feePaid { notes.append("答复期限自申请人缴费次日起重新计算。") }
        if event != .received, events.extended != nil, extended == 0 { notes.append("重新计算的期限不含以前的延长；需要延长的，应当在新的期限内另行告知。") }
        let restart: [Basis] =
            switch event {
            case .supplementReceived: [Basis(30)]
            case .feePaid: [Basis(42), Basis(.feeMeasures)]
            default: []
            }
        return Deadline(
            .reply, after: event.title, start, stretch.period, excluding: stretch.excluded, in: calendar,
            basis: [Basis(33, paragraph: 2)] + (events.consultations.isEmpty ? [] : [Basis(33, paragraph: 3)]) + restart, notes: notes)
    }

    /// Whether the reply came too late, by the day it left the office; nil while it is open, or the day that decides is not
    /// known.
    package var isLate: Bool? {
        guard let due = try? reply?.due.get() else { return nil }
        if let sent = events.replyLetter.officeDay { return sent > due }
        guard let received = events.replyLetter.received, received <= due else { return nil }
        return false
    }
}
