import AnnualReport
import Law
import Testing

/// What the text says: period, years, day of publication, statutory topics, figures and sums.
struct TextRuleTests {
    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    // MARK: period

    @Test(arguments: [
        ("2020-01-01", "2020-12-31", true), ("2020-01-01", "2020-12-30", false), ("2020-01-02", "2020-12-31", false),
        ("2019-01-01", "2019-12-31", false), ("2020-01-01", "2021-12-31", false),
    ])
    func thePeriodIsTheReportsWholeYear(_ first: String, _ last: String, _ holds: Bool) throws {
        var report = SampleReport.make()
        report.narrative.periods = [.init(first: try day(first), last: try day(last), quote: "原文", origin: Origin(line: 5))]
        let findings = report.findings(.period)
        #expect(findings.isEmpty == holds)
        #expect(findings.allSatisfy { $0.line == 5 && $0.expected == .text("2020年1月1日至2020年12月31日") && $0.severity == .warning })
    }

    /// 自2020年1月1日起至202020年12月31日止
    @Test func aPeriodThatCannotBeIsTold() throws {
        var report = SampleReport.make()
        report.narrative.periods = [.init(first: try day("2020-01-01"), last: nil, quote: "原文", origin: .unknown)]
        #expect(report.findings().map(\.rule) == [.period])
    }

    @Test func thePeriodIsSilentWhereNoneIsStated() {
        var report = SampleReport.make()
        report.narrative.periods = []
        #expect(report.findings(.period).isEmpty)
    }

    @Test func aPeriodOfAnotherYearContradictsTheTitleToo() throws {
        var report = SampleReport.make()
        report.narrative.periods = [.init(first: try day("2019-01-01"), last: try day("2019-12-31"), quote: "原文", origin: .unknown)]
        #expect(report.findings().map(\.rule) == [.period, .yearMismatch])
        report.narrative.titleYear = nil
        #expect(report.findings().map(\.rule) == [.period])
    }

    // MARK: year-mismatch

    @Test func theTextNamesTheTitlesYear() {
        var report = SampleReport.make()
        report.narrative.namedYears = [.init(year: 2020, quote: "2020年度报告", origin: Origin(line: 1))]
        #expect(report.findings(.yearMismatch).isEmpty)
        report.narrative.namedYears += [
            .init(year: 2019, quote: "2019年政府信息公开年度报告", origin: Origin(line: 7)),
            .init(year: 2019, quote: "2019年度报告", origin: Origin(line: 8)),
        ]
        let findings = report.findings(.yearMismatch)
        #expect(findings.map(\.found) == [.number(2019)] && findings.map(\.expected) == [.number(2020)] && findings.map(\.line) == [7])
        #expect(findings.map(\.severity) == [.warning])
    }

    @Test func withoutAnyYearNothingIsCompared() {
        var report = SampleReport.make()
        report.narrative.titleYear = nil
        report.year = nil
        report.narrative.namedYears = [.init(year: 2019, quote: "2019年度报告", origin: .unknown)]
        #expect(report.findings(.yearMismatch).isEmpty)
    }

    // MARK: late

    static let bodies: [(String, Bool)] = [
        ("井冈山市", true), ("云泽市人民政府", true), ("青溪县", true), ("青溪县人民政府", true), ("永定区", true), ("某某自治州", true), ("某某盟", true),
        ("某某旗", true), ("江西省", true), ("松林镇", false), ("湖塘乡", false), ("青溪县松林镇人民政府", false), ("青溪县教育局", false),
        ("云泽市卫生健康委员会", false), ("城南街道办事处", false), ("云泽经济开发区", false), ("云泽高新区", false), ("高新区（近海镇）", false),
        ("高新区(近海镇)", false), ("云泽新区", false), ("青山风景区", false), ("云泽工业园区", false), ("桃花社区", false), ("青溪县（政府办公室）", true),
        ("青溪县政府办公室", false), ("上海市浦东新区人民政府", true), ("天津市滨海新区人民政府（办公室）", true), ("滨海新区", false),
    ]

    /// Article 49 names no day for towns and street offices: theirs is by local order, and the finding says so.
    @Test(arguments: [("松林镇人民政府", true), ("湖塘乡", true), ("城南街道办事处", true), ("青溪县教育局", false), ("云泽经济开发区", false)])
    func aTownIsLateByLocalOrder(_ name: String, _ isTown: Bool) throws {
        var report = SampleReport.make(organization: name)
        report.narrative.publication = .init(day: try day("2021-02-20"), basis: .metadata, origin: Origin(line: 2))
        let finding = try #require(report.findings(.late).first)
        #expect(finding.message.contains("按当地要求") == isTown && finding.basis.contains("第四十九条") != isTown)
        let local = try #require(TownReportDay(month: 2, day: 28))
        #expect(report.findings(towns: local).contains { $0.rule == .late } == !isTown)
        #expect(TownReportDay(month: 2, day: 29) == nil && TownReportDay(month: 13, day: 1) == nil)
    }

    @Test(arguments: bodies)
    func aGovernmentOfCountyLevelHasUntilMarch(_ name: String, _ isCounty: Bool) throws {
        func isLate(_ iso: String) throws -> Bool {
            var report = SampleReport.make(organization: name)
            report.narrative.publication = .init(day: try day(iso), basis: .metadata, origin: Origin(line: 2))
            return !report.findings(.late).isEmpty
        }
        #expect(try !isLate("2021-01-31"))
        #expect(try isLate("2021-02-01") == !isCounty)
        #expect(try isLate("2021-03-31") == !isCounty)
        #expect(try isLate("2021-04-01"))
        #expect(OrganizationName.isCountyOrAbove(name) == isCounty)
    }

