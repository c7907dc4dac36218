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

@Suite("Whose form it is", .opensDatabases)
struct FormBindingTests {
    private static let file = SampleReports.text(SampleReports.report("北坡镇", 2021, requests: 6))

    /// The cookies of a browser but the visitor's one.
    private static func session(of person: DeskClient) -> String {
        person.cookies.split(separator: "; ").filter { $0.contains("session=") }.joined()
    }

    /// What a browser asks of a cookie whose name begins with `__Host-`.
    private static func isBoundToHost(_ cookie: String) -> Bool {
        let attributes = cookie.components(separatedBy: "; ").dropFirst()
        return attributes.contains("Path=/") && attributes.contains("Secure") && !attributes.contains { $0.hasPrefix("Domain") }
    }

    @Test("a token from before signing in is none afterwards, though the visitor's cookie is still there")
    func beforeSignIn() async throws {
        try await SiteHarness.run { harness, client in
            let visitor = DeskClient.visitor(client)
            let early = try await visitor.see("/check").token
            let person = try await DeskClient.signedIn("zhang", [], harness.records, client)
            #expect(try await client.upload(Self.file, name: "a.txt", token: early, cookie: visitor.cookies).status == .ok)
            #expect(try await client.upload(Self.file, name: "a.txt", token: early, cookie: person.cookies).status == .forbidden)
            let late = try await person.see("/check").token
            #expect(try await client.upload(Self.file, name: "a.txt", token: late, cookie: person.cookies).status == .ok)
            #expect(try await client.upload(Self.file, name: "a.txt", token: late, cookie: visitor.cookies).status == .forbidden)
        }
    }

    @Test("whoever plants his own cookie in another's browser has no token for the other's session")
    func planted() async throws {
        try await SiteHarness.run { harness, client in
            let grants = [Grant(.systemAdministrator)]
            let victim = try await DeskClient.signedIn("zhang", grants, harness.records, client)
            let thief = try await DeskClient.signedIn("li", grants, harness.records, client)
            // Both browsers send the same visitor's cookie.
            let token = try await thief.see("/desk/people/new").token
            let seen = try await victim.post("/desk/people/new", ["login": "new", "name": "某"], token: token)
            #expect(seen.status == .forbidden && seen.text.contains("页面开得太久了"))
            #expect(try await harness.records.accounts.account(login: "new") == nil)
        }
    }

    @Test("somebody signed in needs no other cookie than the session's, and gets none")
    func onlySession() async throws {
        try await SiteHarness.run { harness, client in
            let person = try await DeskClient.signedIn("zhang", [], harness.records, client)
            let session = Self.session(of: person)
            let page = try await client.see("/check", cookie: session)
            #expect(page.headers[.setCookie] == nil)
            #expect(try await client.upload(Self.file, name: "a.txt", token: page.token, cookie: session).status == .ok)
        }
    }

    @Test("over TLS the cookies are of this very host, and those of other names count for nothing")
    func secureNames() async throws {
        try await SiteHarness.run(settings: SiteSettings(secureCookies: true)) { harness, client in
            let form = try await client.see("/check")
            let given = try #require(form.headers[.setCookie])
            #expect(given.hasPrefix("__Host-form=") && Self.isBoundToHost(given), "\(given)")
            let cookie = String(given.split(separator: ";")[0])
            #expect(try await client.upload(Self.file, name: "a.txt", token: form.token, cookie: cookie).status == .ok)
            let plain = String(cookie.dropFirst("__Host-".count))
            #expect(try await client.upload(Self.file, name: "a.txt", token: form.token, cookie: plain).status == .forbidden)

            _ = try await DeskClient.signedIn("zhang", [], harness.records, client)
            let signIn = try await client.see("/desk/sign-in", cookie: cookie)
            let body = "token=\(signIn.token)&login=zhang&password=" + DeskClient.password.replacing(" ", with: "+")
            let session = try await client.execute(
                uri: "/desk/sign-in", method: .post, headers: [.contentType: "application/x-www-form-urlencoded", .cookie: cookie],
                body: ByteBuffer(string: body)
            ) { $0.headers[.setCookie] ?? "" }
            #expect(session.hasPrefix("__Host-session=") && Self.isBoundToHost(session), "\(session)")
            let own = String(session.split(separator: ";")[0])
            #expect(try await client.see("/desk", cookie: own).status == .ok)
            #expect(try await client.see("/desk", cookie: String(own.dropFirst("__Host-".count))).status == .seeOther)

            let person = try await DeskClient.signedIn("zhang", [], harness.records, client, isSecure: true)
            #expect(try await person.send("/desk", to: "/desk/sign-out", [:]).headers[.setCookie]?.hasPrefix("__Host-session=;") == true)
        }
    }

    @Test("a proxy's word that the reader comes over TLS gives the same names", arguments: [("https", "__Host-form="), ("http", "form=")])
    func behindProxy(scheme: String, prefix: String) async throws {
        var settings = SiteSettings()
        settings.server.proxies = ProxyTrust(proxies: AddressRange.loopback)
        try await SiteHarness.run(settings: settings, through: .live) { _, client in
            let page = try await client.see("/check", headers: [.xForwardedFor: "203.0.113.9", .xForwardedProto: scheme])
            #expect(page.headers[.setCookie]?.hasPrefix(prefix) == true)
        }
    }
}
