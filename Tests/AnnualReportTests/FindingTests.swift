import AnnualReport
import Testing

/// All rules together: each is there once, in order, with its severity; and reports from our own JSON.
struct FindingTests {
    @Test func everyRuleHasOneCheckInTheOrderOfTheRules() {
        // One speaks of merged reports alone.
        #expect(Rule.allCases.count == 33)
        #expect(Check.all.map(\.rule) == Rule.allCases.filter { $0 != .ownReport })
        #expect(Check.all.filter(\.needsPrevious).map(\.rule) == [.carryForward, .stock, .narrativeCopied])
    }

    @Test func severitiesAreThoseOfTheRules() {
        let errors: [Rule] = [
            .balance, .resultTotal, .rowTotal, .reviewTotal, .carryForward, .missingTable, .missingRow, .unplacedRow, .notANumber,
        ]
        let notices: [Rule] = [
            .extraRow, .unitMissing, .amountDoubtful, .hiddenContent, .wrongTerm, .wrongOrder, .numbering, .missingTopic,
        ]
        #expect(Rule.allCases.filter { $0.severity == .error } == errors)
        #expect(Rule.allCases.filter { $0.severity == .notice } == notices)
        #expect(Rule.allCases.allSatisfy { !$0.basis.isEmpty && !$0.title.isEmpty })
        #expect([Severity.notice, .error, .warning].sorted() == [.error, .warning, .notice])
    }

    @Test func findingsComeInTheOrderOfTheRules() {
        var report = SampleReport.make()
        report.narrative.sections = []
        report.narrative.topics = []
        report.set("requests.granted.total", .count(50))
        report.set("requests.declinedReissue.total", .blank)
        report.set("reviews.litigationDirect", .missing)
        let places = report.findings().map { Rule.allCases.firstIndex(of: $0.rule) ?? -1 }
        #expect(places == places.sorted() && places.count >= 5)
    }

    @Test(arguments: ["text", "csv"])
    func sourcesWithLinesGiveTheLineOfAFinding(_ format: String) {
        var report = SampleReport.make()
        report.source.format = format
        report.remarks = [.citedArticle(.fees, printed: "第二十条第（九）项", origin: Origin(line: 63))]
        #expect(report.findings().map(\.line) == [63])
    }

    @Test(arguments: ["html", "docx", "xlsx", "pdf"])
    func sourcesWithoutLinesGiveNone(_ format: String) {
        var report = SampleReport.make()
        report.source.format = format
        report.remarks = [.citedArticle(.fees, printed: "第二十条第（九）项", origin: Origin(line: 63, table: 1, row: 2, column: 1))]
        #expect(report.findings().map(\.line) == [nil])
        #expect(report.findings()[0].origin.description == "第 1 张表第 2 行第 1 列")
    }

    // MARK: Our own JSON

    private func inherited(_ findings: [Finding]) -> AnnualReport {
        var report = SampleReport.make()
        report.source.format = "json"
        report.narrative = Narrative()
        report.inherited = findings
        return report
    }

    @Test func findingsOfReadingAndFormAreTakenOver() {
        let wrongTerm = Finding(.wrongTerm, "写的是「合计」", origin: Origin(line: 97))
        let section = Finding(.missingSection, "缺少")
        let report = inherited([section, wrongTerm])
        // Neither the lost narrative nor the lost remarks make a finding of their own; lines of the original stay.
        #expect(report.findings() == [wrongTerm, section])
        #expect(report.findings().map(\.line) == [97, nil])
        #expect(inherited([]).findings() == [])
    }

    @Test func sumsAreCheckedAnew() {
        let stale = Finding(.rowTotal, "旧", cells: ["requests.granted.total"])
        #expect(inherited([stale]).findings() == [])
        var report = inherited([])
        report.set("requests.granted.total", .count(5))
        #expect(report.findings().map(\.rule) == [.resultTotal, .rowTotal])
    }

    @Test func unitMissingIsTakenOver() {
        let cut = Finding(.unitMissing, "2500 万", cells: ["proactive.procurement.amount"])
        #expect(inherited([cut]).findings() == [cut])
    }

    @Test func lastYearIsComparedByCellsAlone() {
        var report = inherited([])
        report.set("requests.carriedIn.naturalPerson", .count(0))
        let last = SampleReport.make()
        #expect(report.findings(previous: last).map(\.rule) == [.balance, .rowTotal, .carryForward])
    }

    // MARK: Values

    @Test func figuresThatStandInARowAreNumbersTextsAndGaps() {
        let value = FindingValue.figures(["8", nil, "0 0", "-3"])
        #expect(value == .list([.number(8), nil, .text("0 0"), .number(-3)]))
        #expect(value.description == "8、空、0 0、-3")
    }
}
