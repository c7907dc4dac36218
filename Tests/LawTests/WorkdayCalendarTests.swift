import Testing

@testable import Law

@Suite("Working days")
struct WorkdayCalendarTests {
    private let calendar = WorkdayCalendar.official
    private var days: [Day] { (calendar.known.lowerBound.ordinal...calendar.known.upperBound.ordinal).map { Day(ordinal: $0) } }

    @Test(
        "each year has the working days that its notice leaves",
        arguments: [(2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)])
    func years(year: Int, count: Int) throws {
        #expect(try calendar.count(Day(year, 1, 1), Day(year, 12, 31)) == count)
    }

    @Test("a day off says why; a make-up weekend is worked")
    func reasons() throws {
        #expect(try calendar.reasonOff(Day(2020, 1, 25)) == "春节")
        #expect(try calendar.reasonOff(Day(2020, 10, 1)) == "国庆节、中秋节")
        #expect(try calendar.reasonOff(Day(2020, 2, 8)) == "周末")
        #expect(try calendar.reasonOff(Day(2020, 1, 19)) == nil)
        #expect(try calendar.isWorkday(Day(2026, 2, 28)))
    }

    @Test("adding working days is monotonic; counting gives the number back; subtracting undoes it")
    func addAndCount() throws {
        for n in [1, 5, 7, 15, 20, 40] {
            var last: Day?
            for day in days {
                guard let due = try? calendar.day(n, workdaysAfter: day) else { continue }
                #expect(try calendar.isWorkday(due))
                #expect(try calendar.count(day.adding(1), due) == n)
                if let last { #expect(last <= due) }
                if try calendar.isWorkday(day) { #expect(try calendar.day(n, workdaysBefore: due) == day) }
                last = due
            }
        }
    }

    @Test("a day outside of the known years is an error, never a guess")
    func unknown() {
        #expect(throws: CalendarError.self) { try calendar.isWorkday(Day(2027, 1, 1)) }
        #expect(throws: CalendarError.self) { try calendar.isWorkday(Day(2018, 12, 31)) }
        #expect(throws: CalendarError.self) { try calendar.day(1, workdaysAfter: Day(2026, 12, 31)) }
        #expect(throws: CalendarError.self) { try calendar.day(1, workdaysBefore: Day(2019, 1, 2)) }
    }

    @Test("weekends alone may decide where that is asked for, and say so")
    func provisional() throws {
        let plain = try WorkdayCalendar(adding: [], provisionalThrough: 2027)
        #expect(plain.isProvisional(Day(2027, 1, 1)))
        #expect(!plain.isProvisional(Day(2026, 12, 31)))
        #expect(try plain.day(1, workdaysAfter: Day(2026, 12, 31)) == Day(2027, 1, 1))
    }

    @Test("an office adds a year and local days; a gap, a contradiction or a working weekday is refused")
    func adding() throws {
        let plan = HolidayPlan(year: 2027, off: [Day(2027, 1, 1): "元旦", Day(2026, 12, 31): "元旦"], work: [Day(2027, 1, 9)])
        let local = LocalDays(off: [Day(2026, 4, 15): "泼水节"])
        let calendar = try WorkdayCalendar(adding: [plan], local: [local])
        #expect(try calendar.reasonOff(Day(2026, 12, 31)) == "元旦")
        #expect(try calendar.isWorkday(Day(2027, 1, 9)))
        #expect(try calendar.reasonOff(Day(2026, 4, 15)) == "泼水节")
        #expect(throws: CalendarError.gap(year: 2027)) { _ = try WorkdayCalendar(adding: [HolidayPlan(year: 2028, off: [:], work: [])]) }
        #expect(throws: CalendarError.twice(year: 2027)) { _ = try WorkdayCalendar(adding: [plan, plan]) }
        #expect(throws: CalendarError.notWeekend(Day(2027, 1, 4))) {
            try WorkdayCalendar(adding: [HolidayPlan(year: 2027, off: [:], work: [Day(2027, 1, 4)])])
        }
        #expect(throws: CalendarError.contradiction(Day(2027, 1, 2))) {
            try WorkdayCalendar(adding: [HolidayPlan(year: 2027, off: [Day(2027, 1, 2): "元旦"], work: [Day(2027, 1, 2)])])
        }
    }
}

@Suite("Periods and their explanation")
struct PeriodTests {
    private let calendar = WorkdayCalendar.official
    private let starts = (Day(2019, 5, 15).ordinal...Day(2026, 6, 30).ordinal).map { Day(ordinal: $0) }

    @Test("the counted days of an explanation are the period's, the last of them is the due day")
    func explanation() throws {
        var numbers = SeededNumbers(seed: 711)
        for start in starts {
            let n = Int.random(in: 1...40, using: &numbers)
            let asked = start.adding(Int.random(in: 0...30, using: &numbers))
            let excluded = [asked...asked.adding(Int.random(in: 0...25, using: &numbers))]
            for period in [Period.workdays(n), .days(n)] {
                let days = try calendar.days(after: start, period, excluding: excluded)
                let due = try calendar.due(after: start, period, excluding: excluded)
                #expect(days.filter(\.counts).count == n)
                #expect(days.first?.day == start.adding(1))
                #expect(days.last?.day == due && days.last?.ordinal == n)
                #expect(try calendar.isWorkday(due))
            }
        }
    }

    @Test("an excluded interval never makes a deadline earlier; overlapping ones count once")
    func exclusion() throws {
        var numbers = SeededNumbers(seed: 33)
        for start in starts {
            let plain = try calendar.due(after: start, .workdays(20))
            let a = start.adding(Int.random(in: -5...30, using: &numbers))
            let one = a...a.adding(Int.random(in: 0...20, using: &numbers))
            let two = a.adding(2)...a.adding(Int.random(in: 2...20, using: &numbers))
            let excluded = try calendar.due(after: start, .workdays(20), excluding: [one])
            let both = try calendar.due(after: start, .workdays(20), excluding: [two, one])
            #expect(plain <= excluded && excluded <= both)
            #expect(!one.contains(excluded))
            #expect(try calendar.due(after: start, .workdays(20), excluding: [one, one]) == excluded)
        }
    }

    @Test(
        "months end on the same number or the month's last day; a last day off moves on",
        arguments: [
            ("2020-08-31", 6, "2021-03-01"), ("2020-03-02", 6, "2020-09-02"), ("2019-08-29", 6, "2020-03-02"),
            ("2021-04-01", 6, "2021-10-08"),
        ])
    func months(start: String, months: Int, due: String) throws {
        let start = try #require(Day(iso: start))
        #expect(try calendar.due(after: start, .months(months)).description == due)
    }
}

/// Numbers that a failure can be made again with.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
