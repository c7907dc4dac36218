import Testing

@testable import Law

@Suite("The body's clocks as the respondent of an administrative review")
struct ReviewCaseTests {
    private let calendar = WorkdayCalendar.official

    /// The answer's and the decision's last days of a review whose copy came on the day it was accepted.
    private func review(_ copy: String, simplified: Bool = false, _ change: (inout ReviewCase) throws -> Void = { _ in }) throws -> [String]
    {
        var review = ReviewCase(copyReceived: try day(copy), isSimplified: simplified, accepted: try day(copy))
        try change(&review)
        return try review.deadlines(calendar: calendar).map { try $0.due.get().description }
    }

    @Test("the answer within 10 working days of the copy, the decision in 60 + at most 30 days")
    func ordinary() throws {
        #expect(try review("2024-02-05") == ["2024-02-23", "2024-04-07"])
        #expect(try review("2024-02-05") { $0.extended = 30 } == ["2024-02-23", "2024-05-06"])
        #expect(try review("2024-02-05") { $0.extended = 90 } == ["2024-02-23", "2024-05-06"])
        #expect(try review("2024-02-05") { $0.extended = -5 } == ["2024-02-23", "2024-04-07"])
    }

    @Test("the simplified procedure: 5 working days, decision in 30 days, no extension; not before 2024")
    func simplified() throws {
        #expect(try review("2024-02-05", simplified: true) == ["2024-02-18", "2024-03-06"])
        #expect(try review("2024-02-05", simplified: true) { $0.extended = 30 } == ["2024-02-18", "2024-03-06"])
        #expect(throws: NotInForce.self) { try review("2023-12-31", simplified: true) }
        #expect(try review("2024-01-01", simplified: true).first == "2024-01-08")
    }

    @Test("art. 55: turned to the ordinary procedure, both periods are the ordinary ones")
    func turned() throws {
        #expect(try review("2024-02-05", simplified: true) { $0.becameOrdinary = Day(2024, 2, 20) } == ["2024-02-23", "2024-04-07"])
        var turned = ReviewCase(copyReceived: Day(2024, 2, 5), isSimplified: true, accepted: Day(2024, 2, 5))
        turned.becameOrdinary = Day(2024, 2, 20)
        #expect(try turned.deadlines(calendar: calendar).allSatisfy { $0.basis.contains(Basis(.reviewLaw, Article(55))) })
    }

    @Test("art. 39: days on which the review stood still do not count towards the decision; the answer's period runs on")
    func suspended() throws {
        let stopped = try review("2024-02-05") { $0.suspended = [try interval("2024-02-20..2024-02-29")] }
        // 10 days later than 2024-04-05, a holiday, which itself moved to 7 April.
        #expect(stopped == ["2024-02-23", "2024-04-15"])
        var review = ReviewCase(copyReceived: Day(2024, 2, 5), accepted: Day(2024, 2, 5))
        review.suspended = [try interval("2024-02-20..2024-02-29")]
        let decision = try #require(try review.deadlines(calendar: calendar).last)
        let days = try decision.days(in: calendar)
        #expect(days.filter { $0.reason == CountedDay.suspension }.map(\.day) == (try interval("2024-02-20..2024-02-29")).days)
        #expect(days.filter(\.counts).count == 60 && decision.basis.contains(Basis(.reviewLaw, Article(39))))
    }

    @Test("art. 5, 41, 73, 74: mediated or withdrawn, no decision is due; the answer only where its day had come before")
    func ended() throws {
        #expect(try review("2024-02-05") { $0.ended = Day(2024, 2, 20) }.isEmpty)
        #expect(try review("2024-02-05") { $0.ended = Day(2024, 3, 20) } == ["2024-02-23"])
    }

    @Test("a review before 2024: ten calendar days (the former law, art. 23), and the former law named")
    func former() throws {
        #expect(try review("2020-01-20") == ["2020-02-03", "2020-03-20"])
        let list = try ReviewCase(copyReceived: Day(2023, 12, 29)).deadlines(calendar: calendar)
        #expect(list.map(\.kind) == [.reviewAnswer])
        #expect(list.flatMap(\.basis).allSatisfy { $0.statute == .reviewLaw2017 })
    }
}
