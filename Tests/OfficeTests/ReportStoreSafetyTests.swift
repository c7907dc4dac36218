import Database
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// A write that fails half-way leaves nothing half.
@Suite(.opensDatabases) struct ReportStoreSafetyTests {
    private let temporary: TemporaryStore
    private var store: ReportStore { temporary.store }

    init() async throws {
        temporary = try await TemporaryStore()
    }

    /// Each table in turn refuses its row.
    @Test(arguments: ["organization", "report", "report_version", "report_figure", "report_finding"])
    func aFailingRowLeavesNoPartOfTheReport(_ table: String) async throws {
        var sample = SampleReport("湖塘乡", 2021)
        sample.set(.received, .business, .count(7))
        try await temporary.refuseRows(table)
        await #expect {
            try await store.add(sample)
        } throws: { error in
            "\(error)".contains("refused")
        }
        #expect(try await temporary.rowCounts().values.allSatisfy { $0 == 0 })
        try await temporary.allowRows(table)
        let version = try await store.add(sample).version
        #expect(version.id == 1 && version.number == 1)
        #expect(try await store.report(version.id)?.report == sample.report)
    }

    /// The pairing of next year's report is part of the same transaction.
    @Test func aFailureInNextYearsFindingsTakesTheReportBackToo() async throws {
        try await store.add(SampleReport("湖塘乡", 2021, carriedIn: 1))
        let before = try await temporary.rowCounts()
        try await temporary.refuseRows("report_finding", when: "new.previous_version_id is not null")
        await #expect(throws: DatabaseError.self) { try await store.add(SampleReport("湖塘乡", 2020, carriedOver: 2)) }
        #expect(try await temporary.rowCounts() == before)
    }

    @Test func aFileThatCannotBeKeptKeepsItsReportOut() async throws {
        let sample = SampleReport("湖塘乡", 2021)
        switch temporary.engine {
        case .sqlite:
            let place = temporary.folder + "/files/" + FileStore.sha256(sample.file).prefix(2)
            try Data().write(to: URL(fileURLWithPath: place))
        case .postgres: try await temporary.refuseRows("blob")
        }
        await #expect(throws: (any Error).self) { try await store.add(sample) }
        #expect(try await temporary.rowCounts().values.allSatisfy { $0 == 0 })
    }

    @Test func importsAtOnceGetNumbersOfTheirOwn() async throws {
        let store = store
        try await withThrowingTaskGroup(of: Void.self) { group in
            for i in 0..<20 {
                group.addTask { try await store.add(SampleReport("湖塘乡", 2021, received: i)) }
            }
            try await group.waitForAll()
        }
        let list = try await store.summaries()
        #expect(list.items.map(\.olderVersions) == [19])
        let id = try #require(list.items.first).version.id
        #expect(try await store.report(id)?.versions.map(\.number) == Array((1...20).reversed()))
    }

    @Test func aSnapshotThatIsBrokenIsToldByName() async throws {
        let id = try await store.add(SampleReport("湖塘乡", 2021)).version.id
        try await store.database.database.write { db in try db.execute("update report_version set snapshot = '{'") }
        await #expect {
            _ = try await store.report(id)
        } throws: { error in
            guard case ReportStoreError.damagedReport(id, _) = error else { return false }
            return true
        }
    }
}
