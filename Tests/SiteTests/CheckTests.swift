import AnnualReport
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Checking a dropped report", .opensDatabases)
struct CheckTests {
    private static let wrong = SampleReports.text(
        SampleReports.changed(SampleReports.report("北坡镇", 2021, requests: 6), .granted, .total, to: .count(99)))

    @Test("a report is read, its findings are shown at once, and nothing is kept")
    func happyPath() async throws {
        try await SiteHarness.run { harness, client in
            let before = try await harness.store.summaries().total
            let (token, cookie) = try await client.openForm()
            let page = try await client.upload(Self.wrong, name: "北坡镇2021.txt", token: token, cookie: cookie)
            #expect(page.status == .ok)
            #expect(page.text.contains("北坡镇2021年政府信息公开工作年度报告"))
            #expect(page.text.contains("行总计不符"))
            #expect(page.text.contains("这份文件没有保存"))
            #expect(page.headers[.cacheControl] == "no-store")
            let after = try await harness.store.summaries().total
            #expect(after == before)
        }
    }

    @Test(
        "a file that cannot be read brings the form back with the reason at its field",
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0, 1], "报告.docx", "JPEG"),
            ([], "空.txt", "空的"),
            (Array("PK\u{3}\u{4}broken".utf8), "报告.docx", "损坏"),
        ] as [([UInt8], String, String)])
    func unreadable(bytes: [UInt8], name: String, words: String) async throws {
        try await SiteHarness.run { _, client in
            let (token, cookie) = try await client.openForm()
            let page = try await client.upload(bytes, name: name, token: token, cookie: cookie)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("<a href=\"#file\">"))
            #expect(page.text.contains("id=\"file-error\""))
            #expect(page.text.contains(words), "\(page.text.split(separator: "\n").first { $0.contains("file-error") } ?? "")")
        }
    }

    @Test("a report without any statutory table is shown as one")
    func withoutTables() async throws {
        try await SiteHarness.run { _, client in
            let (token, cookie) = try await client.openForm()
            let page = try await client.upload(Array("今天天气很好。\n".utf8), name: "a.txt", token: token, cookie: cookie)
            #expect(page.status == .ok)
            #expect(page.text.contains("没有找到法定的三张表"))
            #expect(page.text.contains("缺少表格"))
        }
    }

    @Test("a form without a chosen file asks for one")
    func noFile() async throws {
        try await SiteHarness.run { _, client in
            let (token, cookie) = try await client.openForm()
            let page = try await client.upload(nil, name: "", token: token, cookie: cookie)
            #expect(page.status == .badRequest)
            #expect(page.text.contains("请选择一份报告文件"))
        }
    }

    @Test("a form that is not ours is refused: no token, a wrong one, no cookie")
    func foreignForm() async throws {
        try await SiteHarness.run { _, client in
            let (token, cookie) = try await client.openForm()
            let cases: [(String?, String?)] = [
                (nil, cookie), ("1790000000.\(String(repeating: "0", count: 64))", cookie), (token, nil),
                (token, "form=\(String(repeating: "a", count: 32))"),
            ]
            for (token, cookie) in cases {
                let page = try await client.upload(Self.wrong, name: "a.txt", token: token, cookie: cookie)
                #expect(page.status == .forbidden)
                #expect(!page.text.contains("行总计不符"))
                #expect(page.text.contains("请重新选择文件"))
            }
        }
    }

    @Test("a file beyond the limit is refused in words, told before and found out while reading")
    func tooLarge() async throws {
        try await SiteHarness.run(settings: SiteSettings(uploadLimit: 1 << 20)) { _, client in
            let (token, cookie) = try await client.openForm()
            let bytes = Array(repeating: UInt8(ascii: "a"), count: (1 << 20) + 1)
            let page = try await client.upload(bytes, name: "a.txt", token: token, cookie: cookie)
            #expect(page.status == .contentTooLarge)
            #expect(page.text.contains("文件太大，最大 1 MiB"))
        }
    }

    @Test("a body that is no form is refused", arguments: ["application/x-www-form-urlencoded", "multipart/form-data; boundary=other"])
    func noForm(type: String) async throws {
        try await SiteHarness.run { _, client in
            let page = try await client.post(Array("token=1".utf8), type: type, cookie: nil)
            #expect(page.status == .badRequest)
            #expect(page.text.contains("选择文件上传"))
        }
    }

    @Test("a hostile file name and title are text")
    func hostile() async throws {
        try await SiteHarness.run { _, client in
            let (token, cookie) = try await client.openForm()
            let text = Array("<img src=x>镇2021年政府信息公开工作年度报告\n<script>alert(1)</script>\n".utf8)
            let page = try await client.upload(text, name: "<script>.txt", token: token, cookie: cookie)
            #expect(!page.text.contains("<script"))
            #expect(!page.text.contains("<img"))
        }
    }

    @Test("the form's cookie is out of reach of scripts and other sites, and kept for the next form")
    func cookie() async throws {
        try await SiteHarness.run { _, client in
            let form = try await client.see("/check")
            let cookie = try #require(form.headers[.setCookie])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            let again = try await client.see("/check", cookie: String(cookie.split(separator: ";")[0]))
            #expect(again.headers[.setCookie] == nil)
        }
        try await SiteHarness.run(settings: SiteSettings(secureCookies: true)) { _, client in
            let form = try await client.see("/check")
            #expect(form.headers[.setCookie]?.contains("Secure") == true)
        }
    }
}
