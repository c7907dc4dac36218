import AnnualReport
import Database
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// What is public of a report: drafts are not, one version counts, withdrawn ones leave a word behind.
@Suite("States of a report's versions", .opensDatabases)
struct ReportStateTests {
    private let temporary: TemporaryRecords
    private var store: ReportStore { temporary.records.reports }
    private let total = CellName(.requests(.received), .applicant(.total))

    init() async throws {
        temporary = try await TemporaryRecords()
    }

    private func draft(_ sample: SampleReport, after seconds: Double = 0) async throws -> ReportVersion {
        try await store.importReport(
            sample.report, file: sample.file, region: "海安县", asDraft: true, at: .sample.addingTimeInterval(seconds)
        ).version
    }

    /// What everybody's questions answer for 2021.
    private func publicIDs() async throws -> [Int] {
        let ids = try await store.currentVersions(region: "海安县", year: 2021).map(\.id)
        #expect(try await store.regionReports("海安县", year: 2021).versions.map(\.id) == ids)
        #expect(try await store.summaries(year: 2021).items.map(\.version.id) == ids)
        #expect(try await store.summaries(year: 2021).total == ids.count)
        #expect(try await store.latest().map(\.version.id).filter(ids.contains).count == ids.count)
        #expect(try await store.totals(year: 2021)[total]?.reports ?? 0 == ids.count)
        #expect(try await store.years().contains(2021) == !ids.isEmpty)
        #expect(try await store.regions().isEmpty == ids.isEmpty)
        return ids
    }

