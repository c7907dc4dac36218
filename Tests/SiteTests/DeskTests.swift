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

@Suite("The desk: signing in, one's own account, people", .opensDatabases)
struct DeskTests {
    @Test("signing in leads back to the page that was asked for; the cookie is HttpOnly and Lax; signing out ends the session")
    func signIn() async throws {
        try await SiteHarness.run { harness, client in
            _ = try await DeskClient.signedIn("zhang", [Grant(.systemAdministrator)], harness.records, client)
            let visitor = DeskClient.visitor(client)
            let seen = try await visitor.send(
                "/desk/sign-in?back=/desk/people", to: "/desk/sign-in",
                ["login": "Zhang", "password": DeskClient.password, "back": "/desk/people"])
            #expect(seen.status == .seeOther)
            #expect(seen.location == "/desk/people")
            let cookie = try #require(seen.headers[.setCookie])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.hasPrefix("session="))
            let session = String(cookie.split(separator: ";")[0])
            #expect(try await client.see("/desk", cookie: session).status == .ok)
            let home = try await client.see("/desk", cookie: visitor.cookies + "; " + session)
            let person = try await client.execute(
                uri: "/desk/sign-out", method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded", .cookie: visitor.cookies + "; " + session],
                body: .init(string: "token=" + home.token)
            ) { $0.status }
            #expect(person == .seeOther)
            #expect(try await client.see("/desk", cookie: session).status == .seeOther)
        }
    }

    @Test("a wrong password keeps the name, says nothing of which was wrong, and slows down after five")
    func wrong() async throws {
        try await SiteHarness.run { harness, client in
            _ = try await DeskClient.signedIn("zhang", [], harness.records, client)
            let visitor = DeskClient.visitor(client)
            var texts: Set<String> = []
            for login in ["zhang", "nobody"] {
                for _ in 1...5 {
                    let seen = try await visitor.send("/desk/sign-in", ["login": login, "password": "not it"])
                    #expect(seen.status == .unprocessableContent)
                    #expect(seen.text.contains("value=\"\(login)\"") && !seen.text.contains("not it"))
                    texts.insert(seen.text.replacing(login, with: "X").replacing(/value="[0-9]+\.[0-9a-f]+"/, with: ""))
                }
                #expect(try await visitor.send("/desk/sign-in", ["login": login, "password": "not it"]).status == .tooManyRequests)
            }
            #expect(texts.count == 1)
        }
    }

    @Test(
        "the way back after signing in never leaves the desk",
        arguments: [
            ("/desk/people?q=1", "/desk/people?q=1"), ("https://evil.example", "/desk"), ("//evil.example", "/desk"), ("/reports", "/desk"),
            ("/desk/sign-in?back=/desk", "/desk"), ("/desktop", "/desk"),
        ])
    func back(path: String, target: String) {
        #expect(SignInPage.back(path).text == target)
    }

