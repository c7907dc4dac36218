import Testing

@testable import Law

@Suite("The rules' own worked dates, each as it stands there")
struct WorkedDatesTests {
    private func due(_ kind: DeadlineKind, _ received: String, _ change: (inout ReplyEvents) throws -> Void = { _ in }) throws -> String? {
        var events = ReplyEvents(received: try day(received))
        try change(&events)
        return try ReplyPeriod(events).deadlines().first { $0.kind == kind }?.due.get().description
    }

    @Test("a supplement received on 2020-03-16: due 2020-04-14; a fee paid on 2021-03-10: due 2021-04-08")
    func restarts() throws {
        #expect(
            try due(.reply, "2020-03-02") { ($0.supplementNotice.dispatched, $0.supplementReceived) = (Day(2020, 3, 10), Day(2020, 3, 16)) }
                == "2020-04-14")
        #expect(try due(.reply, "2021-03-01") { ($0.feeNotice.received, $0.feePaid) = (Day(2021, 3, 5), Day(2021, 3, 10)) } == "2021-04-08")
    }

    @Test("received 2020-03-02, asked 2020-03-09, answered 2020-03-20: due 2020-04-13")
    func asked() throws {
        for kind in [Consultation.Kind.thirdParty, .jointMaker, .otherBody(workdays: nil)] {
            #expect(
                try due(.reply, "2020-03-02") {
                    $0.consultations = [Consultation(kind, asked: Day(2020, 3, 9), answered: Day(2020, 3, 20))]
                }
                    == "2020-04-13")
        }
    }

    @Test("a letter served on 2020-03-02: review by 2020-05-06, lawsuit by 2020-09-02")
    func calendarPeriods() throws {
        #expect(try due(.review, "2020-02-03") { $0.replyLetter.received = Day(2020, 3, 2) } == "2020-05-06")
        #expect(try due(.lawsuit, "2020-02-03") { $0.replyLetter.received = Day(2020, 3, 2) } == "2020-09-02")
    }

    @Test("due 2026-06-03, posted 2026-06-01, signed for 2026-06-08: in time; review by 2026-08-07, lawsuit by 2026-12-08")
    func twoDays() throws {
        var events = ReplyEvents(received: Day(2026, 5, 7))
        events.replyLetter = LetterService(method: .post, dispatched: Day(2026, 6, 1), received: Day(2026, 6, 8))
        let period = ReplyPeriod(events)
        #expect(try period.reply?.due.get() == Day(2026, 6, 3) && period.isLate == false)
        let dues = Dictionary(uniqueKeysWithValues: try period.deadlines().map { ($0.kind, try $0.due.get().description) })
        #expect(dues[.review] == "2026-08-07" && dues[.lawsuit] == "2026-12-08")
    }

    @Test("a plain request received after 2026-12-03, an extended one after 2026-11-05, runs out of the calendar")
    func calendarsEnd() throws {
        #expect(try due(.reply, "2026-12-03") == "2026-12-31")
        #expect(throws: CalendarError.self) { try due(.reply, "2026-12-04") }
        #expect(try due(.reply, "2026-11-05") { $0.extended = 20 } == "2026-12-31")
        #expect(throws: CalendarError.self) { try due(.reply, "2026-11-06") { $0.extended = 20 } }
    }
}
