import AnnualReport
import Testing

/// Adding reports upward: who counts, what each contributes, and what is not taken for zero in silence.
struct MergingTests {
    private func town(_ name: String, _ form: ReportForm = .form2019, _ change: (inout AnnualReport) -> Void = { _ in }) -> AnnualReport {
        var report = SampleReport.make(form, organization: name)
        report.source.name = name + ".txt"
        change(&report)
        return report
    }

    private func cell(_ merged: MergedReport, _ name: String) -> Cell? {
        guard let cell = CellName(name) else { return nil }
        return merged.rows.first { $0.name == cell.row }?[cell.column]?.cell
    }

    @Test(arguments: ReportForm.allCases)
    func countsAreAddedCellByCell(_ form: ReportForm) {
        let merged = Merging.merge([town("甲镇", form), town("乙镇", form), town("丙乡", form)], name: "青溪县")
        #expect(merged.organization == "青溪县" && merged.year == (form == .form2019 ? 2020 : 2021) && merged.template == form)
        let sample = SampleReport.make(form)
        for row in sample.rows where row.name.table != .proactive {
            for (name, entry) in row.cells {
                #expect(cell(merged, name.description)?.count == (entry.cell.count ?? -1) * 3, "\(name)")
            }
        }
        #expect(cell(merged, "proactive.normativeDocuments.made") == .count(6))
        #expect(merged.findings.map(\.message) == [] && merged.missing == [] && merged.doubled == [] && merged.wrongYear == [])
    }

