import AnnualReport
import Law
import Testing

@testable import ReportFiles

/// Figures, sums, periods and years in the sentences of a report; what is in doubt is left alone.
struct NarrativeFactsTests {
    private func facts(_ line: String, year: Int? = nil) -> Narrative {
        var facts = NarrativeFacts()
        facts.read(Sentence(line), .unknown)
        facts.readContact(Sentence(line))
        var narrative = Narrative()
        facts.copy(to: &narrative, year: year)
        return narrative
    }

    private func figures(_ line: String, year: Int? = nil) -> [String] {
        facts(line, year: year).figures.map { "\($0.meaning.rawValue) \($0.value)" }
    }

    // MARK: Figures

    @Test(arguments: [
        ("2020年，累计受理依申请公开8件。", ["received 8"]), ("全年共收到政府信息公开申请12件。", ["received 12"]), ("收到政府信息公开申请１２件", ["received 12"]),
        ("全年收到政府信息公开申请1,234件。", ["received 1234"]), ("本年新收政府信息公开申请3件，均已答复。", ["received 3"]), ("收到依申请公开申请共5件", ["received 5"]),
        ("本年未收到政府信息公开申请。", ["received 0"]),
        ("2020年，市政府信息公开方面行政复议0件，行政诉讼2件。", ["reconsiderations 0", "lawsuits 2"]), ("因政府信息公开被申请行政复议1起。", ["reconsiderations 1"]),
        ("受理的政府信息公开申请中，予以公开3件。", ["granted 3"]), ("申请结转下年度继续办理2件。", ["carriedOver 2"]),
    ])
    func figuresAreReadWithTheirMeaning(_ line: String, _ expected: [String]) {
        #expect(figures(line) == expected)
    }

    /// Parts, other years, other matters, negations: none is the number of requests received.
    @Test(arguments: [
        "通过网络收到政府信息公开申请5件。", "其中当面收到政府信息公开申请1件。", "收到自然人政府信息公开申请4件。", "受理依申请公开投诉0起。", "收到群众来信12件。",
        "去年收到政府信息公开申请12件。", "上年结转政府信息公开申请3件。", "自条例施行以来共收到政府信息公开申请300件。", "收到和处理政府信息公开申请情况",
        "12345便民服务平台回应群众疑问377条。", "收到政府信息公开申请12.5件。", "收到政府信息公开申请增长20%。", "收到政府信息公开申请较上年增加3件。", "不予公开3件申请。",
        "办理行政复议案件15件。",
    ])
    func whatIsInDoubtIsLeftAlone(_ line: String) {
        #expect(figures(line) == [])
    }

    @Test func aFigureOfAnotherYearIsNotThisYears() {
        let both = "2019年收到政府信息公开申请10件，2020年收到政府信息公开申请12件。"
        #expect(figures(both, year: 2020) == ["received 12"])
        #expect(figures(both, year: 2019) == ["received 10"])
        #expect(figures("2019年因政府信息公开发生行政复议3件。", year: 2020) == [])
        #expect(figures("收到政府信息公开申请12件。", year: 2020) == ["received 12"])
    }

    @Test func reviewsAndLawsuitsNamedTogetherMeanSomethingOnlyWhereThereAreNone() {
        #expect(figures("2020年，因政府信息公开引起的行政复议、行政诉讼共0件。").allSatisfy { $0.hasSuffix(" 0") })
        #expect(figures("2020年，因政府信息公开引起的行政复议、行政诉讼共5件。") == [])
    }

    // MARK: Sums

    @Test(arguments: [
        ("累计受理依申请公开8件，按申请方式分为网络在线申请6件，信函（EMS）申请2件。", 8, [6, 2]), ("公开信息20条，其中网站12条，微信公众号8条。", 20, [12, 8]),
        ("公开信息20条，其中：网站12条、微信公众号9条。", 20, [12, 9]), ("发布信息12058条，分别为网站3796条、平台8112条、微信75条、微博75条。", 12058, [3796, 8112, 75, 75]),
        ("公开信息1,020条，其中网站1,000条，微博20条，占比100%。", 1020, [1000, 20]),
    ])
    func aWholeAndItsPartsInOneSentenceAreASum(_ line: String, _ whole: Int, _ parts: [Int]) {
        let sums = facts(line).sums
        #expect(sums.map(\.whole) == [whole] && sums.map(\.parts) == [parts])
    }

