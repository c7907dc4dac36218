import Testing

@testable import Office
@testable import Reports

@Suite("Codes of administrative divisions")
struct JurisdictionTests {
    @Test(
        "say their level and what they belong to",
        arguments: [
            ("360000", Jurisdiction.Level.province, nil), ("360100", .city, "360000"), ("360121", .county, "360100"),
            ("360121101", .town, "360121"), ("110101", .county, "110000"), ("429004", .county, "420000"),
            ("441900101", .town, "441900"), ("500234", .county, "500000"),
        ] as [(String, Jurisdiction.Level, String?)])
    func levels(_ code: String, _ level: Jurisdiction.Level, _ parent: String?) throws {
        let jurisdiction = try #require(Jurisdiction(code))
        #expect(jurisdiction.level == level)
        #expect(jurisdiction.parent?.code == parent)
    }

    @Test(
        "are refused where no division can have them",
        arguments: [
            "", "36", "3601", "36012", "3601211", "360121000", "160000", "830000", "36000１", "360001", "360000101", "36A121", "-60121",
        ])
    func refused(_ code: String) {
        #expect(Jurisdiction(code) == nil)
    }

    @Test("contain those below them and themselves alone")
    func containing() throws {
        let county = try #require(Jurisdiction("360121"))
        let town = try #require(Jurisdiction("360121101"))
        let other = try #require(Jurisdiction("360122"))
        #expect(county.contains(town) && county.contains(county))
        #expect(!county.contains(other) && !town.contains(county))
    }
}

@Suite("Kinds of organizations")
struct OrganizationKindTests {
    /// Rows: the kind; columns: under nothing, province, city, county, town, bureau, office.
    @Test(
        "stand where the table says",
        arguments: [
            (OrganizationKind.province, "x------"), (.city, "xx-----"), (.county, "xxx----"), (.town, "x-xx--x"),
            (.bureau, "xxxxxxx"), (.office, "-xxxxxx"),
        ])
    func places(_ kind: OrganizationKind, _ table: String) {
        let parents: [OrganizationKind?] = [nil] + OrganizationKind.allCases
        #expect(table.count == parents.count)
        for (parent, mark) in zip(parents, table) { #expect(kind.canStand(under: parent) == (mark == "x"), "\(kind) \(parent as Any)") }
    }

    @Test("are read by their titles, their names in the code and the words that lists use")
    func words() {
        for kind in OrganizationKind.allCases {
            #expect(OrganizationKind(word: kind.title) == kind)
            #expect(OrganizationKind(word: kind.rawValue) == kind)
        }
        #expect(OrganizationKind(word: " 街 道 ") == .town)
        #expect(OrganizationKind(word: "内设机构") == .office)
        #expect(OrganizationKind(word: "公司") == nil)
    }
}
