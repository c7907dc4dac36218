import Testing

@testable import Law

@Suite("What is due from the office besides replies")
struct OfficeDeadlineTests {
    private let calendar = WorkdayCalendar.official

    @Test(
        "art. 26: proactive disclosure within 20 working days of making or changing",
        arguments: [("2020-01-20", "2020-02-25"), ("2019-05-15", "2019-06-13"), ("2026-09-18", "2026-10-22")])
    func publication(made: String, due: String) throws {
        let deadline = try OfficeDeadline.publication(made: day(made), calendar: calendar)
        #expect(try deadline.due.get().description == due)
        #expect(deadline.articles == [Article(26)])
        #expect(deadline.kind == .publication)
    }

    @Test("art. 26 asked about a day before the Regulation says so")
    func publicationBefore() {
        #expect(throws: NotInForce.self) { try OfficeDeadline.publication(made: Day(2019, 5, 14), calendar: calendar) }
    }

    @Test("a lawsuit's answer within 15 days of the copy; no answer counts as no evidence")
    func lawsuit() throws {
        let deadline = OfficeDeadline.lawsuitAnswer(copyReceived: Day(2020, 9, 16), calendar: calendar)
        #expect(try deadline.due.get() == Day(2020, 10, 9))
        #expect(deadline.period == .days(15))
        #expect(deadline.notes.joined().contains("视为没有"))
        #expect(try OfficeDeadline.lawsuitAnswer(copyReceived: Day(2020, 3, 2), calendar: calendar).due.get() == Day(2020, 3, 17))
    }

    @Test("an appeal: 15 days from a judgment, 10 from a ruling; an opinion letter is answered within 60 days, since 2024")
    func appealAndOpinion() throws {
        #expect(try OfficeDeadline.appeal(served: Day(2024, 3, 1), isRuling: false, calendar: calendar).due.get() == Day(2024, 3, 18))
        #expect(try OfficeDeadline.appeal(served: Day(2024, 3, 1), isRuling: true, calendar: calendar).due.get() == Day(2024, 3, 11))
        let letter = try OfficeDeadline.opinionLetter(received: Day(2024, 3, 1), calendar: calendar)
        #expect(try letter.due.get() == Day(2024, 4, 30))
        #expect(letter.basis == [Basis(.reviewLaw, Article(76))])
        #expect(throws: NotInForce.self) { try OfficeDeadline.opinionLetter(received: Day(2023, 12, 31), calendar: calendar) }
    }

    @Test("each kind of deadline has a name of its own")
    func titles() {
        #expect(Set(DeadlineKind.allCases.map(\.title)).count == DeadlineKind.allCases.count)
    }
}
