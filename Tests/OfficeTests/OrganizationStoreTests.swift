import Database
import Formats
import Foundation
import Law
import TestSupport
import Testing

@testable import Office
@testable import Reports

@Suite("The tree of organizations", .opensDatabases)
struct OrganizationStoreTests {
    private let office: TemporaryOffice
    private var store: OrganizationStore { office.organizations }

    init() async throws {
        office = try await TemporaryOffice()
    }

    /// A county with two bureaus, a town and an office of the first bureau.
    private func seed() async throws -> (county: Int, water: Int, schools: Int, town: Int, station: Int) {
        let county = try await office.add("青溪县人民政府", .county)
        let water = try await office.add("水利局", .bureau, under: county, code: "qx01")
        let schools = try await office.add("教育局", .bureau, under: county)
        let town = try await office.add("石桥镇", .town, under: county)
        return (county, water, schools, town, try await office.add("河道站", .office, under: water))
    }

    private func details(_ id: Int) async throws -> OrganizationDetails {
        try #require(try await store.details(id))
    }

    @Test("stands in order, each right behind its parent, with its level and its region")
    func order() async throws {
        let ids = try await seed()
        let tree = try await store.tree()
        #expect(tree.nodes.map(\.organization.id) == [ids.county, ids.water, ids.station, ids.schools, ids.town])
        #expect(tree.nodes.map(\.level) == [0, 1, 2, 1, 1])
        #expect(Set(tree.nodes.map(\.organization.region)) == ["青溪县"])
        #expect(try await store.ancestors(ids.station) == [ids.station, ids.water, ids.county])
        #expect(try await store.descendants(ids.county).map(\.id) == [ids.water, ids.schools, ids.town, ids.station])
        #expect(try await store.organization(code: "QX01")?.id == ids.water)
        #expect(try await details(ids.station).above.map(\.id) == [ids.county, ids.water])
        #expect(try await office.actions() == Array(repeating: "organization.created", count: 5))
    }

    @Test("takes in one that is known from its reports, and keeps them")
    func filing() async throws {
        let report = try await office.records.reports.add(SampleReport("石桥镇", 2021), region: "青溪县").version
        let unfiled = try #require(try await store.unfiled().first)
        let county = try await office.add("青溪县", .county)
        #expect(try await office.add("石桥镇人民政府", .town, under: county) == unfiled.id)
        #expect(try await store.unfiled().isEmpty)
        #expect(try await details(unfiled.id).reports == 1)
        #expect(try await office.actions() == ["organization.found", "report.imported", "organization.created", "organization.filed"])
        // A report that prints the name otherwise changes nothing now.
        let again = try await office.records.reports.add(SampleReport("石桥镇", 2022), region: "青溪县").version
        #expect(again.id != report.id)
        #expect(try await details(unfiled.id).organization.name == "石桥镇人民政府")
        #expect(try await details(unfiled.id).reports == 2)
    }

    // MARK: Refusals

