import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite struct HTTPSRedirectTests {
    @Test(
        "The name in a Host header, without its port",
        arguments: [
            ("gk.example.gov.cn", "gk.example.gov.cn"), ("gk.example.gov.cn:80", "gk.example.gov.cn"), ("192.0.2.1:8080", "192.0.2.1"),
            ("[2001:db8::1]", "[2001:db8::1]"), ("[2001:db8::1]:80", "[2001:db8::1]"), ("localhost", "localhost"),
        ])
    func names(_ authority: String, _ name: String) {
        #expect(HTTPSRedirect.name(authority) == name)
    }

    @Test(
        "What is no name is refused",
        arguments: [
            "", ":80", "a b", "a/b", "a@b", "a:80:80", "a:80\u{301}", "a\u{301}:80", "[::1", "[::1]x", "[]", "[gk]", "公开", "a\r\nb", "a?b",
            "a#b",
            String(repeating: "a", count: 256),
        ])
    func refusals(_ authority: String) {
        #expect(HTTPSRedirect.name(authority) == nil)
    }

    @Test func noHeaderIsNoName() {
        #expect(HTTPSRedirect.name(nil) == nil)
    }
}
