import AnnualReport
import Database
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

@Suite(.opensDatabases) struct ReportStoreTests {
    private let temporary: TemporaryStore
    private var store: ReportStore { temporary.store }

    init() async throws {
        temporary = try await TemporaryStore()
    }

    @Test func theSameFileTwiceIsOneVersion() async throws {
        let sample = SampleReport("湖塘乡", 2021)
        let first = try await store.add(sample)
        let counts = try await temporary.rowCounts()
        let second = try await store.add(sample, after: 60)
        #expect(first == .added(first.version))
        #expect(second == .alreadyThere(first.version))
        #expect(try await temporary.rowCounts() == counts)
    }

    @Test func aCorrectedReportStandsBesideTheOldAndCounts() async throws {
        let old = try await store.add(SampleReport("湖塘乡", 2021, received: 5)).version
        let new = try await store.add(SampleReport("湖塘乡", 2021, received: 6), after: 60).version
        #expect((old.number, new.number) == (1, 2))
        let list = try await store.summaries()
        #expect(list.total == 1)
        #expect(list.items.map(\.version) == [new])
        #expect(list.items.first?.olderVersions == 1)
        let stored = try #require(try await store.report(old.id))
        #expect(stored.versions.map(\.id) == [new.id, old.id])
        #expect(stored.versions.map(\.isCurrent) == [true, false])
        #expect(!stored.version.isCurrent)
        #expect(stored.report[.received, .total] == .count(5))
        #expect(try await store.regionReports("海安县", year: 2021).versions.map(\.id) == [new.id])
        #expect(try await store.currentVersions(year: 2021).map(\.id) == [new.id])
        let total = CellName(.requests(.received), .applicant(.total))
        #expect(try await store.totals(year: 2021)[total] == CellTotal(sum: 6, reports: 1))
    }

    @Test func anOldFileImportedAgainStaysOld() async throws {
        let old = SampleReport("湖塘乡", 2021, received: 5)
        let first = try await store.add(old).version
        let new = try await store.add(SampleReport("湖塘乡", 2021, received: 6)).version
        let again = try await store.add(old)
        guard case .alreadyThere(let version) = again else { Issue.record("\(again)"); return }
        #expect(version.id == first.id && !version.isCurrent)
        #expect(try await store.summaries().items.map(\.version.id) == [new.id])
    }

    @Test func spellingsOfOneNameAreOneOrganization() async throws {
        try await store.add(SampleReport("高新区（近海镇）", 2020))
        let second = try await store.add(SampleReport("高新区(近海镇) 人民政府", 2020, text: "更正")).version
        #expect(second.number == 2)
        #expect(second.organization == "高新区(近海镇) 人民政府")
        #expect(try await store.regionReports("海安县", year: 2021).missing.flatMap(\.names) == ["高新区(近海镇) 人民政府"])
    }

    @Test func townsOfOneNameInTwoRegionsAreTwo() async throws {
        let sample = SampleReport("城关镇", 2021)
        let a = try await store.add(sample, region: "甲县").version
        let b = try await store.add(sample, region: " 乙县 ").version
        #expect(a.id != b.id)
        #expect((a.number, b.number) == (1, 1))
        #expect(try await store.regions() == ["乙县", "甲县"])
        #expect(try await store.summaries(region: "甲县").items.map(\.version.id) == [a.id])
    }

    @Test func reportsWithoutOrganizationAreKeptEachByItsFile() async throws {
        let a = SampleReport(nil, 2021, text: "甲")
        let first = try await store.add(a).version
        let second = try await store.add(SampleReport(nil, 2021, text: "乙")).version
        #expect(first.id != second.id)
        #expect(first.number == 1 && second.number == 1)
        #expect(first.organization == nil && first.displayName == "未能识别单位")
        #expect(try await store.add(a) == .alreadyThere(first))
        #expect(try await store.summaries(year: 2021).total == 2)
        #expect(try await store.regionReports("海安县", year: 2020).missing.isEmpty)
    }

