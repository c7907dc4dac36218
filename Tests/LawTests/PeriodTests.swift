import TestValues
import Testing

@testable import Law

@Suite("Periods: counting days, and the explanation")
struct PeriodTests {
    private let calendar = WorkdayCalendar.official

    @Test(
        "working-day periods: the next working day is day 1, the last working day is due",
        arguments: [
            ("2020-01-20", 20, "2020-02-25"), ("2020-01-18", 1, "2020-01-19"), ("2020-01-18", 20, "2020-02-21"),
            ("2019-05-15", 20, "2019-06-13"),
            ("2019-05-15", 7, "2019-05-24"), ("2019-09-20", 20, "2019-10-23"), ("2020-09-27", 7, "2020-10-13"),
            ("2021-04-25", 15, "2021-05-18"),
            ("2022-01-28", 1, "2022-01-29"), ("2022-01-28", 40, "2022-03-30"), ("2024-02-09", 5, "2024-02-22"),
            ("2025-12-31", 40, "2026-03-04"),
            ("2026-12-03", 20, "2026-12-31"), ("2026-11-05", 40, "2026-12-31"),
        ])
    func workdays(start: String, count: Int, due: String) throws {
        #expect(try calendar.due(after: day(start), .workdays(count)) == day(due))
    }

    @Test(
        "calendar days: the first does not count, a last day off moves to the next working day",
        arguments: [
            ("2020-03-02", 60, "2020-05-06"), ("2020-03-02", 15, "2020-03-17"), ("2020-09-16", 15, "2020-10-09"),
            ("2020-09-17", 15, "2020-10-09"),
            ("2024-07-01", 60, "2024-08-30"), ("2024-08-05", 60, "2024-10-08"), ("2019-12-17", 15, "2020-01-02"),
            ("2020-01-09", 15, "2020-02-03"),
            ("2024-02-05", 60, "2024-04-07"), ("2026-11-01", 60, "2026-12-31"),
        ])
    func calendarDays(start: String, count: Int, due: String) throws {
        #expect(try calendar.due(after: day(start), .days(count)) == day(due))
    }

    @Test(
        "months end on the same day number, or on the month's last day, and move like days",
        arguments: [
            ("2020-03-02", 6, "2020-09-02"), ("2023-08-31", 6, "2024-02-29"), ("2024-08-29", 6, "2025-02-28"),
            ("2019-08-31", 6, "2020-03-02"),
            ("2020-08-31", 6, "2021-03-01"), ("2020-07-31", 6, "2021-02-01"), ("2020-04-01", 6, "2020-10-09"),
            ("2021-04-03", 6, "2021-10-08"),
            // 28 February 2026 is a Saturday on which people work.
            ("2025-11-30", 3, "2026-02-28"), ("2019-10-31", 1, "2019-12-02"), ("2020-12-31", 2, "2021-03-01"),
        ])
    func months(start: String, count: Int, due: String) throws {
        #expect(try calendar.due(after: day(start), .months(count)) == day(due))
    }

    @Test(
        "excluded days are skipped, both ends included; those off, before the period or behind it change nothing",
        arguments: [
            (["2020-03-09..2020-03-20"], "2020-04-14"), (["2020-03-09..2020-03-13"], "2020-04-07"),
            (["2020-03-09..2020-03-13", "2020-03-11..2020-03-20"], "2020-04-14"),
            (["2020-03-11..2020-03-20", "2020-03-09..2020-03-13"], "2020-04-14"),
            (["2020-03-09..2020-03-20", "2020-03-10..2020-03-12"], "2020-04-14"),
            (["2020-03-09..2020-03-13", "2020-03-14..2020-03-20"], "2020-04-14"),
            (["2020-03-02..2020-03-04"], "2020-04-01"), (["2020-02-03..2020-02-28"], "2020-03-30"),
            (["2020-03-07..2020-03-08"], "2020-03-30"),
            (["2020-03-30..2020-04-03"], "2020-04-07"), (["2020-03-31..2020-04-03"], "2020-03-30"), ([], "2020-03-30"),
            // The second question falls into the days by which the first moved the end.
            (["2020-03-09..2020-03-13", "2020-04-02..2020-04-03"], "2020-04-09"),
        ])
    func excluded(intervals: [String], due: String) throws {
        let excluded = try intervals.map { try interval($0) }
        #expect(try calendar.due(after: day("2020-03-02"), .workdays(20), excluding: excluded) == day(due))
    }

