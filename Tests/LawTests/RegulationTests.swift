import Testing

@testable import Law

@Suite("The Regulation in short, and from when each text holds")
struct RegulationTests {
    @Test("56 articles, each in a sentence of its own, and no other")
    func all() throws {
        #expect(Regulation.count == 56)
        let texts = try (1...56).map { try #require(Regulation.summary(of: $0)) }
        #expect(Set(texts).count == 56)
        #expect(texts.allSatisfy { $0.hasSuffix("。") })
        for number in [0, 57, -1, 999] { #expect(Regulation.summary(of: number) == nil) }
    }

    @Test(
        "what an article is about, and the days it names",
        arguments: [
            (5, "公开为常态"), (10, "牵头"), (14, "国家秘密"), (15, "商业秘密"), (16, "内部事务"), (20, "主动公开"), (26, "20个工作日"), (30, "7个工作日"), (31, "签收之日"),
            (32, "15个工作日"), (33, "20个工作日"), (34, "视为同意"), (35, "数量、频次"), (36, "七种"), (37, "区分处理"), (38, "加工"), (39, "信访"), (41, "更正"),
            (42, "信息处理费"),
            (36, "不存在"), (39, "不作为政府信息公开申请处理"), (44, "可以纳入主动公开"), (44, "属于主动公开范围"), (47, "向主管部门提出"),
            (53, "不及时更新"), (49, "1月31日"), (49, "3月31日"), (50, "年度报告"), (51, "行政复议"), (56, "2019年5月15日"),
        ])
    func summaries(article: Int, words: String) throws {
        #expect(try #require(Regulation.summary(of: article)).contains(words))
    }

    @Test(
        "what is no longer, or never was, in an article",
        arguments: [(53, "收费"), (44, "属实"), (36, "不掌握"), (47, "更正")])
    func gone(article: Int, words: String) throws {
        #expect(!(try #require(Regulation.summary(of: article)).contains(words)))
    }

    @Test(
        "the first day of each text",
        arguments: [
            (Statute.regulation, "2019-05-15"), (.feeMeasures, "2021-01-01"), (.reviewLaw, "2024-01-01"), (.interpretation, "2025-06-01"),
            (.reviewRegulation, "2026-07-01"),
        ])
    func since(statute: Statute, since: String) throws {
        let first = try day(since)
        #expect(statute.since == first)
        #expect(throws: Never.self) { try NotInForce.check(statute, on: first) }
        #expect(throws: NotInForce(statute: statute, since: first, day: first.adding(-1))) {
            try NotInForce.check(statute, on: first.adding(-1))
        }
    }

    @Test("a rule asked about a day before it held names itself, its first day and the day asked")
    func words() {
        let error = NotInForce(statute: .regulation, since: Day(2019, 5, 15), day: Day(2018, 1, 2))
        for part in ["政府信息公开条例", "2019年5月15日", "2018年1月2日"] { #expect(error.description.contains(part)) }
    }

    @Test("statutes have names of their own")
    func titles() {
        #expect(Set(Statute.allCases.map(\.title)).count == Statute.allCases.count)
    }
}
