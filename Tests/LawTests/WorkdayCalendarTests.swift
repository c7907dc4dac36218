import TestValues
import Testing

@testable import Law

@Suite("The working-day calendar, 2019 to 2026, day by day")
struct WorkdayCalendarTests {
    private let calendar = WorkdayCalendar.official

    @Test("the bundled years are those of the holidays' file, day by day and name by name")
    func sameAsFile() throws {
        guard let file = try HolidayFile.load() else { return }
        #expect(file.keys.sorted() == (2019...2026).map(String.init))
        var off: [String: String] = [:]
        var work: Set<String> = []
        for year in file.values {
            off.merge(year.off) { first, _ in first }
            work.formUnion(year.work)
        }
        var wrong = Counterexamples()
        for day in knownDays {
            let name = off[day.description] ?? (day.isWeekend && !work.contains(day.description) ? "周末" : nil)
            let reason = try calendar.reasonOff(day)
            wrong.check(reason == name, "\(day) is \(reason ?? "worked"), not \(name ?? "worked")")
            wrong.check(try calendar.isWorkday(day) == (name == nil), "\(day)")
        }
        wrong.report()
    }

    @Test(
        "the working days of each year, counted from the holidays' file",
        arguments: [(2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)])
    func workdaysOfYear(year: Int, count: Int) throws {
        #expect(try calendar.count(day("\(year)-01-01"), day("\(year)-12-31")) == count)
    }

    @Test(
        "why a day is off: 周末, or the holiday's name, also for the weekends inside it",
        arguments: [
            ("2020-01-18", "周末"), ("2020-01-24", "春节"), ("2020-01-25", "春节"), ("2020-02-02", "春节"), ("2020-02-08", "周末"),
            ("2020-10-01", "国庆节、中秋节"), ("2020-10-02", "国庆节"), ("2020-10-03", "国庆节"), ("2022-12-31", "元旦"), ("2023-12-30", "元旦"),
            ("2023-04-05", "清明节"), ("2025-06-02", "端午节"), ("2025-10-06", "中秋节"), ("2025-10-08", "国庆节"), ("2026-02-23", "春节"),
            ("2026-05-05", "劳动节"), ("2026-12-27", "周末"),
        ])
    func reasons(iso: String, reason: String) throws {
        #expect(try calendar.reasonOff(day(iso)) == reason)
        #expect(try calendar.isWorkday(day(iso)) == false)
    }

    @Test(
        "make-up weekends are working days",
        arguments: [
            "2019-02-02", "2019-05-05", "2020-01-19", "2020-10-10", "2021-02-20", "2022-10-09", "2024-09-14", "2026-01-04", "2026-02-28",
        ])
    func makeUpWeekends(iso: String) throws {
        #expect(try day(iso).isWeekend)
        #expect(try calendar.isWorkday(day(iso)))
        #expect(try calendar.reasonOff(day(iso)) == nil)
    }

    @Test(
        "counting takes both ends in",
        arguments: [
            ("2020-01-01", "2020-01-31", 17), ("2020-02-01", "2020-02-29", 20), ("2020-01-19", "2020-01-19", 1),
            ("2020-01-18", "2020-01-18", 0),
            ("2019-10-01", "2019-10-07", 0), ("2022-12-30", "2023-01-03", 2), ("2021-09-18", "2021-09-26", 5),
            ("2019-01-01", "2026-12-31", 1994),
            ("2020-03-10", "2020-03-09", 0),
        ])
    func counts(from: String, to: String, count: Int) throws {
        #expect(try calendar.count(day(from), day(to)) == count)
    }

    @Test(
        "a day that is not worked moves to the next one that is; a working day stays",
        arguments: [("2020-01-24", "2020-02-03"), ("2020-10-01", "2020-10-09"), ("2020-03-02", "2020-03-02"), ("2026-01-03", "2026-01-04")])
    func nextWorkday(from: String, to: String) throws {
        #expect(try calendar.workday(from: day(from)) == day(to))
    }

    @Test("nothing added is the day itself; adding less than nothing subtracts")
    func zeroAndBelow() throws {
        let monday = try day("2020-03-02")
        #expect(try calendar.day(0, workdaysAfter: monday) == monday)
        #expect(try calendar.day(0, workdaysBefore: monday) == monday)
        #expect(try calendar.day(-1, workdaysAfter: monday) == day("2020-02-28"))
        #expect(try calendar.day(-1, workdaysBefore: monday) == day("2020-03-03"))
    }

    // MARK: Beyond the known years