    @Test(arguments: [Narrative.Publication.Basis.metadata, .stated, .signature])
    func aLateDaySaysWhatItRestsOn(_ basis: Narrative.Publication.Basis) throws {
        var report = SampleReport.make()
        report.narrative.publication = .init(day: try day("2021-02-03"), basis: basis, origin: Origin(line: 2))
        let findings = report.findings(.late)
        #expect(findings.map(\.expected) == [.text("2021-01-31")] && findings.map(\.found) == [.text("2021-02-03")])
        #expect(findings[0].message.contains(basis.rawValue) && findings[0].severity == .warning && findings[0].line == 2)
    }

    @Test func withoutADayOrAYearNothingIsLate() throws {
        var report = SampleReport.make()
        report.narrative.publication = nil
        #expect(report.findings(.late).isEmpty)
        report.narrative.publication = .init(day: try day("2029-01-01"), basis: .metadata, origin: .unknown)
        report.year = nil
        #expect(report.findings(.late).isEmpty)
    }

    // MARK: missing-topic

    @Test func oneFindingNamesWhatIsMissing() {
        var report = SampleReport.make()
        report.narrative.topics = [.assessment]
        let findings = report.findings()
        #expect(findings.map(\.rule) == [.missingTopic] && findings[0].severity == .notice)
        #expect(findings[0].found == nil && findings[0].expected == .list([.text("社会评议"), .text("责任追究")]))
        #expect(findings[0].message.contains("社会评议") && findings[0].message.contains("责任追究"))
        report.narrative.topics = Set(Narrative.Topic.allCases)
        #expect(report.findings(.missingTopic).isEmpty)
    }

    @Test(arguments: [
        ("松林镇", true), ("湖塘乡", true), ("青溪县松林镇人民政府", true), ("井冈山市", true), ("青溪县人民政府", true), ("永定区", true),
        ("青溪县教育局", false), ("城南街道办事处", false), ("高新区（近海镇）", false), ("云泽经济开发区", false), ("桃花社区", false),
    ])
    func onlyPeoplesGovernmentsTellTheTopics(_ name: String, _ isGovernment: Bool) {
        var report = SampleReport.make(organization: name)
        report.narrative.topics = []
        #expect(report.findings(.missingTopic).isEmpty == !isGovernment)
    }

    @Test func ofAnUnknownBodyNoTopicIsAsked() {
        var report = SampleReport.make()
        report.organization = nil
        report.narrative.topics = []
        #expect(report.findings(.missingTopic).isEmpty)
    }

    // MARK: narrative-mismatch

    /// Received 6 (5 + 1), granted 4, carried over 1, two reviews, one lawsuit.
    @Test(arguments: [
        (Narrative.Figure.Meaning.received, 6), (.receivedFromPersons, 5), (.receivedFromOrganizations, 1), (.granted, 4),
        (.carriedOver, 1),
        (.reconsiderations, 2), (.lawsuits, 1),
    ])
    func aFigureInTheTextAgreesWithItsTable(_ meaning: Narrative.Figure.Meaning, _ right: Int) {
        func found(_ value: Int) -> [Finding] {
            var report = SampleReport.make()
            report.narrative.figures = [.init(meaning: meaning, value: value, quote: "原文\(value)件", origin: Origin(line: 10))]
            return report.findings()
        }
        #expect(found(right) == [])
        let wrong = found(right + 20)
        #expect(wrong.map(\.rule) == [.narrativeMismatch] && wrong[0].severity == .warning && wrong[0].line == 10)
        #expect(wrong[0].expected == .number(right) && wrong[0].found == .number(right + 20))
    }

    @Test func eachFigureMakesOneFinding() {
        var report = SampleReport.make()
        report.narrative.figures = [70, 80].map { .init(meaning: .received, value: $0, quote: "", origin: .unknown) }
        #expect(report.findings(.narrativeMismatch).map(\.found) == [.number(70), .number(80)])
    }

    @Test func aFigureIsSilentWhereTheTableDoesNotSay() {
        var report = SampleReport.make()
        report.narrative.figures = [
            .init(meaning: .received, value: 99, quote: "", origin: .unknown),
            .init(meaning: .lawsuits, value: 99, quote: "", origin: .unknown),
        ]
        report.set("requests.received", .unplaced(found: ["99"]))
        report.set("reviews.litigationDirect.total", .absent)
        #expect(report.findings(.narrativeMismatch).isEmpty)
        report.requests = nil
        report.reviews = nil
        #expect(report.findings(.narrativeMismatch).isEmpty)
    }

    // MARK: narrative-sum

    @Test(arguments: [([3796, 8112, 75, 75], 12058, true), ([6, 2], 8, true), ([6, 1], 8, false), ([6, 3], 8, false)])
    func partsAddUpToTheWhole(_ parts: [Int], _ whole: Int, _ holds: Bool) {
        var report = SampleReport.make()
        report.narrative.sums = [.init(whole: whole, parts: parts, quote: "原文", origin: Origin(line: 11))]
        let findings = report.findings()
        #expect(findings.map(\.rule) == (holds ? [] : [.narrativeSum]))
        #expect(findings.allSatisfy { $0.expected == .number(whole) && $0.found == .number(parts.reduce(0, +)) && $0.line == 11 })
    }
}
