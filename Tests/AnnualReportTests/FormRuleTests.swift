import AnnualReport
import Testing

/// Whether the report is printed on the form of its year, in the form's words, numbers and order.
struct FormRuleTests {
    // MARK: wrong-form

    @Test(arguments: [(2019, ReportForm.form2019), (2020, .form2019), (2021, .form2021), (2022, .form2021), (2025, .form2021)])
    func eachYearHasItsForm(_ year: Int, _ form: ReportForm) {
        #expect(ReportForm(year: year) == form)
        var report = SampleReport.make(form)
        report.year = year
        #expect(report.findings(.wrongForm).isEmpty)
        report = SampleReport.make(form.other)
        report.year = year
        // Each block of table two and table three once; table four is one in both forms.
        #expect(report.findings(.wrongForm).count == (form == .form2019 ? 4 : 5) + 1)
    }

    @Test func aSingleBlockOfTheOtherFormIsNamed() throws {
        var report = SampleReport.make(.form2019)
        var block = try #require(SampleReport.make(.form2021).proactive?.blocks[0])
        block.origin = Origin(line: 21)
        report.proactive?.blocks[0] = block
        let findings = report.findings(.wrongForm)
        #expect(findings.map(\.cells) == [["proactive.regulations", "proactive.normativeDocuments"]])
        #expect(findings.map(\.expected) == [.text("2019")] && findings.map(\.found) == [.text("2021")] && findings.map(\.line) == [21])
        #expect(findings.map(\.severity) == [.warning])
    }

    @Test func withoutAYearTheTemplateJudges() {
        var report = SampleReport.make(.form2021)
        report.year = nil
        #expect(report.findings(.wrongForm).isEmpty)
        report.template = .form2019
        #expect(report.findings(.wrongForm).count == 5)
        report.template = nil
        #expect(report.findings(.wrongForm).isEmpty)
    }

    @Test func aBlockThatIsNotPrintedIsOfNoForm() {
        var report = SampleReport.make(.form2019)
        report.year = 2021
        for block in report.proactive?.blocks.indices ?? 0..<0 { report.proactive?.blocks[block].isPrinted = false }
        #expect(report.findings(.wrongForm).map(\.cells) == [["requests"]])
    }

    // MARK: wrong-article, wrong-term, wrong-order, numbering

    @Test func aBlockThatCitesAnotherArticleIsToldOnce() {
        var report = SampleReport.make()
        #expect(report.findings(.wrongArticle).isEmpty)
        report.remarks = [.citedArticle(.enforcement, printed: "第二十六条第（六）项", origin: Origin(line: 63))]
        let findings = report.findings(.wrongArticle)
        #expect(findings.map(\.expected) == [.text("第二十条第（六）项")] && findings.map(\.found) == [.text("第二十六条第（六）项")])
        #expect(findings.map(\.cells) == [["proactive.penalties", "proactive.coercion"]] && findings.map(\.severity) == [.warning])
    }

    @Test func aDistinctTermIsToldOnce() {
        var report = SampleReport.make()
        #expect(report.findings(.wrongTerm).isEmpty)
        report.remarks = [
            .label(printed: "结果维护", word: "结果维持", origin: Origin(line: 130)),
            .label(printed: "结果维护", word: "结果维持", origin: Origin(line: 131)),
            .label(printed: "结 果 维 护", word: "结果维持", origin: Origin(line: 131)),
            .label(printed: "合计", word: "总计", origin: Origin(line: 99)),
        ]
        let findings = report.findings(.wrongTerm)
        #expect(findings.map(\.found) == [.text("结果维护"), .text("合计")] && findings.map(\.expected) == [.text("结果维持"), .text("总计")])
        #expect(findings.map(\.line) == [130, 99] && findings.allSatisfy { $0.severity == .notice })
    }

    @Test func rowsAndColumnsOutOfOrderAreTold() {
        var report = SampleReport.make()
        #expect(report.findings(.wrongOrder).isEmpty)
        report.remarks = [
            .order(.requests, rows: true, printed: ["二", "一"], origin: Origin(line: 8)),
            .order(.reviews, rows: false, printed: ["结果纠正", "结果维持"], origin: Origin(line: 9)),
        ]
        let findings = report.findings(.wrongOrder)
        #expect(findings.map(\.cells) == [["requests"], ["reviews"]] && findings.map(\.severity) == [.notice, .notice])
        #expect(findings[0].message.contains("行") && findings[1].message.contains("列"))
    }

    @Test(arguments: [
        (ItemMark.digit(2), 1, "1.", "2."), (.section(4), 3, "三、", "四、"), (.bracketed(12), 11, "（十一）", "（十二）"),
    ])
    func aNumberOutOfTurnIsTold(_ mark: ItemMark, _ expected: Int, _ should: String, _ printed: String) {
        var report = SampleReport.make()
        #expect(report.findings(.numbering).isEmpty)
        report.remarks = [.numbering(scope: "各部分的", mark: mark, expected: expected, origin: Origin(line: 6))]
        let findings = report.findings(.numbering)
        #expect(findings.map(\.expected) == [.number(expected)] && findings.map(\.found) == [.number(mark.number)])
        #expect(findings[0].message.contains(should) && findings[0].message.contains(printed) && findings[0].severity == .notice)
    }

    // MARK: missing-section

    @Test(arguments: SectionTopic.allCases)
    func eachMissingSectionIsTold(_ topic: SectionTopic) {
        var report = SampleReport.make()
        #expect(report.findings(.missingSection).isEmpty)
        report.narrative.sections.removeAll { $0.topic == topic }
        #expect(report.findings().map(\.rule) == [.missingSection])
        #expect(report.findings(.missingSection).map(\.expected) == [.text(topic.title)])
    }

    @Test func sectionsOfTheOfficesOwnReplaceNone() {
        var report = SampleReport.make()
        report.narrative.sections = [.init(number: 7, heading: "2022年工作思路", topic: nil, text: "", origin: .unknown)]
        #expect(report.findings(.missingSection).count == 6)
    }

    /// A heading counts by its key words, not by its exact words.
    @Test(arguments: [
        ("总体情况", SectionTopic.general as SectionTopic?), ("主动公开政府信息情况", .proactive), ("政府信息主动公开情况", .proactive),
        ("收到和处理政府信息公开申请情况", .requests), ("政府信息依申请公开办理情况", .requests), ("政府信息公开行政复议、行政诉讼情况", .reviews),
        ("因政府信息公开工作被申请行政复议、提起行政诉讼情况", .reviews), ("政府信息公开工作存在主要问题及改进情况", .problems),
        ("存在的主要问题及改进情况", .problems), ("其他需要报告的事项", .other), ("2022年工作思路", nil), ("附件", nil),
    ])
    func headingsCountByTheirKeyWords(_ heading: String, _ topic: SectionTopic?) {
        #expect(SectionTopic(heading: heading) == topic)
    }
}
