import Testing

@testable import Law

@Suite("Deadlines of a request")
struct ReplyPeriodTests {
    private func deadlines(_ received: String, _ change: (inout ReplyEvents) -> Void = { _ in }) throws -> [DeadlineKind: Deadline] {
        var events = ReplyEvents(received: try #require(Day(iso: received)))
        change(&events)
        return Dictionary(try ReplyPeriod(events).deadlines().map { ($0.kind, $0) }) { first, _ in first }
    }

    private func due(_ kind: DeadlineKind, _ received: String, _ change: (inout ReplyEvents) -> Void = { _ in }) throws -> String? {
        try deadlines(received, change)[kind]?.due.get().description
    }

    @Test("art. 33: 20 working days; the day of receipt does not count, holidays do not")
    func reply() throws {
        #expect(try due(.reply, "2020-01-20") == "2020-02-25")
        #expect(try due(.supplementNotice, "2020-01-20") == "2020-02-06")
        #expect(try due(.reply, "2026-12-03") == "2026-12-31")
        #expect(throws: CalendarError.self) { _ = try due(.reply, "2026-12-04") }
    }

    @Test("art. 30 and the fee measures: a supplement or a payment starts the period anew")
    func restarts() throws {
        let supplemented = try deadlines("2020-01-20") {
            ($0.supplementAsked, $0.supplementReceived) = (Day(2020, 3, 10), Day(2020, 3, 16))
        }
        #expect(try supplemented[.reply]?.due.get() == Day(2020, 4, 14))
        #expect(try supplemented[.supplement]?.due.get() == Day(2020, 3, 31))
        let paid = try deadlines("2021-03-01") { ($0.feeNotified, $0.feePaid) = (Day(2021, 3, 5), Day(2021, 3, 10)) }
        #expect(try paid[.reply]?.due.get() == Day(2021, 4, 8))
        #expect(try paid[.feeNotice]?.due.get() == Day(2021, 3, 29))
        #expect(try paid[.feePayment]?.due.get() == Day(2021, 4, 2))
    }

    @Test("while a supplement or a fee is awaited there is no deadline of the reply")
    func awaited() throws {
        let asked = try deadlines("2020-01-20") { $0.supplementAsked = Day(2020, 1, 21) }
        #expect(asked[.reply] == nil && asked[.supplement] != nil)
        #expect(try deadlines("2021-03-01") { $0.feeNotified = Day(2021, 3, 5) }[.reply] == nil)
    }

    @Test("art. 33: days on which others were asked do not count, cut at the third party's own 15 working days")
    func consultation() throws {
        func asked(_ kind: Consultation.Kind, until answered: Day?) throws -> String? {
            try due(.reply, "2020-03-02") { $0.consultations = [Consultation(kind, asked: Day(2020, 3, 9), answered: answered)] }
        }
        #expect(try asked(.thirdParty, until: Day(2020, 3, 20)) == "2020-04-14")
        // 15 working days after 9 March end on 30 March: what comes later is in the body's own time.
        #expect(try asked(.thirdParty, until: Day(2020, 3, 30)) == (try asked(.thirdParty, until: Day(2020, 4, 30))))
        #expect(try asked(.thirdParty, until: nil) == (try asked(.thirdParty, until: Day(2020, 3, 30))))
        #expect(try asked(.otherBody(workdays: nil), until: nil) == nil)
        #expect(try asked(.otherBody(workdays: 15), until: Day(2020, 5, 30)) == (try asked(.jointMaker, until: nil)))
    }

    @Test("art. 33: one extension of 1 to 20 days makes one period")
    func extension_() throws {
        let extended = try deadlines("2026-11-05") { $0.extended = 20 }
        #expect(try extended[.reply]?.due.get() == Day(2026, 12, 31))
        #expect(extended[.reply]?.period == .workdays(40))
        #expect(throws: CalendarError.self) { _ = try due(.reply, "2026-11-06") { $0.extended = 20 } }
        for wrong in [0, 21, -1] {
            #expect(throws: EventError.extensionLength(wrong)) { _ = try deadlines("2020-03-02") { $0.extended = wrong } }
        }
    }

    @Test("review and lawsuit run from service by calendar days and months")
    func remedies() throws {
        let served = try deadlines("2020-02-03") { $0.served = Day(2020, 3, 2) }
        #expect(try served[.review]?.due.get() == Day(2020, 5, 6))
        #expect(try served[.lawsuit]?.due.get() == Day(2020, 9, 2))
        #expect(try served[.archive]?.due.get() == Day(2020, 3, 9))
        let refused = try deadlines("2024-02-03") { ($0.served, $0.outcome) = (Day(2024, 3, 1), .refusedEnforcementFile) }
        #expect(refused[.review] != nil && refused[.lawsuit] == nil)
        let reviewed = try deadlines("2024-02-03") {
            ($0.served, $0.outcome, $0.reviewDecided) = (Day(2024, 3, 1), .refusedEnforcementFile, Day(2024, 5, 6))
        }
        #expect(try reviewed[.lawsuit]?.due.get() == Day(2024, 5, 21))
        #expect(try deadlines("2024-02-03") { ($0.served, $0.outcome) = (Day(2024, 3, 1), .granted) }[.review] == nil)
    }

    @Test("events that cannot be are told, each by its name")
    func errors() {
        func events(_ change: (inout ReplyEvents) -> Void) -> [ReplyEvents.Event] {
            var events = ReplyEvents(received: Day(2021, 3, 1))
            change(&events)
            return events.errors.map(\.event)
        }
        #expect(events { $0.received = Day(2019, 5, 14) } == [.received])
        #expect(events { $0.received = Day(2019, 5, 15) } == [])
        #expect(events { $0.supplementReceived = Day(2021, 3, 2) } == [.supplementReceived])
        #expect(events { $0.supplementAsked = Day(2021, 2, 26) } == [.supplementAsked])
        #expect(events { $0.feePaid = Day(2021, 3, 2) } == [.feePaid])
        #expect(events { ($0.received, $0.feeNotified) = (Day(2020, 12, 1), Day(2020, 12, 31)) } == [.feeNotified])
        #expect(events { $0.served = Day(2021, 2, 1) } == [.served])
        #expect(
            events { $0.consultations = [Consultation(.thirdParty, asked: Day(2021, 3, 9), answered: Day(2021, 3, 8))] } == [.consulted])
    }