    @Test("from the first link to a working clerk: each administrator does their own part")
    func journey() async throws {
        try await SiteHarness.run { harness, client in
            let records = harness.records
            try await records.organization(7)
            let links = try await records.accounts.firstLinks(at: SampleReports.instant)
            let visitor = DeskClient.visitor(client)
            for (n, link) in links.enumerated() {
                let path = "/link/\(link.token)"
                let short = try await visitor.send(path, ["login": "admin\(n)", "name": "管理员", "password": "short", "again": "short"])
                #expect(short.status == .unprocessableContent && short.text.contains("至少 12 个字符"))
                let differs = try await visitor.send(
                    path, ["login": "admin\(n)", "name": "管理员", "password": DeskClient.password, "again": "x"])
                #expect(differs.text.contains("href=\"#again\""))
                let done = try await visitor.send(
                    path, ["login": "admin\(n)", "name": "管理员", "password": DeskClient.password, "again": DeskClient.password])
                #expect(done.status == .ok && done.text.contains("账号已建立"))
                #expect(try await visitor.see(path).status == .gone)
            }
            let system = try await DeskClient.signedIn("admin0", [], records, client)
            let security = try await DeskClient.signedIn("admin1", [], records, client)
            let taken = try await system.send("/desk/people/new", ["login": "admin1", "name": "赵某"])
            #expect(taken.status == .unprocessableContent && taken.text.contains("已经有人使用") && taken.text.contains("value=\"赵某\""))
            let made = try await system.send("/desk/people/new", ["login": "zhao", "name": "赵某", "phone": "010-12345678"])
            let path = try #require(made.location?.split(separator: "?").first.map(String.init))
            #expect(try await security.see("/desk").text.contains("个账号还没有密码"))
            let noPlace = try await security.send(path, to: path + "/roles", ["role": "informationClerk"])
            #expect(noPlace.status == .unprocessableContent && noPlace.text.contains("href=\"#organization\""))
            #expect(
                try await security.send(path, to: path + "/roles", ["role": "informationClerk", "organization": "7"]).status == .seeOther)
            let refused = try await security.send(path, to: path + "/roles", ["role": "auditAdministrator"])
            #expect(refused.text.contains("不能和信息员由同一个人担任"))
            let issued = try await security.send(path, to: path + "/link", ["purpose": "password"])
            let link = try #require(issued.text.firstMatch(of: /\/link\/[0-9a-f]{64}/).map { String($0.0) })
            #expect(issued.headers[.cacheControl] == "no-store")
            let chosen = try await visitor.send(link, ["password": DeskClient.password, "again": DeskClient.password])
            #expect(chosen.text.contains("密码已设置"))
            let clerk = try await DeskClient.signedIn("zhao", [], records, client)
            #expect(try await clerk.see("/desk").text.contains("信息员"))
            // The telephone number is for those who keep the accounts.
            #expect(try await system.see(path).text.contains("010-12345678"))
            #expect(!(try await security.see(path).text.contains("010-12345678")))
            let leaving = try await system.send(path + "/leave", [:])
            #expect(leaving.status == .unprocessableContent && leaving.text.contains("信息员没有别人担任"))
            let holds = try await records.database.read { try records.audit.verify($0, in: .whole).holds }
            #expect(holds)
        }
    }

    @Test("one's own password and second factor: mistakes are told at their field, then it is done")
    func ownAccount() async throws {
        try await SiteHarness.run { harness, client in
            let person = try await DeskClient.signedIn("zhang", [], harness.records, client)
            let target = "/desk/account/password"
            for (fields, id): (KeyValuePairs<String, String>, String) in [
                (["current": "wrong", "password": "a new long pass phrase", "again": "a new long pass phrase"], "current"),
                (["current": DeskClient.password, "password": "a new long pass phrase", "again": "other"], "again"),
                (["current": DeskClient.password, "password": "short", "again": "short"], "password"),
                (["current": DeskClient.password, "password": DeskClient.password, "again": DeskClient.password], "password"),
            ] {
                let seen = try await person.send("/desk/account", to: target, fields)
                #expect(seen.status == .unprocessableContent && seen.text.contains("<a href=\"#\(id)\">"), "\(id)")
            }
            let setUp = try await person.see("/desk/account/second-factor")
            let base32 = try #require(setUp.text.firstMatch(of: /[?]secret=([A-Z2-7]+)/).map { String($0.1) })
            #expect(!setUp.text.contains("value=\"\(base32)\""))
            let secret = try #require(OneTimeCode(base32: base32))
            let code = secret.code(at: SampleReports.instant)
            for (fields, id): (KeyValuePairs<String, String>, String) in [
                (["password": DeskClient.password, "code": "000"], "code"), (["password": "wrong", "code": code], "password"),
            ] {
                let seen = try await person.post("/desk/account/second-factor", fields, token: setUp.token)
                #expect(
                    seen.status == .unprocessableContent && seen.text.contains("<a href=\"#\(id)\">") && seen.text.contains(base32), "\(id)"
                )
            }
            let right = try await person.post(
                "/desk/account/second-factor", ["password": DeskClient.password, "code": code], token: setUp.token)
            #expect(right.location == "/desk/account?done=second-factor")
            #expect(try await harness.records.accounts.account(login: "zhang")?.hasSecondFactor == true)
            let removed = try await person.send(
                "/desk/account", to: "/desk/account/second-factor/remove", ["removal-password": DeskClient.password])
            #expect(removed.status == .seeOther)
        }
    }

    @Test("the list of people is filtered by name, state and role")
    func people() async throws {
        try await SiteHarness.run { harness, client in
            let admin = try await DeskClient.signedIn("admin", [Grant(.systemAdministrator)], harness.records, client)
            _ = try await DeskClient.signedIn("zhang", [Grant(.reviewer, in: 7)], harness.records, client)
            _ = try await harness.records.accounts.make(
                login: "wang", name: "<b>某</b>", phone: nil, by: .program, at: SampleReports.instant)
            let all = try await admin.see("/desk/people")
            #expect(all.text.contains("共 3 人") && all.text.contains("审核（单位7）") && !all.text.contains("<b>某"))
            #expect(try await admin.see("/desk/people?state=invited").text.contains("共 1 人"))
            #expect(try await admin.see("/desk/people?role=reviewer").text.contains("共 1 人"))
            #expect(try await admin.see("/desk/people?role=none").text.contains("共 1 人"))
            #expect(try await admin.see("/desk/people?q=ZHA").text.contains("共 1 人"))
            #expect(try await admin.see("/desk/people/999").status == .notFound)
        }
    }
}
