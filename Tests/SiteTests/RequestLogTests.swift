import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("At the door: who asks, how often, how much", .opensDatabases)
struct RequestLogTests {
    private static let proxyHeader = HTTPField.Name.xForwardedFor

    /// A site that believes proxies on this machine, as which the test's client comes.
    private static func behindProxy(_ change: (inout ServerSettings) -> Void = { _ in }) -> SiteSettings {
        var settings = SiteSettings()
        settings.server.proxies = ProxyTrust(proxies: AddressRange.loopback)
        change(&settings.server)
        return settings
    }

    @Test("over TLS at the proxy: every cookie is Secure, HttpOnly and SameSite, and browsers are told to stay on TLS")
    func behindTLS() async throws {
        try await SiteHarness.run(settings: Self.behindProxy(), through: .live) { _, client in
            for path in ["/check", "/display?large=on&back=%2F"] {
                let page = try await client.see(path, headers: [.xForwardedFor: "203.0.113.9", .xForwardedProto: "https"])
                let cookie = try #require(page.headers[.setCookie])
                for attribute in ["; Secure", "; HttpOnly", "; SameSite="] { #expect(cookie.contains(attribute), "\(cookie)") }
                #expect(page.headers[.strictTransportSecurity] == "max-age=31536000")
            }
            let plain = try await client.see("/check", headers: [.xForwardedFor: "203.0.113.9", .xForwardedProto: "http"])
            #expect(plain.headers[.setCookie]?.contains("Secure") == false)
            #expect(plain.headers[.strictTransportSecurity] == nil)
        }
    }

    @Test("where cookies are always Secure, so is the rest")
    func alwaysSecure() async throws {
        try await SiteHarness.run(settings: SiteSettings(secureCookies: true)) { _, client in
            let page = try await client.see("/check")
            #expect(page.headers[.strictTransportSecurity] != nil)
            let cookie = try #require(page.headers[.setCookie])
            #expect(cookie.components(separatedBy: "Secure").count == 2)
        }
    }

    @Test("whoever asks too often gets a page in Chinese that says when to come again, and others get in")
    func rateLimited() async throws {
        let kept = KeptLines()
        var settings = Self.behindProxy { $0.limits.requestsPerSecond = 0.5 }
        settings.server.security = kept.logger("security")
        try await SiteHarness.run(settings: settings, through: .live) { _, client in
            for _ in 0..<5 {
                let page = try await client.see("/", headers: [.xForwardedFor: "203.0.113.9"])
                #expect(page.status == .ok)
            }
            let page = try await client.see("/", headers: [.xForwardedFor: "203.0.113.9"])
            #expect(page.status == .tooManyRequests)
            #expect(page.headers[.retryAfter] == "2")
            #expect(page.text.contains("操作太频繁") && page.text.contains("请等 2 秒再试"))
            #expect(page.headers[.contentSecurityPolicy] != nil)
            // What is invented on the left changes nothing.
            let liar = try await client.see("/", headers: [.xForwardedFor: "1.2.3.4, 203.0.113.9"])
            #expect(liar.status == .tooManyRequests)
            let other = try await client.see("/", headers: [.xForwardedFor: "203.0.113.10"])
            #expect(other.status == .ok)
        }
        let lines = kept.all.filter { $0.contains("rate-limited") }
        #expect(lines.count == 1)
        #expect(lines.first?.contains("address=203.0.113.9") == true && lines.first?.contains("route=/") == true)
    }

    @Test("uploads have a limit of their own")
    func uploads() async throws {
        try await SiteHarness.run { _, client in
            var seen: [Int] = []
            for _ in 0...Int(RateRule.uploads.burst) {
                seen.append(try await client.post(Array("x".utf8), type: "text/plain", cookie: nil).status.code)
            }
            #expect(seen.dropLast().allSatisfy { $0 == 400 })
            #expect(seen.last == 429)
        }
    }

    @Test("claims of who is no trusted proxy are noted and not believed")
    func untrusted() async throws {
        let kept = KeptLines()
        var settings = SiteSettings()
        settings.server = kept.settings
        try await SiteHarness.run(settings: settings, through: .live) { _, client in
            let page = try await client.see(
                "/check", headers: [.xForwardedFor: "1.2.3.4", .xForwardedProto: "https", .requestID: "mine"])
            #expect(page.headers[.strictTransportSecurity] == nil)
            #expect(page.headers[.requestID] != "mine")
        }
        let line = try #require(kept.all.first { $0.contains("untrusted-forwarded") })
        #expect(!line.contains("1.2.3.4"))
    }

    @Test("an error page shows the number under which the log has it")
    func number() async throws {
        let kept = KeptLines()
        var settings = SiteSettings()
        settings.server = kept.settings
        try await SiteHarness.run(settings: settings) { harness, client in
            try harness.store.close()
            let page = try await client.see("/reports?region=%E5%BC%A0%E4%B8%89")
            #expect(page.status == .internalServerError)
            #expect(page.headers[.cacheControl] == "no-store")
            let number = try #require(page.headers[.requestID])
            #expect(number.wholeMatch(of: /[2-9A-Z]{5}-[2-9A-Z]{5}/) != nil)
            #expect(page.text.contains("编号 \(number)"))
            let lines = kept.all.filter { $0.contains("request=\(number)") }
            #expect(lines.contains { $0.contains("请求处理失败") && $0.contains("route=/reports") })
            #expect(lines.contains { $0.contains("[access]") && $0.contains("status=500") })
            // What somebody typed stays out of every line.
            #expect(!kept.all.contains { $0.contains("张三") || $0.contains("E5%BC") })
        }
    }

    @Test("a proxy's number is kept if it is plain", arguments: [("abc-DEF_123", true), ("a b", false), ("<script>", false), ("", false)])
    func proxyNumber(given: String, isKept: Bool) async throws {
        try await SiteHarness.run(settings: Self.behindProxy(), through: .live) { _, client in
            let page = try await client.see("/nothing", headers: [.requestID: given])
            #expect((page.headers[.requestID] == given) == isKept)
            if isKept { #expect(page.text.contains("编号 \(given)")) }
        }
    }

    @Test("a body beyond all limits is refused by its length, whatever the route")
    func body() async throws {
        let kept = KeptLines()
        var settings = SiteSettings(uploadLimit: 1_000)
        settings.server = kept.settings
        try await SiteHarness.run(settings: settings) { _, client in
            let page = try await client.post(Array(repeating: 0x61, count: 4_001), type: "text/plain", cookie: nil)
            #expect(page.status == .contentTooLarge)
        }
        #expect(kept.all.contains { $0.contains("event=body-too-large") && $0.contains("bytes=4001") })
    }

    @Test("the desk of security hears of a foreign form and of a file that is none")
    func uploadEvents() async throws {
        let kept = KeptLines()
        var settings = SiteSettings()
        settings.server = kept.settings
        try await SiteHarness.run(settings: settings) { _, client in
            let (token, cookie) = try await client.openForm()
            _ = try await client.upload(Array("a".utf8), name: "a.txt", token: token, cookie: nil)
            _ = try await client.upload([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], name: "身份证.docx", token: token, cookie: cookie)
        }
        #expect(kept.all.contains { $0.contains("event=bad-token") && $0.contains("route=/check") })
        #expect(kept.all.contains { $0.contains("event=refused-upload") })
        #expect(!kept.all.contains { $0.contains("身份证") })
    }

    @Test(
        "a file is what its bytes say: programs, pictures and archives are refused under any name",
        arguments: [
            [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0], Array("MZ\u{0}\u{1}\u{0}\u{0}".utf8), [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0],
            Array("GIF89a\u{1}\u{0}\u{1}\u{0}".utf8), [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], Array("Rar!\u{1A}\u{7}\u{1}\u{0}".utf8),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0],
        ] as [[UInt8]], ["报告.docx", "报告.pdf", "报告.txt"])
    func refusedTypes(bytes: [UInt8], name: String) async throws {
        try await SiteHarness.run { _, client in
            let (token, cookie) = try await client.openForm()
            let page = try await client.upload(bytes, name: name, token: token, cookie: cookie)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("id=\"file-error\""))
        }
    }
}
