import Testing

@testable import Law

@Suite("Service: a letter's two days, and each question takes its own")
struct LetterServiceTests {
    private func period(_ received: String, _ letter: LetterService, _ parts: [ReplyPart] = []) throws -> ReplyPeriod {
        var events = ReplyEvents(received: try day(received))
        (events.replyLetter, events.parts) = (letter, parts)
        return ReplyPeriod(events)
    }

    private func due(_ kind: DeadlineKind, _ period: ReplyPeriod) throws -> String? {
        try period.deadlines().first { $0.kind == kind }?.due.get().description
    }

    // MARK: The rules

    @Test("235号 names three ways, and what it says of them is the day that the office is judged by")
    func dispatchRules() {
        for method in [ServiceMethod.direct, .entrusted] { #expect(method.dispatchRule.contains("签收之日")) }
        #expect(ServiceMethod.post.dispatchRule.contains("交邮之日") && ServiceMethod.post.dispatchRule.contains("邮政企业"))
        for method in [ServiceMethod.direct, .entrusted, .post] { #expect(method.basis == [Basis(.serviceReply)]) }
        for method in [ServiceMethod.email, .portal] {
            #expect(method.dispatchRule.contains("发出之日") && method.dispatchRule.contains("没有规定"))
        }
    }

    @Test("the other side's periods begin with receipt, for post never with the posting; e-mail and portal by analogy, and it says so")
    func receiptRules() {
        #expect(ServiceMethod.post.receiptRule.contains("回执") && ServiceMethod.post.receiptRule.contains("不是交邮之日"))
        for method in [ServiceMethod.email, .portal] {
            #expect(method.receiptRule.contains("到达") && method.receiptRule.contains("比照"))
            #expect(method.basis == [Basis(.civilProcedureLaw, Article(90))])
        }
    }

    @Test("what is handed over has one day for both; what is posted or sent does not tell the other day")
    func days() {
        let (sent, came) = (Day(2026, 6, 1), Day(2026, 6, 8))
        #expect(LetterService(method: .direct, received: came).officeDay == came)
        #expect(LetterService(method: .entrusted, dispatched: sent).recipientDay == sent)
        #expect(LetterService(method: .direct, dispatched: sent, received: came).officeDay == came)
        for method in [nil, ServiceMethod.post, .email, .portal] {
            #expect(LetterService(method: method, received: came).officeDay == nil)
            #expect(LetterService(method: method, dispatched: sent).recipientDay == nil)
            #expect(LetterService(method: method, dispatched: sent, received: came).officeDay == sent)
            #expect(LetterService(method: method, dispatched: sent, received: came).recipientDay == came)
        }
        #expect(LetterService().leftBy == nil)
    }

    // MARK: What follows

    @Test("posted in time, signed for later: in time, and the remedies run from the signature")
    func postedAndSigned() throws {
        let reply = try period(
            "2026-05-07", LetterService(method: .post, dispatched: Day(2026, 6, 1), received: Day(2026, 6, 8)), [ReplyPart(.unableNotHeld)])
        #expect(try due(.reply, reply) == "2026-06-03")
        #expect(reply.isLate == false && reply.findings.isEmpty)
        #expect(try due(.review, reply) == "2026-08-07")
        #expect(try due(.lawsuit, reply) == "2026-12-08")
    }

    @Test(
        "late by the day it left, whatever the day it came",
        arguments: [
            ("2026-06-03", "2026-06-30", false), ("2026-06-04", "2026-06-30", true), ("2026-06-04", "2026-06-04", true),
            ("2026-05-07", "2026-05-07", false),
        ])
    func late(dispatched: String, received: String, isLate: Bool) throws {
        let letter = LetterService(dispatched: try day(dispatched), received: try day(received))
        #expect(try period("2026-05-07", letter).isLate == isLate)
        #expect(try period("2026-05-07", LetterService(dispatched: try day(dispatched))).isLate == isLate)
    }

    @Test("open: nobody can say whether it is late")
    func open() throws {
        #expect(try period("2026-05-07", LetterService()).isLate == nil)
        // A reply while a supplement is awaited has no deadline to be late for.
        var events = ReplyEvents(received: Day(2026, 5, 7))
        events.supplementNotice.dispatched = Day(2026, 5, 8)
        events.replyLetter.dispatched = Day(2026, 9, 1)
        #expect(ReplyPeriod(events).isLate == nil)
    }

    @Test("only the receipt is known: in time where it came by the due day, handed over it is judged, else nobody knows and it says so")
    func receiptAlone() throws {
        #expect(try period("2026-05-07", LetterService(received: Day(2026, 6, 3))).isLate == false)
        let unknown = try period("2026-05-07", LetterService(received: Day(2026, 6, 8)))
        #expect(unknown.isLate == nil)
        #expect(unknown.findings.map(\.kind) == [.dispatchUnknown])
        #expect(unknown.findings.first?.basis.contains(Basis(.serviceReply)) == true)
        let handed = try period("2026-05-07", LetterService(method: .direct, received: Day(2026, 6, 8)))
        #expect(handed.isLate == true && handed.findings.isEmpty)
        let posted = try period("2026-05-07", LetterService(method: .post, received: Day(2026, 6, 8)))
        #expect(posted.isLate == nil && posted.findings.map(\.kind) == [.dispatchUnknown])
    }

    @Test("posted and not yet signed for: no remedy runs; the law of the day it was made decides which it will be")
    func notYetReceived() throws {
        let posted = try period("2023-12-20", LetterService(method: .post, dispatched: Day(2023, 12, 29)), [ReplyPart(.refusedStateSecret)])
        #expect(try posted.deadlines().allSatisfy { $0.kind != .review && $0.kind != .lawsuit })
        let signed = try period(
            "2023-12-20", LetterService(method: .post, dispatched: Day(2023, 12, 29), received: Day(2024, 1, 3)),
            [ReplyPart(.refusedStateSecret)])
        #expect(try due(.lawsuit, signed) == "2024-07-03")
    }

    @Test("a letter is not received before it is sent")
    func order() throws {
        var events = ReplyEvents(received: Day(2026, 5, 7))
        events.replyLetter = LetterService(dispatched: Day(2026, 6, 8), received: Day(2026, 6, 1))
        #expect(events.errors == [.order(.served, Day(2026, 6, 1), after: .dispatched, Day(2026, 6, 8))])
    }

    @Test("the year from which rights run where the letter told none: review since 2024 (ARL 20), lawsuit by 法释〔2018〕1号 art. 64")
    func oneYear() throws {
        func notes(_ kind: DeadlineKind, _ received: String, _ served: String) throws -> String {
            try #require(try period(received, LetterService(received: try day(served))).deadlines().first { $0.kind == kind }).notes
                .joined()
        }
        #expect(try !notes(.review, "2023-12-20", "2023-12-29").contains("一年"))
        #expect(try notes(.review, "2023-12-20", "2024-01-02").contains("最长一年（《行政复议法》（2023年修订）第二十条第三款）"))
        #expect(try notes(.lawsuit, "2020-02-03", "2020-03-02").contains("最长一年（法释〔2018〕1号第六十四条）"))
    }

    @Test("courts closed by the day of filing: the lawsuit ends with the last day that is open, weekend or not")
    func lastFilingDay() throws {
        let reply = try period("2025-05-06", LetterService(received: Day(2025, 5, 20)), [ReplyPart(.refusedAdministrativeQuery)])
        #expect(try due(.lawsuit, reply) == "2025-05-31")
        // Six months that end before are not touched.
        let older = try period("2024-10-08", LetterService(received: Day(2024, 10, 25)), [ReplyPart(.refusedAdministrativeQuery)])
        #expect(try due(.lawsuit, older) == "2025-04-25")
        // Made before, received after: no court is open any more.
        let across = try period(
            "2025-05-06", LetterService(dispatched: Day(2025, 5, 30), received: Day(2025, 6, 3)), [ReplyPart(.refusedAdministrativeQuery)])
        #expect(try due(.lawsuit, across) == nil)
    }

    @Test(
        "one rule for the way to court: whole, cut by the last filing day, or closed before the letter was received (法释, art. 10)",
        arguments: [
            ("2024-10-25", "6个月", RemedyRoute.reviewOrLawsuit), ("2025-05-20", "至2025年5月31日止", .reviewOrLawsuit),
            ("2025-05-31", "至2025年5月31日止", .reviewOrLawsuit), ("2025-06-03", nil, .reviewOnly),
        ] as [(String, String?, RemedyRoute)])
    func wayToCourt(_ received: String, _ period: String?, _ route: RemedyRoute) throws {
        let part = ReplyPart(.refusedAdministrativeQuery)
        let remedy = try RemedyTable.standard.remedy(part.ground, on: Day(2024, 10, 20), body: .department)
        let calendar = WorkdayCalendar.official
        #expect(remedy.periodToSue(after: try day(received), in: calendar)?.description == period)
        #expect(remedy.route(after: try day(received)) == route)
    }
}
