import AnnualReport
import Testing

@testable import ReportFiles

/// Whose report it is and on which year, by its title.
struct TitleTests {
    @Test(
        arguments: [
            ("太阳镇2020年政府信息公开工作年度报告", "太阳镇", 2020), ("     太阳镇2020年政府信息公开工作年度报告 ", "太阳镇", 2020),
            ("高新区(近海镇) 2020 年 政府信息公开工作年度报告", "高新区（近海镇）", 2020), ("2020年太阳镇政府信息公开工作年度报告", "太阳镇", 2020),
            ("标 题: 井冈山市2020年政府信息公开工作年度报告", "井冈山市", 2020), ("关于2022年度政府信息公开情况的报告", nil, 2022),
            ("我局2022年政府信息公开工作年度报告", nil, 2022), ("青溪县教育局2021年政府信息公开工作年度报告", "青溪县教育局", 2021),
            ("青溪县教育局关于2021年度政府信息公开工作的报告", "青溪县教育局", 2021), ("《太阳镇2020年政府信息公开工作年度报告》", "太阳镇", 2020),
            ("太阳镇二〇二〇年政府信息公开工作年度报告", "太阳镇", 2020), ("太阳镇２０２０年政府信息公开工作年度报告", "太阳镇", 2020),
            ("太阳镇人民政府2021年政府信息公开工作年度报告", "太阳镇人民政府", 2021), ("2021年政府信息公开工作年度报告", nil, 2021),
            ("松林镇政府信息公开工作年度报告（2021年度）", "松林镇", 2021), ("松林镇政府信息公开年度报告", "松林镇", nil),
            ("2022年度青溪县水务局政府信息公开年度报告", "青溪县水务局", 2022),
        ] as [(String, String?, Int?)])
    func theBodyIsTheWordsBeforeTheYear(_ line: String, _ organization: String?, _ year: Int?) throws {
        let title = try #require(TitleReader(line))
        #expect(title.organization == organization && title.year == year)
    }

    @Test(arguments: [
        "", "一、总体情况", "二、主动公开政府信息情况", "政府信息公开指南", "2020年政府工作报告", "政府信息公开工作年度报告有关事项的通知",
        "本报告依据《中华人民共和国政府信息公开条例》编制。", "六、其他需要报告的事项", "全文由总体情况等六部分组成，电子版年度报告见信息公开专栏。",
    ])
    func otherLinesAreNoTitle(_ line: String) {
        #expect(TitleReader(line) == nil)
    }

    // MARK: In a whole text

    private func report(_ text: String) throws -> AnnualReport {
        try ReportReader.read(Array(text.utf8), name: "a.txt").report
    }

    @Test func aTitleMayStandOnTwoLines() throws {
        let read = try report("青溪县松林镇人民政府\n2021年政府信息公开工作年度报告\n\n一、总体情况\n略。\n")
        #expect(read.organization == "青溪县松林镇人民政府" && read.year == 2021)
    }

    @Test func theTextNamesTheBodyWhereTheTitleDoesNot() throws {
        let compiled = try report("关于2022年度政府信息公开情况的报告\n本报告由青溪县松林镇人民政府党政办公室编制。\n一、总体情况\n")
        #expect(compiled.organization == "青溪县松林镇人民政府党政办公室" && compiled.year == 2022)
        let published = try report("2023年政府信息公开工作年度报告\n现公布青溪县水务局2023年政府信息公开工作年度报告。\n一、总体情况\n")
        #expect(published.organization == "青溪县水务局" && published.year == 2023)
    }

    @Test func inDoubtNoBodyIsNamed() throws {
        let read = try report("2022年政府信息公开工作年度报告\n我局认真贯彻条例。\n一、总体情况\n")
        #expect(read.organization == nil && read.year == 2022)
    }

    @Test func theYearComesFromThePeriodOrTheTextWhereTheTitleHasNone() throws {
        let period = try report("松林镇政府信息公开工作年度报告\n数据统计期限自2021年1月1日起至2021年12月31日止。\n一、总体情况\n")
        #expect(period.year == 2021 && period.narrative.titleYear == nil)
        let text = try report("松林镇政府信息公开工作年度报告\n现将2022年度政府信息公开情况报告如下。\n一、总体情况\n")
        #expect(text.year == 2022)
        #expect(try report("松林镇政府信息公开工作年度报告\n一、总体情况\n我镇认真贯彻条例。\n").year == nil)
    }

    @Test func aDocumentNumberStandsOnItsOwnLine() throws {
        #expect(try report("坎政〔2021〕1号\n坎市镇2020年政府信息公开工作年度报告\n").narrative.documentNumber == "坎政〔2021〕1号")
        #expect(try report("坎市镇2020年政府信息公开工作年度报告\n按国办公开办函〔2019〕60号的要求编制。\n").narrative.documentNumber == nil)
    }
}
