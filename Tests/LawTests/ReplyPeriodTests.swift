import Testing

@testable import Law

@Suite("Deadlines of a request: the worked days")
struct ReplyPeriodTests {
    private func due(_ kind: DeadlineKind, _ received: String, _ change: (inout ReplyEvents) -> Void = { _ in }) throws -> String? {
        var events = ReplyEvents(received: try #require(Day(iso: received)))
        change(&events)
        return try ReplyPeriod(events).deadlines().first { $0.kind == kind }?.due.get().description
    }

    @Test("art. 33: 20 working days; the day of receipt does not count, holidays do not")
    func reply() throws {
        #expect(try due(.reply, "2020-01-20") == "2020-02-25")
        #expect(
            try due(.reply, "2020-01-20") {
                $0.supplementAsked = Day(iso: "2020-03-10"); $0.supplementReceived = Day(iso: "2020-03-16")
            } == "2020-04-14")
        #expect(
            try due(.reply, "2021-03-01") {
                $0.feeNotified = Day(iso: "2021-03-05"); $0.feePaid = Day(iso: "2021-03-10")
            } == "2021-04-08")
        #expect(
            try due(.reply, "2020-03-02") {
                $0.consultations = [Consultation(.thirdParty, asked: Day(iso: "2020-03-09")!, answered: Day(iso: "2020-03-20")!)]
            } == "2020-04-14")
        #expect(try due(.review, "2020-02-03") { $0.served = Day(iso: "2020-03-02") } == "2020-05-06")
        #expect(try due(.lawsuit, "2020-02-03") { $0.served = Day(iso: "2020-03-02") } == "2020-09-02")
        #expect(try due(.reply, "2026-12-03") == "2026-12-31")
        #expect(throws: CalendarError.self) { _ = try due(.reply, "2026-12-04") }
        #expect(try due(.reply, "2026-11-05") { $0.extended = 20 } == "2026-12-31")
        #expect(throws: CalendarError.self) { _ = try due(.reply, "2026-11-06") { $0.extended = 20 } }
    }
}
