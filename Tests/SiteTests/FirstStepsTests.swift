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

@Suite("The desk: first steps, and one person who does all", .opensDatabases)
struct FirstStepsTests {
    /// The person who began the office with its first link, signed in by it.
    static func begin(_ records: Records, _ client: any TestClientProtocol) async throws -> DeskClient {
        let link = try #require(try await records.accounts.firstLink(at: SampleReports.instant))
        let done = try await DeskClient.visitor(client).send(
            "/link/\(link)", ["login": "li", "name": "李某", "password": DeskClient.password, "again": DeskClient.password])
        #expect(done.status == .seeOther && done.location == "/desk/start")
        #expect(done.headers[.setCookie]?.hasPrefix("session=") == true)
        return try await DeskClient.signedIn("li", [], records, client)
    }

    @Test("from one link to the form for the report: each page says what is done and what comes next")
    func journey() async throws {
        try await SiteHarness.run { harness, client in
            let li = try await Self.begin(harness.records, client)
            let first = try await li.see("/desk/start")
            #expect(first.text.contains("第一步　建立账号") && first.text.contains("href=\"/desk/start/organization\">填写单位"))
            #expect(try await li.see("/desk").text.contains("第二步，填写单位"))

            let empty = try await li.send("/desk/start/organization", [:])
            #expect(empty.status == .unprocessableContent && empty.text.contains("href=\"#name\"") && empty.text.contains("href=\"#kind\""))
            let wrong = try await li.send("/desk/start/organization", ["name": "甲/乙", "kind": "town"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"甲/乙\""))
            let made = try await li.send("/desk/start/organization", ["name": "柳渡乡", "kind": "town"])
            #expect(made.location == "/desk/start?done=on")
            #expect(try await li.see("/").text.contains("柳渡乡</title>"))

            let form = try await li.see("/desk/start/address")
            #expect(form.text.contains("value=\"柳渡乡\""))
            let bad = try await li.send("/desk/start/address", ["office-name": "柳渡乡", "public-url": "gk.example.cn"])
            #expect(
                bad.status == .unprocessableContent && bad.text.contains("href=\"#public-url\"")
                    && bad.text.contains("value=\"gk.example.cn\""))
            let saved = try await li.send("/desk/start/address", ["office-name": "柳渡乡", "public-url": "https://gk.example.gov.cn/"])
            #expect(saved.location == "/desk/start?done=on")
            let next = try await li.see("/desk/start")
            #expect(next.text.contains("大家从 https://gk.example.gov.cn 打开本站"))
            #expect(try await li.see("/desk/audit").text.contains("查阅审计记录的人就是办事的人"))
            #expect(try await li.see("/desk/reports/new").text.contains("name=\"file\""))
            // The harness has reports already, so that the last step is done.
            #expect(next.text.contains("都做完了"))
            #expect(!(try await li.see("/desk").text.contains("开始使用")))
        }
    }

    @Test("every route: one person gets past each door that one of their roles opens")
    func matrix() async throws {
        try await SiteHarness.run { harness, client in
            let li = try await Self.begin(harness.records, client)
            _ = try await li.send("/desk/start/organization", ["name": "柳渡乡", "kind": "town"])
            let entries = buildRoutes(
                records: harness.records, wings: wings, settings: SiteSettings(), calendar: .official, clock: { SampleReports.instant }
            ).list.entries
            let roles = Set(try #require(try await harness.records.accounts.account(login: "li")).grants.map(\.role))
            for route in entries {
                guard let right = route.access.right else { continue }
                let path = route.path.split(separator: "/").map { $0.hasPrefix("{") ? "1" : String($0) }
                    .reduce("") { $0 + "/" + $1 }
                let seen = route.method == .get ? try await li.see(path) : try await li.post(path, [:], token: "")
                let isRefused = seen.status == .forbidden && seen.text.contains("需要“\(right.title)”的权限")
                #expect(isRefused == !roles.contains { Permission.reach($0, right) != nil }, "\(route.method) \(path)")
            }
        }
    }

    @Test("separate administrators have their own list, which tells whose turn it is")
    func separate() async throws {
        try await SiteHarness.run { harness, client in
            let system = try await DeskClient.signedIn("xitong", [Grant(.systemAdministrator)], harness.records, client)
            let page = try await system.see("/desk/start").text
            #expect(page.contains("还没有安全管理员、审计管理员") && page.contains("由安全管理员在“人员”里办理"))
            #expect(page.contains("href=\"/desk/people/new\""))
            #expect(try await system.see("/desk").text.contains("第一步，三位管理员"))
            #expect(try await system.see("/desk/administration").text.contains("三员分立"))
        }
    }

    @Test("a one-time link is a whole address that can be selected, by the setting or --public-url, and never by the request")
    func links() async throws {
        let fixed = try SiteAddress("https://fixed.example.gov.cn")
        for isFixed in [false, true] {
            var settings = SiteSettings(secret: SiteHarness.secret)
            if isFixed { settings.links = SiteLinks(fixed: fixed) }
            try await SiteHarness.run(settings: settings) { harness, client in
                let security = try await DeskClient.signedIn("anquan", [Grant(.securityAdministrator)], harness.records, client)
                let zhang = try await harness.records.accounts.make(
                    login: "zhang", name: "某", phone: nil, by: .program, at: SampleReports.instant)
                func issue() async throws -> String {
                    let path = "/desk/people/\(zhang.id)"
                    let token = try await security.see(path).token
                    return try await client.execute(
                        uri: path + "/link", method: .post,
                        headers: [
                            .contentType: "application/x-www-form-urlencoded", .cookie: security.cookies,
                            .init("X-Forwarded-Host")!: "evil.example", .init("Forwarded")!: "host=evil.example",
                        ], body: .init(string: "token=\(token)&purpose=password")
                    ) { String(buffer: $0.body) }
                }
                let before = try await issue()
                #expect(!before.contains("evil.example"))
                #expect(before.contains("本站的地址还没有填写") == !isFixed)
                let own = try SiteAddress("https://own.example.gov.cn")
                try await harness.records.settings.change(by: .program, at: SampleReports.instant) { $0.address = own }
                let after = try await issue()
                #expect(after.contains("\(isFixed ? fixed : own)/link/") && !after.contains("还没有填写"))
                #expect(after.contains("<textarea class=\"code link\" id=\"link\" readonly"))
            }
        }
    }

    @Test("one person is named as such: on the desk's home, among the people, on a page of its own, in the record")
    func named() async throws {
        try await SiteHarness.run { harness, client in
            let li = try await Self.begin(harness.records, client)
            #expect(try await li.see("/desk").text.contains("本站由您一人办理"))
            let people = try await li.see("/desk/people").text
            #expect(people.contains("本站由一人办理") && people.contains("一人办理：三类管理员和业务角色"))
            #expect(try await li.see("/desk/administration").text.contains("一人办理：李某（li）"))
            #expect(try await li.see("/desk/audit?action=administration.one-person").text.contains("开始一人办理"))
            let id = try #require(try await harness.records.accounts.account(login: "li")).id
            let own = try await li.see("/desk/people/\(id)").text
            #expect(own.contains("一人办理本站") && !own.contains("办理离岗"))
        }
    }

    @Test("a proposal of one person: the password is asked on a page of its own, and the record says 一人办理")
    func proposal() async throws {
        try await SiteHarness.run { harness, client in
            let li = try await Self.begin(harness.records, client)
            _ = try await DeskClient.signedIn("zhang", [], harness.records, client)
            let zhang = try #require(try await harness.records.accounts.account(login: "zhang"))
            let path = "/desk/people/\(zhang.id)"
            #expect(try await li.send(path, to: path + "/roles", ["role": "auditAdministrator"]).location == path + "?done=proposed")
            #expect(try await li.see("/desk").text.contains("个事项等待确认"))
            let id = try #require(try await harness.records.accounts.proposals(at: SampleReports.instant).first).id
            #expect(try await li.see("/desk/proposals").text.contains("href=\"/desk/proposals/\(id)\""))
            for (password, words) in [("", "请再填一次密码"), ("not the password", "密码不对")] {
                let refused = try await li.send(
                    "/desk/proposals/\(id)", ["answer": "confirmed", "password": password])
                #expect(
                    refused.status == .unprocessableContent && refused.text.contains(words) && refused.text.contains("href=\"#password\""))
            }
            let done = try await li.send("/desk/proposals/\(id)", ["answer": "confirmed", "password": DeskClient.password])
            #expect(done.location == "/desk/proposals?done=confirmed")
            #expect(try await harness.records.accounts.account(zhang.id)?.holds(.auditAdministrator) == true)
            #expect(try await li.see("/desk/audit?action=proposal.confirmed").text.contains("一人办理 是"))
            #expect(try await li.see("/desk/proposals/\(id)").status == .notFound)
        }
    }

    @Test("from one person to three at the desk: told when it has grown, links for the others, never a step that locks out")
    func separating() async throws {
        try await SiteHarness.run { harness, client in
            let li = try await Self.begin(harness.records, client)
            _ = try await li.send("/desk/start/organization", ["name": "柳渡乡", "kind": "town"])
            #expect(!(try await li.see("/desk").text.contains("怎样改为三员分立")))
            try await harness.records.organization(70)
            #expect(try await li.see("/desk").text.contains("已有 2 个单位、1 个账号"))
            #expect(try await li.see("/desk/administration").text.contains("至少还要有两项由别人担任"))

            for (role, login) in [("securityAdministrator", "anquan"), ("auditAdministrator", "shenji")] {
                let path = "/desk/administration/appoint/\(role)"
                let wrong = try await li.send(path, ["login": login, "name": "某", "password": "not the password"])
                #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"\(login)\""))
                let made = try await li.send(path, ["login": login, "name": "某\(login)", "password": DeskClient.password])
                let link = try #require(made.text.firstMatch(of: /\/link\/[0-9a-f]{64}/).map { String($0.0) })
                let early = try await li.send(
                    "/desk/administration/separate", ["kept": "systemAdministrator", "password": DeskClient.password])
                #expect(early.status == .unprocessableContent && early.text.contains("还不能分开"))
                let chosen = try await DeskClient.visitor(client).send(
                    link, ["password": DeskClient.password, "again": DeskClient.password])
                #expect(chosen.text.contains("密码已设置"))
            }
            let ready = try await li.see("/desk/administration").text
            #expect(ready.contains("<a class=\"button\" href=\"/desk/administration/separate\">改为三员分立</a>"))
            let page = try await li.see("/desk/administration/separate").text
            #expect(page.contains("系统管理员：由您留任") && page.contains("没有别人担任：") && page.contains("信息员（柳渡乡）"))
            let none = try await li.send("/desk/administration/separate", ["password": DeskClient.password])
            #expect(none.text.contains("href=\"#kept\""))
            let done = try await li.send(
                "/desk/administration/separate", ["kept": "systemAdministrator", "password": DeskClient.password])
            #expect(done.location == "/desk/administration?done=on")
            #expect(try await li.see("/desk/administration?done=on").text.contains("已改为三员分立"))
            #expect(try await li.see("/desk/audit").status == .forbidden)
            let audit = try await DeskClient.signedIn("shenji", [], harness.records, client)
            #expect(try await audit.see("/desk/audit?action=administration.separated").text.contains("改为三员分立"))
            #expect(try await li.see("/desk/administration/separate").status == .forbidden)
            let security = try await DeskClient.signedIn("anquan", [], harness.records, client)
            #expect(try await security.see("/desk/administration/separate").status == .conflict)
        }
    }

    @Test("handing over at the desk: who takes over does all, who leaves is out")
    func handingOver() async throws {
        try await SiteHarness.run { harness, client in
            let li = try await Self.begin(harness.records, client)
            #expect(try await li.see("/desk/administration/hand-over").text.contains("还没有能接手的人"))
            _ = try await DeskClient.signedIn("wang", [], harness.records, client)
            let wang = try #require(try await harness.records.accounts.account(login: "wang"))
            let unchosen = try await li.send("/desk/administration/hand-over", ["password": DeskClient.password])
            #expect(unchosen.status == .unprocessableContent && unchosen.text.contains("href=\"#successor\""))
            let done = try await li.send(
                "/desk/administration/hand-over", ["successor": "\(wang.id)", "password": DeskClient.password])
            #expect(done.location == "/desk/sign-in")
            #expect(try await li.see("/desk").status == .seeOther)
            let heir = try await DeskClient.signedIn("wang", [], harness.records, client)
            #expect(try await heir.see("/desk").text.contains("本站由您一人办理"))
        }
    }

    @Test("a role with nothing to do yet says so on the desk's home; who may upload is led there")
    func home() async throws {
        try await SiteHarness.run { harness, client in
            let approver = try await DeskClient.signedIn("qianfa", [Grant(.approver, in: 7)], harness.records, client)
            #expect(try await approver.see("/desk").text.contains("签发：现在只能查看"))
            let clerk = try await DeskClient.signedIn("xinxi", [Grant(.informationClerk, in: 7)], harness.records, client)
            let home = try await clerk.see("/desk").text
            #expect(home.contains("href=\"/desk/reports/new\">上传年度报告") && !home.contains("现在只能查看"))
            #expect(
                Role.allCases.filter { Permission.isIdle($0, in: .whole) } == [
                    .reviewer, .confidentialityReviewer, .approver, .requestHandler,
                ])
        }
    }

    @Test("a working role cannot be given before there is an organization: the page says why and what to do")
    func noOrganization() async throws {
        try await SiteHarness.run { harness, client in
            let security = try await DeskClient.signedIn("anquan", [Grant(.securityAdministrator)], harness.records, client)
            let zhang = try await harness.records.accounts.make(
                login: "zhang", name: "某", phone: nil, by: .program, at: SampleReports.instant)
            let page = try await security.see("/desk/people/\(zhang.id)").text
            #expect(page.contains("还没有机构，所以不能授予") && !page.contains("value=\"informationClerk\""))
            try await harness.records.organization(7)
            #expect(try await security.see("/desk/people/\(zhang.id)").text.contains("value=\"informationClerk\""))
        }
    }

    @Test("the form of an organization: two fields are needed and stand first, the rest is folded until it matters")
    func organizationForm() async throws {
        try await SiteHarness.run { harness, client in
            let admin = try await DeskClient.signedIn("xitong", [Grant(.systemAdministrator)], harness.records, client)
            let page = try await admin.see("/desk/organizations/new").text
            let folded = try #require(page.range(of: "<details>"))
            for needed in ["name=\"name\"", "name=\"kind\""] {
                #expect(try #require(page.range(of: needed)).lowerBound < folded.lowerBound)
            }
            #expect(try #require(page.range(of: "name=\"jurisdiction\"")).lowerBound > folded.lowerBound)
            let wrong = try await admin.send("/desk/organizations/new", ["name": "某镇", "kind": "town", "jurisdiction": "1"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("<details open>"))
        }
    }

    @Test("the front page of an empty office speaks to the public; who may upload finds the way", arguments: [false, true])
    func emptyHome(mayImport: Bool) {
        let part = ReportHome.render(
            ReportHomeView(newest: [], total: 0, regions: 0, years: [], thisYear: 0, mayImport: mayImport))
        let page = String(decoding: Layout.render(HomePage.render([part], office: "柳渡乡人民政府"), in: Frame()).bytes, as: UTF8.self)
        #expect(page.contains("柳渡乡人民政府") && page.contains("现在还没有公布") && !page.contains("gongkai report"))
        #expect(page.contains("/desk/reports/new") == mayImport)
    }

    @Test(
        "browsers by the names that people know",
        arguments: [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
                "Edge（Windows）"
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox（Linux）"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1", "Safari（iPhone）"),
            ("", "其他浏览器"), ("curl/8.0", "其他浏览器"),
        ])
    func browsers(agent: String, words: String) {
        #expect(BrowserName.words(agent) == words)
    }
}