    @Test("refuses what cannot be, in words, and changes nothing")
    func refusals() async throws {
        let ids = try await seed()
        let events = try await office.actions().count
        let store = store
        let today = Day(inChina: .sample)
        func refused(_ expected: OrganizationError, _ body: () async throws -> Void) async throws {
            do {
                try await body()
                Issue.record("not refused: \(expected)")
            } catch let error as OrganizationError {
                #expect(error == expected)
                #expect(error.description.hasSuffix("。"))
            }
        }
        func add(_ draft: OrganizationDraft) async throws { try await store.add(draft, by: .program, at: .sample) }
        try await refused(.nameMissing) { try await add(.init(name: " 　", kind: .bureau)) }
        try await refused(.nameUnfit("甲/乙")) { try await add(.init(name: "甲/乙", kind: .bureau)) }
        try await refused(.unknown(id: 99)) { try await add(.init(name: "甲", kind: .bureau, parentID: 99)) }
        try await refused(.nameTaken(name: "水 利局", region: "青溪县", holder: ids.water, isUnfiled: false)) {
            try await add(.init(name: "水 利局", kind: .bureau, parentID: ids.county))
        }
        try await refused(.codeTaken(code: "QX01", holder: "水利局")) {
            try await add(.init(name: "甲", kind: .bureau, parentID: ids.county, code: "qx01"))
        }
        try await refused(.codeUnfit("A-1")) { try await add(.init(name: "甲", kind: .bureau, code: "A-1")) }
        try await refused(.placeUnfit(name: "甲县", kind: .county, parent: "石桥镇")) {
            try await add(.init(name: "甲县", kind: .county, parentID: ids.town))
        }
        let code = try #require(Jurisdiction("360121"))
        try await refused(.jurisdictionUnfit(code, .town)) {
            try await add(.init(name: "甲", kind: .town, parentID: ids.county, jurisdiction: code))
        }
        try await refused(.cycle(name: "水利局", under: "河道站")) {
            try await store.move(ids.water, under: ids.station, by: .program, at: .sample)
        }
        try await refused(.cycle(name: "水利局", under: "水利局")) {
            try await store.move(ids.water, under: ids.water, by: .program, at: .sample)
        }
        try await refused(.placeUnfit(name: "河道站", kind: .office, parent: nil)) {
            try await store.move(ids.station, under: nil, by: .program, at: .sample)
        }
        try await refused(.childUnfit(name: "青溪县人民政府", child: "石桥镇")) {
            try await store.edit(ids.county, to: .init(kind: .bureau, contact: .init()), by: .program, at: .sample)
        }
        try await refused(.notEmpty(name: "水利局", below: ["河道站"])) {
            try await store.dissolve(ids.water, since: today, basis: nil, by: .program, at: .sample)
        }
        try await refused(.notEmpty(name: "水利局", below: ["河道站"])) {
            try await store.merge(ids.water, into: ids.schools, since: today, basis: nil, by: .program, at: .sample)
        }
        try await refused(.intoItself(name: "教育局")) {
            try await store.merge(ids.schools, into: ids.schools, since: today, basis: nil, by: .program, at: .sample)
        }
        try await refused(.dayAhead(today.adding(1))) {
            try await store.dissolve(ids.schools, since: today.adding(1), basis: nil, by: .program, at: .sample)
        }
        try await refused(.nameSame("教育局")) {
            try await store.rename(ids.schools, to: "教育局", since: today, basis: nil, by: .program, at: .sample)
        }
        try await refused(.contact(.postcode, message: "邮编应为 6 位数字，现在是「3300」。")) {
            try await store.edit(
                ids.schools, to: .init(kind: .bureau, contact: .init([.postcode: "3300"])), by: .program, at: .sample)
        }
        try await refused(.leader("负责人应写明职务或者姓名。")) {
            try await store.setLeaders(ids.schools, [Leader(duties: "全面工作")], by: .program, at: .sample)
        }
        #expect(try await office.actions().count == events)
        #expect(try await store.tree().nodes.allSatisfy { $0.organization.state == .active })
    }

