import Foundation
import Law
import Testing

struct DayTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1970, 1, 2, 1), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (2021, 1, 31, 18_658),
        (2021, 3, 31, 18_717), (1, 1, 1, -719_162),
    ])
    func aDateIsANumberOfDays(_ year: Int, _ month: Int, _ day: Int, _ ordinal: Int) throws {
        let made = try #require(Day(year: year, month: month, day: day))
        #expect(made.ordinal == ordinal)
        #expect(Day(ordinal: ordinal).date == (year, month, day))
    }

    @Test(arguments: [
        (2021, 2, 29), (1900, 2, 29), (2100, 2, 29), (2020, 4, 31), (2020, 13, 1), (2020, 0, 1), (2020, 1, 0), (2020, 1, 32), (0, 1, 1),
        (202_020, 12, 31),
    ])
    func aDateThatTheCalendarLacksIsNone(_ year: Int, _ month: Int, _ day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [(2020, 2, 29), (2000, 2, 29), (2400, 2, 29), (2021, 12, 31)])
    func leapYearsHaveTheirDay(_ year: Int, _ month: Int, _ day: Int) {
        #expect(Day(year: year, month: month, day: day) != nil)
    }

    @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
        let first = try #require(Day(year: 1900, month: 1, day: 1))
        var ordinal = first.ordinal
        for year in 1900..<2300 {
            for month in 1...12 {
                for day in 1...Day.length(ofMonth: month, year: year) {
                    let made = try #require(Day(year: year, month: month, day: day))
                    guard made.ordinal == ordinal, made.date == (year, month, day) else {
                        Issue.record("\(year)-\(month)-\(day) is \(made.ordinal), not \(ordinal)")
                        return
                    }
                    ordinal += 1
                }
            }
        }
    }

    @Test(arguments: [("2021-01-28", 2021, 1, 28), ("0001-01-01", 1, 1, 1), ("2020-02-29", 2020, 2, 29)])
    func isoTextIsReadAndWritten(_ text: String, _ year: Int, _ month: Int, _ day: Int) throws {
        let read = try #require(Day(iso: text))
        #expect(read.date == (year, month, day))
        #expect(read.description == text)
    }

    @Test(arguments: ["2021-1-28", "2021-01-28 ", "2021/01/28", "2021-02-30", "21-01-28", "2021-01", "", "2021-01-28-1", "二〇二一-01-28"])
    func otherTextIsNoDay(_ text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func daysAreOrderedAndSaidInChinese() throws {
        let january = try #require(Day(iso: "2021-01-31"))
        let march = try #require(Day(iso: "2021-03-31"))
        #expect(january < march)
        #expect(january.chinese == "2021年1月31日" && january.year == 2021)
    }

    @Test func jsonHoldsTheIsoTextAndNothingElse() throws {
        let day = try #require(Day(iso: "2021-01-28"))
        let bytes = try JSONEncoder().encode([day])
        #expect(String(decoding: bytes, as: UTF8.self) == "[\"2021-01-28\"]")
        #expect(try JSONDecoder().decode([Day].self, from: bytes) == [day])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data("[\"2021-02-29\"]".utf8)) }
    }
}
