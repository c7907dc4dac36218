import Foundation
import Testing

@testable import Law

/// Notices in our own words, in the layout of the yearly ones.
@Suite("The yearly notice of holidays, read from pasted text")
struct HolidayNoticeTests {
    /// With weekdays, the lunar date in brackets, and a day's rest that is only encouraged.
    private static let notice2026 = """
        关于2026年部分节假日安排的通知

        各单位：
        现将2026年各个节日放假的具体日期公布于下。
        一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
        放假期间，请各单位安排好值班。
        2025年11月3日
        """

    private func edited(_ old: String, _ new: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        try #require(HolidayNoticeTests.notice2026.contains(old), "the notice has no \(old)", sourceLocation: sourceLocation)
        return HolidayNoticeTests.notice2026.replacingOccurrences(of: old, with: new)
    }

    /// The official plan of a year, as the package holds it.
    private func official(_ year: Int) throws -> HolidayPlan {
        try #require(OfficialHolidays.plans.first { $0.year == year })
    }

    // MARK: What is read

    @Test("with weekdays and lunar dates: the notice of 2026 gives the days of 2026")
    func withWeekdays() throws {
        let plan = try HolidayNotice.read(HolidayNoticeTests.notice2026)
        let official = try official(2026)
        #expect(plan.year == 2026)
        #expect(plan.off == official.off)
        #expect(plan.work == official.work)
    }

    @Test("without weekdays, two holidays as one: the notice of 2020")
    func withoutWeekdays() throws {
        let plan = try HolidayNotice.read(
            """
            2020年节假日安排
            一、元旦：2020年1月1日放假，共1天。
            二、春节：1月24日至2月2日放假调休，共10天。1月19日（星期日）上班。
            三、清明节：4月4日至6日放假调休，共3天。
            四、劳动节：5月1日至5日放假调休，共5天。4月26日（星期日）、5月9日（星期六）上班。
            五、端午节：6月25日至27日放假调休，共3天。6月28日（星期日）上班。
            六、国庆节、中秋节：10月1日至8日放假调休，共8天。9月27日（星期日）、10月10日（星期六）上班。
            """)
        let official = try official(2020)
        #expect(plan.year == 2020)
        #expect(Set(plan.off.keys) == Set(official.off.keys))
        #expect(plan.work == official.work)
        #expect(plan.off[Day(2020, 10, 1)] == "国庆节、中秋节")
        #expect(plan.off[Day(2020, 1, 25)] == "春节")
    }

    @Test("与周末连休 takes the weekend in, 除夕 that employers are encouraged to give is no day off: 2024")
    func weekendsAndEve() throws {
        let plan = try HolidayNotice.read(
            """
            关于2024年部分节假日安排的通知
            一、元旦：1月1日（星期一）放假，与周末连休。
            二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励单位安排职工在除夕（2月9日）休息。
            三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
            四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
            五、端午节：6月10日（星期一）放假，与周末连休。
            六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
            七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
            """)
        let official = try official(2024)
        let weekends: Set<Day> = [Day(2023, 12, 30), Day(2023, 12, 31), Day(2024, 6, 8), Day(2024, 6, 9)]
        #expect(Set(plan.off.keys) == Set(official.off.keys).union(weekends))
        #expect(plan.work == official.work)
        #expect(plan.off[Day(2024, 2, 9)] == nil)
        #expect(plan.off[Day(2023, 12, 30)] == "元旦")
    }

    @Test("与周末连休 after a Friday, and with the whole break counted")
    func fridays() throws {
        let friday = try HolidayNotice.read(edited("6月19日（周五）至21日（周日）放假，共3天", "6月19日（周五）放假，与周末连休"))
        #expect(friday.off == (try official(2026)).off)
        let counted = try HolidayNotice.read(edited("6月19日（周五）至21日（周日）放假，共3天", "6月19日（周五）放假，与周末连休，共3天"))
        #expect(counted.off == (try official(2026)).off)
    }

    @Test(
        "a break over New Year, with the years written out or left to the reader",
        arguments: [
            "2022年12月31日至2023年1月2日放假调休，共3天", "2022年12月31日（周六）至2023年1月2日（周一）放假调休，共3天", "12月31日至1月2日放假调休，共3天",
            "12月31日（周六）至1月2日（周一）放假调休，共3天",
        ])
    func overNewYear(words: String) throws {
        let plan = try HolidayNotice.read(
            """
            关于2023年部分节假日安排的通知
            一、元旦：\(words)。
            二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
            三、清明节：4月5日放假，共1天。
            四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
            五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
            六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。
            """)
        let newYear = plan.off.filter { $0.value == "元旦" }.keys.sorted()
        #expect(newYear == [Day(2022, 12, 31), Day(2023, 1, 1), Day(2023, 1, 2)])
        #expect(plan.work == (try official(2023)).work)
    }

