import Testing

@testable import Law

@Suite("Acts that came too late are told, never silently accepted")
struct LateActTests {
    private func period(_ received: Day, _ change: (inout ReplyEvents) -> Void) -> ReplyPeriod {
        var events = ReplyEvents(received: received)
        change(&events)
        return ReplyPeriod(events)
    }

    private func due(_ kind: DeadlineKind, _ period: ReplyPeriod) throws -> String? {
        try period.deadlines().first { $0.kind == kind }?.due.get().description
    }

    private func kinds(_ period: ReplyPeriod) -> [DeadlineFinding.Kind] { period.findings.map(\.kind) }

    // MARK: Extension, article 33

    @Test("told after the period had ended, an extension changes nothing, and the reply is late")
    func extensionTooLate() throws {
        let late = period(Day(2020, 1, 20)) {
            ($0.extended, $0.extensionNotice.dispatched, $0.replyLetter.dispatched) = (20, Day(2020, 3, 10), Day(2020, 3, 20))
        }
        #expect(try due(.reply, late) == "2020-02-25")
        #expect(late.isLate == true)
        #expect(kinds(late) == [.extensionLate])
        #expect(late.findings.first?.basis == [Basis(33, paragraph: 2)])
        #expect(late.findings.first?.message.contains("2020年2月25日") == true)
    }

    @Test("told on the last day it is in time", arguments: [("2020-02-25", "2020-03-24"), ("2020-02-26", "2020-02-25")])
    func extensionOnTheLastDay(told: String, last: String) throws {
        let told = try day(told)
        let extended = period(Day(2020, 1, 20)) { ($0.extended, $0.extensionNotice.dispatched) = (20, told) }
        #expect(try due(.reply, extended) == last)
    }

    @Test("days on which others were asked belong to the period in which the extension is told")
    func extensionWhileAsking() throws {
        let asked = Consultation(.thirdParty, asked: Day(2020, 3, 9), answered: Day(2020, 3, 20))
        let told = period(Day(2020, 3, 2)) {
            ($0.consultations, $0.extended, $0.extensionNotice.dispatched) = ([asked], 10, Day(2020, 4, 13))
        }
        #expect(try due(.reply, told) == "2020-04-26" && told.findings.isEmpty)
        // The clock stands while a body without a period is silent: what is told then is in time.
        let open = period(Day(2020, 3, 2)) {
            $0.consultations = [Consultation(.otherBody(workdays: nil), asked: Day(2020, 3, 9), answered: nil)]
            ($0.extended, $0.extensionNotice.dispatched) = (10, Day(2020, 6, 1))
        }
        #expect(open.reply == nil && open.findings.isEmpty && open.awaited == .askedBody)
    }

    @Test("a restart begins without the extension; a new one may be told in it")
    func extensionAndRestart() throws {
        let paid: (inout ReplyEvents) -> Void = {
            ($0.extended, $0.feeNotice.received, $0.feePaid) = (20, Day(2021, 4, 20), Day(2021, 5, 12))
        }
        let undated = period(Day(2021, 3, 1), paid)
        #expect(try due(.reply, undated) == "2021-06-09")
        #expect(try due(.feeNotice, undated) == "2021-04-26")
        #expect(kinds(undated) == [.extensionUndated])
        let before = period(Day(2021, 3, 1)) {
            paid(&$0)
            $0.extensionNotice.dispatched = Day(2021, 3, 29)
        }
        #expect(try due(.reply, before) == "2021-06-09" && before.findings.isEmpty)
        #expect(try due(.feeNotice, before) == "2021-04-26")
        #expect(before.reply?.notes.contains { $0.contains("不含以前的延长") } == true)
        let after = period(Day(2021, 3, 29)) {
            paid(&$0)
            $0.extensionNotice.dispatched = Day(2021, 5, 20)
        }
        #expect(try due(.reply, after) == "2021-07-08" && after.findings.isEmpty)
    }

    @Test("an extension told in time counts in the reading without the restart, too, and is judged in each by itself")
    func extensionBesideLateNotice() throws {
        // The notice was due 2026-03-11; without its restart the period ends on 2026-03-30, extended on 2026-04-28.
        let late = period(Day(2026, 3, 2)) {
            ($0.supplementNotice.dispatched, $0.supplementReceived) = (Day(2026, 3, 13), Day(2026, 3, 18))
            ($0.extended, $0.extensionNotice.dispatched) = (20, Day(2026, 3, 20))
            $0.replyLetter.dispatched = Day(2026, 4, 20)
        }
        #expect(try due(.reply, late) == "2026-04-28" && late.isLate == false)
        #expect(late.reply?.alternative == Day(2026, 5, 18))
        #expect(kinds(late) == [.supplementNoticeLate])
    }

