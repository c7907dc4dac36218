import AnnualReport
import Testing

/// Merging by the tree: what is added, what stands beside, what is left out and why.
struct MergingTreeTests {
    private static let tree = [
        MergeBody(id: 1, name: "青溪县"), MergeBody(id: 2, name: "县公安局", parentID: 1),
        MergeBody(id: 3, name: "石桥派出所", parentID: 2, mustReport: false), MergeBody(id: 4, name: "石桥镇", parentID: 1),
        MergeBody(id: 5, name: "松林镇", parentID: 1),
    ]

    private func report(_ name: String, _ change: (inout AnnualReport) -> Void = { _ in }) -> AnnualReport {
        var report = SampleReport.make(.form2021, organization: name)
        report.source.name = name + ".txt"
        change(&report)
        return report
    }

    private func merge(_ reports: [(String, MergeScope.Identity)], expected: [String]? = nil) -> MergedReport {
        Merging.merge(
            reports.map { report($0.0) }, name: "青溪县", year: 2021, expected: expected,
            scope: MergeScope(tree: Self.tree, head: 1, identities: reports.map(\.1)))
    }

    private func received(_ merged: MergedReport) -> Cell? { merged.requests?[.received]?[.applicant(.total)]?.cell }

    @Test func theCountysOwnReportStandsBesideTheSumOfItsBodies() {
        let merged = merge([("青溪县", .body(1)), ("石桥镇", .body(4)), ("松林镇", .body(5))])
        #expect(merged.counted == 2 && received(merged) == .count(12) && merged.own?.organization == "青溪县")
        #expect(merged.missing == ["县公安局"])
        #expect(merged.leftOut.map(\.reason) == [.head] && merged.leftOut[0].source == "青溪县.txt")
        #expect(merged.contributions[CellName(.requests(.received), .applicant(.total))]?.map(\.organization) == ["石桥镇", "松林镇"])
    }

    @Test func cellsOfTheOwnReportThatDifferAreOneFindingATable() throws {
        let merged = merge([("青溪县", .body(1)), ("石桥镇", .body(4)), ("松林镇", .body(5))])
        let own = merged.findings.filter { $0.rule == .ownReport }
        #expect(own.count == 3 && own.allSatisfy { $0.organizations == ["青溪县"] })
        let cell = CellName(.requests(.received), .applicant(.total))
        #expect(merged.differing[cell] == .count(6))
        #expect(own.contains { $0.cells.contains(cell.description) && $0.message.contains("合计 12") && $0.message.contains("缺 1 个单位") })
        // Nothing is said of what agrees: a nought here and there.
        #expect(merged.differing[CellName(.requests(.declinedPetition), .applicant(.total))] == nil)
        #expect(merge([("青溪县", .body(1)), ("石桥镇", .body(4))]).findings.map(\.rule) == [])
    }

    @Test func whatIsLeftOutSaysWhy() {
        let merged = merge([
            ("县公安局", .body(2)), ("石桥派出所", .body(3)), ("石桥镇", .body(4)), ("青溪县石桥镇", .body(4)), ("云岭乡", .unknown), ("综合科", .ambiguous),
            ("白鹭镇", .body(9)),
        ])
        #expect(merged.counted == 2 && received(merged) == .count(12) && merged.missing == ["松林镇"] && merged.doubled == ["青溪县石桥镇"])
        #expect(merged.leftOut.map(\.reason) == [.covered(by: "县公安局"), .doubled, .notInTree, .ambiguous, .elsewhere])
        #expect(merged.leftOut.map(\.organization) == ["石桥派出所", "青溪县石桥镇", "云岭乡", "综合科", "白鹭镇"])
        #expect(merged.leftOut.allSatisfy { !$0.reason.words.isEmpty && !$0.reason.key.isEmpty })
    }

    @Test func namesExpectedBesideTheTreeAreMissingOnce() {
        #expect(merge([("石桥镇", .body(4))], expected: ["松林镇人民政府", "云岭乡", "石桥镇"]).missing == ["县公安局", "松林镇", "云岭乡"])
    }

    @Test func withoutATreeNamesTellThatACountyCoversItsTowns() {
        // 91 of the demonstration came of adding a county to its own towns.
        let towns = [report("青溪县石桥镇"), report("青溪县"), report("松林镇")]
        let county = Merging.merge(towns, name: "青溪县人民政府", year: 2021)
        #expect(county.counted == 2 && county.own?.organization == "青溪县" && received(county) == .count(12))
        let city = Merging.merge(towns, name: "云泽市", year: 2021)
        #expect(city.counted == 2 && received(city) == .count(12))
        #expect(city.leftOut.map(\.reason) == [.covered(by: "青溪县")])
    }

    @Test func aCellUnderAnotherUnitIsAFindingAndNoSum() throws {
        let name = "proactive.fees.amount"
        let towns = (0..<4).map { i in
            report("第\(i)镇") { $0.set(name, .amount(Amount(value: i == 0 ? "3200" : "0", unit: i == 0 ? .yuan : .tenThousandYuan))) }
        }
        let merged = Merging.merge(towns, name: "青溪县")
        #expect(merged.proactive?[.fees]?[.proactive(.amount)]?.cell == .amount(Amount(value: "0", unit: .tenThousandYuan)))
        let told = merged.findings.filter { $0.rule == .unitDiffers }
        #expect(told.count == 1 && told[0].cells == [name] && told[0].organizations == ["第0镇"])
        // All of them so: then nothing is known, and nothing is printed under a heading that is not theirs.
        #expect(Merging.merge([towns[0]], name: "青溪县").proactive?[.fees]?[.proactive(.amount)]?.cell == .absent)
    }

    @Test func oneHabitOfAnOfficeIsOneFinding() {
        func blanks(_ name: String, rows: Int) -> AnnualReport {
            report(name) { report in
                for row in RequestRow.rows(.form2021).prefix(rows) { report.set("requests.\(row.key).research", .blank) }
            }
        }
        let habit = Merging.merge([blanks("甲镇", rows: 20), blanks("乙镇", rows: 20), report("丙乡")], name: "青溪县")
        #expect(habit.findings.map(\.rule) == [.missingCell])
        #expect(habit.findings[0].organizations == ["甲镇", "乙镇"] && habit.findings[0].cells.count == 20)
        #expect(habit.findings[0].message.contains("表三有 20 行") && habit.findings[0].message.contains("甲镇、乙镇"))
        #expect(Merging.merge([blanks("甲镇", rows: 3), report("丙乡")], name: "青溪县").findings.count == 3)
    }

    @Test func aSumThatDoesNotAddUpNamesTheBodiesAtFault() {
        let merged = Merging.merge(
            [report("甲镇") { $0.set("requests.granted.total", .count(40)) }, report("乙镇")], name: "县", year: 2021)
        let told = merged.findings.filter { $0.rule == .rowTotal }
        #expect(told.count == 1 && told[0].organizations == ["甲镇"] && told[0].message.hasPrefix("合计："))
        #expect(!told[0].message.contains("原件"))
    }

    @Test func aSumBeyondCountingIsTold() {
        let name = "proactive.licensing.decisions"
        let merged = Merging.merge(
            [report("甲镇") { $0.set(name, .count(.max)) }, report("乙镇") { $0.set(name, .count(1)) }], name: "县", year: 2021)
        #expect(merged.findings.map(\.rule) == [.notANumber] && merged.findings[0].cells == [name])
    }
}
