import AnnualReport
import Formats
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Annual reports at the desk", .opensDatabases)
struct DeskReportTests {
    static let granted = "requests.granted"

    /// A report whose row 予以公开 prints three figures for seven columns.
    static func unplaced(_ organization: String, _ year: Int = 2021) -> [UInt8] {
        let text = String(decoding: SampleReports.text(SampleReports.report(organization, year, requests: 12)), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard let label = line.firstRange(of: "予以公开"), !line.contains("不予公开") else { return String(line) }
            return line[..<label.upperBound] + "\t11\t0\t11"
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// A county with two bureaus; somebody with a role in one place.
    func run(
        _ role: Role = .informationClerk, in place: String = "水利局",
        _ body: @Sendable @escaping (SiteHarness, DeskClient, [String: Int]) async throws -> Void
    ) async throws {
        try await SiteHarness.run { harness, client in
            var ids: [String: Int] = [:]
            for (name, kind, parent) in [("云山县", .county, nil), ("水利局", .bureau, "云山县"), ("教育局", .bureau, "云山县")]
                as [(String, OrganizationKind, String?)]
            {
                ids[name] = try await harness.records.organizations.add(
                    .init(name: name, kind: kind, parentID: parent.flatMap { ids[$0] }), by: .program, at: SampleReports.instant
                ).id
            }
            try await body(harness, try await DeskClient.signedIn("zhang", [Grant(role, in: ids[place])], harness.records, client), ids)
        }
    }

    @Test("a clerk uploads: kept as a draft, looked at, published by their account; twice is said with a link")
    func upload() async throws {
        try await run { harness, person, ids in
            let file = SampleReports.text(SampleReports.report("水利局", 2021, requests: 9))
            let form = try await person.see("/desk/reports/new")
            #expect(form.status == .ok && form.text.contains("type=\"file\" id=\"file\" name=\"file\" multiple"))
            #expect(!form.text.contains("地区"))
            let done = try await person.upload(file, token: form.token)
            let path = try #require(done.location)
            #expect(done.status == .seeOther && path.hasSuffix("?done=imported"))
            let page = try await person.see(path)
            #expect(page.text.contains("已保存：水利局2021年政府信息公开工作年度报告，第 1 版。") && page.text.contains("这是草稿，只有办公区能看到。"))
            let id = try #require(path.firstMatch(of: /reports\/(\d+)/).flatMap { Int($0.1) })
            let version = try #require(try await harness.store.version(id))
            #expect(version.organizationID == ids["水利局"] && version.fileName == "a.txt" && version.state == .draft)
            #expect(try await harness.store.file(version.sha256) == file)
            #expect(try await person.client.see("/reports/\(id)").status == .notFound)
            #expect(try await person.client.see("/reports?year=2021").text.contains("水利局") == false)
            let audit = harness.records.audit
            func last() async throws -> RecordedEvent? {
                try await harness.records.database.read { try audit.events(AuditFilter(), limit: 1, $0).first }
            }
            let account = try #require(try await harness.records.accounts.account(login: "zhang"))
            let imported = try await last()
            #expect(imported?.action == "report.imported" && imported?.actor == .account(account.id))
            let again = try await person.upload(file, token: form.token)
            #expect(again.status == .conflict && again.text.contains("<a href=\"/desk/reports/\(id)\">水利局2021年第 1 版</a>"))
            #expect(again.text.contains("它还是草稿，核对后可以公布。"))
            let home = try await person.see("/desk")
            #expect(home.text.contains("<a href=\"/desk/reports?year=2021&amp;state=draft\"><strong>1</strong> 份 2021 年度报告草稿，核对后公布</a>"))
            let published = try await person.post("/desk/reports/\(id)/publish", [:], token: page.token)
            #expect(published.status == .seeOther && published.location == "/desk/reports/\(id)?done=published")
            #expect(try await person.see("/desk/reports/\(id)?done=published").text.contains("已公布：水利局2021年"))
            let made = try await last()
            #expect(made?.action == "report.published" && made?.actor == .account(account.id))
            #expect(try await person.client.see("/reports/\(id)").status == .ok)
            #expect(try await person.see("/desk/reports").text.contains("共 1 份"))
        }
    }

    @Test("a file of another organization is named and refused, and nothing of it is kept")
    func foreignUpload() async throws {
        try await run { harness, person, _ in
            let before = try await harness.store.summaries().total
            let token = try await person.see("/desk/reports/new").token
            for name in ["教育局", "云山县", "云山县教育局"] {
                let file = SampleReports.text(SampleReports.report(name, 2021, requests: 9))
                let seen = try await person.upload(file, token: token)
                #expect(seen.status == .forbidden && seen.text.contains("这份文件是「\(name)」的报告"), "\(name)")
                #expect(seen.text.contains("<a href=\"#file\">"))
                await #expect(throws: (any Error).self) { try await harness.store.file(FileStore.sha256(file)) }
            }
            #expect(try await harness.store.summaries().total == before)
        }
    }

    @Test(
        "a name that nobody bears is asked for: her one organization is chosen already, her word is kept and shown, and next year it is known"
    )
    func word() async throws {
        try await run { harness, person, ids in
            func file(_ year: Int) -> [UInt8] { SampleReports.text(SampleReports.report("云山水务", year, requests: 9)) }
            let done = try await person.upload(file(2021), token: try await person.see("/desk/reports/new").token)
            let path = try #require(done.location)
            #expect(done.status == .seeOther)
            let page = try await person.see(path)
            #expect(page.text.contains("<h1>这是本单位的报告吗？</h1>") && page.text.contains("<strong>云山水务</strong>"))
            #expect(page.text.contains("<option value=\"\(ids["水利局"] ?? 0)\" selected>水利局（云山县）</option>"))
            #expect(page.text.contains("请把名称「云山水务」和它的上级单位告诉系统管理员"))
            #expect(try await person.see("/desk").text.contains("份上传的文件等您说明"))
            #expect(try await harness.records.organizations.organizations(named: "云山水务").isEmpty)
            let foreign = try await person.post(path, ["organization": "\(ids["教育局"] ?? 0)"], token: page.token)
            #expect(foreign.location == path.replacing(/\/files.*/, with: ""))
            #expect(
                try await harness.store.reportsWithoutYear(in: RightScope(.viewDeskReports, [Grant(.supervisor, in: ids["云山县"])])).isEmpty)
            let again = try await person.post(path, ["retry": "yes"], token: page.token)
            #expect(again.status == .unprocessableContent && again.text.contains("机构树里还是没有这个名称的单位"))
            let none = try await person.post(path, [:], token: page.token)
            #expect(none.status == .unprocessableContent && none.text.contains("<a href=\"#organization\">请选择这是哪个单位的报告。</a>"))
            let kept = try await person.post(path, ["organization": "\(ids["水利局"] ?? 0)"], token: page.token)
            let version = try #require(kept.location)
            let shown = try await person.see(version)
            #expect(shown.text.contains("报告中写作「云山水务」，某zhang") && shown.text.contains("<td>水利局</td>"))
            let next = try await person.upload(file(2022), token: try await person.see("/desk/reports/new").token)
            #expect(next.location?.hasSuffix("?done=imported") == true)
            #expect(try await person.see(path).status == .notFound)
        }
    }

    @Test("a clerk's word does not make another body's report hers: the page says whose name it is")
    func othersName() async throws {
        try await run { harness, person, ids in
            let token = try await person.see("/desk/reports/new").token
            // A name that the tree came to know after it was asked for.
            let file = SampleReports.text(SampleReports.report("云山县档案局", 2021, requests: 9))
            let path = try #require(try await person.upload(file, token: token).location)
            let page = try await person.see(path)
            _ = try await harness.records.organizations.add(
                .init(name: "县档案局", kind: .bureau, parentID: ids["云山县"]), by: .program, at: SampleReports.instant)
            let refused = try await person.post(path, ["organization": "\(ids["水利局"] ?? 0)"], token: page.token)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("「云山县档案局」是机构树中县档案局（云山县）的名称，不能算作别的单位的报告。"))
            let foreign = try await person.upload(file, token: token)
            #expect(foreign.status == .forbidden && foreign.text.contains("请由县档案局或它的主管部门上传"))
        }
    }