    @Test("the day of an extension needs its length, and does not come before the receipt")
    func extensionErrors() {
        var events = ReplyEvents(received: Day(2020, 1, 20))
        events.extensionNotice.dispatched = Day(2020, 2, 10)
        #expect(events.errors == [.missing(.extended, for: .extensionTold)])
        (events.extended, events.extensionNotice.dispatched) = (10, Day(2020, 1, 19))
        #expect(events.errors.map(\.event) == [.extensionTold])
        #expect(EventError.missing(.extended, for: .extensionTold).description.contains("工作日数"))
    }

    // MARK: Supplement, article 30

    @Test("a notice after its 7 working days: both days, and the earlier one is the due one")
    func supplementNoticeTooLate() throws {
        let late = period(Day(2020, 3, 2)) {
            ($0.supplementNotice.dispatched, $0.supplementReceived) = (Day(2020, 3, 25), Day(2020, 3, 30))
        }
        #expect(try due(.reply, late) == "2020-03-30")
        #expect(late.reply?.alternative == Day(2020, 4, 27))
        #expect(kinds(late) == [.supplementNoticeLate])
        #expect(late.findings.first?.message.contains("2020年4月27日") == true)
        let awaited = period(Day(2020, 3, 2)) { $0.supplementNotice.dispatched = Day(2020, 3, 25) }
        #expect(try due(.reply, awaited) == "2020-03-30")
        #expect(awaited.reply?.alternative == nil && awaited.awaited == nil)
        let inTime = period(Day(2020, 3, 2)) { $0.supplementNotice.dispatched = Day(2020, 3, 11) }
        #expect(inTime.reply == nil && inTime.findings.isEmpty && inTime.awaited == .supplementReceived)
    }