    @Test("a period that runs out of the known years is an error, whatever its kind")
    func outOfCalendar() throws {
        #expect(throws: CalendarError.self) { try calendar.due(after: day("2026-12-04"), .workdays(20)) }
        #expect(throws: CalendarError.self) { try calendar.due(after: day("2026-11-06"), .workdays(40)) }
        #expect(throws: CalendarError.self) { try calendar.due(after: day("2026-11-02"), .days(60)) }
        #expect(throws: CalendarError.self) { try calendar.due(after: day("2026-07-01"), .months(6)) }
        #expect(throws: CalendarError.self) { try calendar.days(after: day("2026-12-04"), .workdays(20)) }
        #expect(throws: CalendarError.self) {
            try calendar.due(after: day("2026-11-30"), .workdays(20), excluding: [interval("2026-12-07..2026-12-31")])
        }
    }

    @Test("lengths in words and numbers; months have no number of days")
    func lengths() {
        #expect(Period.workdays(20).count == 20)
        #expect(Period.days(60).count == 60)
        #expect(Period.months(6).count == nil)
        #expect([Period.workdays(20), .days(60), .months(6)].map(\.description) == ["20个工作日", "60日", "6个月"])
    }

    // MARK: The explanation

    @Test("the explanation of a reply names each day: counted, 周末, 春节 also on its weekends")
    func explanation() throws {
        let days = try calendar.days(after: day("2020-01-20"), .workdays(20))
        #expect(days.first == CountedDay(day: try day("2020-01-21"), ordinal: 1, reason: nil))
        #expect(days.last == CountedDay(day: try day("2020-02-25"), ordinal: 20, reason: nil))
        #expect(days.count == 36)
        let spring = days.filter { $0.reason == "春节" }.map(\.day)
        #expect(spring == (try interval("2020-01-24..2020-02-02")).days)
        #expect(
            days.filter { $0.reason == "周末" }.map(\.day.description) == [
                "2020-02-08", "2020-02-09", "2020-02-15", "2020-02-16", "2020-02-22", "2020-02-23",
            ])
    }

    @Test("days on which others were asked say 征求意见; those among them that are off anyway keep their own reason")
    func explanationOfExclusion() throws {
        let asked = try interval("2020-03-09..2020-03-20")
        let days = try calendar.days(after: day("2020-03-02"), .workdays(20), excluding: [asked])
        let skipped = days.filter { asked.contains($0.day) }
        #expect(skipped.count == 12)
        #expect(skipped.filter { $0.reason == "征求意见" }.count == 10)
        #expect(skipped.filter { $0.reason == "周末" }.count == 2)
        #expect(days.last == CountedDay(day: try day("2020-04-14"), ordinal: 20, reason: nil))
    }

    @Test("of a calendar period days off count, but for the last, which moves: 60 days from 2020-03-02")
    func explanationOfDays() throws {
        let days = try calendar.days(after: day("2020-03-02"), .days(60))
        #expect(days.count == 65)
        #expect(days.filter(\.counts).count == 60)
        #expect(days.filter { !$0.counts }.map(\.day) == (try interval("2020-05-01..2020-05-05")).days)
        #expect(days.allSatisfy { $0.counts || $0.reason == "劳动节" })
        #expect(days.first { $0.day == Day(2020, 3, 7) }?.ordinal == 5)
        #expect(days.last == CountedDay(day: try day("2020-05-06"), ordinal: 60, reason: nil))
    }

    @Test("of months only the days by which the end moved are listed")
    func explanationOfMonths() throws {
        #expect(try calendar.days(after: day("2020-03-02"), .months(6)).map(\.day) == [day("2020-09-02")])
        let moved = try calendar.days(after: day("2020-04-01"), .months(6))
        #expect(moved.map(\.day) == (try interval("2020-10-01..2020-10-09")).days)
        #expect(moved.map(\.reason) == ["国庆节、中秋节"] + Array(repeating: "国庆节", count: 7) + [nil])
    }

    // MARK: Properties over every day

    /// Up to three intervals near a day, some touching it, overlapping or on days off.
    private func intervals(near start: Day, _ generator: inout SeededRandom) -> [ClosedRange<Day>] {
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
            let first = start.adding(Int.random(in: -10...60, using: &generator))
            return first...first.adding(Int.random(in: 0...25, using: &generator))
        }
    }

    private var starts: [Day] { knownDays.filter { $0 >= Day(2019, 1, 15) && $0 <= Day(2026, 4, 30) } }

    @Test("an excluded interval never makes a deadline earlier, and a deadline by working days is a working day")
    func neverEarlier() throws {
        var wrong = Counterexamples()
        var generator = SeededRandom(11)
        for start in starts {
            let excluded = intervals(near: start, &generator)
            let period = Period.workdays(Int.random(in: 1...40, using: &generator))
            let plain = try calendar.due(after: start, period)
            let all = try calendar.due(after: start, period, excluding: excluded)
            let fewer = try calendar.due(after: start, period, excluding: Array(excluded.dropLast()))
            wrong.check(plain <= fewer && fewer <= all, "\(start) \(period) without \(excluded): \(plain), \(fewer), \(all)")
            wrong.check(try calendar.isWorkday(all), "\(start) \(period) without \(excluded) ends on \(all)")
            wrong.check(!excluded.contains { $0.contains(all) }, "\(start) \(period) ends on the excluded \(all)")
        }
        wrong.report()
    }

    @Test("overlapping exclusions count once: in any order, cut up or given twice, the end is that of walking day by day")
    func countOnce() throws {
        var wrong = Counterexamples()
        var generator = SeededRandom(12)
        for start in starts where start.ordinal % 2 == 0 {
            let excluded = intervals(near: start, &generator)
            let due = try calendar.due(after: start, .workdays(20), excluding: excluded)
            let single = excluded.flatMap { $0.days.map { $0...$0 } }.shuffled(using: &generator)
            wrong.check(try calendar.due(after: start, .workdays(20), excluding: single) == due, "\(start) cut up \(excluded)")
            wrong.check(try calendar.due(after: start, .workdays(20), excluding: excluded + excluded) == due, "\(start) twice \(excluded)")
            wrong.check(try walkedDue(after: start, 20, excluding: excluded) == due, "\(start) walked \(excluded): \(due)")
        }
        wrong.report()
    }

    @Test("the explanation's counted days equal the period, are numbered in order, and its last day is the due day")
    func explanationAgrees() throws {
        var wrong = Counterexamples()
        var generator = SeededRandom(13)
        for start in starts where start.ordinal % 3 == 0 {
            let excluded = intervals(near: start, &generator)
            for period in [Period.workdays(7), .workdays(20), .days(15), .days(60)] {
                let days = try calendar.days(after: start, period, excluding: excluded)
                let due = try calendar.due(after: start, period, excluding: excluded)
                let counted = days.filter(\.counts)
                wrong.check(counted.count == period.count, "\(start) \(period): \(counted.count) days counted")
                wrong.check(counted.compactMap(\.ordinal) == Array(1...counted.count), "\(start) \(period): not in order")
                wrong.check(days.last?.day == due && days.last?.counts == true, "\(start) \(period): ends behind or before \(due)")
                wrong.check(days.first?.day == start.adding(1), "\(start) \(period): the day of the event counts")
                wrong.check(zip(days, days.dropFirst()).allSatisfy { $0.day.adding(1) == $1.day }, "\(start) \(period): days left out")
                wrong.check(days.allSatisfy { ($0.reason == nil) == ($0.ordinal != nil) }, "\(start) \(period): no reason")
            }
        }
        wrong.report()
    }

    @Test("a calendar or month period ends on a working day, never before the nominal day, and on it where it is worked")
    func nominalDay() throws {
        var wrong = Counterexamples()
        for start in starts {
            let nominals: [(Period, Day)] = [
                (.days(15), start.adding(15)), (.days(60), start.adding(60)), (.months(6), start.adding(months: 6)),
            ]
            for (period, nominal) in nominals {
                let due = try calendar.due(after: start, period)
                wrong.check(try calendar.isWorkday(due), "\(start) \(period) ends on \(due)")
                wrong.check(due >= nominal, "\(start) \(period) ends before \(nominal)")
                wrong.check(try due == nominal || calendar.count(nominal, due) == 1, "\(start) \(period) moved too far, to \(due)")
                wrong.check(try calendar.days(after: start, period).last?.day == due, "\(start) \(period): explanation ends elsewhere")
            }
        }
        wrong.report()
    }
}
