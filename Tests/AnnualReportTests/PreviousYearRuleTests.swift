import AnnualReport
import Testing

/// The rules that need last year's report, and the one that compares stock and flow within a year.
struct PreviousYearRuleTests {
    /// A report on the year before whose carried-over requests are this year's carried-in.
    private func lastYear(_ form: ReportForm = .form2019) -> AnnualReport {
        var report = SampleReport.make(form)
        report.year = (report.year ?? 0) - 1
        report.source.name = "last.txt"
        return report
    }

    // MARK: carry-forward

    @Test func carriedInEqualsWhatLastYearCarriedOver() {
        #expect(SampleReport.make().findings(.carryForward, previous: lastYear()).isEmpty)
    }

    @Test func carryForwardSpeaksOncePerColumn() {
        var last = lastYear()
        last.set("requests.carriedOver.naturalPerson", .count(3))
        last.set("requests.carriedOver.total", .count(3))
        let findings = SampleReport.make().findings(.carryForward, previous: last)
        #expect(findings.map(\.cells) == [["requests.carriedIn.naturalPerson"], ["requests.carriedIn.total"]])
        #expect(findings.map(\.expected) == [.number(3), .number(3)] && findings.map(\.found) == [.number(1), .number(1)])
        #expect(findings.allSatisfy { $0.message.contains("last.txt") && $0.severity == .error })
    }

    @Test(arguments: [Cell.blank, .notApplicable, .count(0)], [Cell.blank, .notApplicable, .count(0)])
    func carryForwardReadsABlankAsZeroOnBothSides(_ mine: Cell, _ theirs: Cell) {
        var (report, last) = (SampleReport.make(), lastYear())
        report.set("requests.carriedIn.research", mine)
        last.set("requests.carriedOver.research", theirs)
        #expect(report.findings(.carryForward, previous: last).isEmpty)
        last.set("requests.carriedOver.research", .count(2))
        #expect(report.findings(.carryForward, previous: last).map(\.expected) == [.number(2)])
    }

    @Test func carryForwardIsSilentWhereASideIsUnknown() {
        var (report, last) = (SampleReport.make(), lastYear())
        last.set("requests.carriedOver", .unplaced(found: ["9"]))
        #expect(report.findings(.carryForward, previous: last).isEmpty)
        last = lastYear()
        report.set("requests.carriedIn", .missing)
        #expect(report.findings(.carryForward, previous: last).isEmpty)
        last.requests = nil
        #expect(SampleReport.make().findings(.carryForward, previous: last).isEmpty)
    }

    @Test func carryForwardIsSilentWithoutLastYear() {
        var report = SampleReport.make()
        report.set("requests.carriedIn.naturalPerson", .count(50))
        #expect(report.findings(.carryForward).isEmpty)
    }

    // MARK: stock

    @Test(arguments: [(8, true), (9, false), (7, false)])
    func inForceIsLastYearsPlusMadeLessRepealed(_ last: Int, _ holds: Bool) {
        var previous = lastYear(.form2021)
        // 9 = 8 + 2 - 1
        previous.set("proactive.normativeDocuments.inForce", .count(last))
        let findings = SampleReport.make(.form2021).findings(.stock, previous: previous)
        #expect(findings.isEmpty == holds)
        #expect(findings.map(\.expected) == (holds ? [] : [.number(last + 1)]))
        #expect(findings.allSatisfy { $0.severity == .warning && $0.cells == ["proactive.normativeDocuments.inForce"] })
    }

    @Test(arguments: ["made", "repealed", "inForce"], [Cell.absent, .blank, .notApplicable])
    func stockIsSilentWhereACellIsNullOrNotApplicable(_ column: String, _ cell: Cell) {
        var (report, previous) = (SampleReport.make(.form2021), lastYear(.form2021))
        #expect(report.findings(.stock, previous: previous).count == 1)
        report.set("proactive.normativeDocuments.\(column)", cell)
        #expect(report.findings(.stock, previous: previous).isEmpty)
        report = SampleReport.make(.form2021)
        previous.set("proactive.normativeDocuments.inForce", cell)
        #expect(report.findings(.stock, previous: previous).isEmpty)
    }

    @Test func stockIsSilentBetweenTheForms() {
        #expect(SampleReport.make(.form2021).findings(.stock, previous: SampleReport.make(.form2019)).isEmpty)
    }

    // MARK: stock-below-flow

    @Test(arguments: [(2, 2, true), (2, 3, true), (2, 1, false), (0, 0, true)])
    func allPublishedIsNotBelowNewlyPublished(_ new: Int, _ total: Int, _ holds: Bool) {
        var report = SampleReport.make()
        report.set("proactive.regulations", [.count(new), .count(new), .count(total)])
        let findings = report.findings(.stockBelowFlow)
        #expect(findings.isEmpty == holds)
        #expect(findings.allSatisfy { $0.cells == ["proactive.regulations.totalDisclosed"] && $0.found == .number(total) })
    }