    @Test(
        "a supervisor is asked with a clerk's word as the proposal; the public page names the tree's organization; the word is taken back")
    func proposedName() async throws {
        try await run { harness, person, ids in
            func file(_ year: Int) -> [UInt8] { SampleReports.text(SampleReports.report("云山水务", year, requests: 9)) }
            let water = ids["水利局"] ?? 0
            let asked = try #require(try await person.upload(file(2021), token: try await person.see("/desk/reports/new").token).location)
            let kept = try #require(
                try await person.post(asked, ["organization": "\(water)"], token: try await person.see(asked).token).location)
            let id = try #require(kept.firstMatch(of: /reports\/(\d+)/).flatMap { Int($0.1) })
            let chief = try await DeskClient.signedIn("wang", [Grant(.supervisor, in: ids["云山县"])], harness.records, person.client)
            let again = try #require(try await chief.upload(file(2022), token: try await chief.see("/desk/reports/new").token).location)
            let page = try await chief.see(again)
            #expect(page.text.contains("水利局的经办人曾确认「云山水务」是水利局"))
            #expect(page.text.contains("<option value=\"\(water)\" selected>"))
            let desk = try await person.see("/desk/reports/\(id)")
            #expect(desk.text.contains("收回：这个名称不是本单位的"))
            _ = try await person.post("/desk/reports/\(id)/publish", [:], token: desk.token)
            #expect(try await person.client.see("/reports/\(id)").text.contains("本站把它列为<strong>水利局</strong>的报告，报告中写作「云山水务」"))
            let back = try await person.post("/desk/reports/\(id)/alias", [:], token: desk.token)
            #expect(back.location == "/desk/reports/\(id)?done=nameTakenBack")
            #expect(try await person.see(try #require(back.location)).text.contains("已收回：以后写作「云山水务」的报告"))
            #expect(try await harness.store.alias("云山水务", of: water) == nil)
            let other = try await DeskClient.signedIn("li", [Grant(.informationClerk, in: ids["教育局"])], harness.records, person.client)
            #expect(
                try await other.post("/desk/reports/\(id)/alias", [:], token: other.token(DeskReportsController.form)).status
                    == .notFound)
        }
    }

    @Test("a draft's original is read at the desk, and none of its pages leads to the public site")
    func draftSource() async throws {
        try await run { harness, person, _ in
            let token = try await person.see("/desk/reports/new").token
            let path = try #require(try await person.upload(Self.unplaced("水利局"), token: token).location)
            let id = try #require(path.firstMatch(of: /reports\/(\d+)/).flatMap { Int($0.1) })
            let desk = "/desk/reports/\(id)"
            for page in [desk, desk + "/source", desk + "/rows/\(Self.granted)", desk + "/withdraw"] {
                let seen = try await person.see(page)
                #expect(seen.status == .ok && !seen.text.contains("href=\"/reports/"), "\(page)")
            }
            let form = try await person.see(desk + "/rows/\(Self.granted)")
            let link = try #require(form.text.firstMatch(of: /href="(\/desk\/reports\/\d+\/source)(#[^"]+)?">看原文/))
            let source = try await person.see(String(link.1))
            #expect(source.text.contains("予以公开") && source.text.contains("class=\"source\""))
            if let anchor = link.2 { #expect(source.text.contains("id=\"\(anchor.dropFirst())\"")) }
            let other = try await DeskClient.signedIn("li", [Grant(.informationClerk, in: 77)], harness.records, person.client)
            #expect(try await other.see(desk + "/source").status == .notFound)
        }
    }

    @Test("a unit that is not in the tree is added first, then the file that waits is taken in without another upload")
    func unknownTown() async throws {
        try await run(.supervisor, in: "云山县") { harness, person, ids in
            let file = SampleReports.text(SampleReports.report("铅山镇", 2021, requests: 9))
            let path = try #require(try await person.upload(file, token: try await person.see("/desk/reports/new").token).location)
            let page = try await person.see(path)
            #expect(page.text.contains("<h1>这是哪个单位的报告？</h1>") && page.text.contains("它要先由系统管理员新增"))
            #expect(page.text.contains(">教育局（云山县）</option>") && !page.text.contains("selected>教育局"))
            _ = try await harness.records.organizations.add(
                .init(name: "铅山镇", kind: .town, parentID: ids["云山县"]), by: .program, at: SampleReports.instant)
            let done = try await person.post(path, ["retry": "yes"], token: page.token)
            #expect(done.location?.hasSuffix("?done=imported") == true)
            let dropped = try #require(
                try await person.upload(
                    SampleReports.text(SampleReports.report("别处", 2021, requests: 9)),
                    token: try await person.see("/desk/reports/new").token
                ).location)
            let out = try await person.post(dropped, ["drop": "yes"], token: page.token)
            let list = try await person.see(try #require(out.location))
            #expect(list.text.contains("您选了不要这份文件"))
            let gone = SampleReports.text(SampleReports.report("别处", 2021, requests: 9))
            await #expect(throws: (any Error).self) { try await harness.store.file(FileStore.sha256(gone)) }
        }
    }

    @Test("a supervisor sees and uploads for those below; others are as good as not there")
    func reach() async throws {
        try await run(.supervisor, in: "云山县") { harness, person, ids in
            let token = try await person.see("/desk/reports/new").token
            for name in ["云山县", "水利局", "教育局"] {
                let file = SampleReports.text(SampleReports.report(name, 2021, requests: 9))
                #expect(try await person.upload(file, token: token).status == .seeOther, "\(name)")
            }
            let list = try await person.see("/desk/reports?year=2021")
            #expect(list.text.contains("共 3 份") && !list.text.contains("东河镇"))
            #expect(try await person.see("/desk/reports/\(harness.first.id)").status == .notFound)
            let clerk = try await DeskClient.signedIn(
                "wang", [Grant(.informationClerk, in: ids["教育局"])], harness.records, person.client)
            let own = try #require(
                try await harness.store.overview(in: RightScope(.viewDeskReports, [Grant(.informationClerk, in: ids["教育局"])]), year: 2021)
                    .first?.year.worked)
            #expect(try await clerk.see("/desk/reports/\(own.id)").status == .ok)
            #expect(try await clerk.see("/desk/reports/\(own.id)/file").status == .ok)
            #expect(try await clerk.see("/desk/reports").text.contains("共 1 份"))
            let all = try await harness.store.overview(in: RightScope(.viewDeskReports, [Grant(.supervisor, in: ids["云山县"])]), year: 2021)
            for other in all.compactMap(\.year.worked?.id) + [harness.first.id] where other != own.id {
                for page in ["", "/file", "/corrections?by=2026-12-10", "/withdraw"] {
                    #expect(try await clerk.see("/desk/reports/\(other)\(page)").status == .notFound, "\(other)\(page)")
                }
            }
        }
    }
}

