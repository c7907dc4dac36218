import Foundation
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Organizations at the desk", .opensDatabases)
struct OrganizationPageTests {
    /// A county with two bureaus and one that is gone, and somebody who may change them.
    private func run(
        _ role: Role = .systemAdministrator, in place: String? = nil,
        _ body: @Sendable @escaping (OrganizationStore, DeskClient, [String: Int]) async throws -> Void
    ) async throws {
        try await SiteHarness.run { harness, client in
            let store = harness.records.organizations
            var ids: [String: Int] = [:]
            func add(_ name: String, _ kind: OrganizationKind, under parent: String? = nil) async throws {
                ids[name] = try await store.add(
                    .init(name: name, kind: kind, parentID: parent.flatMap { ids[$0] }), by: .program, at: SampleReports.instant
                ).id
            }
            try await add("云山县", .county)
            try await add("水利局", .bureau, under: "云山县")
            try await add("教育局", .bureau, under: "云山县")
            try await add("河道站", .office, under: "水利局")
            let grant = Grant(role, in: place.flatMap { ids[$0] })
            try await body(store, try await DeskClient.signedIn("zhang", [grant], harness.records, client), ids)
        }
    }

    @Test("the list is the tree, levels in words too; those that only reports know stand below it; a search finds former names")
    func list() async throws {
        try await run { store, person, ids in
            let water = try #require(ids["水利局"])
            let page = try await person.see("/desk/organizations")
            #expect(page.status == .ok && page.headers[.cacheControl] == "no-store")
            #expect(
                page.text.contains(
                    "<span class=\"level-2\"><span class=\"hidden\">第 3 级：</span><a href=\"/desk/organizations/\(ids["河道站"] ?? 0)\">河道站</a>"
                ))
            #expect(page.text.contains("没有归入机构树") && page.text.contains("东河镇"))
            #expect(!page.text.contains("<script>") && page.text.contains("丹&lt;i&gt;县"))
            try await store.rename(
                water, to: "水务局", since: BeijingTime.day(SampleReports.instant), basis: nil, by: .program, at: SampleReports.instant)
            let found = try await person.see("/desk/organizations?q=%E6%B0%B4%E5%88%A9")
            #expect(found.text.contains(">水务局</a>") && !found.text.contains(">教育局</a>"))
        }
    }

    @Test("a supervisor sees their own organization and those below, changes none, and others are as good as not there")
    func supervisor() async throws {
        try await run(.supervisor, in: "水利局") { _, person, ids in
            let list = try await person.see("/desk/organizations")
            #expect(list.text.contains(">水利局</a>") && list.text.contains(">河道站</a>"))
            #expect(!list.text.contains(">教育局</a>") && !list.text.contains("东河镇") && !list.text.contains("加入机构"))
            let own = try await person.see("/desk/organizations/\(ids["河道站"] ?? 0)")
            #expect(own.status == .ok && !own.text.contains("/edit\""))
            #expect(try await person.see("/desk/organizations/\(ids["教育局"] ?? 0)").status == .notFound)
            #expect(try await person.see("/desk/organizations/\(ids["河道站"] ?? 0)/edit").status == .forbidden)
        }
    }

    @Test("what somebody may see is found behind however many of others'")
    func searchBehindOthers() async throws {
        try await run(.supervisor, in: "水利局") { store, person, ids in
            let others = OrganizationSheet(
                columns: [.name, .kind], rows: (0..<520).map { [.name: "第\($0)河道所", .kind: "工作部门"] })
            _ = try await store.importSheet(others, by: .program, at: SampleReports.instant)
            try await store.add(
                .init(name: "下河道所", kind: .office, parentID: ids["水利局"]), by: .program, at: SampleReports.instant)
            let found = try await person.see("/desk/organizations?q=%E6%B2%B3%E9%81%93%E6%89%80")
            #expect(found.text.contains("共 1 个机构") && found.text.contains(">下河道所</a>"))
        }
    }

    @Test(
        "with a good token and a whole form, only whose right reaches it changes an organization", arguments: Role.allCases)
    func foreign(role: Role) async throws {
        try await run(role, in: role.isAdministrator ? nil : "水利局") { store, person, ids in
            let (own, other, county) = ("\(ids["水利局"] ?? 0)", "\(ids["教育局"] ?? 0)", "\(ids["云山县"] ?? 0)")
            let token = person.token("organizations")
            let posts: [(String, KeyValuePairs<String, String>)] = [
                ("new", ["name": "新设局", "kind": "bureau", "parent": county]),
                ("\(other)/edit", ["kind": "bureau", "code": "JY01"]),
                ("\(other)/rename", ["name": "教育体育局", "since": "2020-01-02"]),
                ("\(other)/move", ["other": own]),
                ("\(other)/end", ["way": "merge", "other": own, "since": "2020-01-03", "confirmed": "yes"]),
            ]
            let before = try await store.tree().nodes
            for (path, fields) in posts {
                let seen = try await person.post("/desk/organizations/" + path, fields, token: token)
                #expect(seen.status == (role == .systemAdministrator ? .seeOther : .forbidden), "\(path)")
            }
            #expect((try await store.tree().nodes == before) == (role != .systemAdministrator))
        }
    }

    @Test("adding: what is wrong is told at its field and what was typed is kept; then it is there, one from reports with its reports")
    func adding() async throws {
        try await run { store, person, ids in
            let county = "\(ids["云山县"] ?? 0)"
            let wrong = try await person.send(
                "/desk/organizations/new",
                ["name": "水利局", "parent": county, "jurisdiction": "36", "postcode": "1", "phone": "0000-1"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("需要修改"))
            #expect(wrong.text.contains("<a href=\"#kind\">请选择类别。</a>") && wrong.text.contains("<a href=\"#jurisdiction\">"))
            #expect(wrong.text.contains("value=\"0000-1\"") && wrong.text.contains("<option value=\"\(county)\" selected>云山县</option>"))
            let doubled = try await person.send("/desk/organizations/new", ["name": "水利局", "parent": county, "kind": "bureau"])
            #expect(doubled.text.contains("<a href=\"#name\">云山县已有叫「水利局」的机构"))
            let postcode = try await person.send("/desk/organizations/new", ["name": "甲局", "kind": "bureau", "postcode": "1"])
            #expect(postcode.text.contains("<a href=\"#postcode\">"))
            let unfiled = try #require(try await store.unfiled().first { $0.name == "东河镇" })
            let filing = try await person.see("/desk/organizations/new?unfiled=\(unfiled.id)")
            #expect(filing.text.contains("value=\"东河镇\"") && filing.text.contains("value=\"青溪县\""))
            let added = try await person.send(
                "/desk/organizations/new",
                ["name": "东河镇", "kind": "town", "parent": county, "region": "青溪县", "leaders": "镇长//全面工作\r\n副镇长/某甲"])
            #expect(added.location == "/desk/organizations/\(unfiled.id)?done=added")
            let page = try await person.see(try #require(added.location))
            #expect(page.text.contains("已加入机构树。") && page.text.contains("<td>某甲</td>"))
            #expect(page.text.contains("由年度报告中的单位归入机构树：东河镇") && page.text.contains("某zhang"))
        }
    }

    @Test("editing keeps what was typed, says when nothing changed, and opens for nobody that is gone")
    func editing() async throws {
        try await run { store, person, ids in
            let id = try #require(ids["教育局"])
            let path = "/desk/organizations/\(id)/edit"
            let same = try await person.send(path, ["kind": "bureau"])
            #expect(same.location == "/desk/organizations/\(id)?done=same")
            let done = try await person.send(
                path, ["kind": "bureau", "code": "jy01", "website": "https://example.invalid/", "leaders": "局长"])
            #expect(done.location == "/desk/organizations/\(id)?done=edited")
            #expect(try await store.organization(code: "JY01")?.id == id)
            #expect(
                try await person.see(path).text.contains(
                    "<textarea id=\"leaders\" name=\"leaders\" aria-describedby=\"leaders-hint\">\n局长</textarea>"))
            let wrong = try await person.send("/desk/organizations/\(ids["水利局"] ?? 0)/edit", ["kind": "bureau", "code": "JY01"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("<a href=\"#code\">机构代码 JY01 已由「教育局」使用"))
            try await store.dissolve(id, since: BeijingTime.day(SampleReports.instant), basis: nil, by: .program, at: SampleReports.instant)
            for action in ["edit", "rename", "move", "end"] {
                #expect(try await person.see("/desk/organizations/\(id)/\(action)").status == .conflict)
            }
            #expect(!(try await person.see("/desk/organizations/\(id)").text.contains("/edit\"")))
        }
    }

    @Test("renaming and moving tell what is wrong at its field, and what was done on the page")
    func renaming() async throws {
        try await run { _, person, ids in
            let id = try #require(ids["教育局"])
            let path = "/desk/organizations/\(id)"
            let empty = try await person.send(path + "/rename", [:])
            #expect(empty.text.contains("<a href=\"#name\">请填写新名称。</a>") && empty.text.contains("<a href=\"#since\">请填写自哪一天起。</a>"))
            let odd = try await person.send(path + "/rename", ["name": "教育体育局", "since": "去年"])
            #expect(odd.status == .unprocessableContent && odd.text.contains("value=\"去年\""))
            let taken = try await person.send(path + "/rename", ["name": "水利局", "since": "2020年1月2日"])
            #expect(taken.text.contains("<a href=\"#name\">"))
            let done = try await person.send(path + "/rename", ["name": "教育体育局", "since": "2020-01-02", "basis": "某文"])
            #expect(done.location == path + "?done=renamed")
            let page = try await person.see(path + "?done=renamed")
            #expect(page.text.contains("<h1>教育体育局</h1>") && page.text.contains("<td>2020-01-01</td>"))
            #expect(page.text.contains("由「教育局」更名为「教育体育局」，自 2020-01-02 起，依据：某文"))
            let cycle = try await person.send(
                "/desk/organizations/\(ids["水利局"] ?? 0)/move", ["other": "\(ids["河道站"] ?? 0)"])
            #expect(cycle.status == .unprocessableContent && cycle.text.contains("<a href=\"#other\">「水利局」不能放在「河道站」下面"))
            let moved = try await person.send("/desk/organizations/\(ids["河道站"] ?? 0)/move", ["other": "\(id)"])
            #expect(moved.location == "/desk/organizations/\(ids["河道站"] ?? 0)?done=moved")
        }
    }

    @Test("merging is told and asked once more before it is done; nothing happens until then")
    func merging() async throws {
        try await run { store, person, ids in
            let id = try #require(ids["教育局"])
            let water = try #require(ids["水利局"])
            let path = "/desk/organizations/\(id)/end"
            let below = try await person.send("/desk/organizations/\(water)/end", ["way": "dissolve", "since": "2020-01-02"])
            #expect(below.status == .unprocessableContent && below.text.contains("<a href=\"#way\">「水利局」下面还有 1 个机构（河道站）"))
            let alone = try await person.send(path, ["way": "merge", "since": "2020-01-02"])
            #expect(alone.text.contains("<a href=\"#other\">请写明并入哪个机构。</a>"))
            let check = try await person.send(path, ["way": "merge", "other": "\(water)", "since": "2020-01-02", "basis": "某<文>"])
            #expect(check.status == .ok && check.text.contains("<h1>核对：教育局并入「水利局」</h1>"))
            #expect(check.text.contains("name=\"confirmed\" value=\"yes\"") && check.text.contains("value=\"某&lt;文&gt;\""))
            #expect(try await store.organization(id)?.state == .active)
            let done = try await person.post(
                path, ["way": "merge", "other": "\(water)", "since": "2020-01-02", "basis": "某<文>", "confirmed": "yes"], token: check.token)
            #expect(done.location == "/desk/organizations/\(id)?done=merged")
            let gone = try await person.see("/desk/organizations/\(id)")
            #expect(gone.text.contains("已合并") && gone.text.contains("自2020年1月2日起") && gone.text.contains("某&lt;文&gt;"))
            #expect(try await person.see("/desk/organizations/\(water)").text.contains("「教育局」并入本机构"))
            #expect(!(try await person.see("/desk/organizations").text.contains(">教育局</a>")))
            #expect(try await person.see("/desk/organizations?gone=on").text.contains(">教育局</a>"))
            #expect(try await person.post(path, ["way": "dissolve"], token: "").status == .forbidden)
        }
    }

    @Test("with many organizations another one is typed, not chosen")
    func many() async throws {
        try await run { store, person, ids in
            let list = OrganizationSheet(
                columns: [.name, .kind], rows: (0..<RegionField.longestList).map { [.name: "单位\($0)", .kind: "工作部门"] })
            _ = try await store.importSheet(list, by: .program, at: SampleReports.instant)
            let page = try await person.see("/desk/organizations/\(ids["河道站"] ?? 0)/move")
            #expect(page.text.contains("<input type=\"text\" id=\"other\"") && page.text.utf8.count < 60_000)
            let wrong = try await person.send("/desk/organizations/\(ids["河道站"] ?? 0)/move", ["other": "没有的局"])
            #expect(wrong.text.contains("没有叫「没有的局」的机构") && wrong.text.contains("value=\"没有的局\""))
            let moved = try await person.send("/desk/organizations/\(ids["河道站"] ?? 0)/move", ["other": "云山县/教育局"])
            #expect(moved.status == .seeOther)
            #expect(try await person.see("/desk/organizations").text.utf8.count < 60_000)
            #expect(try await person.see("/desk/organizations").text.contains("第 1 页，共 3 页"))
        }
    }
}
