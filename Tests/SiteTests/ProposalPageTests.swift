import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("The desk: what waits for a second administrator", .opensDatabases)
struct ProposalPageTests {
    @Test("proposed by the security administrator, seen as waiting and confirmed by another; withdrawn by who proposed it")
    func journey() async throws {
        try await SiteHarness.run { harness, client in
            let records = harness.records
            let security = try await DeskClient.signedIn("anquan", [Grant(.securityAdministrator)], records, client)
            let audit = try await DeskClient.signedIn("shenji", [Grant(.auditAdministrator)], records, client)
            _ = try await DeskClient.signedIn("zhang", [], records, client)
            let zhang = try #require(try await records.accounts.account(login: "zhang"))
            let path = "/desk/people/\(zhang.id)"

            let proposed = try await security.send(path, to: path + "/roles", ["role": "systemAdministrator"])
            #expect(proposed.location == path + "?done=proposed")
            #expect(try await security.see(path + "?done=proposed").text.contains("由另一位管理员确认"))
            #expect(try await audit.see("/desk").text.contains("个事项等待确认"))
            #expect(!(try await security.see("/desk").text.contains("个事项等待确认")))
            #expect(try await security.see("/desk/people").text.contains("待确认事项（1）"))
            let id = try #require(try await records.accounts.proposals(at: SampleReports.instant).first).id
            let page = try await security.see("/desk/proposals")
            #expect(page.text.contains("由某zhang（zhang）担任系统管理员") && page.text.contains("撤回") && !page.text.contains("value=\"confirmed\""))

            let own = try await security.post("/desk/proposals/\(id)", ["answer": "confirmed"], token: page.token)
            #expect(own.status == .unprocessableContent && own.text.contains("不能自己确认"))
            let done = try await audit.send("/desk/proposals", to: "/desk/proposals/\(id)", ["answer": "confirmed"])
            #expect(done.location == "/desk/proposals?done=confirmed")
            #expect(try await records.accounts.account(zhang.id)?.holds(.systemAdministrator) == true)
            #expect(try await audit.see("/desk/proposals?done=confirmed").text.contains("现在没有"))

            // A link for whom is now an administrator.
            let issued = try await security.send(path, to: path + "/link", ["purpose": "password"])
            #expect(issued.text.contains("确认以后，链接才能用"))
            let link = try #require(issued.text.firstMatch(of: /\/link\/[0-9a-f]{64}/).map { String($0.0) })
            #expect(try await client.see(link).status == .gone)
            let again = try #require(try await records.accounts.proposals(at: SampleReports.instant).first).id
            let seen = try await audit.see("/desk/proposals")
            let withdrawn = try await security.send("/desk/proposals", to: "/desk/proposals/\(again)", ["answer": "declined"])
            #expect(withdrawn.location == "/desk/proposals?done=declined")
            #expect(try await client.see(link).status == .gone)
            let late = try await audit.post("/desk/proposals/\(again)", ["answer": "confirmed"], token: seen.token)
            #expect(late.status == .unprocessableContent && late.text.contains("已经处理过"))
        }
    }

    @Test("with separate administrators an administrator's link does not carry an address that one of them alone has said")
    func linkWithoutAddress() async throws {
        try await SiteHarness.run { harness, client in
            let records = harness.records
            let security = try await DeskClient.signedIn("anquan", [Grant(.securityAdministrator)], records, client)
            let system = try await DeskClient.signedIn("xitong", [Grant(.systemAdministrator)], records, client)
            for (login, grants) in [("shenji", [Grant(.auditAdministrator)]), ("zhang", [])] {
                _ = try await DeskClient.signedIn(login, grants, records, client)
            }
            let changed = try await system.send(
                "/desk/settings", to: "/desk/settings/office",
                ["office-name": "某县", "public-url": "https://evil.example", "supplement-days": "10", "archive-days": "10"])
            #expect(changed.location == "/desk/settings?done=on")
            func issued(_ login: String) async throws -> String {
                let id = try #require(try await records.accounts.account(login: login)).id
                return try await security.send("/desk/people/\(id)", to: "/desk/people/\(id)/link", ["purpose": "password"]).text
            }
            let (administrators, others) = (try await issued("shenji"), try await issued("zhang"))
            #expect(!administrators.contains("evil.example") && administrators.contains("管理员的链接不带网址"))
            #expect(administrators.firstMatch(of: /\n\/link\/[0-9a-f]{64}/) != nil)
            #expect(others.contains("https://evil.example/link/"))
        }
    }

    @Test("leaving with a handover waits for the security administrator, and says so")
    func leaving() async throws {
        try await SiteHarness.run { harness, client in
            let records = harness.records
            let system = try await DeskClient.signedIn("xitong", [Grant(.systemAdministrator)], records, client)
            let security = try await DeskClient.signedIn("anquan", [Grant(.securityAdministrator)], records, client)
            _ = try await DeskClient.signedIn("zhang", [Grant(.reviewer, in: 7)], records, client)
            _ = try await DeskClient.signedIn("wang", [], records, client)
            let zhang = try #require(try await records.accounts.account(login: "zhang"))
            let wang = try #require(try await records.accounts.account(login: "wang"))
            let path = "/desk/people/\(zhang.id)"
            #expect(try await system.see(path + "/leave").text.contains("登录和链接立即失效"))
            let sent = try await system.send(path + "/leave", ["successor": "\(wang.id)"])
            #expect(sent.location == path + "?done=leaving")
            #expect(try await security.see("/desk/proposals").text.contains("某zhang（zhang）离岗，由某wang（wang）担任审核（单位7）"))
            #expect(try await system.see("/desk/proposals").text.contains("撤回"))
            let id = try #require(try await records.accounts.proposals(at: SampleReports.instant).first).id
            _ = try await security.send("/desk/proposals", to: "/desk/proposals/\(id)", ["answer": "confirmed"])
            #expect(try await records.accounts.account(zhang.id)?.state == .left)
            #expect(try await records.accounts.account(wang.id)?.grants == [Grant(.reviewer, in: 7)])
        }
    }
}