    @Test(arguments: [
        "年度新增信息12058条。其中政府网站年度新增3796条、平台年度新增8112条。", "主动公开政府信息9条，其中主动公开9条，占100%。", "公开信息20条，其中政策文件5条，工作动态3条。",
        "召开会议3次，公开信息20条，培训2次。", "公开信息20条，其中网站12条，参加培训8人。", "公开信息20条，其中网站12条，比上年增加8条。",
        "解答群众疑问375条，电话回应群众疑问622条，平台回应群众疑问377条。",
    ])
    func whatNeedNotAddUpIsNoSum(_ line: String) {
        #expect(facts(line).sums == [])
    }

    // MARK: Periods and years

    @Test(
        arguments: [
            ("数据的统计期限自2020年1月1日起至2020年12月31日止。", "2020-01-01", "2020-12-31"), ("统计期限为2020年1月1日至12月31日。", "2020-01-01", "2020-12-31"),
            ("统计期限自2020年1月1日起，至2020年12月31日止", "2020-01-01", "2020-12-31"), ("统计时段：2021年1月1日—2021年12月31日", "2021-01-01", "2021-12-31"),
            ("数据统计时间为２０２０年１月１日到２０２０年１２月３１日", "2020-01-01", "2020-12-31"), ("统计期限自2020年1月1日起至2020年11月30日止", "2020-01-01", "2020-11-30"),
            ("统计期限自2020年1月1日起至202020年12月31日止", "2020-01-01", nil), ("统计期限自2021年2月29日起至2021年12月31日止", nil, "2021-12-31"),
        ] as [(String, String?, String?)])
    func aStatedPeriodIsRead(_ line: String, _ first: String?, _ last: String?) {
        let periods = facts(line).periods
        #expect(periods.map { $0.first?.description } == [first] && periods.map { $0.last?.description } == [last])
    }

    @Test(arguments: ["截止2020年12月31日，累计公开信息9条。", "统计数据真实。", "2020年1月1日至2020年12月31日，我镇公开信息9条。"])
    func otherDatesAreNoPeriod(_ line: String) {
        #expect(facts(line).periods == [])
    }

    @Test(arguments: [
        ("特向社会公布2020年度我镇政府信息公开年度报告。", [2020]), ("现将2021年度政府信息公开情况报告如下", [2021]), ("更新主动公开目录和2020年政府信息公开工作年度报告，确保", [2020]),
        ("《国务院办公厅关于印发2020年政务公开工作要点的通知》（国办发〔2020〕17号）", []), ("关于政府信息公开工作2019年度报告有关事项的通知", []), ("2020年，我镇公开信息9条。", []),
        ("根据2019年度报告编制要求", []),
    ])
    func onlyTheReportsOwnYearIsNamed(_ line: String, _ years: [Int]) {
        #expect(facts(line).namedYears.map(\.year) == years)
    }

    // MARK: Topics and contact

    @Test func statutoryTopicsAreKnownByTheirWords() {
        #expect(facts("纳入绩效考核体系，接受社会评议，未发生责任追究情况。").topics == Set(Narrative.Topic.allCases))
        #expect(facts("加强绩效评估，开展评价，落实责任。").topics == [])
        #expect(facts("建立責任追究制度。").topics == [.accountability])
    }

    @Test func theContactIsHowTheOfficeIsReached() {
        #expect(facts("联系我办（地址：某某路1号；邮编：343600；电话：0796-6891813）。").contact?.contains("0796-6891813") == true)
        #expect(facts("通过电话咨询办理。").contact == nil)
    }
}
