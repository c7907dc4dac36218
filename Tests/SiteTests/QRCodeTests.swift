import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("QR codes", .opensDatabases)
struct QRCodeTests {
    private static let finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]

    @Test("the smallest version that holds the text, with its three finders", arguments: [(10, 21), (200, 57), (2_331, 177)])
    func shape(length: Int, side: Int) throws {
        let code = try #require(QRCode(String(repeating: "a", count: length)))
        #expect(code.side == side && code.modules.count == side * side)
        for (x, y) in [(0, 0), (side - 7, 0), (0, side - 7)] {
            let seen = (0..<7).map { row in (0..<7).map { code.modules[(y + row) * side + x + $0] ? "1" : "0" }.joined() }
            #expect(seen == Self.finder)
        }
        #expect(QRCode(String(repeating: "a", count: length))?.modules == code.modules)
        #expect(QRCode(String(repeating: "b", count: length))?.modules != code.modules)
    }

    @Test("a text that none can hold has none, and an empty one neither", arguments: [0, 2_332, 100_000])
    func none(length: Int) {
        #expect(QRCode(String(repeating: "a", count: length)) == nil)
    }

    @Test("the picture is one path with words for those who do not see it, and nothing that the site's policy forbids")
    func picture() throws {
        let code = try #require(QRCode("otpauth://totp/x"))
        let text = code.render(id: "qr", alternative: "二维码<1>").description
        #expect(text.components(separatedBy: "<path").count == 2 && !text.contains("style") && !text.contains("script"))
        #expect(text.contains("role=\"img\" aria-labelledby=\"qr\"") && text.contains("<title id=\"qr\">二维码&lt;1&gt;</title>"))
        // What the path covers is what is dark.
        var dark = Array(repeating: false, count: code.modules.count)
        for run in text.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
            let (x, y, length) = (Int(run.1) ?? 0, Int(run.2) ?? 0, Int(run.3) ?? 0)
            #expect(run.3 == run.4)
            for place in 0..<length { dark[(y - 4) * code.side + x - 4 + place] = true }
        }
        #expect(dark == code.modules)
        #expect(text.contains("viewBox=\"0 0 \(code.side + 8) \(code.side + 8)\""))
    }

    @Test("the page of the second factor has the code of its link; the secret stays for those who type")
    func secondFactor() async throws {
        try await SiteHarness.run { harness, client in
            let person = try await DeskClient.signedIn("zhang", [], harness.records, client)
            let page = try await person.see("/desk/account/second-factor").text
            let link = try #require(page.firstMatch(of: /href="(otpauth:[^"]+)"/)).1.replacing("&amp;", with: "&")
            let code = try #require(QRCode(String(link)))
            #expect(page.contains(code.render(id: "qr", alternative: "二维码，内容是账户名和密钥。不能扫描的，按下面的密钥手工输入。").description))
            #expect(page.contains("手工输入密钥，账户名填 <strong>zhang</strong>"))
        }
    }
}
