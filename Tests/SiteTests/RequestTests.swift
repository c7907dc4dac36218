import Foundation
import Markup
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Addresses and tokens")
struct RequestTests {
    @Test("a query is decoded as a browser's form writes it")
    func query() throws {
        let query = try QueryString("region=%E9%9D%92%E6%BA%AA+%E5%8E%BF&year=2021&empty=&page=3&year=1999")
        #expect(query.text("region") == "青溪 县")
        #expect(try query.year() == 2021)
        #expect(query.text("empty") == nil)
        #expect(try query.page() == 3)
        #expect(try QueryString(nil).page() == 1)
    }

    @Test(
        "broken encodings and impossible values are refused in Chinese",
        arguments: [
            "region=%E9%9", "region=%GG", "region=%FF%FE",
        ])
    func brokenEncoding(raw: String) {
        #expect(throws: PageError.self) { try QueryString(raw) }
    }

    @Test("a year, a page, a version must be numbers in their range")
    func numbers() throws {
        let query = try QueryString("year=abcd&page=0&a=-1")
        #expect(throws: PageError.self) { try query.year() }
        #expect(throws: PageError.self) { try query.page() }
        #expect(throws: PageError.self) { try query.version("a") }
    }

    @Test("links are encoded and leave out what has no value")
    func links() {
        #expect(Link.to("/reports", ["year": "2021", "region": nil, "q": "青&溪"]) == "/reports?year=2021&q=%E9%9D%92%26%E6%BA%AA")
    }

    @Test(
        "a way back never leads to another site",
        arguments: ["//evil.example", "https://evil.example", "/\\evil", "/a b", "/a\r\nX: y", ""])
    func foreignBack(path: String) {
        #expect(Link.local(path) == "/")
    }

    @Test("a way back to a page of this site is kept")
    func ownBack() { #expect(Link.local("/reports?year=2021") == "/reports?year=2021") }

    @Test("a token holds for its secret, form and time alone")
    func tokens() {
        let tokens = FormToken(key: Array(repeating: 7, count: 32))
        let secret = FormToken.newSecret()
        let now = Date(timeIntervalSince1970: 1_790_000_000)
        let field = tokens.field(secret: secret, form: "check", at: now)
        #expect(tokens.accepts(field, secret: secret, form: "check", at: now.addingTimeInterval(3600)))
        #expect(!tokens.accepts(field, secret: FormToken.newSecret(), form: "check", at: now))
        #expect(!tokens.accepts(field, secret: secret, form: "other", at: now))
        #expect(!tokens.accepts(field, secret: secret, form: "check", at: now.addingTimeInterval(13 * 3600)))
        #expect(!tokens.accepts(field, secret: secret, form: "check", at: now.addingTimeInterval(-3600)))
        #expect(!FormToken(key: Array(repeating: 8, count: 32)).accepts(field, secret: secret, form: "check", at: now))
        #expect(!tokens.accepts(nil, secret: secret, form: "check", at: now))
        #expect(!tokens.accepts("9223372036854775807.00", secret: secret, form: "check", at: now))
    }

    @Test("what a session's forms are tied to is no visitor's secret, and not what the database keeps of it")
    func sessionSecret() {
        let token = String(repeating: "a", count: 64)
        #expect(!FormToken.isSecret(FormToken.secret(session: token)))
        #expect(FormToken.secret(session: token) != Hex.sha256(token))
    }

    @Test("hexadecimal is read back, and nothing else is read", arguments: ["0", "0g", "+1", " 1", "0x", "٠٠"])
    func hexadecimal(wrong: String) {
        #expect(Hex.bytes("00ffA1") == [0, 255, 161] && Hex.bytes("") == [])
        #expect(Hex.bytes(wrong) == nil)
    }

    @Test("a file's name goes into its header encoded, with nothing that could end the header")
    func disposition() {
        let header = ContentDisposition.attachment("青溪\"\r\n.docx")
        #expect(header == "attachment; filename=\"file.docx\"; filename*=UTF-8''%E9%9D%92%E6%BA%AA%22%0D%0A.docx")
    }

    @Test("instants are shown in China's time")
    func time() {
        #expect(BeijingTime.text(Date(timeIntervalSince1970: 0)) == "1970-01-01 08:00")
        #expect(BeijingTime.text(Date(timeIntervalSince1970: 1_767_283_140)) == "2026-01-01 23:59")
        #expect(BeijingTime.text(Date(timeIntervalSince1970: 1_767_283_200)) == "2026-01-02 00:00")
    }
}
