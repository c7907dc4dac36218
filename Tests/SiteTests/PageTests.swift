import Foundation
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Database
@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

private let region = "%E9%9D%92%E6%BA%AA%E5%8E%BF"

@Suite("Pages", .opensDatabases)
struct PageTests {
    @Test("the front page tells what this is and lists the newest reports")
    func home() async throws {
        try await SiteHarness.run { harness, client in
            let page = try await client.see("/")
            #expect(page.status == .ok)
            #expect(page.text.contains("<h1>政府信息公开工作年度报告</h1>"))
            #expect(page.text.contains("<a href=\"/reports/\(harness.corrected.id)\">东河镇</a>"))
            #expect(page.text.contains("现有 4 份报告，来自 2 个地区"))
        }
    }

    @Test("the list shows the newest version of each report with its findings by severity")
    func list() async throws {
        try await SiteHarness.run { harness, client in
            let page = try await client.see("/reports?region=\(region)&year=2021")
            #expect(page.status == .ok)
            #expect(page.text.contains("共 2 份"))
            #expect(page.text.contains("第 2 版，另有旧版 1"))
            #expect(page.text.contains("/reports/\(harness.corrected.id)\""))
            #expect(!page.text.contains("/reports/\(harness.first.id)\""))
            #expect(!page.text.contains("/reports/\(harness.lastYear.id)\""))
            #expect(page.text.contains("<option value=\"2021\" selected>"))
        }
    }

    @Test("a list without matches says so")
    func emptyList() async throws {
        try await SiteHarness.run { _, client in
            let page = try await client.see("/reports?year=1995")
            #expect(page.status == .ok)
            #expect(page.text.contains("没有符合条件的报告"))
        }
    }

    @Test("a report shows its tables, marks its wrong cells with a word and links figures to the source")
    func report() async throws {
        try await SiteHarness.run { harness, client in
            let page = try await client.see("/reports/\(harness.wrong.id)")
            #expect(page.status == .ok)
            #expect(page.text.contains("<h1>西山乡2021年政府信息公开工作年度报告</h1>"))
            #expect(page.text.contains("id=\"c-requests.granted.total\" class=\"marked error\""))
            #expect(page.text.contains("行总计不符"))
            let link = try #require(page.text.firstMatch(of: /id="c-requests\.granted\.total"[^>]*><a href="#(L\d+)"/))
            #expect(page.text.contains("<li id=\"\(link.1)\""))
            #expect(page.text.contains("href=\"#c-requests.granted.total\""))
        }
    }

    @Test("a report's page shows its source without reading the file again")
    func sourceIsKept() async throws {
        try await SiteHarness.run { harness, client in
            let id = harness.wrong.id
            let before = try await client.see("/reports/\(id)")
            #expect(before.text.contains("<li id=\"L1\""))
            for sha256 in try await harness.store.files.hashes() { try await harness.records.lose(sha256) }
            let after = try await client.see("/reports/\(id)")
            #expect(after.status == .ok && after.text == before.text)
            #expect(try await client.see("/reports/\(id)/file").status == .internalServerError)
        }
    }

    @Test("a figure's link leads to the line of the source that prints it")
    func origin() async throws {
        try await SiteHarness.run { harness, client in
            let page = try await client.see("/reports/\(harness.corrected.id)")
            let link = try #require(page.text.firstMatch(of: /id="c-requests\.received\.naturalPerson"[^>]*><a href="#L(\d+)"/))
            let line = try #require(page.text.firstMatch(of: try Regex("<li id=\"L\(link.1)\"[^>]*><span>([^<]*)")))
            #expect(line.output[1].substring?.contains("15") == true)
        }
    }

    @Test("an older version says that there is a newer one, and each leads to the other")
    func versions() async throws {
        try await SiteHarness.run { harness, client in
            let old = try await client.see("/reports/\(harness.first.id)")
            #expect(old.text.contains("已经有更正后的报告"))
            #expect(old.text.contains("<a href=\"/reports/\(harness.corrected.id)\">看第 2 版</a>"))
            let new = try await client.see("/reports/\(harness.corrected.id)")
            #expect(!new.text.contains("已经有更正后的报告"))
            #expect(new.text.contains("<a href=\"/reports/\(harness.first.id)\">第 1 版"))
        }
    }

    @Test("a finding against last year's report links to that report")
    func previousYear() async throws {
        try await SiteHarness.run { harness, client in
            let page = try await client.see("/reports/\(harness.corrected.id)")
            #expect(page.text.contains("结转与上年不符"))
            #expect(page.text.contains("<a href=\"/reports/\(harness.lastYear.id)\">上一年度的报告</a>"))
        }
    }

    @Test("the data of a report is gongkai.report/1 with its findings")
    func json() async throws {
        try await SiteHarness.run { harness, client in
            let answer = try await client.see("/reports/\(harness.wrong.id).json")
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
            let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
            #expect(object["schema"] as? String == "gongkai.report/1")
            #expect(object["organization"] as? String == "西山乡")
            let findings = try #require(object["findings"] as? [[String: Any]])
            #expect(findings.contains { $0["rule"] as? String == "row-total" })
        }
    }

    @Test("the original file comes as it was imported, to be kept and never shown")
    func file() async throws {
        try await SiteHarness.run { harness, client in
            let answer = try await client.see("/reports/\(harness.wrong.id)/file")
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
            #expect(answer.headers[.contentType] == "application/octet-stream")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            let kept = try await harness.store.file(harness.wrong.sha256)
            #expect(Array(answer.text.utf8) == kept)
        }
    }

