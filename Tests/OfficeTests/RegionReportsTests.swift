import AnnualReport
import Foundation
import Law
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// Which reports stand for a region, told from the tree as it was in the year: on both engines.
@Suite("The reports of a region", .opensDatabases)
struct RegionReportsTests {
    private let office: TemporaryOffice
    private var store: ReportStore { office.records.reports }
    private let received = CellName(.requests(.received), .applicant(.total))

    init() async throws {
        office = try await TemporaryOffice()
    }

    /// A city with a bureau, and a county with a bureau (whose station is in it) and two towns.
    private func seed() async throws -> (city: Int, county: Int, police: Int, bridge: Int, pines: Int) {
        let city = try await office.add("云泽市", .city)
        try await office.add("市水务局", .bureau, under: city)
        let county = try await office.add("青溪县", .county, under: city)
        let police = try await office.add("县公安局", .bureau, under: county)
        try await office.add("石桥派出所", .office, under: police)
        let bridge = try await office.add("石桥镇", .town, under: county)
        return (city, county, police, bridge, try await office.add("松林镇", .town, under: county))
    }

    private func keep(_ name: String, _ count: Int, _ year: Int = 2022, in region: String = "青溪县") async throws {
        try await store.add(SampleReport(name, year, received: count), region: region)
    }

    private func sum(_ region: String, _ year: Int = 2022) async throws -> Int? {
        try await store.merged(region, year: year).merged.requests?[.received]?[.applicant(.total)]?.cell.count
    }

    @Test("a county that publishes a total is not added to its towns, and stands beside their sum")
    func county() async throws {
        _ = try await seed()
        try await keep("青溪县", 78)
        try await keep("石桥镇", 5)
        try await keep("松林镇人民政府", 4)
        let (merged, reports) = try await store.merged("青溪县", year: 2022)
        #expect(try await sum("青溪县") == 9)
        #expect(merged.counted == 2 && merged.own?.organization == "青溪县" && merged.differing[received] == .count(78))
        #expect(merged.missing == ["县公安局"] && reports.isFromTree && reports.government == "青溪县")
        #expect(reports.own?.organization == "青溪县" && reports.figures.count == 2)
        #expect(reports.missing.map(\.names) == [["县公安局"]] && reports.missing[0].above == nil)
        #expect(try await store.totals(of: reports.figures)[received] == CellTotal(sum: 9, reports: 2))
    }

    @Test("further up a county's own report stands for all below it, and their sum only where it has none")
    func city() async throws {
        _ = try await seed()
        try await keep("市水务局", 2, in: "云泽市")
        try await keep("石桥镇", 5)
        try await keep("松林镇", 4)
        #expect(try await sum("云泽市") == 11)
        let without = try await store.regionReports("云泽市", year: 2022)
        #expect(without.missing.map(\.names) == [["青溪县"], ["县公安局"]] && without.missing.map(\.above) == [nil, "青溪县"])
        try await keep("青溪县", 78)
        #expect(try await sum("云泽市") == 80)
        #expect(try await store.regionReports("云泽市", year: 2022).missing.isEmpty)
    }

    @Test("a branch's report is in its bureau's; a body that is not in the tree is left out and told")
    func leftOut() async throws {
        _ = try await seed()
        try await keep("县公安局", 3)
        try await keep("石桥派出所", 1)
        try await keep("云岭乡", 9)
        let merged = try await store.merged("青溪县", year: 2022).merged
        #expect(try await sum("青溪县") == 3)
        #expect(Set(merged.leftOut.map(\.reason)) == [.covered(by: "县公安局"), .notInTree])
    }

    @Test("a region whose only report is the government's own has that for its figures")
    func ownAlone() async throws {
        _ = try await seed()
        try await keep("青溪县", 78)
        let (merged, reports) = try await store.merged("青溪县", year: 2022)
        #expect(merged.counted == 0 && merged.own != nil && merged.differing.isEmpty)
        #expect(try await store.totals(of: reports.figures)[received]?.sum == 78)
    }

    @Test("who is missing is told from the tree as it was in that year")
    func years() async throws {
        let ids = try await seed()
        let later = Date.sample.addingTimeInterval(4 * 365 * 86_400)
        try await office.organizations.rename(ids.bridge, to: "大桥镇", since: try .on("2022-07-01"), basis: nil, by: .program, at: later)
        try await office.organizations.dissolve(ids.pines, since: try .on("2022-12-31"), basis: nil, by: .program, at: later)
        try await keep("县公安局", 3, 2021)
        try await keep("县公安局", 3)
        #expect(try await store.regionReports("青溪县", year: 2021).missing.flatMap(\.names) == ["石桥镇", "松林镇"])
        #expect(try await store.regionReports("青溪县", year: 2022).missing.flatMap(\.names) == ["大桥镇"])
    }

