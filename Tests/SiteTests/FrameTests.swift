import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("What surrounds pages", .opensDatabases)
struct FrameTests {
    @Test(
        "every answer carries the security headers",
        arguments: ["/", "/reports", "/check", "/nothing", "/reports?year=x", wings.stylesheet.path])
    func headers(path: String) async throws {
        try await SiteHarness.run { _, client in
            let headers = try await client.see(path).headers
            #expect(
                headers[.contentSecurityPolicy]
                    == "default-src 'none'; style-src 'self'; img-src 'self' data:; object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
            )
            #expect(headers[.xContentTypeOptions] == "nosniff")
            let others = SecurityHeadersMiddleware.fields.dropFirst(2)
            #expect(
                others.map(\.name.rawName) == [
                    "Referrer-Policy", "X-Frame-Options", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
                    "Permissions-Policy",
                ])
            #expect(headers[.strictTransportSecurity] == nil)
            #expect(headers[.cacheControl] != nil)
            for field in others { #expect(headers[field.name] == field.value, "\(field.name)") }
        }
    }

    @Test("no page needs what the policy forbids: scripts, inline styles, other sites")
    func noScript() async throws {
        try await SiteHarness.run { harness, client in
            for path in [
                "/", "/reports", "/reports/\(harness.wrong.id)", "/years/2021", "/check", "/merge", "/deadlines",
                "/deadlines?received=2020-01-20",
            ] {
                let text = try await client.see(path).text
                #expect(!text.contains("<script") && !text.contains("<style") && !text.contains(" style=\""), "\(path)")
                #expect(text.firstMatch(of: /\son[a-z]+="/) == nil, "\(path)")
                #expect(text.firstMatch(of: /(src|href)="(https?:)?\/\//) == nil, "\(path)")
            }
        }
    }

    @Test("the stylesheet is one small file that may be kept for good")
    func stylesheet() async throws {
        #expect(wings.stylesheet.bytes.count < 30_000)
        try await SiteHarness.run { _, client in
            let page = try await client.see("/")
            #expect(page.text.contains("<link rel=\"stylesheet\" href=\"\(wings.stylesheet.path)\">"))
            let sheet = try await client.see(wings.stylesheet.path)
            #expect(sheet.status == .ok)
            #expect(sheet.headers[.contentType] == "text/css; charset=utf-8")
            #expect(sheet.headers[.cacheControl]?.contains("immutable") == true)
        }
    }

    @Test("large print is kept in a cookie and leads back to the page")
    func largePrint() async throws {
        try await SiteHarness.run { _, client in
            let plain = try await client.see("/reports?year=2021")
            #expect(plain.text.contains("<html lang=\"zh-Hans\">"))
            #expect(plain.text.contains("/display?large=on&amp;back=%2Freports%3Fyear%3D2021"))
            let answer = try await client.see("/display?large=on&back=%2Freports%3Fyear%3D2021")
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/reports?year=2021")
            let cookie = try #require(answer.headers[.setCookie])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            let value = String(cookie.split(separator: ";")[0])
            let large = try await client.see("/", cookie: value)
            #expect(large.text.contains("<html lang=\"zh-Hans\" class=\"large\">"))
            let both = try await client.see("/display?contrast=on&back=%2F", cookie: value)
            #expect(both.headers[.setCookie]?.hasPrefix("display=lc;") == true)
        }
    }

    @Test("the display's switch never leads to another site")
    func openRedirect() async throws {
        try await SiteHarness.run { _, client in
            let answer = try await client.see("/display?large=on&back=%2F%2Fevil.example")
            #expect(answer.headers[.location] == "/")
        }
    }

    @Test(
        "what does not exist is told in Chinese",
        arguments: [
            "/nothing", "/reports/9999", "/reports/abc", "/reports/9999/file", "/reports/9999.json", "/reports/compare?a=1&b=9999",
            "/merge?region=none", "/merge/file?region=none&year=2021&format=json",
        ])
    func notFound(path: String) async throws {
        try await SiteHarness.run { _, client in
            let page = try await client.see(path)
            #expect(page.status == .notFound)
            #expect(page.text.contains("没有找到这个页面"))
        }
    }

    @Test(
        "parameters that make no sense are told in Chinese",
        arguments: [
            "/reports?year=abc", "/reports?page=0", "/reports?region=%FF", "/reports/compare?a=x", "/years/20", "/years/abc",
            "/figures?year=2021", "/figures?year=2021&cell=requests.nothing.total", "/figures?cell=requests.granted.total",
            "/merge/file?region=x", "/merge/file?region=x&year=2021&format=exe",
        ])
    func badParameters(path: String) async throws {
        try await SiteHarness.run { _, client in
            let page = try await client.see(path)
            #expect(page.status == .badRequest)
            #expect(page.text.contains("看不懂的内容"))
        }
    }

    @Test("a fault of our own shows nothing of the inside")
    func fault() async throws {
        try await SiteHarness.run { harness, client in
            try harness.store.close()
            let page = try await client.see("/reports")
            #expect(page.status == .internalServerError)
            #expect(page.text.contains("页面暂时打不开"))
            #expect(!page.text.lowercased().contains("sql") && !page.text.contains("Error"))
        }
    }

    @Test("HEAD answers without a body")
    func head() async throws {
        try await SiteHarness.run { _, client in
            let answer = try await client.execute(uri: "/reports", method: .head)
            #expect(answer.status == .ok)
            #expect(answer.body.readableBytes == 0)
        }
    }
}
