import AnnualReport
import TestSupport
import Testing

@testable import Office

/// Whose report a file is: the printed name, or somebody's word.
@Suite("Owners of uploaded reports", .opensDatabases)
struct ReportOwnerTests {
    private let office: TemporaryOffice
    private var store: ReportStore { office.records.reports }
    private let county: Int, bureau: Int, other: Int, town: Int, otherBureau: Int

    /// A county with a bureau and a town under its full name, and another county with a bureau of the same name.
    init() async throws {
        office = try await TemporaryOffice()
        county = try await office.add("青溪县", .county)
        bureau = try await office.add("水利局", .bureau, under: county)
        town = try await office.add("白马镇", .town, under: county)
        other = try await office.add("云山县", .county)
        otherBureau = try await office.add("云山县水利局", .bureau, under: other)
    }

    private func scope(_ grants: Grant...) -> RightScope { RightScope(.importReports, grants) }
    private func owners(_ name: String?, _ scope: RightScope) async throws -> (within: [Int], beyond: [Int]) {
        let owners = try await store.owners(of: SampleReport(name, 2021).report, in: scope)
        return (owners.within.map(\.id), owners.beyond.map(\.id))
    }

    @Test("a name is found in whatever region it is borne, with the region before it or without; others' is told as theirs")
    func names() async throws {
        let clerk = scope(Grant(.informationClerk, in: bureau))
        for name in ["水利局", "青溪县水利局", "青溪县 水利局"] {
            #expect(try await owners(name, clerk) == ([bureau], []), "\(name)")
        }
        #expect(try await owners("白马镇人民政府", clerk) == ([], [town]))
        #expect(try await owners("青溪县人民政府", clerk).within.isEmpty)
        #expect(try await owners("没有的局", clerk) == ([], []))
        #expect(try await owners(nil, clerk) == ([], []))
        let both = scope(Grant(.supervisor, in: county), Grant(.supervisor, in: other))
        #expect(Set(try await owners("水利局", both).within) == [bureau, otherBureau])
        #expect(try await owners("青溪县水利局", both).within == [bureau])
        #expect(try await owners("云山县水利局", both).within == [otherBureau])
        // The command line finds it by the same names.
        for (name, year) in [("水利局", 2020), ("云山县水利局", 2021)] {
            #expect(try await store.add(SampleReport(name, year), region: "云山县").version.organizationID == otherBureau, "\(name)")
        }
    }

    @Test("by her word another name is her organization's: kept once with an event, and never asked again")
    func word() async throws {
        let clerk = scope(Grant(.informationClerk, in: bureau))
        let sample = SampleReport("青溪水务", 2021)
        #expect(try await owners("青溪水务", clerk) == ([], []))
        await #expect(throws: ReportStoreError.otherOrganization(name: "青溪水务")) {
            try await store.importReport(sample.report, file: sample.file, region: "青溪县", of: bureau, at: .sample)
        }
        #expect(try await store.isEmpty())
        let kept = try await store.importReport(
            sample.report, file: sample.file, region: "青溪县", of: bureau, onWord: true, asDraft: true, at: .sample)
        #expect(kept.version.organizationID == bureau && kept.version.organization == "青溪水务")
        #expect(try await store.alias("青溪 水务", of: bureau)?.name == "青溪水务")
        #expect(try await store.alias("青溪水务", of: town) == nil)
        let next = SampleReport("青溪水务", 2022)
        #expect(try await owners("青溪水务", clerk).within == [bureau])
        #expect(try await owners("青溪水务", scope(Grant(.informationClerk, in: town))).within == [])
        let second = try await store.importReport(next.report, file: next.file, region: "青溪县", of: bureau, onWord: true, at: .sample)
        #expect(second.version.organizationID == bureau)
        // On the command line the same name is the same organization, too.
        let third = SampleReport("青溪水务", 2023)
        #expect(try await store.importReport(third.report, file: third.file, region: "青溪县", at: .sample).version.organizationID == bureau)
        #expect(try await office.actions().filter { $0 == "organization.nameConfirmed" }.count == 1)
        #expect(try await office.chainHolds())
    }

    @Test("a name that an organization of the tree bears is that one's, whatever somebody said before")
    func nameBeforeWord() async throws {
        let sample = SampleReport("青溪水务", 2021)
        try await store.importReport(sample.report, file: sample.file, region: "青溪县", of: bureau, onWord: true, at: .sample)
        let water = try await office.add("青溪水务", .bureau, under: county)
        #expect(try await owners("青溪水务", scope(Grant(.supervisor, in: county))).within == [water])
    }

    @Test("a very long name is looked up within bounds")
    func longName() async throws {
        let name = String(repeating: "水", count: 100_000) + "局"
        #expect(try await owners(name, scope(Grant(.supervisor, in: county))) == ([], []))
    }
}
