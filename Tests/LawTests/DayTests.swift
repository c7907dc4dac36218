import Law
import Testing

@Suite("Day")
struct DayTests {
    @Test(
        "a date and its ordinal agree",
        arguments: [(1970, 1, 1, 0), (2000, 2, 29, 11_016), (2020, 1, 1, 18_262), (2021, 1, 31, 18_658), (1969, 12, 31, -1)])
    func ordinals(year: Int, month: Int, day: Int, ordinal: Int) throws {
        let value = try #require(Day(year: year, month: month, day: day))
        #expect(value.ordinal == ordinal)
        #expect(value.date == (year, month, day))
    }

    @Test("every day of 2019 to 2026 follows the one before, and its date makes it again")
    func allDays() throws {
        var day = try #require(Day(year: 2019, month: 1, day: 1))
        let last = try #require(Day(year: 2026, month: 12, day: 31))
        var count = 0
        while day <= last {
            let (y, m, d) = day.date
            #expect(Day(year: y, month: m, day: d) == day)
            #expect(Day(iso: day.description) == day)
            day = Day(ordinal: day.ordinal + 1)
            count += 1
        }
        #expect(count == 2922)
    }

    @Test(
        "dates that no calendar has", arguments: [(2021, 2, 29), (2020, 13, 1), (2020, 0, 1), (2020, 4, 31), (2020, 1, 0), (1900, 2, 29)])
    func impossible(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(
        "text that is no ISO date",
        arguments: ["2021-1-28", "21-01-28", "2021-+1-28", "+021-01-28", "2021-02-30", "2021/01/28", "", "2021-01-28 ", "٢٠٢١-01-28"])
    func noDate(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test("written for tables and for text")
    func words() throws {
        let day = try #require(Day(iso: "2021-01-08"))
        #expect(day.description == "2021-01-08")
        #expect(day.chinese == "2021年1月8日")
    }
}
