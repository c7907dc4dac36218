import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Law
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Who may use which route", .opensDatabases)
struct AccessTests {
    private static func routes(_ records: Records) -> [RouteList.Entry] {
        buildRoutes(records: records, wings: wings, settings: SiteSettings(), calendar: .official, clock: { SampleReports.instant }).list
            .entries
    }

    /// A path with something in the place of each parameter.
    private static func address(_ path: String) -> String {
        path.split(separator: "/").map { $0.hasPrefix("{") ? "1" : String($0) }.reduce("") { $0 + "/" + $1 }
    }

    @Test("every route of the desk declares a right; what everyone may use is listed here by name")
    func declared() async throws {
        try await SiteHarness.run { harness, _ in
            let open = Self.routes(harness.records).filter { $0.access == .everyone }.map { "\($0.method) \($0.path)" }.filter {
                $0.contains("/desk") || $0.contains("/link")
            }
            #expect(Set(open) == ["GET /desk/sign-in", "POST /desk/sign-in", "GET /link/{token}", "POST /link/{token}"])
        }
    }

    @Test("a visitor is led to the sign-in page from every page of the desk, and posts nothing")
    func visitors() async throws {
        try await SiteHarness.run { harness, client in
            let visitor = DeskClient.visitor(client)
            for route in Self.routes(harness.records) where route.access != .everyone {
                let path = Self.address(route.path)
                if route.method == .get {
                    let seen = try await visitor.see(path)
                    #expect(seen.status == .seeOther && seen.location?.hasPrefix("/desk/sign-in?back=") == true, "\(path)")
                } else {
                    #expect(try await visitor.post(path, [:], token: "").status == .unauthorized, "\(path)")
                }
            }
        }
    }

    @Test("every route x every role: who has the right gets past the door, who has not does not", arguments: Role.allCases)
    func matrix(role: Role) async throws {
        try await SiteHarness.run { harness, client in
            let grant = Grant(role, in: role.isAdministrator ? nil : 7)
            let person = try await DeskClient.signedIn("zhang", [grant], harness.records, client)
            for route in Self.routes(harness.records) {
                guard let right = route.access.right else { continue }
                let path = Self.address(route.path)
                let seen = route.method == .get ? try await person.see(path) : try await person.post(path, [:], token: "")
                let isRefused = seen.status == .forbidden && seen.text.contains("需要“\(right.title)”的权限")
                #expect(isRefused == (Permission.reach(role, right) == nil), "\(route.method) \(path) \(seen.status)")
            }
        }
    }

    @Test("somebody without a role may do nothing but look after their own account")
    func noRole() async throws {
        try await SiteHarness.run { harness, client in
            let person = try await DeskClient.signedIn("zhang", [], harness.records, client)
            for route in Self.routes(harness.records) where route.method == .get {
                guard let right = route.access.right else { continue }
                let isRefused = try await person.see(Self.address(route.path)).status == .forbidden
                #expect(isRefused == (right != .ownAccount), "\(route.path)")
            }
        }
    }

    @Test("the page of an error stands in the frame of whoever reads it")
    func errorFrame() async throws {
        try await SiteHarness.run { harness, client in
            let person = try await DeskClient.signedIn("zhang", [], harness.records, client)
            for path in ["/years/1", "/reports/compare?a=x", "/reports/999", "/no/such/page"] {
                let (own, visitor) = (try await person.see(path), try await client.see(path))
                #expect(own.status == visitor.status && own.status != .ok)
                #expect(own.text.contains("办公区（") && visitor.text.contains("工作人员登录"), "\(path)")
            }
        }
    }

    @Test("a role taken back, or a session ended, holds with the next request")
    func atOnce() async throws {
        try await SiteHarness.run { harness, client in
            let grant = Grant(.systemAdministrator)
            let person = try await DeskClient.signedIn("zhang", [grant], harness.records, client)
            _ = try await DeskClient.signedIn("wang", [grant], harness.records, client)
            #expect(try await person.see("/desk/people/new").status == .ok)
            let id = try #require(try await harness.records.accounts.account(login: "zhang")?.id)
            try await harness.records.accounts.take(grant, from: id, by: .program, at: SampleReports.instant)
            #expect(try await person.see("/desk/people/new").status == .forbidden)
            try await harness.records.sessions.end(of: id, by: .program, at: SampleReports.instant)
            #expect(try await person.see("/desk").status == .seeOther)
        }
    }

    @Test("a form without a token, with another form's, or another reader's is refused, and changes nothing")
    func forged() async throws {
        try await SiteHarness.run { harness, client in
            let admin = try await DeskClient.signedIn("admin", [Grant(.systemAdministrator)], harness.records, client)
            let account = try await admin.see("/desk/account").token
            for token in ["", "1.2", account] {
                let seen = try await admin.post("/desk/people/new", ["login": "new", "name": "某"], token: token)
                #expect(seen.status == .forbidden && seen.text.contains("页面开得太久了"))
            }
            #expect(try await harness.records.accounts.account(login: "new") == nil)
        }
    }
}
