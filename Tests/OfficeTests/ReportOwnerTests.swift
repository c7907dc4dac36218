import AnnualReport
import TestSupport
import Testing

@testable import Office
@testable import Reports

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

    /// Bodies whose names share characters with their region's or their superior's.
    private func nested() async throws -> [String: Int] {
        let education = try await office.add("县教育局", .bureau, under: county)
        let police = try await office.add("县公安局", .bureau, under: county)
        let station = try await office.add("县公安局石桥派出所", .office, under: police)
        let team = try await office.add("交警大队", .office, under: police)
        let main = try await office.add("县政府办公室", .bureau, under: county)
        let centre = try await office.add("农业服务中心", .office, under: town)
        let city = try await office.add("云泽市", .city)
        let water = try await office.add("市水务局", .bureau, under: city)
        return [
            "县教育局": education, "县公安局": police, "县公安局石桥派出所": station, "交警大队": team, "县政府办公室": main, "农业服务中心": centre,
            "市水务局": water,
        ]
    }

    @Test("a character that belongs to region and body is printed once; superiors may stand before a name; what nobody sees counts nothing")
    func sharedCharacters() async throws {
        let ids = try await nested()
        let supervisor = scope(Grant(.supervisor, in: county))
        let cases: [(String, String)] = [
            ("青溪县教育局", "县教育局"), ("县教育局", "县教育局"), ("教育局", "县教育局"), ("青溪县\u{200B}教育局", "县教育局"),
            ("\u{FEFF}青溪县教育\u{2060}局\u{00AD}", "县教育局"), ("青溪县公安局", "县公安局"), ("青溪县公安局石桥派出所", "县公安局石桥派出所"),
            ("公安局石桥派出所", "县公安局石桥派出所"), ("青溪县公安局交警大队", "交警大队"), ("县公安局交警大队", "交警大队"),
            ("青溪县人民政府办公室", "县政府办公室"), ("青溪县白马镇农业服务中心", "农业服务中心"),
            ("云泽市青溪县教育局", "县教育局"), ("青溪·县教育局", "县教育局"), ("青溪县教育局\u{2800}", "县教育局"), ("青溪县\u{301}教育局", "县教育局"),
            ("青溪县\u{2F08}民政府办公室", "县政府办公室"),
        ]
        for (name, body) in cases {
            #expect(try await owners(name, supervisor) == ([try #require(ids[body])], []), "\(name)")
        }
        // Beyond the clerk's reach each is the other's, in whatever region that is.
        let clerk = scope(Grant(.informationClerk, in: bureau))
        for (name, body) in cases + [("云泽市水务局", "市水务局")] {
            #expect(try await owners(name, clerk) == ([], [try #require(ids[body])]), "\(name)")
        }
        #expect(try await owners("云山县水利局", clerk) == ([], [otherBureau]))
        for name in ["体育局", "云泽县教育局", "青溪县实验小学教育局", "石桥镇公安局", "局"] {
            #expect(try await owners(name, clerk) == ([], []), "\(name)")
        }
    }

    @Test("nobody's word makes another body's name an organization's own: the tree's, whatever its region, or one known from its reports")
    func wordAgainstTheTree() async throws {
        let ids = try await nested()
        try await store.add(SampleReport("远山市档案局", 2020), region: "远山市")
        let names = [
            "青溪县教育局", "青溪县\u{200B}教育局", "县教育局", "青溪县公安局石桥派出所", "云泽市水务局", "云山县水利局", "白马镇人民政府", "远山市档案局",
        ]
        for name in names {
            let sample = SampleReport(name, 2021)
            await #expect("\(name)") {
                try await store.importReport(
                    sample.report, file: sample.file, region: "青溪县", of: bureau, onWord: true, asDraft: true, at: .sample)
            } throws: { error in
                if case ReportStoreError.borne(name, let other) = error { other.id != bureau } else { false }
            }
            #expect(try await store.alias(name, of: bureau) == nil)
        }
        #expect(ids["县教育局"] != nil)
        #expect(try await office.actions().contains("organization.nameConfirmed") == false)
    }

    @Test("a clerk's word counts for her own uploads; a supervisor is asked with it as a proposal, and his own counts for him")
    func proposal() async throws {
        let clerk = try await account("zhang", Grant(.informationClerk, in: bureau))
        let supervisor = try await account("wang", Grant(.supervisor, in: county))
        let sample = SampleReport("青溪水务", 2021)
        try await store.importReport(
            sample.report, file: sample.file, region: "青溪县", of: bureau, onWord: true, asDraft: true, by: .account(clerk), at: .sample)
        func asked(_ account: Int, _ scope: RightScope) async throws -> ReportStore.Owners {
            try await store.owners(named: "青溪水务", year: 2022, in: scope, by: account)
        }
        let (own, wide) = (scope(Grant(.informationClerk, in: bureau)), scope(Grant(.supervisor, in: county)))
        #expect(try await asked(clerk, own).within.map(\.id) == [bureau])
        let proposed = try await asked(supervisor, wide)
        #expect(proposed.within.isEmpty && proposed.proposed.map(\.id) == [bureau])
        let next = SampleReport("青溪水务", 2022)
        try await store.importReport(
            next.report, file: next.file, region: "青溪县", of: bureau, onWord: true, asDraft: true, by: .account(supervisor), at: .sample)
        #expect(try await asked(supervisor, wide).within.map(\.id) == [bureau])
        #expect(try await asked(clerk, own).within.map(\.id) == [bureau])
        #expect(try await office.actions().filter { $0 == "organization.nameConfirmed" }.count == 2)
    }

    private func account(_ login: String, _ grant: Grant) async throws -> Int {
        let id = try await office.records.accounts.make(login: login, name: "某" + login, phone: nil, by: .program, at: .sample).id
        try await office.records.accounts.give(grant, to: id, by: .program, at: .sample)
        return id
    }

    @Test("the command line finds the tree's body before any word, and makes no double of it")
    func importing() async throws {
        let ids = try await nested()
        // A word from before the body was in the tree.
        let early = SampleReport("青溪县档案局", 2020)
        try await store.importReport(early.report, file: early.file, region: "青溪县", of: bureau, onWord: true, asDraft: true, at: .sample)
        let archive = try await office.add("县档案局", .bureau, under: county)
        for (name, id) in [("青溪县公安局", ids["县公安局"]), ("青溪县公安局石桥派出所", ids["县公安局石桥派出所"]), ("青溪县档案局", archive)] {
            #expect(try await store.add(SampleReport(name, 2021), region: "青溪县").version.organizationID == id, "\(name)")
        }
        #expect(try await office.actions().contains("organization.found") == false)
    }

    @Test("a word is taken back with an event: then the name is asked for again, and what is kept stays")
    func takingBack() async throws {
        let clerk = scope(Grant(.informationClerk, in: bureau))
        let sample = SampleReport("青溪水务", 2021)
        let version = try await store.importReport(
            sample.report, file: sample.file, region: "青溪县", of: bureau, onWord: true, at: .sample
        ).version
        #expect(try await store.report(version.id)?.treeName == "水利局")
        #expect(try await store.dropAlias("青溪 水务", of: bureau, by: .program, at: .sample))
        #expect(try await store.dropAlias("青溪水务", of: bureau, by: .program, at: .sample) == false)
        #expect(try await owners("青溪水务", clerk) == ([], []))
        #expect(try await store.version(version.id)?.organizationID == bureau)
        #expect(try await office.actions().filter { $0 == "organization.nameWithdrawn" }.count == 1)
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