    @Test func reportsWithoutYearAreNotTakenForCorrectionsOfEachOther() async throws {
        let first = try await store.add(SampleReport("湖塘乡", nil, text: "甲")).version
        let second = try await store.add(SampleReport("湖塘乡", nil, text: "乙")).version
        #expect(first.isCurrent && second.isCurrent)
        #expect(try await store.summaries().total == 2)
        #expect(try await store.years().isEmpty)
    }

    @Test func listsAreFilteredOrderedAndPaged() async throws {
        for name in ["丙镇", "甲镇", "乙镇"] {
            try await store.add(SampleReport(name, 2021))
            try await store.add(SampleReport(name, 2022))
        }
        try await store.add(SampleReport("丁镇", nil))
        try await store.add(SampleReport("丁镇", 2022), region: "别县")
        #expect(try await store.years() == [2022, 2021])
        #expect(try await store.years(region: "别县") == [2022])
        let all = try await store.summaries()
        #expect(all.total == 8)
        #expect(all.items.map(\.version.year) == [2022, 2022, 2022, 2022, 2021, 2021, 2021, nil])
        #expect(all.items.first?.version.region == "别县")
        let page = try await store.summaries(year: 2021, region: "海安县", offset: 1, limit: 1)
        #expect(page.total == 3)
        #expect(page.items.map(\.version.organization) == ["乙镇"])
        #expect(try await store.summaries(year: 1999).items.isEmpty)
    }

    @Test func theLatestAreThoseImportedLast() async throws {
        let a = try await store.add(SampleReport("甲镇", 2021), after: 10).version
        let b = try await store.add(SampleReport("乙镇", 2019), after: 30).version
        try await store.add(SampleReport("丙镇", 2022), after: 20)
        #expect(try await store.latest(limit: 2).map(\.version.id).first == b.id)
        #expect(try await store.latest().map(\.version.id).last == a.id)
    }

    @Test func findingsAreCountedBySeverityAndCameAsChecked() async throws {
        var sample = SampleReport("湖塘乡", 2021)
        sample.set(.received, .business, .count(7))
        sample.set(.granted, .research, .blank)
        let expected = sample.report.findings()
        #expect(expected.contains { $0.rule == .balance } && expected.contains { $0.rule == .missingCell })
        let id = try await store.add(sample).version.id
        let stored = try #require(try await store.report(id))
        #expect(stored.findings.map(\.finding) == expected)
        #expect(stored.findings.allSatisfy { $0.previousVersionID == nil })
        let counts = try #require(try await store.summaries().items.first).findings
        for severity in Severity.allCases {
            #expect(counts[severity] == expected.count { $0.severity == severity })
        }
    }

    @Test func aReportIsRebuiltAsItWasImported() async throws {
        var sample = SampleReport("湖塘乡", 2021)
        sample.set(.received, .business, .notApplicable)
        sample.set(.granted, .research, .blank)
        sample.set(.granted, .total, .absent)
        sample.report.remarks = [.label(printed: "合计", word: "总计", origin: Origin(line: 3))]
        sample.report.narrative.title = "标题"
        let version = try await store.add(sample).version
        let stored = try #require(try await temporary.reopened().report(version.id))
        #expect(stored.report == sample.report)
        #expect(stored.version == version)
        #expect(abs(version.importedAt.timeIntervalSince(.sample)) < 0.001)
        #expect(try await store.file(version.sha256) == sample.file)
    }