    @Test("two reports stand side by side with every difference in words")
    func compare() async throws {
        try await SiteHarness.run { harness, client in
            let page = try await client.see("/reports/compare?a=\(harness.first.id)&b=\(harness.corrected.id)")
            #expect(page.status == .ok)
            #expect(page.text.contains("增 3"))
            #expect(page.text.contains("有 6 格不同"))
            let same = try await client.see("/reports/compare?a=\(harness.first.id)&b=\(harness.first.id)")
            #expect(same.status == .badRequest && same.text.contains("两份是同一份报告，请另选一份。"))
        }
    }

    @Test("without two reports the page asks for them")
    func picker() async throws {
        try await SiteHarness.run { harness, client in
            let page = try await client.see("/reports/compare?a=\(harness.wrong.id)")
            #expect(page.status == .ok)
            #expect(page.text.contains("选择要比较的两份报告"))
            #expect(page.text.contains("<input type=\"hidden\" name=\"a\" value=\"\(harness.wrong.id)\">"))
            #expect(page.text.contains("<option value=\"\(harness.corrected.id)\""))
        }
    }

    @Test("a region's reports are added, each sum leads to its contributions, and who is missing is told")
    func merge() async throws {
        try await SiteHarness.run { harness, client in
            let page = try await client.see("/merge?region=\(region)&year=2021")
            #expect(page.status == .ok)
            #expect(page.text.contains("2 份报告"))
            let cell = try #require(page.text.firstMatch(of: /id="c-requests\.received\.total"[^>]*><a href="([^"]+)">20<\/a>/))
            let behind = try await client.see(String(cell.1).replacingOccurrences(of: "&amp;", with: "&"))
            #expect(behind.status == .ok)
            #expect(behind.text.contains("东河镇"))
            #expect(behind.text.contains("<strong>20</strong>"))
            let earlier = try await client.see("/merge?region=\(region)&year=2020")
            #expect(earlier.text.contains("机构名单中还没有这个地区") && earlier.text.contains("<li>西山乡</li>"))
        }
    }

    @Test("a merged report can be taken away in every format", arguments: ["xlsx", "docx", "csv", "html", "json"])
    func mergeFile(format: String) async throws {
        try await SiteHarness.run { _, client in
            let answer = try await client.execute(uri: "/merge/file?region=\(region)&year=2021&format=\(format)", method: .get)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentDisposition]?.contains("filename*=UTF-8''\(region)2021") == true)
            #expect(answer.body.readableBytes > 500)
        }
    }

    @Test("a year's figures are sums of the newest reports, drawn and in tables")
    func year() async throws {
        try await SiteHarness.run { _, client in
            let page = try await client.see("/years/2021?region=%E4%B8%B9%3Ci%3E%E5%8E%BF")
            #expect(page.status == .ok)
            #expect(page.text.contains("cell=requests.received.total\">3</a>"))
            #expect(page.text.contains("<svg role=\"img\" aria-labelledby=\"results-title results-desc\""))
            #expect(page.text.components(separatedBy: "<svg").count == 5)
            // 15 of the corrected report and 5; the first version does not count.
            let narrow = try await client.see("/years/2021?region=\(region)")
            #expect(narrow.text.contains("cell=requests.received.total\">20</a>"))
        }
    }

    @Test("a family of results leads to the reports behind it")
    func family() async throws {
        try await SiteHarness.run { _, client in
            let page = try await client.see("/figures?year=2021&region=\(region)&cell=family.refused.total")
            #expect(page.status == .ok)
            #expect(page.text.contains("「不予公开」总计"))
            #expect(page.text.contains("<strong>2</strong>"))
        }
    }

    @Test("the years' entry leads to the newest year")
    func years() async throws {
        try await SiteHarness.run { _, client in
            let answer = try await client.see("/years")
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/years/2021")
        }
    }

    @Test("hostile names are text on every page that shows them")
    func escaping() async throws {
        try await SiteHarness.run { harness, client in
            let paths = [
                "/", "/reports", "/reports/\(harness.hostile.id)", "/reports/compare",
                "/reports/compare?a=\(harness.hostile.id)&b=\(harness.wrong.id)", "/merge",
                "/merge?region=%E4%B8%B9%3Ci%3E%E5%8E%BF&year=2021",
                "/years/2021", "/figures?year=2021&cell=requests.received.total", "/reports?region=%3Cscript%3E",
                "/figures?year=2021&cell=%3Cscript%3E", "/reports?year=%3Cscript%3E", "/merge?region=%3Cscript%3E",
            ]
            for path in paths {
                let page = try await client.see(path)
                #expect(!page.text.contains("<script"), "\(path)")
                #expect(!page.text.contains("<i>"), "\(path)")
            }
            let report = try await client.see("/reports/\(harness.hostile.id)")
            #expect(report.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        }
    }
}

extension Records {
    /// Takes a kept file away, as a broken disk does.
    fileprivate func lose(_ sha256: String) async throws {
        if let folder = storage.place.folder {
            try FileManager.default.removeItem(atPath: "\(folder)/files/\(sha256.prefix(2))/\(sha256.dropFirst(2))")
        } else {
            try await storage.database.write { db in try db.execute("delete from blob where sha256 = \(sha256)") }
        }
    }
}
