import TestValues
import Testing

@testable import Law

@Suite("Deadlines of a request, articles 30 to 34 and 42, the rules' cases")
struct ReplyPeriodTests {
    private typealias Change = (inout ReplyEvents) -> Void

    private func deadlines(
        _ received: Day, calendar: WorkdayCalendar = .official, settings: ReplyPeriod.Settings = .init(), _ change: Change = { _ in }
    ) throws -> [Deadline] {
        var events = ReplyEvents(received: received)
        change(&events)
        return try ReplyPeriod(events, calendar: calendar, settings: settings).deadlines()
    }

    private func kinds(_ received: Day, _ change: Change = { _ in }) throws -> [DeadlineKind] {
        try deadlines(received, change).map(\.kind)
    }

    private func due(_ kind: DeadlineKind, _ received: Day, _ change: Change = { _ in }) throws -> String? {
        try deadlines(received, change).first { $0.kind == kind }?.due.get().description
    }

    /// Received on 2 March 2020, others asked: the reply's last day.
    private func replyAsking(_ consultations: Consultation...) throws -> String? {
        try due(.reply, Day(2020, 3, 2)) { $0.consultations = consultations }
    }

    // MARK: Receipt

    @Test(
        "art. 30 and 33: 7 working days for the supplement notice, 20 for the reply; the day of receipt does not count",
        arguments: [
            ("2019-05-15", "2019-05-24", "2019-06-13"), ("2019-09-20", "2019-09-30", "2019-10-23"),
            ("2020-01-18", "2020-02-04", "2020-02-21"),
            ("2020-01-20", "2020-02-06", "2020-02-25"), ("2020-09-27", "2020-10-13", "2020-10-30"),
            ("2021-04-25", "2021-05-07", "2021-05-25"),
            ("2022-01-28", "2022-02-11", "2022-03-02"), ("2024-02-09", "2024-02-26", "2024-03-14"),
            ("2025-12-31", "2026-01-12", "2026-01-29"),
            ("2026-09-18", "2026-09-29", "2026-10-22"),
        ])
    func receipt(received: String, notice: String, reply: String) throws {
        #expect(try due(.supplementNotice, day(received)) == notice)
        #expect(try due(.reply, day(received)) == reply)
        #expect(try kinds(day(received)) == [.supplementNotice, .reply])
    }

    @Test("art. 31: the channel changes what the explanation says, and no day", arguments: ReceiptChannel.allCases)
    func channels(channel: ReceiptChannel) throws {
        let plain = try deadlines(Day(2020, 1, 20))
        let told = try deadlines(Day(2020, 1, 20)) { $0.channel = channel }
        #expect(try told.map { try $0.due.get() } == plain.map { try $0.due.get() })
        #expect(told.allSatisfy { $0.notes.contains(channel.rule) })
        #expect(channel.basis.article?.number == 31)
    }