    @Test("is not deeper than its limit, whether by adding or by moving")
    func depth() async throws {
        var last = try await office.add("甲局", .bureau)
        for n in 2...OrganizationRule.deepest { last = try await office.add("科\(n)", .office, under: last) }
        await #expect(throws: OrganizationError.tooDeep(name: "底")) { try await office.add("底", .office, under: last) }
        let other = try await office.add("乙局", .bureau)
        let below = try await office.add("乙科", .office, under: other)
        let middle = try await store.ancestors(last)[1]
        await #expect(throws: OrganizationError.tooDeep(name: "乙局")) {
            try await store.move(other, under: middle, by: .program, at: .sample)
        }
        try await store.move(below, under: middle, by: .program, at: .sample)
        #expect(try await store.ancestors(below).count == OrganizationRule.deepest)
    }

    // MARK: Editing

    @Test("an edit records the names of what changed, values that reach a person sealed; the same again nothing")
    func editing() async throws {
        let ids = try await seed()
        let edit = OrganizationEdit(
            kind: .bureau, jurisdiction: Jurisdiction("360121"), code: "QX02",
            contact: .init([.phone: " 0790-1234567 ", .website: "https://example.invalid/", .fax: " "]))
        #expect(try await store.edit(ids.schools, to: edit, by: .account(7), at: .sample))
        #expect(try await !store.edit(ids.schools, to: edit, by: .account(7), at: .sample))
        let event = try #require(try await store.history(of: ids.schools).first)
        #expect(event.action == "organization.edited" && event.actor == .account(7) && event.isSealed)
        #expect(event.fields == ["jurisdiction", "code", "phone", "website"])
        #expect(!event.facts.description.contains("1234567"))
        #expect(event.facts["code"] == ["from": .null, "to": "QX02"])
        let details = try await details(ids.schools)
        #expect(details.contact[.phone] == "0790-1234567" && details.contact[.fax] == nil)
        #expect(details.organization.jurisdiction?.code == "360121")
    }

    @Test("leaders stay in their order; their names stand in no event in clear")
    func leaders() async throws {
        let ids = try await seed()
        let leaders = [Leader(name: "某甲", title: "局长", duties: "主持全面工作"), Leader(title: "副局长", duties: "分管／信息公开")]
        #expect(try await store.setLeaders(ids.water, leaders, by: .program, at: .sample))
        #expect(try await !store.setLeaders(ids.water, leaders, by: .program, at: .sample))
        #expect(try await details(ids.water).leaders == leaders)
        let event = try #require(try await store.history(of: ids.water).first)
        #expect(event.action == "organization.leadersEdited" && event.isSealed && event.facts["count"] == .number("2"))
        let texts = try await office.records.database.read { db in
            try db.rows("select fields, facts from audit_event").map { try $0.text("fields") + $0.text("facts") }
        }
        #expect(texts.allSatisfy { !$0.contains("某甲") })
        let audit = office.records.audit
        let personal = try await office.records.database.read { db in try audit.personal(event.sequence, db)?.map(\.value) }
        #expect(personal == ["局长/某甲/主持全面工作\n副局长//分管/信息公开"])
    }

    // MARK: Names

    @Test("a renamed one is found by both names, and has both in its history")
    func renaming() async throws {
        let ids = try await seed()
        try await store.rename(
            ids.schools, to: "教育体育局", since: try .on("2021-06-01"), basis: "青办〔2021〕3号", by: .program, at: .sample)
        #expect(try await store.find("教育局").id == ids.schools)
        #expect(try await store.find("教育体育局").id == ids.schools)
        #expect(try await store.search("育局") == [ids.schools])
        #expect(
            try await details(ids.schools).names == [
                NamePeriod(region: "青溪县", name: "教育体育局", since: try .on("2021-06-01"), until: nil, basis: "青办〔2021〕3号"),
                NamePeriod(region: "青溪县", name: "教育局", since: nil, until: try .on("2021-06-01"), basis: nil),
            ])
        await #expect(throws: OrganizationError.dayTooEarly(try .on("2021-05-31"), before: try .on("2021-06-01"))) {
            try await store.rename(
                ids.schools, to: "教体局", since: try .on("2021-05-31"), basis: nil, by: .program, at: .sample)
        }
        // The old name is free for another, who is then the one that is meant.
        let new = try await office.add("教育局", .bureau, under: ids.county)
        #expect(try await store.find("教育局").id == new)
        await #expect(throws: OrganizationError.nameTaken(name: "水利局", region: "青溪县", holder: ids.water, isUnfiled: false)) {
            try await store.rename(ids.schools, to: "水利局", since: try .on("2022-01-01"), basis: nil, by: .program, at: .sample)
        }
    }

    @Test("reports go to who bore the printed name in their year")
    func reportsByName() async throws {
        let ids = try await seed()
        try await store.rename(ids.schools, to: "教育体育局", since: try .on("2019-06-01"), basis: nil, by: .program, at: .sample)
        let new = try await office.add("教育局", .bureau, under: ids.county)
        func bearer(_ name: String, _ year: Int?) async throws -> Int {
            let id = try await office.records.reports.add(SampleReport(name, year), region: "青溪县").version.id
            return try await office.records.database.read { db in
                try #require(try db.row("select organization_id as id from report_version where id = \(id)")).int("id")
            }
        }
        #expect(try await bearer("教育局", 2018) == ids.schools)
        #expect(try await bearer("教育局", 2020) == new)
        #expect(try await bearer("教育体育局", 2020) == ids.schools)
        // Never its name in that year; it is its name all the same.
        #expect(try await bearer("教育体育局", 2017) == ids.schools)
        #expect(try await bearer("教育局", nil) == new)
        #expect(try await details(new).organization.name == "教育局")
        #expect(try await store.unfiled().isEmpty)
    }

    @Test("a name that only reports bear is told as such when another takes it")
    func unfiledName() async throws {
        let ids = try await seed()
        try await office.records.reports.add(SampleReport("教体局", 2021), region: "青溪县")
        let unfiled = try #require(try await store.unfiled().first).id
        let taken = OrganizationError.nameTaken(name: "教体局", region: "青溪县", holder: unfiled, isUnfiled: true)
        await #expect(throws: taken) {
            try await store.rename(ids.schools, to: "教体局", since: try .on("2021-01-01"), basis: nil, by: .program, at: .sample)
        }
        try await store.merge(unfiled, into: ids.schools, since: try .on("2021-01-01"), basis: nil, by: .program, at: .sample)
        try await store.rename(ids.schools, to: "教体局", since: try .on("2021-01-01"), basis: nil, by: .program, at: .sample)
        #expect(try await store.find("教体局").id == ids.schools)
        #expect(try await details(unfiled).reports == 1)
    }

    // MARK: Places and ends

    @Test("one that moves to another region is found there with all below it, and its old reports here")
    func movingBetweenRegions() async throws {
        let ids = try await seed()
        let other = try await office.add("云山县", .county)
        #expect(try await store.move(ids.water, under: other, by: .program, at: .sample))
        #expect(try await !store.move(ids.water, under: other, by: .program, at: .sample))
        #expect(try await store.organization(ids.station)?.region == "云山县")
        #expect(try await details(ids.water).names.map(\.region) == ["云山县", "青溪县"])
        let old = try await office.records.reports.add(SampleReport("水利局", 2019), region: "青溪县").version
        let new = try await office.records.reports.add(SampleReport("水利局", 2023), region: "云山县").version
        #expect(old.id != new.id)
        #expect(try await details(ids.water).reports == 2)
        #expect(
            try await office.actions().filter { $0 != "report.imported" }.suffix(2) == ["organization.regionChanged", "organization.moved"])
        try await office.add("水利局", .bureau, under: ids.county)
        await #expect(throws: OrganizationError.self) { try await store.move(ids.water, under: ids.county, by: .program, at: .sample) }
        #expect(try await store.organization(ids.water)?.parentID == other)
    }

    @Test("a county that becomes a city takes its region along, and is found in both")
    func renamedRegion() async throws {
        let ids = try await seed()
        let other = try await office.add("云泽市", .city)
        try await store.move(ids.county, under: other, by: .program, at: .sample)
        try await store.rename(ids.county, to: "青溪市", since: try .on("2020-01-01"), basis: nil, by: .program, at: .sample)
        #expect(Set(try await store.descendants(ids.county).map(\.region)) == ["青溪市"])
        #expect(try await store.organization(ids.county)?.region == "青溪市")
        for (region, name, year) in [("青溪县", "石桥镇", 2018), ("青溪市", "石桥镇", 2021), ("青溪县", "青溪县", 2018), ("青溪市", "青溪市", 2021)] {
            try await office.records.reports.add(SampleReport(name, year), region: region)
        }
        #expect(try await store.unfiled().isEmpty)
        #expect(try await details(ids.town).reports == 2)
        #expect(try await details(ids.county).reports == 2)
    }

    @Test("one that is merged keeps its reports, names its successor, and frees its name but not its code")
    func merging() async throws {
        let ids = try await seed()
        try await office.records.reports.add(SampleReport("教育局", 2020), region: "青溪县")
        try await store.edit(ids.schools, to: .init(kind: .bureau, code: "QX02", contact: .init()), by: .program, at: .sample)
        try await store.merge(ids.schools, into: ids.town, since: try .on("2021-07-01"), basis: "机构改革", by: .program, at: .sample)
        let gone = try await details(ids.schools)
        #expect(gone.organization.state == .merged && gone.successor?.id == ids.town && gone.reports == 1)
        #expect(gone.organization.ended == (try .on("2021-07-01")) && gone.organization.endedBasis == "机构改革")
        #expect(gone.names.first?.until == (try .on("2021-07-01")))
        #expect(try await details(ids.town).predecessors.map(\.id) == [ids.schools])
        #expect(try await store.tree().active.nodes.allSatisfy { $0.organization.id != ids.schools })
        await #expect(throws: OrganizationError.notActive(name: "教育局", .merged)) {
            try await store.edit(ids.schools, to: .init(kind: .bureau, contact: .init()), by: .program, at: .sample)
        }
        await #expect(throws: OrganizationError.notActive(name: "教育局", .merged)) {
            try await office.add("科", .office, under: ids.schools)
        }
        await #expect(throws: OrganizationError.codeTaken(code: "QX02", holder: "教育局（已合并）")) {
            try await office.add("甲局", .bureau, under: ids.county, code: "QX02")
        }
        let new = try await office.add("教育局", .bureau, under: ids.county)
        #expect(new != ids.schools)
        #expect(try await store.find("教育局").id == new)
        #expect(try await store.find("\(ids.schools)").id == ids.schools)
        #expect(try await store.history(of: ids.town).first?.action == "organization.tookOver")
    }

    @Test("one that was gone by the end of a year is not missed in it")
    func notMissed() async throws {
        let ids = try await seed()
        let reports = office.records.reports
        try await reports.add(SampleReport("教育局", 2018), region: "青溪县")
        try await store.dissolve(ids.schools, since: try .on("2020-07-01"), basis: nil, by: .program, at: .sample)
        #expect(try await reports.regionReports("青溪县", year: 2019).missing.flatMap(\.names).contains("教育局"))
        #expect(try await !reports.regionReports("青溪县", year: 2020).missing.flatMap(\.names).contains("教育局"))
        #expect(try await store.details(ids.schools)?.organization.state == .dissolved)
    }

    @Test("a name in two regions is told apart by its region or its parent")
    func ambiguity() async throws {
        let ids = try await seed()
        let other = try await office.add("云山县", .county)
        let second = try await office.add("教育局", .bureau, under: other)
        await #expect {
            _ = try await store.find("教育局")
        } throws: { error in
            guard case OrganizationError.ambiguous("教育局", let choices) = error else { return false }
            return choices.count == 2
        }
        #expect(try await store.find("云山县/教育局").id == second)
        #expect(try await store.find("青溪县人民政府/教育局").id == ids.schools)
        await #expect(throws: OrganizationError.notFound("教委")) { try await store.find("教委") }
        #expect(try await store.search("%").isEmpty)
    }

    @Test(
        "a search takes letters of either case for the same, in names and codes, on both engines",
        arguments: ["abc", "ABC", "aBc中心", "é中", "É中", "SL0", "sl0"])
    func searchFoldsCase(words: String) async throws {
        let ids = try await seed()
        let found: Int
        if words.lowercased().hasPrefix("sl") {
            found = try await office.add("水库处", .office, under: ids.county, code: "SL01")
        } else {
            found = try await office.add(words.lowercased().hasPrefix("abc") ? "ABC中心" : "É中心", .office, under: ids.county)
        }
        #expect(try await store.search(words) == [found])
    }

    @Test("a search finds all there are, so that nobody's own are lost behind those of others")
    func searchIsWhole() async throws {
        let ids = try await seed()
        for number in 0..<30 { try await office.add("所\(number)", .office, under: ids.water) }
        #expect(try await store.search("所").count == 30)
    }

    @Test("where a right does not reach the organization that is meant, it is as good as not there")
    func reach() async throws {
        let ids = try await seed()
        let supervisor = RightScope(.viewOrganizations, [Grant(.supervisor, in: ids.water)])
        #expect(try await store.find("水利局", in: supervisor).id == ids.water)
        #expect(try await store.find("河道站", in: supervisor).id == ids.station)
        for other in ["教育局", "\(ids.schools)", "\(ids.county)"] {
            await #expect(throws: OrganizationError.notFound(other)) { try await store.find(other, in: supervisor) }
        }
        let clerk = RightScope(.importReports, [Grant(.informationClerk, in: ids.water)])
        #expect(try await store.find("水利局", in: clerk).id == ids.water)
        await #expect(throws: OrganizationError.notFound("河道站")) { try await store.find("河道站", in: clerk) }
        #expect(try await store.find("教育局", in: RightScope(.manageOrganizations, [Grant(.systemAdministrator)])).id == ids.schools)
    }

    @Test("a scope reaches exactly what the table of rights allows", arguments: Role.allCases, House.whole.rights)
    func scopes(role: Role, right: Right) {
        let grants = [Grant(role, in: role.isAdministrator ? nil : 7)]
        // One's own account is no organization's.
        guard right != .ownAccount else { return }
        for path in [[], [7], [8, 7, 1], [1], [9, 1]] {
            #expect(RightScope(right, grants).reaches(path) == Permission.may(right, grants, on: path), "\(path)")
        }
    }
}
