import AnnualReport
import Database
import Law
import TestSupport
import Testing

@testable import Office
@testable import Reports

@Suite("Reports within somebody's reach", .opensDatabases)
struct ReportDeskTests {
    private let temporary: TemporaryRecords
    private var store: ReportStore { temporary.records.reports }

    /// A county (1) with a bureau (2) that has an office (3), and another county (4).
    init() async throws {
        temporary = try await TemporaryRecords()
        for (id, parent) in [(1, nil), (2, 1), (3, 2), (4, nil)] as [(Int, Int?)] { try await temporary.organization(id, parent: parent) }
    }

    /// The same grants answer alike, whether a list is asked for or one thing.
    @Test(
        "a list has what the right reaches, no more and no less",
        arguments: [
            ([Grant(.informationClerk, in: 2)], [2]), ([Grant(.supervisor, in: 2)], [2, 3]), ([Grant(.supervisor, in: 1)], [1, 2, 3]),
            ([Grant(.informationClerk, in: 4), Grant(.supervisor, in: 2)], [2, 3, 4]), ([Grant(.systemAdministrator)], []), ([], []),
        ] as [([Grant], [Int])])
    func reach(grants: [Grant], ids: [Int]) async throws {
        for id in 1...4 { try await store.add(SampleReport("单位\(id)", 2021), region: "某县") }
        let scope = RightScope(.viewDeskReports, grants)
        let list = try await store.overview(in: scope, year: 2021)
        #expect(list.map(\.organization.id) == ids && list.compactMap(\.year.worked?.organizationID) == ids)
        for id in 1...4 {
            let path = try await temporary.records.organizations.ancestors(id)
            #expect(Permission.may(.viewDeskReports, grants, on: path) == ids.contains(id))
        }
        #expect(try await store.years(in: scope) == (ids.isEmpty ? [] : [2021]))
        #expect(try await store.regions(in: scope) == (ids.isEmpty ? [] : ["某县"]))
    }

    @Test("a right that reaches the whole site lists all")
    func site() async throws {
        for id in 1...4 { try await store.add(SampleReport("单位\(id)", 2021), region: "某县") }
        var scope = RightScope(.viewDeskReports, [])
        scope.isSite = true
        #expect(try await store.overview(in: scope, year: 2021).compactMap(\.year.worked?.organizationID) == [1, 2, 3, 4])
    }

    @Test("rows that wait are counted, and gone once they are placed")
    func waiting() async throws {
        var sample = SampleReport("单位2", 2021)
        for i in sample.report.reviews?.rows.indices ?? 0..<0 { sample.report.reviews?.rows[i].state = .unplaced(found: ["1", "2"]) }
        sample.report.requests?.rows[2].state = .unplaced(found: ["1"])
        let version = try await store.add(sample, region: "某县").version
        try await store.add(SampleReport("单位3", 2021), region: "某县")
        let scope = RightScope(.placeRows, [Grant(.supervisor, in: 1)])
        #expect(try await store.unplacedRows(of: [version.id, version.id + 1]) == [version.id: 4])
        func waiting(_ scope: RightScope) async throws -> [Int?] {
            try await store.overview(in: scope, year: 2021).filter(\.year.hasUnplaced).map(\.year.worked?.id)
        }
        #expect(try await waiting(scope) == [version.id])
        #expect(try await waiting(RightScope(.placeRows, [Grant(.informationClerk, in: 3)])) == [])
        #expect(try await store.overview(in: scope, year: 2020).allSatisfy { $0.year.worked == nil })
        var id = version.id
        for row in sample.report.unplacedRows {
            id = try await store.place(row.name, row.columns.map { _ in .count(0) }, in: id, by: .program, at: .sample).id
        }
        #expect(try await waiting(scope) == [])
        #expect(try await store.unplacedRows(of: [id]) == [:])
    }

