import Testing

@testable import Law

@Suite("The yearly notice of holidays, as it is pasted")
struct HolidayNoticeTests {
    private let notice = """
        关于2027年部分节假日安排的通知（样例）
        一、元旦：2026年12月31日（周四）至2027年1月3日（周日）放假调休，共4天。1月9日（周六）上班。
        二、春节：２月５日（农历腊月二十九、周五）至11日（农历正月初六、周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。鼓励在2月4日休息。
        三、清明节：4月5日（星期一）放假，与周末连休。
        四、劳动节:5月1日(周六)至5日(周三)放假调休,共5天。4月25日（周日）、5月8日（周六）上班。
        五、端午节：6月9日（周三）放假，共1天。
        六、国庆节、中秋节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
        """

    @Test("ranges over New Year, wide digits, lunar dates, weekends joined, working weekends")
    func whole() throws {
        let plan = try HolidayNotice.read(notice)
        #expect(plan.year == 2027)
        #expect(plan.off.count == 4 + 7 + 3 + 5 + 1 + 7)
        #expect(plan.off[Day(2026, 12, 31)] == "元旦" && plan.off[Day(2027, 4, 3)] == "清明节")
        #expect(plan.off[Day(2027, 10, 7)] == "国庆节、中秋节" && plan.off[Day(2027, 2, 4)] == nil)
        #expect(
            plan.work.sorted() == [
                Day(2027, 1, 9), Day(2027, 1, 31), Day(2027, 2, 20), Day(2027, 4, 25), Day(2027, 5, 8), Day(2027, 9, 26), Day(2027, 10, 9),
            ])
    }

    @Test(
        "what the notice says twice must agree; nothing is guessed",
        arguments: [
            ("端午节：6月9日（周三）", "端午节：6月9日（周四）"), ("共5天", "共6天"), ("5月8日（周六）上班", "5月7日上班"), ("五、端午节：6月9日（周三）放假，共1天。", ""),
            ("2027年部分", "部分"), ("6月9日（周三）放假", "6月39日放假"),
        ])
    func wrong(words: String, instead: String) throws {
        let parts = notice.components(words)
        #expect(parts.count == 2)
        #expect(throws: HolidayNoticeError.self) { try HolidayNotice.read(parts.joined(separator: instead)) }
    }
}

extension String {
    /// The text around some words.
    fileprivate func components(_ words: String) -> [String] {
        guard let place = firstRange(of: words) else { return [self] }
        return [String(self[..<place.lowerBound]), String(self[place.upperBound...])]
    }
}
