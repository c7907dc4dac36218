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

    @Test("art. 49: departments by 31 January, governments by 31 March, towns by local order, each with its basis")
    func annualReport() throws {
        let department = try #require(try OfficeDeadline.annualReport(on: 2025, by: .department))
        #expect(department.due == Day(2026, 1, 31))
        #expect(department.basis.contains("第四十九条"))
        let government = try #require(try OfficeDeadline.annualReport(on: 2019, by: .government))
        #expect(government.due == Day(2020, 3, 31))
        #expect(government.basis.contains("第四十九条"))
        let town = try #require(try OfficeDeadline.annualReport(on: 2023, by: .town(month: 2, day: 29, basis: "某省办法")))
        #expect(town.due == Day(2024, 2, 29))
        #expect(town.basis == "某省办法")
        #expect(try OfficeDeadline.annualReport(on: 2024, by: .town(month: 2, day: 29, basis: "某省办法")) == nil)
    }

    @Test("art. 49 asked about a report that was due before the Regulation held: no day as if it had")
    func annualReportBefore() {
        #expect(throws: NotInForce.self) { try OfficeDeadline.annualReport(on: 2017, by: .department) }
        #expect(throws: NotInForce.self) { try OfficeDeadline.annualReport(on: 2018, by: .government) }
    }

    /// The two deadlines of a review: the answer's and the decision's last days.
    private func review(_ copy: String, simplified: Bool, extended: Int = 0) throws -> [String] {
        try OfficeDeadline.review(
            copyReceived: day(copy), isSimplified: simplified, accepted: day(copy), extended: extended, calendar: calendar
        ).map { try $0.due.get().description }
    }

    @Test("a review's answer within 10 working days of the copy, the decision in 60 + at most 30 days")
    func ordinaryReview() throws {
        #expect(try review("2024-02-05", simplified: false) == ["2024-02-23", "2024-04-07"])
        #expect(try review("2024-02-05", simplified: false, extended: 30) == ["2024-02-23", "2024-05-06"])
        #expect(try review("2024-02-05", simplified: false, extended: 90) == ["2024-02-23", "2024-05-06"])
        #expect(try review("2024-02-05", simplified: false, extended: -5) == ["2024-02-23", "2024-04-07"])
    }

    @Test("the simplified procedure: 5 working days, decision in 30 days, no extension; not before 2024")
    func simplifiedReview() throws {
        #expect(try review("2024-02-05", simplified: true) == ["2024-02-18", "2024-03-06"])
        #expect(try review("2024-02-05", simplified: true, extended: 30) == ["2024-02-18", "2024-03-06"])
        #expect(throws: NotInForce.self) { try review("2023-12-31", simplified: true) }
        #expect(try review("2024-01-01", simplified: true).first == "2024-01-08")
    }

    @Test("a review before 2024: ten calendar days (the former law, art. 23), and the former law named")
    func formerReview() throws {
        #expect(try review("2020-01-20", simplified: false) == ["2020-02-03", "2020-03-20"])
        let list = try OfficeDeadline.review(copyReceived: Day(2023, 12, 29), isSimplified: false, accepted: nil, calendar: calendar)
        #expect(list.map(\.kind) == [.reviewAnswer])
        #expect(list.flatMap(\.basis).allSatisfy { $0.statute == .reviewLaw2017 })
    }

    @Test("a lawsuit's answer within 15 days of the copy; no answer counts as no evidence")
    func lawsuit() throws {
        let deadline = OfficeDeadline.lawsuitAnswer(copyReceived: Day(2020, 9, 16), calendar: calendar)
        #expect(try deadline.due.get() == Day(2020, 10, 9))
        #expect(deadline.period == .days(15))
        #expect(deadline.notes.joined().contains("视为没有"))
        #expect(try OfficeDeadline.lawsuitAnswer(copyReceived: Day(2020, 3, 2), calendar: calendar).due.get() == Day(2020, 3, 17))
    }

    @Test("each kind of deadline has a name of its own")
    func titles() {
        #expect(Set(DeadlineKind.allCases.map(\.title)).count == DeadlineKind.allCases.count)
    }
}