    @Test("a draft is kept and checked, and nobody outside hears of it until it is published")
    func drafts() async throws {
        let version = try await draft(SampleReport("湖塘乡", 2021, received: 6))
        #expect(version.state == .draft && !version.isCurrent && version.publishedAt == nil)
        #expect(try await publicIDs() == [])
        #expect(try await store.publicReport(version.id) == nil)
        #expect(try await store.report(version.id)?.worked?.id == version.id)
        let later = Date.sample.addingTimeInterval(60)
        let published = try await store.publish(version.id, by: .program, at: later)
        #expect(published.state == .published && published.isCurrent && published.publishedAt == later)
        #expect(try await publicIDs() == [version.id])
        #expect(try await store.publicReport(version.id)?.version == published)
        await #expect(throws: ReportStoreError.alreadyCurrent(number: 1)) {
            try await store.publish(version.id, by: .program, at: later)
        }
    }

    @Test("a draft beside a public version changes nothing until it is published; then the older one stays to be read")
    func corrections() async throws {
        let old = try await store.importReport(
            SampleReport("湖塘乡", 2021, received: 5).report, file: SampleReport("湖塘乡", 2021, received: 5).file, region: "海安县", at: .sample
        ).version
        let new = try await draft(SampleReport("湖塘乡", 2021, received: 6))
        #expect(new.number == 2)
        #expect(try await publicIDs() == [old.id])
        #expect(try await store.summaries().items.first?.olderVersions == 0)
        #expect(try #require(try await store.publicReport(old.id)).versions.map(\.id) == [old.id])
        #expect(try await store.report(old.id)?.worked?.id == new.id)
        try await store.publish(new.id, by: .program, at: .sample)
        #expect(try await publicIDs() == [new.id])
        #expect(try await store.summaries().items.first?.olderVersions == 1)
        let seen = try #require(try await store.publicReport(old.id))
        #expect(seen.version.state == .published && !seen.version.isCurrent && seen.current?.id == new.id)
    }

    @Test("a wrong version is replaced by putting the good one back, and that is recorded")
    func puttingBack() async throws {
        let good = try await draft(SampleReport("湖塘乡", 2021, received: 5))
        let bad = try await draft(SampleReport("湖塘乡", 2021, received: 6))
        for id in [good.id, bad.id] { try await store.publish(id, by: .program, at: .sample) }
        #expect(try await publicIDs() == [bad.id])
        let again = try await store.add(SampleReport("湖塘乡", 2021, received: 5))
        #expect(again == .alreadyThere(try #require(try await store.version(good.id))))
        let back = try await store.publish(good.id, by: .account(7), at: .sample.addingTimeInterval(9))
        #expect(back.isCurrent && back.publishedAt == .sample)
        #expect(try await publicIDs() == [good.id])
        let event = try #require(try await temporary.events("report.restored").first)
        #expect(event.actor == .account(7) && event.subject == "report-version:\(good.id)" && event.organizationID == good.organizationID)
        #expect(try await temporary.events("report.published").count == 2)
    }

    @Test("withdrawn: it counts no more, its day and reason stay, and no other takes its place by itself")
    func withdrawing() async throws {
        let first = try await draft(SampleReport("湖塘乡", 2021, received: 5))
        let second = try await draft(SampleReport("湖塘乡", 2021, received: 6))
        for id in [first.id, second.id] { try await store.publish(id, by: .program, at: .sample) }
        let later = Date.sample.addingTimeInterval(60)
        await #expect(throws: ReportStoreError.reasonMissing) {
            try await store.withdraw(second.id, reason: " 　", by: .program, at: later)
        }
        let gone = try await store.withdraw(second.id, reason: " 数字有误 ", by: .program, at: later)
        #expect(gone.state == .withdrawn && !gone.isCurrent && gone.withdrawal == .init(at: later, reason: "数字有误"))
        #expect(try await publicIDs() == [])
        #expect(try await store.publicReport(second.id)?.version == gone)
        #expect(try await store.publicReport(second.id)?.current == nil)
        #expect(try await temporary.events("report.withdrawn").count == 1)
        await #expect(throws: ReportStoreError.withdrawn(number: 2)) {
            try await store.withdraw(second.id, reason: "再来", by: .program, at: later)
        }
        let back = try await store.publish(second.id, by: .program, at: later.addingTimeInterval(60))
        #expect(back.isCurrent && back.withdrawal == nil && back.publishedAt == .sample)
    }

    @Test("what a supervisor withdrew only one with such reach puts back; reason and name stay in the history")
    func withdrawnFromAbove() async throws {
        for (id, parent) in [(1, nil), (2, 1)] as [(Int, Int?)] { try await temporary.organization(id, parent: parent) }
        let supervisor = try await temporary.account("wang", [Grant(.supervisor, in: 1)])
        let clerk = try await temporary.account("zhang", [Grant(.informationClerk, in: 2)])
        let above = RightScope(.publishReports, [Grant(.supervisor, in: 1)])
        let own = RightScope(.publishReports, [Grant(.informationClerk, in: 2)])
        let version = try await store.add(SampleReport("单位2", 2021), region: "某县").version
        #expect(version.organizationID == 2)
        let gone = try await store.withdraw(version.id, reason: "涉密", in: above, by: .account(supervisor.id), at: .sample)
        #expect(gone.withdrawal == .init(at: .sample, reason: "涉密", accountID: supervisor.id, isFromAbove: true))
        await #expect(throws: ReportStoreError.withdrawnAbove(number: 1)) {
            try await store.publish(version.id, in: own, by: .account(clerk.id), at: .sample)
        }
        #expect(try await store.version(version.id)?.state == .withdrawn)
        #expect(try await store.add(SampleReport("单位2", 2021), region: "某县") == .alreadyThere(gone))
        try await store.publish(version.id, in: above, by: .account(supervisor.id), at: .sample)
        // What the clerk withdraws herself she puts back.
        try await store.withdraw(version.id, reason: "有误", in: own, by: .account(clerk.id), at: .sample)
        #expect(try await store.publish(version.id, in: own, by: .account(clerk.id), at: .sample).isCurrent)
        let history = try await store.withdrawals(of: version.id)
        #expect(history.map(\.action) == ["report.withdrawn", "report.restored", "report.withdrawn", "report.restored"])
        #expect(history[0].actor == .account(supervisor.id) && history[0].facts["reason"] == .string("涉密"))
    }

    @Test("no version quotes a withdrawn one, not even one that was replaced")
    func withdrawnIsQuotedNowhere() async throws {
        let last = try await store.add(SampleReport("湖塘乡", 2020, carriedOver: 2)).version
        let replaced = try await store.add(SampleReport("湖塘乡", 2021, carriedIn: 1)).version
        let current = try await store.add(SampleReport("湖塘乡", 2021, received: 6, carriedIn: 1)).version
        func quoted() async throws -> [Int?] {
            var ids: [Int?] = []
            for id in [replaced.id, current.id] {
                ids += try #require(try await store.report(id)).findings.map(\.previousVersionID).filter { $0 != nil }
            }
            return ids
        }
        #expect(try await quoted().contains(last.id))
        try await store.withdraw(last.id, reason: "数字有误", by: .program, at: .sample)
        #expect(try await quoted() == [])
    }

    @Test("a draft that is dropped was never public and is not told")
    func dropped() async throws {
        let version = try await draft(SampleReport("湖塘乡", 2021))
        try await store.withdraw(version.id, reason: "传错了文件", by: .program, at: .sample)
        #expect(try await store.publicReport(version.id) == nil)
        #expect(try await store.report(version.id)?.worked == nil)
        await #expect(throws: ReportStoreError.withdrawn(number: 1)) {
            try await store.place(.requests(.granted), [], in: version.id, by: .program, at: .sample)
        }
    }

    @Test("an import on the command line is public at once, a draft of the same file too")
    func importing() async throws {
        let sample = SampleReport("湖塘乡", 2021)
        let version = try await draft(sample)
        let outcome = try await store.add(sample)
        #expect(outcome == .published(try #require(try await store.version(version.id))))
        #expect(outcome.version.isCurrent)
        #expect(try await draft(sample).id == version.id)
        #expect(try await store.version(version.id)?.state == .published)
        let other = try await store.add(SampleReport("河塘乡", 2021)).version
        #expect(other.isCurrent && other.publishedAt == .sample)
    }

    @Test("last year's findings rest on what is public: they come with publishing, change with putting back, go with withdrawing")
    func pairing() async throws {
        func carryForward(_ id: Int) async throws -> [Int?] {
            try #require(try await store.report(id)).findings.filter { $0.finding.rule == .carryForward }.map(\.previousVersionID)
        }
        let last = try await draft(SampleReport("湖塘乡", 2020, carriedOver: 2))
        let this = try await draft(SampleReport("湖塘乡", 2021, carriedIn: 1))
        #expect(try await carryForward(this.id) == [])
        try await store.publish(last.id, by: .program, at: .sample)
        // The clerk sees it before anything is public.
        #expect(try await carryForward(this.id) == [last.id, last.id])
        try await store.publish(this.id, by: .program, at: .sample)
        #expect(try await carryForward(this.id) == [last.id, last.id])
        let corrected = try await draft(SampleReport("湖塘乡", 2020, carriedOver: 1))
        #expect(try await carryForward(this.id) == [last.id, last.id])
        try await store.publish(corrected.id, by: .program, at: .sample)
        #expect(try await carryForward(this.id) == [])
        try await store.publish(last.id, by: .program, at: .sample)
        #expect(try await carryForward(this.id) == [last.id, last.id])
        try await store.withdraw(last.id, reason: "数字有误", by: .program, at: .sample)
        #expect(try await carryForward(this.id) == [])
    }

    @Test("rows are placed in the draft that waits, and stay a draft; in a public version they are public at once")
    func placing() async throws {
        func unplaced(_ received: Int) -> SampleReport {
            var sample = SampleReport("湖塘乡", 2021, received: received)
            sample.report.requests?.rows[2].state = .unplaced(found: ["1"])
            return sample
        }
        let row = try #require(unplaced(5).report.unplacedRows.first)
        let cells = row.columns.map { _ in Cell.count(0) }
        let old = try await store.add(unplaced(5)).version
        let waiting = try await draft(unplaced(6))
        await #expect(throws: ReportStoreError.superseded(newestNumber: 2, newestID: waiting.id)) {
            try await store.place(row.name, cells, in: old.id, by: .program, at: .sample)
        }
        let placed = try await store.place(row.name, cells, in: waiting.id, by: .program, at: .sample)
        #expect(placed.state == .draft && placed.number == 3)
        #expect(try await publicIDs() == [old.id])
        #expect(try await store.report(waiting.id)?.worked?.id == placed.id)
        try await store.withdraw(placed.id, reason: "不要了", by: .program, at: .sample)
        try await store.withdraw(waiting.id, reason: "不要了", by: .program, at: .sample)
        let public3 = try await store.place(row.name, cells, in: old.id, by: .program, at: .sample)
        #expect(public3.isCurrent)
        #expect(try await publicIDs() == [public3.id])
    }

    @Test("the desk lists each report by the version that is worked on")
    func desk() async throws {
        for (id, parent) in [(1, nil), (2, 1)] as [(Int, Int?)] { try await temporary.organization(id, parent: parent) }
        let scope = RightScope(.viewDeskReports, [Grant(.supervisor, in: 1)])
        let sample = SampleReport("单位2", 2021, received: 6)
        let old = try await store.importReport(
            SampleReport("单位2", 2021).report, file: SampleReport("单位2", 2021).file, region: "某县", at: .sample)
        func worked() async throws -> [Int] { try await store.overview(in: scope, year: 2021).compactMap(\.year.worked?.id) }
        #expect(try await worked() == [old.version.id])
        let new = try await store.importReport(sample.report, file: sample.file, region: "某县", asDraft: true, at: .sample)
        #expect(try await worked() == [new.version.id])
        try await store.publish(new.version.id, by: .program, at: .sample)
        #expect(try await worked() == [new.version.id])
    }

    @Test("of versions published at once one counts; what fails changes nothing")
    func atOnce() async throws {
        var ids: [Int] = []
        for received in 1...6 { ids.append(try await draft(SampleReport("湖塘乡", 2021, received: received)).id) }
        let store = store
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in ids { group.addTask { _ = try await store.publish(id, by: .program, at: .sample) } }
            try await group.waitForAll()
        }
        #expect(try await publicIDs().count == 1)
        #expect(try #require(try await store.report(ids[0])).versions.count(where: \.isCurrent) == 1)
        await #expect(throws: ReportStoreError.unknownVersion(99)) { try await store.publish(99, by: .program, at: .sample) }
        await #expect(throws: ReportStoreError.unknownVersion(99)) {
            try await store.withdraw(99, reason: "无", by: .program, at: .sample)
        }
    }
}