    @Test("a day outside of the known years is an error that names what is known, never a guess")
    func outside() throws {
        let known = try interval("2019-01-01..2026-12-31")
        let after = CalendarError.unknown(try day("2027-01-01"), known: known)
        let before = CalendarError.unknown(try day("2018-12-31"), known: known)
        #expect(calendar.known == known)
        #expect(throws: after) { try calendar.isWorkday(day("2027-01-01")) }
        #expect(throws: after) { try calendar.reasonOff(day("2027-01-01")) }
        #expect(throws: after) { try calendar.count(day("2026-12-31"), day("2027-01-01")) }
        #expect(throws: after) { try calendar.day(1, workdaysAfter: day("2026-12-31")) }
        #expect(throws: before) { try calendar.isWorkday(day("2018-12-31")) }
        #expect(throws: before) { try calendar.count(day("2018-12-31"), day("2019-01-01")) }
        #expect(throws: before) { try calendar.day(1, workdaysBefore: day("2019-01-01")) }
        #expect(after.description.contains("2027年"))
        #expect(before.description.contains("2018年12月31日"))
    }

    @Test("weekends alone decide a provisional year, and its days say that they are provisional")
    func provisional() throws {
        let plain = try WorkdayCalendar(adding: [], provisionalThrough: 2027)
        #expect(plain.provisionalFrom == Day(2027, 1, 1))
        #expect(plain.known.upperBound == Day(2027, 12, 31))
        #expect(plain.isProvisional(try day("2027-01-01")))
        #expect(!plain.isProvisional(try day("2026-12-31")))
        // A Friday, New Year's day or not: nobody has announced it.
        #expect(try plain.isWorkday(day("2027-01-01")))
        #expect(try plain.reasonOff(day("2027-01-02")) == "周末")
        #expect(try plain.count(day("2026-01-01"), day("2026-12-31")) == 248)
        #expect(calendar.provisionalFrom == nil)
        #expect(!calendar.isProvisional(try day("2026-12-31")))
        #expect(try WorkdayCalendar(adding: [], provisionalThrough: 2024).provisionalFrom == nil)
    }

    // MARK: What an office adds

    /// No real plan: a break that begins in the old year, and one in spring.
    private func plan(_ year: Int, work: [String] = []) throws -> HolidayPlan {
        var off: [Day: String] = [:]
        for day in try interval("\(year - 1)-12-31..\(year)-01-01").days { off[day] = "元旦" }
        for day in try interval("\(year)-02-06..\(year)-02-12").days { off[day] = "春节" }
        return HolidayPlan(year: year, off: off, work: Set(try work.map { try day($0) }))
    }

    @Test("a further year extends the calendar, and its break may begin in December before")
    func furtherYear() throws {
        let longer = try WorkdayCalendar(adding: [plan(2027, work: ["2027-02-13"])])
        #expect(longer.known.upperBound == Day(2027, 12, 31))
        #expect(longer.provisionalFrom == nil)
        #expect(try longer.reasonOff(day("2026-12-31")) == "元旦")
        #expect(try longer.reasonOff(day("2027-02-08")) == "春节")
        #expect(try longer.isWorkday(day("2027-02-13")))
        #expect(try longer.day(1, workdaysAfter: day("2026-12-30")) == day("2027-01-04"))
        #expect(try calendar.isWorkday(day("2026-12-31")))
    }

    @Test("a plan of a known year takes its place")
    func replacedYear() throws {
        let changed = try WorkdayCalendar(adding: [HolidayPlan(year: 2026, off: [Day(2026, 3, 2): "试验"], work: [])])
        #expect(try changed.reasonOff(day("2026-03-02")) == "试验")
        #expect(try changed.isWorkday(day("2026-10-01")))
        #expect(try changed.reasonOff(day("2025-10-01")) == "国庆节")
    }

    @Test("local days: an ethnic holiday is off, a local make-up day is worked, elsewhere nothing changes")
    func localDays() throws {
        let local = LocalDays(
            off: [Day(2025, 4, 1): "三月三", Day(2025, 4, 27): "三月三"], work: [Day(2025, 4, 12), Day(2025, 10, 8)])
        let guangxi = try WorkdayCalendar(adding: [], local: [local])
        #expect(try guangxi.reasonOff(day("2025-04-01")) == "三月三")
        #expect(try guangxi.reasonOff(day("2025-04-27")) == "三月三")
        #expect(try guangxi.isWorkday(day("2025-04-12")))
        #expect(try guangxi.isWorkday(day("2025-10-08")))
        #expect(try calendar.isWorkday(day("2025-04-01")))
        #expect(try guangxi.count(day("2025-01-01"), day("2025-12-31")) == 248)
    }