    @Test("art. 26, 49 and the office as respondent")
    func office() throws {
        let calendar = WorkdayCalendar.official
        #expect(try OfficeDeadline.publication(made: Day(2020, 1, 20), calendar: calendar).due.get() == Day(2020, 2, 25))
        #expect(OfficeDeadline.annualReport(on: 2025, by: .department)?.due == Day(2026, 1, 31))
        #expect(OfficeDeadline.annualReport(on: 2025, by: .government)?.due == Day(2026, 3, 31))
        #expect(OfficeDeadline.annualReport(on: 2025, by: .town(month: 2, day: 30, basis: "")) == nil)
        let simple = try OfficeDeadline.review(
            copyReceived: Day(2024, 3, 1), isSimplified: true, accepted: Day(2024, 2, 28), calendar: calendar)
        #expect(try simple.map { try $0.due.get() } == [Day(2024, 3, 8), Day(2024, 3, 29)])
        #expect(throws: NotInForce.self) {
            try OfficeDeadline.review(copyReceived: Day(2023, 12, 31), isSimplified: true, accepted: nil, calendar: calendar)
        }
        #expect(try OfficeDeadline.lawsuitAnswer(copyReceived: Day(2020, 4, 20), calendar: calendar).due.get() == Day(2020, 5, 6))
    }

    @Test("the twelve steps fall on their working days from receipt")
    func steps() throws {
        var events = ReplyEvents(received: Day(2020, 3, 2))
        events.served = Day(2020, 3, 30)
        let steps = ReplyPeriod(events).steps()
        #expect(steps.count == 11)
        let due = Dictionary(uniqueKeysWithValues: try steps.map { ($0.step, try $0.due.get()) })
        #expect(due[.receive] == Day(2020, 3, 2) && due[.supplement] == Day(2020, 3, 11))
        #expect(due[.serve] == Day(2020, 3, 30) && due[.archive] == Day(2020, 4, 7))
    }
}
