import Testing

@testable import Law

@Suite("By which day an annual report is due (art. 49)")
struct ReportDueTests {
    @Test("departments by 31 January, governments by 31 March, towns by local order, each with its basis")
    func reporters() throws {
        let department = try #require(ReportDue(on: 2025, by: .department))
        #expect(department.day == Day(2026, 1, 31) && department.basis.contains("第四十九条"))
        let government = try #require(ReportDue(on: 2019, by: .government))
        #expect(government.day == Day(2020, 3, 31) && government.basis.contains("第四十九条"))
        let local = try #require(TownReportDay(month: 2, day: 28))
        let town = try #require(ReportDue(on: 2023, by: .town, towns: local))
        #expect(town.day == Day(2024, 2, 28) && !town.basis.contains("第四十九条"))
        #expect(ReportDue(on: 2023, by: .town)?.day == Day(2024, 1, 31))
    }

    @Test(
        "a report that was due before the Regulation held, or in a year without a calendar, has no day",
        arguments: [2018, 2017, 0, -5, 9999, .max, .min])
    func without(_ year: Int) {
        #expect(ReportDue(on: year, by: .department) == nil && ReportDue(on: year, by: .town) == nil)
    }

    @Test(
        "the towns' day is one that every year has, read as it is written or in figures",
        arguments: [
            ("1月31日", 131), ("2月28日", 228), ("02-28", 228), ("3-5", 305), ("2-29", nil), ("2月30日", nil), ("13-1", nil), ("1月", nil),
            ("1-31日", nil), ("", nil), ("１-31", nil), ("1月31日前", nil), ("-1-1", nil),
        ] as [(String, Int?)])
    func typed(_ text: String, _ number: Int?) {
        #expect(TownReportDay(text)?.number == number)
        if let number { #expect(TownReportDay(number: number).flatMap { TownReportDay($0.description) }?.number == number) }
    }
}