    @Test(arguments: [(5, 1, 4, true), (5, 1, 3, false), (1, 5, 0, true), (5, 0, 5, true)])
    func inForceIsNotBelowMadeLessRepealed(_ made: Int, _ repealed: Int, _ inForce: Int, _ holds: Bool) {
        var report = SampleReport.make(.form2021)
        report.set("proactive.regulations", [.count(made), .count(repealed), .count(inForce)])
        let findings = report.findings(.stockBelowFlow)
        #expect(findings.isEmpty == holds)
        #expect(findings.allSatisfy { $0.cells == ["proactive.regulations.inForce"] && $0.severity == .warning })
    }

    @Test(arguments: [Cell.absent, .blank, .notApplicable])
    func stockBelowFlowIsSilentWhereACellIsNullOrNotApplicable(_ cell: Cell) {
        for column in ["newlyDisclosed", "totalDisclosed"] {
            var report = SampleReport.make()
            report.set("proactive.regulations", [.count(9), .count(9), .count(1)])
            #expect(report.findings(.stockBelowFlow).count == 1)
            report.set("proactive.regulations.\(column)", cell)
            #expect(report.findings(.stockBelowFlow).isEmpty, "\(column)")
        }
        for column in ["made", "repealed", "inForce"] {
            var report = SampleReport.make(.form2021)
            report.set("proactive.regulations", [.count(9), .count(0), .count(1)])
            report.set("proactive.regulations.\(column)", cell)
            #expect(report.findings(.stockBelowFlow).isEmpty, "\(column)")
        }
    }

    // MARK: narrative-copied

    /// So many characters, no eight in a row twice.
    private func text(_ count: Int, from first: UInt32 = 0x5000) -> String {
        String(String.UnicodeScalarView((0..<UInt32(count)).compactMap { Unicode.Scalar(first + $0) }))
    }

    private func share(_ mine: String, _ theirs: String, in topic: SectionTopic = .general) -> [Finding] {
        var (report, last) = (SampleReport.make(), lastYear())
        func put(_ text: String, _ narrative: inout Narrative) { narrative.sections[topic.rawValue - 1].text = text }
        put(mine, &report.narrative)
        put(theirs, &last.narrative)
        return report.findings(.narrativeCopied, previous: last)
    }

    /// 400 characters hold 393 sequences; each changed character at the end costs one.
    @Test func aTextIsCopiedFromNineTenthsOn() {
        let last = text(400)
        #expect(share(last, last).map(\.found) == [.text("100%")])
        #expect(share(text(361) + text(39, from: 0x7000), last).map(\.severity) == [.warning])
        #expect(share(text(360) + text(40, from: 0x7000), last).isEmpty)
        #expect(share(text(400, from: 0x7000), last).isEmpty)
    }

    @Test func digitsSpacesAndPunctuationDoNotHideACopy() {
        let last = text(150) + "2019年共公开12条。" + text(250, from: 0x7000)
        #expect(share(text(150) + "２０２０ 年，共公开 9876 条；" + text(250, from: 0x7000), last).count == 1)
    }

    @Test func aShortTextIsNoCopy() {
        #expect(share(text(299), text(299)).isEmpty)
        #expect(share(text(300), text(300)).count == 1)
        #expect(share(text(290) + "2020年1234567890", text(290) + "2019年1234567890").isEmpty)
    }

    @Test(arguments: SectionTopic.allCases)
    func onlySectionsOneAndFiveAreCompared(_ topic: SectionTopic) {
        #expect(share(text(400), text(400), in: topic).isEmpty == ![.general, .problems].contains(topic))
    }

    @Test func aCopyIsSilentWithoutLastYear() {
        var report = SampleReport.make()
        report.narrative.sections[0].text = text(400)
        #expect(report.findings(.narrativeCopied).isEmpty)
        #expect(report.findings(.narrativeCopied, previous: lastYear()).isEmpty)
    }

    @Test func lastYearOnlyAddsFindings() {
        var report = SampleReport.make(.form2021)
        report.set("requests.granted.total", .count(50))
        report.set("requests.carriedIn.naturalPerson", .count(3))
        let alone = report.findings()
        let both = report.findings(previous: lastYear(.form2021))
        #expect(both.filter { ![.carryForward, .stock, .narrativeCopied].contains($0.rule) } == alone)
        #expect(both.count > alone.count)
        #expect(report.findings(only: lastYear(.form2021)) == both.filter { !alone.contains($0) })
    }
}