@Suite("Links that leave the site", .opensDatabases)
struct SiteLinksTests {
    private static func settings(_ address: String?) throws -> OfficeSettings {
        var settings = OfficeSettings()
        settings.address = try address.map { try SiteAddress($0) }
        return settings
    }

    @Test("the command line goes before the setting, the setting before where the program listens; doubts are told")
    func order() throws {
        let links = SiteLinks()
        let bare = links.link("/link/1", try Self.settings(nil))
        #expect(bare == OutwardLink(text: "/link/1", doubt: .noAddress))
        links.listens(at: try SiteAddress("http://127.0.0.1:8080"), isEverywhere: false)
        #expect(links.link("/link/1", try Self.settings(nil)) == OutwardLink(text: "http://127.0.0.1:8080/link/1", doubt: .noAddress))
        let own = try Self.settings("https://own.example.cn")
        #expect(links.link("/link/1", own) == OutwardLink(text: "https://own.example.cn/link/1", doubt: nil))
        #expect(links.link("/link/1", try Self.settings("http://localhost:8080")).doubt == .thisMachine)
        let fixed = SiteLinks(fixed: try SiteAddress("https://fixed.example.cn"))
        #expect(fixed.link("/link/1", own).text == "https://fixed.example.cn/link/1")
    }

    @Test("where the program listens is offered as the site's address, but not one of many")
    func offered() throws {
        let links = SiteLinks()
        #expect(links.offered == nil)
        links.listens(at: try SiteAddress("http://192.168.1.20:8080"), isEverywhere: false)
        #expect(links.offered?.description == "http://192.168.1.20:8080")
        links.listens(at: try SiteAddress("http://127.0.0.1:8080"), isEverywhere: true)
        #expect(links.offered == nil)
    }
}
