import AnnualReport
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// The checks that need last year's report follow the newest versions, in whatever order they come.
@Suite(.opensDatabases) struct ReportPairingTests {
    private let temporary: TemporaryStore
    private var store: ReportStore { temporary.store }

    init() async throws {
        temporary = try await TemporaryStore()
    }

    private func carryForward(_ version: ReportVersion) async throws -> [StoredFinding] {
        try #require(try await store.report(version.id)).findings.filter { $0.finding.rule == .carryForward }
    }

    @Test func lastYearFirst() async throws {
        let last = try await store.add(SampleReport("湖塘乡", 2020, carriedOver: 2)).version
        let this = try await store.add(SampleReport("湖塘乡", 2021, carriedIn: 1)).version
        let findings = try await carryForward(this)
        #expect(findings.count == 2)
        #expect(findings.allSatisfy { $0.previousVersionID == last.id })
        #expect(findings.first?.finding.expected == .number(2))
        #expect(findings.first?.finding.found == .number(1))
        #expect(findings.first?.finding.origin == Origin(line: 101))
        #expect(try await carryForward(last).isEmpty)
    }

    @Test func lastYearLater() async throws {
        let this = try await store.add(SampleReport("湖塘乡", 2021, carriedIn: 1)).version
        #expect(try await carryForward(this).isEmpty)
        let last = try await store.add(SampleReport("湖塘乡人民政府", 2020, carriedOver: 2)).version
        #expect(try await carryForward(this).map(\.previousVersionID) == [last.id, last.id])
        let counts = try #require(try await store.summaries(year: 2021).items.first).findings
        #expect(counts.errors == 2)
    }

    @Test func findingsStandInTheOrderOfTheRulesWherePairsCameLater() async throws {
        var sample = SampleReport("湖塘乡", 2021, carriedIn: 1)
        sample.set(.received, .business, .count(7))
        let this = try await store.add(sample).version
        let last = SampleReport("湖塘乡", 2020, carriedOver: 2)
        try await store.add(last)
        let stored = try #require(try await store.report(this.id))
        #expect(stored.findings.map(\.finding) == sample.report.findings(previous: last.report))
    }

    @Test func aCorrectedLastYearMakesTheFindingsAnew() async throws {
        try await store.add(SampleReport("湖塘乡", 2020, carriedOver: 2))
        let this = try await store.add(SampleReport("湖塘乡", 2021, carriedIn: 1)).version
        try await store.add(SampleReport("湖塘乡", 2020, carriedOver: 1))
        #expect(try await carryForward(this).isEmpty)
        let worse = try await store.add(SampleReport("湖塘乡", 2020, carriedOver: 3)).version
        #expect(try await carryForward(this).map(\.previousVersionID) == [worse.id, worse.id])
    }

    @Test func aCorrectedThisYearIsComparedToo() async throws {
        try await store.add(SampleReport("湖塘乡", 2020, carriedOver: 2))
        let wrong = try await store.add(SampleReport("湖塘乡", 2021, carriedIn: 1)).version
        let right = try await store.add(SampleReport("湖塘乡", 2021, carriedIn: 2)).version
        #expect(try await carryForward(right).isEmpty)
        #expect(try await carryForward(wrong).count == 2)
    }

    @Test func aReportInTheMiddleIsPairedOnBothSides() async throws {
        let first = try await store.add(SampleReport("湖塘乡", 2021, inForce: 3)).version
        let third = try await store.add(SampleReport("湖塘乡", 2023, inForce: 9)).version
        let second = try await store.add(SampleReport("湖塘乡", 2022, inForce: 5)).version
        func stock(_ version: ReportVersion) async throws -> Set<Int?> {
            Set(try #require(try await store.report(version.id)).findings.filter { $0.finding.rule == .stock }.map(\.previousVersionID))
        }
        #expect(try await stock(first) == [])
        #expect(try await stock(second) == [first.id])
        #expect(try await stock(third) == [second.id])
    }

    @Test func othersAreNotPaired() async throws {
        try await store.add(SampleReport("湖塘乡", 2020, carriedOver: 2), region: "别县")
        try await store.add(SampleReport("河塘乡", 2020, carriedOver: 2))
        try await store.add(SampleReport("湖塘乡", 2019, carriedOver: 2))
        try await store.add(SampleReport(nil, 2020, carriedOver: 2))
        let this = try await store.add(SampleReport("湖塘乡", 2021, carriedIn: 1)).version
        #expect(try await carryForward(this).isEmpty)
    }
}