    @Test func theContributionsOfEveryCellAreKeptInTheOrderOfTheReports() {
        let merged = Merging.merge(
            [
                town("甲镇"), town("乙镇") { $0.set("requests.granted.naturalPerson", .notApplicable) },
                town("丙乡") { $0.organization = nil },
            ], name: "青溪县")
        let name = CellName(.requests(.granted), .applicant(.naturalPerson))
        #expect(
            merged.contributions[name] == [
                Contribution(source: "甲镇.txt", organization: "甲镇", value: .count(3)),
                Contribution(source: "乙镇.txt", organization: "乙镇", value: .notApplicable),
                Contribution(source: "丙乡.txt", organization: nil, value: .count(3)),
            ])
        #expect(merged.contributions.count == SampleReport.make().rows.reduce(0) { $0 + $1.columns.count })
        #expect(cell(merged, "requests.granted.naturalPerson") == .count(6))
    }

    // MARK: Who counts

    @Test func whoShouldHaveReportedAndDidNotIsMissing() {
        let merged = Merging.merge([town("甲镇"), town("高新区（近海镇）")], name: "青溪县", expected: ["甲镇人民政府", "高新区(近海镇)", "丙乡", "丁镇"])
        #expect(merged.missing == ["丙乡", "丁镇"])
        #expect(Merging.merge([town("甲镇")], name: "青溪县").missing == [])
    }

    @Test func whoReportedTwiceIsCountedOnce() {
        let merged = Merging.merge(
            [town("甲镇"), town("甲镇人民政府") { $0.set("requests.received.total", .count(1000)) }, town("乙镇")], name: "青溪县")
        #expect(merged.doubled == ["甲镇人民政府"])
        #expect(cell(merged, "requests.received.total") == .count(12))
        #expect(merged.contributions[CellName(.requests(.received), .applicant(.total))]?.count == 2)
    }

    @Test func whoReportedThreeTimesIsNamedOnce() {
        #expect(Merging.merge([town("甲镇"), town("甲镇"), town("甲镇")], name: "青溪县").doubled == ["甲镇"])
    }

    @Test func aReportOnAnotherYearIsLeftOutAndTold() {
        let merged = Merging.merge(
            [town("甲镇"), town("乙镇"), town("丙乡") { $0.year = 2019 }, town("丁镇") { $0.year = nil }], name: "青溪县",
            expected: ["甲镇", "乙镇", "丙乡", "丁镇"])
        #expect(merged.year == 2020 && merged.wrongYear == ["丙乡", "丁镇"])
        #expect(cell(merged, "requests.received.total") == .count(12))
        #expect(merged.findings.map(\.rule) == [.yearMismatch, .yearMismatch])
        #expect(merged.findings.map(\.found) == [.number(2019), nil])
        #expect(merged.findings[0].message.contains("丙乡") && merged.findings[0].message.contains("2019"))
    }

    @Test func theYearAskedForDecides() {
        let merged = Merging.merge([town("甲镇"), town("乙镇"), town("丙乡", .form2021)], name: "青溪县", year: 2021)
        #expect(merged.year == 2021 && merged.template == .form2021 && merged.wrongYear == ["甲镇", "乙镇"])
        #expect(cell(merged, "requests.received.total") == .count(6))
    }

    /// Either name may have the divisions above before it; a name in the middle of another is another body.
    @Test(arguments: [
        ("云泽市青溪县甲镇", "甲镇", true), ("甲镇", "青溪县甲镇人民政府", true), ("青溪县甲镇", "云泽市青溪县甲镇", true), ("大甲镇", "甲镇", false),
        ("青溪县甲镇", "乙县甲镇", false), ("青溪县", "青溪", false),
    ])
    func aNameWithItsDivisionsBeforeItIsNotMissing(_ reported: String, _ expected: String, _ isSame: Bool) {
        #expect(Merging.merge([town(reported)], name: "某地", expected: [expected]).missing.isEmpty == isSame)
    }

    @Test func nothingToMergeMakesNoTable() {
        let merged = Merging.merge([], name: "青溪县", expected: ["甲镇"])
        #expect(merged.rows.isEmpty && merged.missing == ["甲镇"] && merged.contributions.isEmpty && merged.year == nil)
    }

    // MARK: What is no count

    @Test func notApplicableAddsNothingAndStaysWhereAllSayIt() {
        let name = "proactive.regulations.made"
        let both = Merging.merge([town("甲镇") { $0.set(name, .notApplicable) }, town("乙镇") { $0.set(name, .notApplicable) }], name: "县")
        #expect(cell(both, name) == .notApplicable && both.findings.isEmpty)
        let one = Merging.merge([town("甲镇") { $0.set(name, .notApplicable) }, town("乙镇") { $0.set(name, .count(4)) }], name: "县")
        #expect(cell(one, name) == .count(4) && one.findings.isEmpty)
    }

    @Test func aBlankIsTold() {
        let name = "requests.granted.research"
        let one = Merging.merge([town("甲镇") { $0.set(name, .blank) }, town("乙镇")], name: "县")
        #expect(cell(one, name) == .count(0))
        #expect(one.findings.map(\.rule) == [.missingCell] && one.findings[0].cells == [name] && one.findings[0].message.contains("甲镇"))
        let all = Merging.merge([town("甲镇") { $0.set(name, .blank) }, town("乙镇") { $0.set(name, .blank) }], name: "县")
        #expect(cell(all, name) == .blank)
    }

    @Test func anAbsentFigureIsTold() {
        let merged = Merging.merge([town("甲镇") { $0.set("requests.granted", .unplaced(found: ["8", "8"])) }, town("乙镇")], name: "县")
        #expect(cell(merged, "requests.granted.naturalPerson") == .count(3))
        let told = merged.findings.filter { $0.cells.contains("requests.granted.naturalPerson") && $0.message.contains("甲镇") }
        #expect(told.count == 1 && told[0].cells.count == 7)
        let all = Merging.merge([town("甲镇") { $0.set("requests.granted", .missing) }], name: "县")
        #expect(cell(all, "requests.granted.total") == .absent)
    }

    @Test func aReportWithoutATableIsTold() {
        let merged = Merging.merge([town("甲镇") { $0.reviews = nil }, town("乙镇")], name: "县")
        #expect(cell(merged, "reviews.reconsideration.total") == .count(2))
        #expect(merged.findings.contains { $0.cells.contains("reviews.reconsideration.total") && $0.message.contains("甲镇") })
        #expect(Merging.merge([town("甲镇") { $0.reviews = nil }], name: "县").reviews == nil)
    }

    @Test func moneyInACountIsNotAdded() {
        let name = "proactive.fees.previousYear"
        let merged = Merging.merge(
            [
                town("甲镇") { $0.set(name, .amount(Amount(value: "3138.14", unit: .tenThousandYuan))) },
                town("乙镇") { $0.set(name, .count(7)) },
            ], name: "县")
        #expect(cell(merged, name) == .count(7))
        #expect(merged.findings.map(\.rule) == [.unitInCount] && merged.findings[0].message.contains("甲镇"))
    }

    @Test func figuresOfTheOtherFormAreToldAndNotAdded() throws {
        let block = try #require(SampleReport.make(.form2021).proactive?.blocks[0])
        let merged = Merging.merge([town("甲镇") { $0.proactive?.blocks[0] = block }, town("乙镇")], name: "县")
        #expect(merged.template == .form2019)
        #expect(cell(merged, "proactive.normativeDocuments.totalDisclosed") == .count(9))
        let told = merged.findings.filter { $0.rule == .wrongForm }
        #expect(told.count == 1 && told[0].message.contains("甲镇"))
        #expect(
            told[0].cells.contains("proactive.normativeDocuments.repealed")
                && told[0].cells.contains("proactive.normativeDocuments.inForce"))
        #expect(!told[0].cells.contains("proactive.normativeDocuments.made"))
    }

    // MARK: Sums

    @Test func mergedSumsAreCheckedAnew() {
        let merged = Merging.merge([town("甲镇") { $0.set("requests.granted.total", .count(40)) }, town("乙镇")], name: "县")
        #expect(merged.findings.map(\.rule) == [.resultTotal, .rowTotal])
        #expect(merged.findings.map(\.expected) == [.number(48), .number(8)])
    }

    @Test func countsBeyondCountingAreNoNumber() {
        let name = "proactive.licensing.decisions"
        let merged = Merging.merge([town("甲镇") { $0.set(name, .count(.max)) }, town("乙镇") { $0.set(name, .count(1)) }], name: "县")
        #expect(cell(merged, name) == .absent)
    }
}