    @Test func figureRowsSayWhatTheSnapshotSays() async throws {
        var sample = SampleReport("湖塘乡", 2021)
        sample.set(.received, .business, .notApplicable)
        sample.set(.received, .research, .blank)
        sample.set(.granted, .total, .absent)
        sample.set(.granted, .business, .amount(Amount(value: "1.50", unit: .tenThousandYuan)))
        let id = try await store.add(sample).version.id
        let rows = try await store.database.database.read { db in
            try db.rows("select * from report_figure where version_id = \(id)")
        }
        #expect(rows.count == sample.report.rows.reduce(0) { $0 + $1.entries.count })
        for row in rows {
            let name = try row.text("cell")
            let cellName = try #require(CellName(name))
            let entry = try #require(sample.report[cellName])
            let unit = try row.optionalText("unit").flatMap(MoneyUnit.init(rawValue:))
            let cell: Cell? =
                switch try row.text("kind") {
                case "count": .count(try row.int("number"))
                case "amount": .amount(Amount(value: try row.text("amount"), unit: unit))
                case "notApplicable": .notApplicable
                case "blank": .blank
                case "absent": .absent
                default: nil
                }
            #expect(cell == entry.cell)
            let origin = Origin(
                line: try row.int("line"), table: try row.int("grid"), row: try row.int("grid_row"),
                column: try row.int("grid_column"))
            #expect(origin == entry.origin)
        }
    }

    @Test func totalsAddCountsAloneAndSayOfHowManyReports() async throws {
        var blank = SampleReport("甲镇", 2021, received: 4)
        blank.set(.received, .total, .blank)
        try await store.add(blank)
        try await store.add(SampleReport("乙镇", 2021, received: 7))
        try await store.add(SampleReport("丙镇", 2021, received: 9), region: "别县")
        try await store.add(SampleReport("乙镇", 2020, received: 100))
        let total = CellName(.requests(.received), .applicant(.total))
        #expect(try await store.totals(year: 2021)[total] == CellTotal(sum: 16, reports: 2))
        #expect(try await store.totals(year: 2021, region: "海安县")[total] == CellTotal(sum: 7, reports: 1))
        #expect(try await store.totals(year: 2022).isEmpty)
    }

    @Test func totalsOfAbsurdNumbersAreUnknownAndNotWrong() async throws {
        let total = CellName(.requests(.received), .applicant(.total))
        for name in ["甲镇", "乙镇"] {
            var sample = SampleReport(name, 2021)
            sample.set(.received, .total, .count(name == "甲镇" ? .max : -5))
            try await store.add(sample)
        }
        #expect(try await store.totals(year: 2021)[total] == CellTotal(sum: .max - 5, reports: 2))
        var third = SampleReport("丙镇", 2021)
        third.set(.received, .total, .count(.max))
        try await store.add(third)
        #expect(try await store.totals(year: 2021)[total] == CellTotal(sum: nil, reports: 3))
    }

    @Test func whoReportedBeforeAndNotThisYearIsMissing() async throws {
        try await store.add(SampleReport("甲镇", 2020))
        try await store.add(SampleReport("甲镇", 2021))
        try await store.add(SampleReport("乙镇", 2020))
        try await store.add(SampleReport("丙镇", 2020), region: "别县")
        #expect(try await store.regionReports("海安县", year: 2021).missing.flatMap(\.names) == ["乙镇"])
    }

    @Test func anUnknownVersionIsNil() async throws {
        #expect(try await store.report(99) == nil)
        #expect(try await store.version(99) == nil)
    }

    @Test func aReportWhoseBytesAreOthersIsRefusedWhole() async throws {
        var sample = SampleReport("湖塘乡", 2021)
        sample.file.append(0x20)
        await #expect(throws: ReportStoreError.fileMismatch(name: "湖塘乡.txt")) { try await store.add(sample) }
        await #expect(throws: ReportStoreError.regionMissing) {
            try await store.add(SampleReport("湖塘乡", 2021), region: " 　")
        }
        #expect(try await temporary.rowCounts().values.allSatisfy { $0 == 0 })
    }

    @Test(arguments: [Int.max, .min])
    func aYearThatNoCalendarHasIsKept(_ year: Int) async throws {
        let version = try await store.add(SampleReport("湖塘乡", year)).version
        #expect(try await store.report(version.id)?.version.year == year)
    }
}