    @Test("years that do not fit together are errors: one missing between, one twice, a day off and worked, a make-up Monday")
    func contradictions() throws {
        let invented = try plan(2027)
        let later = try plan(2028)
        #expect(throws: CalendarError.gap(year: 2027)) { _ = try WorkdayCalendar(adding: [later]) }
        #expect(throws: CalendarError.twice(year: 2027)) { _ = try WorkdayCalendar(adding: [invented, invented]) }
        #expect(throws: CalendarError.contradiction(Day(2027, 2, 6))) {
            _ = try WorkdayCalendar(adding: [plan(2027, work: ["2027-02-06"])])
        }
        #expect(throws: CalendarError.notWeekend(Day(2027, 2, 15))) { _ = try WorkdayCalendar(adding: [plan(2027, work: ["2027-02-15"])]) }
        #expect(try WorkdayCalendar(adding: [later, invented]).known.upperBound == Day(2028, 12, 31))
    }

    @Test("a local day that is off and worked is a contradiction, too")
    func localContradiction() throws {
        let both = LocalDays(off: [Day(2025, 4, 12): "三月三"], work: [Day(2025, 4, 12)])
        #expect(throws: CalendarError.contradiction(Day(2025, 4, 12))) { _ = try WorkdayCalendar(adding: [], local: [both]) }
    }

    @Test("each calendar error says in words what to do")
    func errorWords() {
        let errors: [CalendarError] = [
            .unknown(Day(2027, 1, 1), known: calendar.known), .unknown(Day(2018, 1, 1), known: calendar.known), .gap(year: 2027),
            .twice(year: 2027), .contradiction(Day(2027, 2, 6)), .notWeekend(Day(2027, 2, 15)),
        ]
        #expect(Set(errors.map(\.description)).count == errors.count)
        #expect(CalendarError.notWeekend(Day(2027, 2, 15)).description.contains("周一"))
    }

    // MARK: Properties over every day

    @Test("adding working days is strictly monotonic, and lands on working days")
    func monotonic() throws {
        var wrong = Counterexamples()
        var generator = SeededRandom(1)
        for start in knownDays where start <= Day(2026, 6, 1) {
            let n = Int.random(in: 1...120, using: &generator)
            let (due, next) = (try calendar.day(n, workdaysAfter: start), try calendar.day(n + 1, workdaysAfter: start))
            wrong.check(start < due && due < next, "\(start) + \(n)")
            wrong.check(try calendar.isWorkday(due), "\(start) + \(n) = \(due) is off")
            wrong.check(try due <= calendar.day(n, workdaysAfter: start.adding(1)), "\(start) + \(n) against the day after")
        }
        wrong.report()
    }

    @Test("adding, then counting, gives the number back; walking day by day finds the same day")
    func addThenCount() throws {
        var wrong = Counterexamples()
        var generator = SeededRandom(2)
        for start in knownDays where start <= Day(2026, 6, 1) {
            let n = Int.random(in: 1...120, using: &generator)
            let due = try calendar.day(n, workdaysAfter: start)
            wrong.check(try calendar.count(start.adding(1), due) == n, "\(start) + \(n) = \(due)")
            if n <= 30 { wrong.check(try walkedDue(after: start, n) == due, "\(start) + \(n) = \(due), walked") }
        }
        wrong.report()
    }

    @Test("subtracting undoes adding for every working day")
    func subtractUndoes() throws {
        var wrong = Counterexamples()
        var generator = SeededRandom(3)
        for start in knownDays where start <= Day(2026, 6, 1) {
            guard try calendar.isWorkday(start) else { continue }
            let n = Int.random(in: 1...120, using: &generator)
            let there = try calendar.day(n, workdaysAfter: start)
            wrong.check(try calendar.day(n, workdaysBefore: there) == start, "\(start) + \(n) - \(n)")
            wrong.check(try calendar.day(-n, workdaysAfter: there) == start, "\(start) + \(n) + -\(n)")
        }
        wrong.report()
    }

    @Test("counting adds up: the days before and from a day make the whole")
    func countsAddUp() throws {
        var wrong = Counterexamples()
        let (first, last) = (calendar.known.lowerBound, calendar.known.upperBound)
        let whole = try calendar.count(first, last)
        for day in knownDays where day > first {
            wrong.check(try calendar.count(first, day.adding(-1)) + calendar.count(day, last) == whole, "\(day)")
        }
        wrong.report()
    }
}
