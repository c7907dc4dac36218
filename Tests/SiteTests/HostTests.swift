import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("The host of a request (RFC 9112, section 3.2)", .opensDatabases)
struct HostTests {
    private static let requests = [
        ("GET /health HTTP/1.1\r\nHost: a.example:8080\r\n", 200), ("GET /health HTTP/1.1\r\nHost: [::1]:80\r\n", 200),
        ("GET /health HTTP/1.1\r\n", 400), ("GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n", 400),
        ("GET /health HTTP/1.1\r\nHost: a\r\nHost: a\r\n", 400), ("GET /health HTTP/1.1\r\nHost: a\r\nhOST: a\r\n", 400),
        ("GET /health HTTP/1.1\r\nHost:\r\n", 400), ("GET /health HTTP/1.1\r\nHost: a, b\r\n", 400),
        ("GET /health HTTP/1.1\r\nHost: a b\r\n", 400), ("GET /health HTTP/1.1\r\nHost: a@b\r\n", 400),
        ("GET /health HTTP/1.1\r\nHost: a/b\r\n", 400), ("GET /health HTTP/1.1\r\nHost: a:80x\r\n", 400),
        ("GET http://a/health HTTP/1.1\r\nHost: A\r\n", 200), ("GET http://b/health HTTP/1.1\r\nHost: a\r\n", 400),
        ("GET http:///health HTTP/1.1\r\nHost: a\r\n", 400), ("GET http://a@b/health HTTP/1.1\r\nHost: a\r\n", 400),
        // Older than the field: what an old load balancer asks.
        ("GET /health HTTP/1.0\r\n", 200), ("GET /health HTTP/1.0\r\nHost: a\r\nHost: b\r\n", 400),
    ]

    @Test("over HTTP/1 a request names one host, and a host")
    func http1() async throws {
        try await SiteHarness.run(through: .live) { _, client in
            let port = try #require(client.port)
            for (head, status) in Self.requests {
                let answer = try await RawConnection.exchange(head + "Connection: close\r\n\r\n", port: port)
                #expect(answer.hasPrefix("HTTP/1.1 \(status) ") || answer.hasPrefix("HTTP/1.0 \(status) "), "\(head)\(answer.prefix(300))")
                if status == 400 { #expect(answer.contains("请求中没有写明要访问的网站（Host）"), "\(head)") }
            }
        }
    }

    @Test(
        "over HTTP/2 a host field may only say what :authority says",
        arguments: [
            ("a.example", [], true), ("a.example", ["a.example"], true), ("A.example", ["a.Example"], true), (nil, ["a.example"], true),
            ("a.example", ["b.example"], false), ("a.example", ["a.example", "b.example"], false), (nil, [], false), ("", [], false),
            ("é.example", [], false), ("a.example\u{301}", [], false), ("a.example:", [], true), ("a.example:65535", [], true),
            ("a.example:123456", [], false), ("a:1:2", [], false), ("[::1]", [], true), ("[::1", [], false), ("[::1]x", [], false),
            ("[127.0.0.1]", [], false), ("[fe80::1%25eth0]", [], false), (String(repeating: "a", count: 256), [], false),
        ] as [(String?, [String], Bool)])
    func http2(authority: String?, hosts: [String], isOne: Bool) {
        var request = HTTPRequest(method: .get, scheme: "https", authority: authority, path: "/")
        for host in hosts { request.headerFields.append(HTTPField(name: HostField.name, value: host)) }
        #expect(HostField.isOne(request) == isOne)
    }
}