    @Test("a report is kept for the organization that it is of, and for nobody else")
    func owner() async throws {
        let sample = SampleReport("单位2", 2021)
        await #expect(throws: ReportStoreError.otherOrganization(name: "单位2")) {
            try await store.importReport(sample.report, file: sample.file, region: "某县", of: 3, at: .sample)
        }
        #expect(try await store.isEmpty())
        let kept = try await store.importReport(sample.report, file: sample.file, region: "某县", of: 2, at: .sample)
        #expect(kept.version.organizationID == 2)
    }

    @Test("who is missing, late, a draft, withdrawn or sent back stands with this year's and last year's report, in the order of the tree")
    func standings() async throws {
        let scope = RightScope(.viewDeskReports, [Grant(.supervisor, in: 1)])
        let last = try await store.add(SampleReport("单位2", 2020), region: "某县").version
        let this = try await store.add(SampleReport("单位2", 2021), region: "某县").version
        let sample = SampleReport("单位2", 2021, received: 6)
        let draft = try await store.importReport(sample.report, file: sample.file, region: "某县", asDraft: true, at: .sample).version
        let gone = try await store.add(SampleReport("单位3", 2021), region: "某县").version
        try await store.withdraw(gone.id, reason: "数字有误", by: .program, at: .sample)
        try await store.sendBack(draft.id, due: try .on("2022-03-20"), note: nil, by: .program, at: .sample)
        let list = try await store.overview(in: scope, year: 2021)
        #expect(list.map(\.organization.id) == [1, 2, 3] && list.map(\.level) == [0, 1, 2])
        let (lastDay, late, due) = (try Day.on("2022-01-31"), try Day.on("2022-02-01"), try Day.on("2022-03-20"))
        #expect(list[0].year.isMissing && list[0].year.isLate(on: late) && !list[0].year.isLate(on: lastDay))
        #expect(list[1].year.worked?.id == draft.id && list[1].year.isDraft && list[1].year.current?.id == this.id)
        #expect(list[1].year.sentBack?.due == due && list[1].yearBefore.worked?.id == last.id)
        #expect(list[2].year.worked == nil && list[2].year.withdrawn?.id == gone.id && list[2].year.isMissing)
    }

    @Test("who is missing for a past year is told by the tree of that year: not one that was founded since, and one that ended since")
    func pastTree() async throws {
        let scope = RightScope(.viewDeskReports, [Grant(.supervisor, in: 1)])
        try await temporary.records.database.write { db in
            try db.execute("update organization set ended = '2022-05-01', state = 'dissolved' where id = 2")
            try db.execute(
                "insert into organization_name (organization_id, number, region, name, key, since) values (3, 1, '某县', '单位3', '单位3', '2023-03-01')"
            )
        }
        func missing(_ year: Int) async throws -> [Int] {
            try await store.overview(in: scope, year: year).filter(\.year.isMissing).map(\.organization.id)
        }
        #expect(try await missing(2021) == [1, 2])
        #expect(try await missing(2022) == [1])
        #expect(try await missing(2023) == [1, 3])
        // The Regulation did not ask for it yet.
        #expect(try await missing(2018) == [])
        let years = try await store.overview(in: scope, years: [2021, 2023])
        #expect(years[2023]?.first { $0.organization.id == 3 }?.yearBefore.due == nil && years[2021]?.count == 2)
    }

    @Test("the day of towns and street offices is a setting: a report is judged by it when it comes, and all anew when it changes")
    func townDay() async throws {
        let records = temporary.records
        func report(_ name: String, year: Int = 2021) throws -> SampleReport {
            var sample = SampleReport(name, year)
            sample.report.narrative.publication = .init(day: try .on("\(year + 1)-02-10"), basis: .metadata, origin: Origin(line: 2))
            return sample
        }
        func set(_ day: String) async throws -> Int {
            let day = try #require(TownReportDay(day))
            try await records.settings.change(by: .program, at: .sample) { $0.townReportDay = day }
            return try await store.judgeByTownDay(at: .sample)
        }
        try await records.database.write { db in try db.execute("update organization set name = '松林镇', key = '松林镇' where id = 4") }
        let town = try await store.add(try report("松林镇"), region: "某县").version
        let bureau = try await store.add(try report("单位2"), region: "某县").version
        func late(_ versions: ReportVersion...) async throws -> [Bool] {
            var late: [Bool] = []
            for version in versions {
                late.append(try #require(try await store.report(version.id)).findings.contains { $0.finding.rule == .late })
            }
            return late
        }
        #expect(try await late(town, bureau) == [true, true])
        let before = try await store.revision()
        #expect(try await set("2月28日") == 1)
        // Pages that are kept are made anew.
        #expect(try await store.revision() != before)
        #expect(try await temporary.events("report.judgedAnew").count == 1)
        #expect(try await late(town, bureau) == [false, true])
        let later = try await store.add(try report("松林镇", year: 2022), region: "某县").version
        #expect(try await late(later) == [false])
        #expect(try await store.judgeByTownDay(at: .sample) == 0)
        #expect(try await set("1月31日") == 2)
        #expect(try await late(town, later, bureau) == [true, true, true])
        let stored = try #require(try await store.report(town.id))
        #expect(stored.findings.map(\.finding) == stored.report.findings())
    }

    @Test("a return is open until a later version is public, is replaced by a later one, and asks for a day that is not over")
    func returns() async throws {
        let first = try await store.add(SampleReport("单位2", 2021), region: "某县").version
        let (past, day) = (try Day.on("2022-02-28"), try Day.on("2022-03-09"))
        await #expect(throws: ReportStoreError.dueInThePast(past)) {
            try await store.sendBack(first.id, due: past, note: nil, by: .program, at: .sample)
        }
        try await store.sendBack(first.id, due: try .on("2022-03-01"), note: "请核对", by: .program, at: .sample)
        let second = try await store.sendBack(first.id, due: day, note: nil, by: .program, at: .sample)
        #expect(try await store.openReturn(of: first.id) == second)
        let corrected = try await store.add(SampleReport("单位2", 2021, received: 6), region: "某县").version
        #expect(try await store.openReturn(of: first.id) == nil)
        await #expect(throws: ReportStoreError.superseded(newestNumber: 2, newestID: corrected.id)) {
            try await store.sendBack(first.id, due: day, note: nil, by: .program, at: .sample)
        }
        // What closed it was withdrawn: the correction is asked for again.
        try await store.withdraw(corrected.id, reason: "数字有误", by: .program, at: .sample)
        #expect(try await store.openReturn(of: first.id) == second)
        try await store.endReturn(first.id, by: .program, at: .sample)
        #expect(try await store.openReturn(of: first.id) == nil)
        #expect(try await temporary.events("report.sent-back").count == 2)
        #expect(try await temporary.events("report.return-ended").count == 1)
    }

    private func upload(_ files: [[UInt8]], by account: Account) async throws -> ReportUpload {
        let id = try await store.recordUpload(files.map { SentFile(name: "a.txt", content: .success($0)) }, by: account.id, at: .sample)
        return try #require(try await store.upload(id, of: account.id))
    }

    @Test("an upload is written down before any of its files is read; each file's outcome is somebody's own to see")
    func uploads() async throws {
        let account = try await temporary.account("zhang")
        let other = try await temporary.account("wang")
        let version = try await store.add(SampleReport("单位2", 2021), region: "某县").version
        let id = try await store.recordUpload(
            [
                SentFile(name: "a.txt", content: .success([1])), SentFile(name: "b.txt", content: .failure(.init("坏了"))),
                SentFile(name: "c.txt", content: .success([3])),
            ], by: account.id, at: .sample)
        func outcomes() async throws -> [UploadOutcome]? { try await store.upload(id, of: account.id)?.files.map(\.outcome) }
        let hash = FileStore.sha256
        #expect(try await outcomes() == [.waiting(sha256: hash([1])), .refused(reason: "坏了"), .waiting(sha256: hash([3]))])
        #expect(try await store.upload(id, of: other.id) == nil)
        #expect(try await store.openUploads(of: account.id).map(\.files) == [2])
        try await store.update(.unclear(organization: "某镇", year: nil, sha256: hash([3])), file: 3, of: id)
        try await store.update(.known(versionID: version.id), file: 1, of: id)
        #expect(
            try await outcomes() == [
                .known(versionID: version.id), .refused(reason: "坏了"), .unclear(organization: "某镇", year: nil, sha256: hash([3])),
            ])
        #expect(try await store.openUploads(of: account.id).map(\.files) == [1])
    }

    @Test("the first word on an uploaded file stands: a second one changes nothing, and no draft is kept beside it")
    func firstWord() async throws {
        try await temporary.organization(2)
        let account = try await temporary.account("zhang")
        let sample = SampleReport("单位2", 2021)
        let dropped = try await upload([sample.file], by: account)
        #expect(try await store.update(.refused(reason: "不要"), file: 1, of: dropped.id))
        #expect(try await store.update(.waiting(sha256: FileStore.sha256(sample.file)), file: 1, of: dropped.id) == false)
        await #expect(throws: ReportStoreError.decidedElsewhere) {
            try await store.importReport(
                sample.report, file: sample.file, region: "某县", of: nil, asDraft: true,
                settling: UploadSlot(uploadID: dropped.id, number: 1), at: .sample)
        }
        #expect(try await store.isEmpty())
        #expect(try await store.upload(dropped.id, of: account.id)?.files[0].outcome == .refused(reason: "不要"))
        let kept = try await upload([sample.file], by: account)
        let slot = UploadSlot(uploadID: kept.id, number: 1)
        let version = try await store.importReport(
            sample.report, file: sample.file, region: "某县", asDraft: true, settling: slot, at: .sample
        ).version
        #expect(try await store.update(.refused(reason: "不要"), file: 1, of: kept.id) == false)
        #expect(try await store.upload(kept.id, of: account.id)?.files[0].outcome == .kept(versionID: version.id))
        #expect(try await store.file(version.sha256) == sample.file)
    }

    @Test("the bytes of a dropped file are gone, but not while anything else refers to them")
    func droppedBytes() async throws {
        let account = try await temporary.account("zhang")
        let sample = SampleReport("单位2", 2021)
        let twice = try await upload([[7, 7], [7, 7], sample.file], by: account)
        let hash = FileStore.sha256([7, 7])
        try await store.update(.refused(reason: "不要"), file: 1, of: twice.id)
        #expect(try await store.file(hash) == [7, 7])
        try await store.update(.refused(reason: "不要"), file: 2, of: twice.id)
        await #expect(throws: FileStoreError.unknownFile(sha256: hash)) { try await store.file(hash) }
        let version = try await store.add(sample, region: "某县").version
        try await store.update(.refused(reason: "不要"), file: 3, of: twice.id)
        #expect(try await store.file(version.sha256) == sample.file)
    }

    @Test("a file that is dropped while the same one is uploaded is never lost")
    func droppingRaces() async throws {
        let account = try await temporary.account("zhang")
        let store = store
        for round in UInt8(0)..<12 {
            let bytes: [UInt8] = [9, round]
            let first = try await upload([bytes], by: account)
            async let gone = store.update(.refused(reason: "不要"), file: 1, of: first.id)
            async let id = store.recordUpload([SentFile(name: "a.txt", content: .success(bytes))], by: account.id, at: .sample)
            _ = try await (gone, id)
            #expect(try await store.file(FileStore.sha256(bytes)) == bytes)
        }
    }

    @Test("what waits for one person is bounded, and a refused upload keeps nothing")
    func waitingIsBounded() async throws {
        let account = try await temporary.account("zhang")
        let large = [UInt8](repeating: 65, count: 16 << 20)
        let sent = SentFile(name: "a.txt", content: .success(large))
        await #expect(throws: ReportStoreError.tooMuchWaiting(bytes: 0)) {
            try await store.recordUpload(Array(repeating: sent, count: 17), by: account.id, at: .sample)
        }
        await #expect(throws: FileStoreError.unknownFile(sha256: FileStore.sha256(large))) {
            try await store.file(FileStore.sha256(large))
        }
        _ = try await store.recordUpload([sent], by: account.id, at: .sample)
        await #expect(throws: ReportStoreError.tooMuchWaiting(bytes: 16 << 20)) {
            try await store.recordUpload(Array(repeating: sent, count: 16), by: account.id, at: .sample)
        }
    }
}