    @Test("the supplement's own limit: the day that the notice names, else from its receipt; sent alone it is from sending, and says so")
    func supplementLimit() throws {
        let received = period(Day(2020, 3, 2)) {
            $0.supplementNotice = LetterService(dispatched: Day(2020, 3, 10), received: Day(2020, 3, 16))
        }
        #expect(try due(.supplement, received) == "2020-04-07")
        let named = period(Day(2020, 3, 2)) {
            $0.supplementNotice = LetterService(dispatched: Day(2020, 3, 10), received: Day(2020, 3, 16))
            $0.supplementUntil = Day(2020, 3, 28)
        }
        // A day that a letter names stands, a Saturday, too.
        #expect(try due(.supplement, named) == "2020-03-28")
        let sent = try #require(
            try period(Day(2020, 3, 2)) { $0.supplementNotice.dispatched = Day(2020, 3, 10) }.deadlines().first { $0.kind == .supplement })
        #expect(try sent.due.get() == Day(2020, 3, 31))
        #expect(sent.notes.contains { $0.contains("暂从发出之日推算") })
        let handed = period(Day(2020, 3, 2)) { $0.supplementNotice = LetterService(method: .direct, received: Day(2020, 3, 10)) }
        #expect(try due(.supplement, handed) == "2020-03-31")
    }

    @Test("a supplement after its own limit is told; where the office goes on, the period runs from it")
    func supplementTooLate() throws {
        func came(_ day: Day) -> ReplyPeriod {
            period(Day(2020, 3, 2)) {
                $0.supplementNotice = LetterService(dispatched: Day(2020, 3, 10), received: Day(2020, 3, 16))
                $0.supplementReceived = day
            }
        }
        #expect(came(Day(2020, 4, 7)).findings.isEmpty)
        #expect(kinds(came(Day(2020, 4, 8))) == [.supplementLate])
        #expect(try due(.reply, came(Day(2020, 4, 8))) == "2020-05-08")
        // Nobody said when the notice arrived: the finding says what it assumed.
        let assumed = period(Day(2020, 3, 2)) {
            ($0.supplementNotice.dispatched, $0.supplementReceived) = (Day(2020, 3, 10), Day(2020, 4, 1))
        }
        #expect(kinds(assumed) == [.supplementLate] && assumed.findings.first?.message.contains("从发出之日推算") == true)
    }

    // MARK: Fee

    @Test("a fee notice after the period is told, and does not silently restart it")
    func feeNoticeTooLate() throws {
        let late = period(Day(2021, 3, 1)) {
            ($0.feeNotice.dispatched, $0.feeNotice.received, $0.feePaid) = (Day(2021, 3, 30), Day(2021, 4, 2), Day(2021, 4, 6))
        }
        #expect(try due(.reply, late) == "2021-03-29")
        #expect(late.reply?.alternative == Day(2021, 5, 6))
        #expect(kinds(late) == [.feeNoticeLate])
        // Sent in time, received later.
        let sent = period(Day(2021, 3, 1)) {
            ($0.feeNotice.dispatched, $0.feeNotice.received, $0.feePaid) = (Day(2021, 3, 29), Day(2021, 4, 2), Day(2021, 4, 6))
        }
        #expect(try due(.reply, sent) == "2021-05-06" && sent.findings.isEmpty)
        // Only its receipt is known, and that was later: it is told with what is missing.
        let unknown = period(Day(2021, 3, 1)) { ($0.feeNotice.received, $0.feePaid) = (Day(2021, 4, 2), Day(2021, 4, 6)) }
        #expect(kinds(unknown) == [.feeNoticeLate])
        #expect(unknown.findings.first?.message.contains("没有填写发出的日期") == true)
    }

    @Test("a payment after its 20 working days is told; where the office goes on, the period runs from it")
    func feePaidTooLate() throws {
        func paid(_ day: Day) -> ReplyPeriod { period(Day(2021, 3, 1)) { ($0.feeNotice.received, $0.feePaid) = (Day(2021, 3, 5), day) } }
        #expect(paid(Day(2021, 4, 2)).findings.isEmpty)
        #expect(kinds(paid(Day(2021, 4, 6))) == [.feePaymentLate])
        #expect(try due(.reply, paid(Day(2021, 4, 6))) == "2021-05-06")
    }

    // MARK: Asking others

    @Test("the day of asking counts; a setting skips it, too")
    func dayOfAsking() throws {
        var events = ReplyEvents(received: Day(2020, 3, 2))
        events.consultations = [Consultation(.thirdParty, asked: Day(2020, 3, 9), answered: Day(2020, 3, 20))]
        #expect(try ReplyPeriod(events).reply?.due.get() == Day(2020, 4, 13))
        var settings = ReplyPeriod.Settings()
        settings.skipsDayOfAsking = true
        #expect(try ReplyPeriod(events, settings: settings).reply?.due.get() == Day(2020, 4, 14))
        // Answered on the day it was asked: nothing is skipped.
        events.consultations = [Consultation(.thirdParty, asked: Day(2020, 3, 9), answered: Day(2020, 3, 9))]
        #expect(try ReplyPeriod(events).reply?.due.get() == Day(2020, 3, 30))
    }

    @Test("art. 32: a third party's 15 working days run from the day it received the letter")
    func deliveredLater() throws {
        func asking(_ delivered: Day?) throws -> [DeadlineKind: String] {
            let asked = period(Day(2020, 3, 2)) {
                $0.consultations = [Consultation(.thirdParty, asked: Day(2020, 3, 9), delivered: delivered, answered: nil)]
            }
            return Dictionary(uniqueKeysWithValues: try asked.deadlines().map { ($0.kind, try $0.due.get().description) })
        }
        #expect(try asking(nil)[.thirdPartyOpinion] == "2020-03-30")
        #expect(try asking(Day(2020, 3, 12))[.thirdPartyOpinion] == "2020-04-02")
        #expect(try asking(Day(2020, 3, 12))[.reply] == "2020-04-24")
        var early = ReplyEvents(received: Day(2020, 3, 2))
        early.consultations = [Consultation(.thirdParty, asked: Day(2020, 3, 9), delivered: Day(2020, 3, 6), answered: nil)]
        #expect(early.errors == [.answerFirst(.consulted, asked: Day(2020, 3, 9), answered: Day(2020, 3, 6))])
    }

    @Test("each finding has an id of its own, words and an article")
    func words() {
        #expect(Set(DeadlineFinding.Kind.allCases.map(\.rawValue)).count == 7)
        #expect(DeadlineFinding.Kind.allCases.allSatisfy { $0.rawValue.allSatisfy { $0.isLowercase || $0 == "-" } })
    }
}
