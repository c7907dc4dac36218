import AnnualReport
import Database
import TestSupport
import Testing

@testable import Office

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
        let list = try await store.summaries(in: scope)
        #expect(list.items.map(\.version.organizationID).sorted() == ids && list.total == ids.count)
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
        #expect(try await store.summaries(in: scope, limit: 3).items.count == 3)
        #expect(try await store.summaries(in: scope, limit: 3).total == 4)
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
        #expect(try await store.waitingReports(in: scope) == 1)
        #expect(try await store.waitingReports(in: RightScope(.placeRows, [Grant(.informationClerk, in: 3)])) == 0)
        #expect(try await store.summaries(in: scope, waitingOnly: true).items.map(\.version.id) == [version.id])
        #expect(try await store.summaries(in: scope, year: 2020).total == 0)
        var id = version.id
        for row in sample.report.unplacedRows {
            id = try await store.place(row.name, row.columns.map { _ in .count(0) }, in: id, by: .program, at: .sample).id
        }
        #expect(try await store.waitingReports(in: scope) == 0)
        #expect(try await store.unplacedRows(of: [id]) == [:])
    }

    @Test("whose report it is, is known before anything is kept; it is kept for nobody else")
    func owner() async throws {
        let sample = SampleReport("单位2", 2021)
        #expect(try await store.owner(of: sample.report, region: "某县")?.id == 2)
        #expect(try await store.owner(of: SampleReport("某县单位2", 2021).report, region: "某县")?.id == 2)
        #expect(try await store.owner(of: sample.report, region: "别县") == nil)
        #expect(try await store.owner(of: SampleReport(nil, 2021).report, region: "某县") == nil)
        await #expect(throws: ReportStoreError.otherOrganization(name: "单位2")) {
            try await store.importReport(sample.report, file: sample.file, region: "某县", of: 3, at: .sample)
        }
        #expect(try await store.isEmpty())
        let kept = try await store.importReport(sample.report, file: sample.file, region: "某县", of: 2, at: .sample)
        #expect(kept.version.organizationID == 2)
    }
}