    @Test("art. 31: in person the day of submission; signed post the day of signing; else the day confirmed")
    func channelRules() {
        #expect(ReceiptChannel.inPerson.rule.contains("提交之日"))
        #expect(ReceiptChannel.post.rule.contains("签收之日"))
        for channel in [ReceiptChannel.ordinaryPost, .internet, .fax] { #expect(channel.rule.contains("确认之日")) }
        #expect(ReceiptChannel.allCases.map(\.rawValue) == ["inperson", "post", "ordinarypost", "internet", "fax"])
    }

    // MARK: Supplement and fee

    @Test("art. 30: asked and not yet received: a deadline of the supplement, none of the reply")
    func supplementAwaited() throws {
        let asked: Change = { $0.supplementNotice.dispatched = Day(2020, 3, 10) }
        #expect(try kinds(Day(2020, 3, 2), asked) == [.supplementNotice, .supplement])
        #expect(try due(.supplement, Day(2020, 3, 2), asked) == "2020-03-31")
        var settings = ReplyPeriod.Settings()
        settings.supplementDays = 5
        let shorter = try deadlines(Day(2020, 3, 2), settings: settings, asked).first { $0.kind == .supplement }
        #expect(try shorter?.due.get() == Day(2020, 3, 17))
    }

    @Test("art. 30: the reply runs from the day the supplement came, as from a receipt")
    func supplementReceived() throws {
        let change: Change = { ($0.supplementNotice.dispatched, $0.supplementReceived) = (Day(2020, 3, 10), Day(2020, 3, 16)) }
        #expect(try due(.reply, Day(2020, 3, 2), change) == "2020-04-14")
        #expect(try kinds(Day(2020, 3, 2), change) == [.supplementNotice, .supplement, .reply])
    }

    @Test("the fee measures: notice within 20 working days as the period then stands, payment within 20, the reply anew from payment")
    func fee() throws {
        let notified: Change = { $0.feeNotice.received = Day(2021, 3, 5) }
        let paid: Change = { ($0.feeNotice.received, $0.feePaid) = (Day(2021, 3, 5), Day(2021, 3, 10)) }
        #expect(try kinds(Day(2021, 3, 1), notified) == [.supplementNotice, .feeNotice, .feePayment])
        #expect(try due(.feeNotice, Day(2021, 3, 1), notified) == "2021-03-29")
        #expect(try due(.feePayment, Day(2021, 3, 1), notified) == "2021-04-02")
        #expect(try due(.reply, Day(2021, 3, 1), paid) == "2021-04-08")
        let supplemented: Change = {
            ($0.supplementNotice.dispatched, $0.supplementReceived, $0.feeNotice.received) = (
                Day(2021, 3, 3), Day(2021, 3, 8), Day(2021, 3, 10)
            )
        }
        #expect(try due(.feeNotice, Day(2021, 3, 1), supplemented) == "2021-04-06")
    }

    @Test("a supplement asked after the fee was paid: no reply deadline until it came, then the period anew from it")
    func supplementAfterFee() throws {
        let asked: Change = {
            ($0.feeNotice.received, $0.feePaid, $0.supplementNotice.dispatched) = (Day(2021, 3, 2), Day(2021, 3, 4), Day(2021, 3, 5))
        }
        #expect(try due(.reply, Day(2021, 3, 1), asked) == nil)
        let received: Change = {
            asked(&$0)
            $0.supplementReceived = Day(2021, 3, 10)
        }
        #expect(try due(.reply, Day(2021, 3, 1), received) == "2021-04-08")
    }

    @Test("days used and excluded before a restart do not carry over; those after it are skipped")
    func restartAndExclusion() throws {
        func reply(_ asked: Day, _ answered: Day) throws -> String? {
            try due(.reply, Day(2020, 3, 2)) {
                ($0.supplementNotice.dispatched, $0.supplementReceived) = (Day(2020, 3, 10), Day(2020, 3, 16))
                $0.consultations = [Consultation(.thirdParty, asked: asked, answered: answered)]
            }
        }
        #expect(try reply(Day(2020, 3, 4), Day(2020, 3, 13)) == "2020-04-14")
        #expect(try reply(Day(2020, 3, 9), Day(2020, 3, 18)) == "2020-04-16")
    }

    // MARK: Others are asked

    @Test("art. 33: from the day after the question to the answer the clock stands; overlapping questions count once")
    func excluded() throws {
        let third = Consultation(.thirdParty, asked: Day(2020, 3, 9), answered: Day(2020, 3, 20))
        let body = Consultation(.otherBody(workdays: nil), asked: Day(2020, 3, 9), answered: Day(2020, 3, 13))
        let joint = Consultation(.jointMaker, asked: Day(2020, 3, 2), answered: Day(2020, 3, 4))
        #expect(try replyAsking(third) == "2020-04-13")
        #expect(try replyAsking(body) == "2020-04-03")
        #expect(try replyAsking(third, body) == "2020-04-13")
        #expect(try replyAsking(body, third) == "2020-04-13")
        #expect(try replyAsking(joint) == "2020-04-01")
    }

    @Test(
        "art. 32, 34: a third party's or joint maker's days are cut at 15 working days",
        arguments: [Consultation.Kind.thirdParty, .jointMaker])
    func cutAtFifteen(kind: Consultation.Kind) throws {
        #expect(try replyAsking(Consultation(kind, asked: Day(2020, 3, 9), answered: nil)) == "2020-04-21")
        #expect(try replyAsking(Consultation(kind, asked: Day(2020, 3, 9), answered: Day(2020, 4, 30))) == "2020-04-21")
        #expect(try replyAsking(Consultation(kind, asked: Day(2020, 3, 9), answered: Day(2020, 3, 30))) == "2020-04-21")
    }

    @Test("art. 11, 17: another body's days are cut at the office's own period; without one its silence stops the clock")
    func otherBody() throws {
        func asking(_ workdays: Int?, _ answered: Day?) -> Consultation {
            Consultation(.otherBody(workdays: workdays), asked: Day(2020, 3, 9), answered: answered)
        }
        #expect(try replyAsking(asking(5, nil)) == "2020-04-07")
        #expect(try replyAsking(asking(5, Day(2020, 4, 30))) == "2020-04-07")
        #expect(try replyAsking(asking(nil, Day(2020, 4, 30))) == "2020-05-25")
        #expect(try replyAsking(asking(nil, nil)) == nil)
    }

    @Test("a question put after the last day no longer moves it, or takes it away")
    func askedTooLate() throws {
        let late = Consultation(.thirdParty, asked: Day(2020, 3, 31), answered: Day(2020, 4, 3))
        #expect(try replyAsking(late) == "2020-03-30")
        #expect(try replyAsking(Consultation(.otherBody(workdays: nil), asked: Day(2020, 4, 10), answered: nil)) == "2020-03-30")
    }

    @Test("a question put after the last day, whose own period runs out of the calendar, does not touch the deadline")
    func askedTooLateAtTheEnd() throws {
        let reply = try due(.reply, Day(2026, 11, 2)) {
            $0.consultations = [
                Consultation(.thirdParty, asked: Day(2026, 11, 5), answered: Day(2026, 11, 10)),
                Consultation(.thirdParty, asked: Day(2026, 12, 14), answered: nil),
            ]
        }
        #expect(reply == "2026-12-03")
    }

    @Test("the periods of those who are asked are deadlines of their own")
    func opinions() throws {
        let third: Change = { $0.consultations = [Consultation(.thirdParty, asked: Day(2020, 3, 9), answered: nil)] }
        #expect(try due(.thirdPartyOpinion, Day(2020, 3, 2), third) == "2020-03-30")
        #expect(try kinds(Day(2020, 3, 2), third) == [.supplementNotice, .thirdPartyOpinion, .reply])
        let joint: Change = { $0.consultations = [Consultation(.jointMaker, asked: Day(2020, 3, 9), answered: nil)] }
        #expect(try due(.otherBodyOpinion, Day(2020, 3, 2), joint) == "2020-03-30")
        let body: Change = { $0.consultations = [Consultation(.otherBody(workdays: nil), asked: Day(2020, 3, 9), answered: nil)] }
        #expect(try kinds(Day(2020, 3, 2), body) == [.supplementNotice])
    }

    @Test("silence is consent for joint makers (34) and for nobody else (11, 17, 32)")
    func silence() throws {
        func note(_ kind: Consultation.Kind) throws -> String {
            let list = try deadlines(Day(2020, 3, 2)) { $0.consultations = [Consultation(kind, asked: Day(2020, 3, 9), answered: nil)] }
            return try #require(list.first { $0.kind == .thirdPartyOpinion || $0.kind == .otherBodyOpinion }).notes.joined()
        }
        #expect(try note(.jointMaker).contains("视为同意"))
        #expect(try !note(.thirdParty).contains("视为同意"))
        #expect(try note(.otherBody(workdays: 10)).contains("不视为同意"))
    }

    // MARK: Extension

    @Test(
        "art. 33: 20 + N working days as one period, N from 1 to 20",
        arguments: [(1, "2020-03-31"), (10, "2020-04-14"), (20, "2020-04-27")])
    func extended(by days: Int, due last: String) throws {
        let reply = try #require(try deadlines(Day(2020, 3, 2)) { $0.extended = days }.first { $0.kind == .reply })
        #expect(try reply.due.get().description == last)
        #expect(reply.period == .workdays(20 + days))
        #expect(try reply.days(in: .official).filter(\.counts).count == 20 + days)
    }

    @Test("an extension and a question together")
    func extendedAndAsked() throws {
        let both: Change = {
            $0.extended = 10
            $0.consultations = [Consultation(.thirdParty, asked: Day(2020, 3, 9), answered: Day(2020, 3, 20))]
        }
        #expect(try due(.reply, Day(2020, 3, 2), both) == "2020-04-26")
    }

    // MARK: After service

    @Test("served: archive, review, lawsuit; 15 days after the review's decision")
    func served() throws {
        let served: Change = { $0.replyLetter.received = Day(2020, 3, 2) }
        #expect(try kinds(Day(2020, 2, 3), served) == [.supplementNotice, .reply, .archive, .review, .lawsuit])
        #expect(try due(.archive, Day(2020, 2, 3), served) == "2020-03-09")
        #expect(try due(.review, Day(2020, 2, 3), served) == "2020-05-06")
        #expect(try due(.lawsuit, Day(2020, 2, 3), served) == "2020-09-02")
        let reviewed: Change = { ($0.replyLetter.received, $0.reviewDecided) = (Day(2020, 3, 2), Day(2020, 5, 20)) }
        #expect(try due(.lawsuit, Day(2020, 2, 3), reviewed) == "2020-06-04")
    }

    @Test(
        "review and lawsuit follow the result and the day of service",
        arguments: [
            (Outcome.refusedProcessInformation, "2023-12-29", "2024-02-27", "2024-07-01"),
            (.refusedProcessInformation, "2024-03-01", "2024-04-30", nil),
            (.partlyGranted, "2024-03-01", "2024-04-30", nil), (.unableNotHeld, "2024-03-01", "2024-04-30", "2024-09-02"),
            (.unableNotCompiled, "2025-05-30", "2025-07-29", "2025-05-31"), (.unableNotCompiled, "2025-06-03", "2025-08-04", nil),
            (.declinedPetition, "2025-06-03", "2025-08-04", nil), (.declinedExcessive, "2025-06-03", "2025-08-04", "2025-12-03"),
            (.granted, "2025-06-03", "2025-08-04", "2025-12-03"), (.granted, "2026-03-02", "2026-05-06", "2026-09-02"),
            (.partlyGranted, "2026-03-02", "2026-05-06", nil),
        ] as [(Outcome, String, String?, String?)])
    func remedies(outcome: Outcome, served: String, review: String?, lawsuit: String?) throws {
        let service = try day(served)
        let change: Change = { ($0.replyLetter.received, $0.parts) = (service, [ReplyPart(outcome)]) }
        #expect(try due(.review, service.adding(-20), change) == review)
        #expect(try due(.lawsuit, service.adding(-20), change) == lawsuit)
    }

    @Test("review first: the lawsuit is open for 15 days after the review; where courts reject lawsuits, not even then")
    func lawsuitAfterReview() throws {
        let first: Change = {
            ($0.replyLetter.received, $0.parts, $0.reviewDecided) = (Day(2024, 3, 1), [ReplyPart(.refusedStateSecret)], Day(2024, 5, 20))
        }
        #expect(try due(.lawsuit, Day(2024, 2, 5), first) == "2024-06-04")
        let only: Change = {
            ($0.replyLetter.received, $0.parts, $0.reviewDecided) = (Day(2025, 6, 3), [ReplyPart(.declinedPetition)], Day(2025, 8, 1))
        }
        #expect(try due(.lawsuit, Day(2025, 5, 20), only) == nil)
    }

    @Test("a new decision after a judgment or a review: 20 working days, or what is named, in working or in calendar days")
    func newDecision() throws {
        func deadline(_ order: NewDecisionOrder) throws -> Deadline? {
            try deadlines(Day(2021, 3, 1)) { $0.order = order }.first { $0.kind == .newDecision }
        }
        let day = Day(2021, 9, 14)
        #expect(try deadline(NewDecisionOrder(day))?.due.get() == Day(2021, 10, 18))
        #expect(try deadline(NewDecisionOrder(day, period: .workdays(30)))?.due.get() == Day(2021, 11, 1))
        #expect(try deadline(NewDecisionOrder(day, period: .days(15), source: .review))?.due.get() == Day(2021, 9, 29))
        // What did not hold yet is no basis.
        #expect(try deadline(NewDecisionOrder(day))?.basis == [Basis(33, paragraph: 2)])
        #expect(try deadline(NewDecisionOrder(Day(2025, 9, 15)))?.basis.last == Basis(.interpretation, Article(11)))
        #expect(try deadline(NewDecisionOrder(Day(2025, 9, 15), source: .review))?.basis.last == Basis(.reviewLaw, Article(77)))
    }

    // MARK: Articles, calendar's end

    @Test("each deadline names its articles, the rule of the period first and none twice")
    func articles() throws {
        let list = try deadlines(Day(2021, 3, 1)) {
            ($0.supplementNotice.dispatched, $0.supplementReceived) = (Day(2021, 3, 3), Day(2021, 3, 8))
            $0.consultations = [Consultation(.thirdParty, asked: Day(2021, 3, 9), answered: nil)]
            ($0.feeNotice.received, $0.feePaid, $0.replyLetter.received) = (Day(2021, 3, 10), Day(2021, 3, 12), Day(2021, 4, 12))
        }
        let first: [DeadlineKind: String] = [
            .supplementNotice: "30", .supplement: "30", .thirdPartyOpinion: "32", .feeNotice: "42", .feePayment: "42", .reply: "33.2",
            .archive: "45", .review: "51", .lawsuit: "51",
        ]
        for deadline in list {
            let articles = deadline.articles.map(\.description)
            #expect(articles.first == first[deadline.kind])
            #expect(Set(articles).count == articles.count, "\(deadline.kind): \(articles)")
        }
        #expect(Set(list.map(\.kind)) == Set(first.keys))
        let reply = try #require(list.first { $0.kind == .reply })
        #expect(reply.articles.map(\.description).contains("33.3"))
    }

    @Test("beyond the calendar: a reply that cannot be told is an error of its own, the others are given")
    func beyond() throws {
        let list = try deadlines(Day(2026, 12, 4))
        let reply = try #require(list.first { $0.kind == .reply })
        #expect(reply.due == .failure(.unknown(Day(2027, 1, 1), known: WorkdayCalendar.official.known)))
        #expect(throws: CalendarError.self) { try reply.days(in: .official) }
        #expect(try list.first { $0.kind == .supplementNotice }?.due.get() == Day(2026, 12, 15))
        #expect(try due(.reply, Day(2026, 12, 3)) == "2026-12-31")
    }

    @Test("a provisional calendar tells the reply's day, and says that it is provisional")
    func provisional() throws {
        let plain = try WorkdayCalendar(adding: [], provisionalThrough: 2027)
        let reply = try deadlines(Day(2026, 12, 4), calendar: plain).first { $0.kind == .reply }
        #expect(reply?.isProvisional == true)
        let sure = try deadlines(Day(2026, 12, 3), calendar: plain).first { $0.kind == .reply }
        #expect(sure?.isProvisional == false)
    }

    @Test("for every day of receipt: the deadlines by working days are working days, and asking others never makes the reply earlier")
    func everyDay() throws {
        var wrong = Counterexamples()
        var generator = SeededRandom(21)
        for received in knownDays where received >= Day(2019, 5, 15) && received <= Day(2026, 7, 31) {
            let asked = received.adding(Int.random(in: 0...25, using: &generator))
            let answered = asked.adding(Int.random(in: 0...40, using: &generator))
            let plain = try deadlines(received)
            let list = try deadlines(received) { $0.consultations = [Consultation(.thirdParty, asked: asked, answered: answered)] }
            let (before, after) = (plain.last?.due, list.last?.due)
            wrong.check(try (before?.get()).map { day in try (after?.get()).map { day <= $0 } ?? false } ?? false, "\(received), \(asked)")
            for deadline in list { wrong.check(try WorkdayCalendar.official.isWorkday(deadline.due.get()), "\(received) \(deadline.kind)") }
        }
        wrong.report()
    }
}