extension KeyValuePairs<String, String> {
    static func + (fields: Self, more: Self) -> [(key: String, value: String)] { Array(fields) + Array(more) }
}

extension DeskClient {
    /// Posts a form whose fields are known at run time.
    func post(_ path: String, _ fields: [(key: String, value: String)], token: String) async throws -> Seen {
        let body = String(Link.to("", [(FormToken.fieldName, token)] + fields.map { ($0.key, $0.value) }).dropFirst())
        return try await client.execute(
            uri: path, method: .post, headers: [.contentType: "application/x-www-form-urlencoded", .cookie: cookies],
            body: ByteBuffer(string: body)
        ) { Seen(status: $0.status, headers: $0.headers, text: String(buffer: $0.body)) }
    }

    /// Sends the desk's upload form as a browser does.
    func upload(_ file: [UInt8]?, token: String) async throws -> Seen {
        try await upload([(file == nil ? "" : "a.txt", file ?? [])], token: token)
    }

    func upload(_ files: [(name: String, bytes: [UInt8])], token: String) async throws -> Seen {
        let boundary = "----gongkai7MA4YWxk"
        func part(_ name: String, _ rest: String = "") -> [UInt8] {
            Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(rest)\r\n\r\n".utf8)
        }
        var body = part(FormToken.fieldName) + Array("\(token)\r\n".utf8)
        for file in files { body += part("file", "; filename=\"\(file.name)\"") + file.bytes + Array("\r\n".utf8) }
        body += Array("--\(boundary)--\r\n".utf8)
        return try await client.execute(
            uri: "/desk/reports/new", method: .post,
            headers: [.contentType: "multipart/form-data; boundary=\(boundary)", .cookie: cookies], body: ByteBuffer(bytes: body)
        ) { Seen(status: $0.status, headers: $0.headers, text: String(buffer: $0.body)) }
    }
}