    @Test("a working weekend in December of the year before, with its year")
    func decemberBefore() throws {
        let plan = try HolidayNotice.read(
            edited("1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班", "1月1日至3日放假调休，共3天。2025年12月28日（周日）上班"))
        #expect(plan.work.contains(Day(2025, 12, 28)))
        #expect(!plan.work.contains(Day(2026, 1, 4)))
    }

    @Test("full-width digits, narrow brackets and colons, dashes, spaces and a missing title change nothing")
    func typography() throws {
        var wide = ""
        for scalar in HolidayNoticeTests.notice2026.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39: wide.unicodeScalars.append(Unicode.Scalar(UInt16(scalar.value + 0xFEE0)) ?? scalar)
            default: wide.unicodeScalars.append(scalar)
            }
        }
        let official = try official(2026)
        let narrow = HolidayNoticeTests.notice2026.replacingOccurrences(of: "（", with: "(").replacingOccurrences(of: "）", with: ")")
            .replacingOccurrences(of: "：", with: ": ").replacingOccurrences(of: "至", with: " - ")
            .replacingOccurrences(of: "\n", with: "\r\n")
        let untitled = try edited("关于2026年部分节假日安排的通知", "")
        for (text, year) in [(wide, nil), (narrow, nil), (untitled, 2026)] as [(String, Int?)] {
            let plan = try HolidayNotice.read(text, year: year)
            #expect(plan.off == official.off)
            #expect(plan.work == official.work)
            #expect(plan.year == 2026)
        }
    }

    @Test("星期 and 周, 日 and 天 name the same weekday")
    func weekdayWords() throws {
        let plan = try HolidayNotice.read(edited("1月4日（周日）上班", "1月4日（星期天）上班"))
        #expect(plan.work.contains(Day(2026, 1, 4)))
    }

    @Test("what is read can be loaded into the calendar")
    func loaded() throws {
        let calendar = try WorkdayCalendar(adding: [HolidayNotice.read(HolidayNoticeTests.notice2026)])
        #expect(try calendar.count(day("2026-01-01"), day("2026-12-31")) == 248)
    }

    @Test(
        "a line that was broken to fit a page loses no day",
        arguments: [
            ("9月20日（周日）、10月10日（周六）上班", "9月20日（周日）、\n10月10日（周六）上班"), ("9月20日（周日）、10月10日", "9月20日（周日）\n、10月10日"),
            ("9月20日（周日）、10月10日", "9月\n20日（周\n日）、10月1\n0日"), ("至7日（周三）放假调休", "至7日（周三）放\n假调休"),
            ("放假调休，共7天。9月20日（周日）、", "放假调休，\n共7天。9月20日（周日）、"), ("共7天。9月20日", "共7天。\n9月20日"),
        ])
    func brokenLine(old: String, new: String) throws {
        let plan = try HolidayNotice.read(edited(old, new))
        #expect(plan.work == (try official(2026).work))
        #expect(plan.off == (try official(2026).off))
    }

    @Test("days off and worked in one sentence, and other ways to number the holidays")
    func variants() throws {
        let official = try official(2026)
        let one = try edited("共7天。9月20日", "共7天，9月20日")
        #expect(try HolidayNotice.read(one).work == official.work)
        for mark in ["（五）", "5.", "(5)", "5、"] {
            #expect(try HolidayNotice.read(edited("五、端午节", mark + "端午节")).off == official.off, "\(mark)")
        }
        #expect(try HolidayNotice.read(edited("各单位：", "现将放假安排通知如下：")).off == official.off)
        #expect(try HolidayNotice.read("发布日期：2025年11月4日\n" + HolidayNoticeTests.notice2026).year == 2026)
    }

    @Test(
        "补休 for a holiday on a weekend is a day off, whether it stands in the sentence or behind it",
        arguments: [
            "1月1日放假，1月2日（星期一）补休。", "1月1日（星期日）放假，1月2日（星期一）补休，共2天。", "1月1日放假。1月2日（星期一）补休。",
            "1月1日放假，1月2日（星期一）\n补休。", "1月1日至2日放假，共2天，不再另行补休。",
        ])
    func substituteRest(words: String) throws {
        let plan = try HolidayNotice.read(
            """
            关于2017年部分节假日安排的通知
            一、元旦：\(words)
            二、春节：1月27日至2月2日放假调休，共7天。1月22日（星期日）、2月4日（星期六）上班。
            三、清明节：4月2日至4日放假调休，共3天，4月1日（星期六）上班。
            四、劳动节：5月1日放假，与周末连休。
            五、端午节：5月28日至30日放假调休，共3天。5月27日（星期六）上班。
            六、中秋节、国庆节：10月1日至8日放假调休，共8天。9月30日（星期六）上班。
            """)
        #expect(plan.off.filter { $0.value == "元旦" }.keys.sorted() == [Day(2017, 1, 1), Day(2017, 1, 2)])
        #expect(plan.work == [Day(2017, 1, 22), Day(2017, 2, 4), Day(2017, 4, 1), Day(2017, 5, 27), Day(2017, 9, 30)])
    }

    // MARK: What is refused

    /// The error in short: its case and what is in doubt.
    private func refusal(_ text: String, year: Int? = nil) -> String {
        do {
            _ = try HolidayNotice.read(text, year: year)
            return "read"
        } catch {
            switch error {
            case .noYear: return "noYear"
            case .missing(let names): return "missing \(names.joined(separator: " "))"
            case .nameless: return "nameless"
            case .unreadable: return "unreadable"
            case .weekday(_, let day, let stated): return "weekday \(day) \(stated)"
            case .count(_, let stated, let found): return "count \(stated) \(found)"
            case .notWeekend(_, let day): return "notWeekend \(day)"
            case .twice(_, let day): return "twice \(day)"
            }
        }
    }

    @Test(
        "a notice that contradicts itself, or lacks something, is refused with what is in doubt",
        arguments: [
            ("关于2026年部分节假日安排的通知", "关于部分节假日安排的通知", "noYear"),
            ("五、端午节：6月19日（周五）至21日（周日）放假，共3天。", "", "missing 端午节"),
            ("六、中秋节：9月25日（周五）至27日（周日）放假，共3天。\n七、国庆节：", "六、国庆节：", "missing 中秋节"),
            ("各单位：", "1月1日放假。", "nameless"),
            ("4月4日（周六）至6日（周一）放假，共3天", "放假三天", "unreadable"),
            ("4月4日（周六）至6日（周一）放假，共3天", "4月31日放假", "unreadable"),
            ("4月4日（周六）至6日（周一）放假，共3天", "4月4日、5日放假", "unreadable"),
            ("4月4日（周六）至6日（周一）放假，共3天", "4月6日至4日放假", "unreadable"),
            ("4月4日（周六）至6日（周一）放假，共3天", "6日放假", "unreadable"),
            ("4月4日（周六）至6日（周一）放假，共3天", "4月4日至6日、4月8日放假", "unreadable"),
            ("4月4日（周六）至6日（周一）放假，共3天", "4月4日放假，4月5日补休，共3天", "count 3 2"),
            ("4月4日（周六）至6日（周一）放假，共3天", "4月4日放假，4月6日（周二）补休", "weekday 2026-04-06 周二"),
            ("4月4日（周六）至6日（周一）放假，共3天", "4月4日放假，4月5日、6日补休", "unreadable"),
            ("4月4日（周六）至6日（周一）放假，共3天", "4月4日放假，4月4日补休", "twice 2026-04-04"),
            ("4月4日（周六）", "4月4日（周五）", "weekday 2026-04-04 周五"),
            ("2月14日（周六）", "2月14日（星期日）", "weekday 2026-02-14 周日"),
            ("农历正月初七、周一", "农历正月初七、周二", "weekday 2026-02-23 周二"),
            ("放假调休，共9天", "放假调休，共8天", "count 8 9"),
            ("6月19日（周五）至21日（周日）放假，共3天", "6月19日（周五）放假，共3天", "count 3 1"),
            ("1月4日（周日）上班", "1月5日（周一）上班", "notWeekend 2026-01-05"),
            ("10月1日（周四）至7日（周三）放假调休，共7天", "9月27日（周日）至10月1日（周四）放假调休，共5天", "twice 2026-09-27"),
            ("10月10日（周六）上班", "10月3日（周六）上班", "twice 2026-10-03"),
        ])
    func refused(old: String, new: String, error: String) throws {
        #expect(refusal(try edited(old, new)) == error)
    }

    @Test("the year given beside the text counts; weekdays of another year are found out")
    func anotherYear() {
        #expect(refusal(HolidayNoticeTests.notice2026, year: 2025) == "weekday 2025-01-01 周四")
        #expect(refusal("", year: 2026) == "missing 元旦 春节 清明节 劳动节 端午节 中秋节 国庆节")
        #expect(refusal("") == "noYear")
    }

    @Test("each refusal says in words what to look at")
    func errorWords() {
        let day = Day(2026, 1, 5)
        let errors: [HolidayNoticeError] = [
            .noYear, .missing(["端午节"]), .nameless("甲"), .unreadable("甲"), .weekday("甲", day, stated: "周二"),
            .count("甲", stated: 3, found: 1), .notWeekend("甲", day), .twice("甲", day),
        ]
        #expect(Set(errors.map(\.description)).count == errors.count)
        #expect(HolidayNoticeError.weekday("甲", day, stated: "周二").description.contains("实际是周一"))
    }
}