    @Test("without a tree those count that reported in any year, and names tell who covers whom")
    func noTree() async throws {
        try await keep("石桥镇", 5)
        try await keep("青溪县", 78)
        try await keep("松林镇", 4, 2021)
        let (merged, reports) = try await store.merged("青溪县", year: 2022)
        #expect(try await sum("青溪县") == 5)
        #expect(!reports.isFromTree && merged.missing == ["松林镇"] && merged.own?.organization == "青溪县")
        #expect(try await store.merged("没有的县", year: 2022).reports.versions.isEmpty)
    }

    @Test("the name of a folder is no place, and the usual one is the highest government's")
    func places() async throws {
        try await keep("太阳镇", 1, in: "实例")
        try await keep("白鹭镇", 1, in: "白湖县")
        #expect(try await store.places() == ["白湖县"])
        #expect(try await store.usualPlace() == "白湖县")
        _ = try await seed()
        try await keep("石桥镇", 5, 2021)
        #expect(try await store.places() == ["白湖县", "青溪县"])
        #expect(try await store.usualPlace() == "青溪县")
        #expect(try await store.places(year: 2022) == ["白湖县"])
        #expect(try await store.usualPlace(year: 2022) == "白湖县")
    }

    @Test("the list that is exported makes the same merge on the command line")
    func sheet() async throws {
        _ = try await seed()
        let names = ["青溪县", "青溪县石桥镇人民政府", "青溪县公安局", "云岭乡"]
        let reports = names.map { SampleReport($0, 2022).report }
        let scope = try await office.organizations.sheet().mergeScope(of: reports, name: "青溪县")
        let merged = Merging.merge(reports, name: "青溪县", year: 2022, scope: scope)
        #expect(merged.counted == 2 && merged.missing == ["松林镇"])
        #expect(merged.leftOut.map(\.reason) == [.head, .notInTree])
        let city = try await office.organizations.sheet().mergeScope(of: reports, name: "云泽市人民政府")
        #expect(
            Merging.merge(reports, name: "云泽市", year: 2022, scope: city).leftOut.map(\.reason) == [
                .covered(by: "青溪县"), .covered(by: "青溪县"), .notInTree,
            ])
    }

    @Test("a superior is followed step by step: a list whose rows all bear one name, each with a long path of it, does not try every way")
    func hostilePaths() throws {
        let path = "乙/" + Array(repeating: "甲", count: 20).joined(separator: "/")
        let rows = (1...200).map { _ in ",甲,\(path),局" }
        let sheet = try OrganizationSheet(Array((["编码,名称,上级机构,类别"] + rows).joined(separator: "\n").utf8), name: "a.csv")
        #expect {
            _ = try sheet.mergeScope(of: [], name: "甲")
        } throws: { error in
            guard case OrganizationSheetError.problems(let problems)? = error as? OrganizationSheetError else { return false }
            return problems.count == 200
        }
    }

    @Test("a path is cut at its slashes even where a combining mark follows one")
    func combiningSlash() throws {
        let csv = "上级机构,名称,类别\n,甲县,县\n甲县,\u{301}公安局,局\n甲县/\u{301}公安局,派出所,派出机构\n"
        let scope = try OrganizationSheet(Array(csv.utf8), name: "a.csv").mergeScope(of: [], name: "甲县")
        #expect(scope.tree.map(\.parentID) == [nil, 2, 3])
    }

    @Test("a list that names a superior that is not there, or twice there, is refused with its row")
    func badSheet() throws {
        let csv = "上级机构,名称,类别\n没有的县,石桥镇,乡镇\n,甲县,县\n,乙县,县\n甲县,公安局,局\n乙县,公安局,局\n公安局,派出所,派出机构\n甲县/公安局,户籍科,科室\n"
        let sheet = try OrganizationSheet(Array(csv.utf8), name: "a.csv")
        #expect {
            _ = try sheet.mergeScope(of: [], name: "甲县")
        } throws: { error in
            guard case OrganizationSheetError.problems(let problems)? = error as? OrganizationSheetError else { return false }
            return problems.map(\.row) == [2, 7]
        }
    }
}
