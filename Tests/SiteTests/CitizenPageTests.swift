import AnnualReport
import Foundation
import Hummingbird
import HummingbirdTesting
import Law
import Office
import TestSupport
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

private let county = "%E9%9D%92%E6%BA%AA%E5%8E%BF"

/// What a citizen looks for: a body by its name, what it did in words, two years beside each other.
@Suite("Pages for a citizen", .opensDatabases)
struct CitizenPageTests {
    private func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }

    @Test(
        "a body is found by a part of its name, whatever width or characters are typed",
        arguments: ["东河", "東河鎮", "东 河镇", "　东河镇 ", "青溪 东河"])
    func search(typed: String) async throws {
        try await SiteHarness.run { harness, client in
            let page = try await client.see("/reports?q=\(encoded(typed))")
            #expect(page.status == .ok && page.text.contains("共 2 份"))
            #expect(page.text.contains("/reports/\(harness.corrected.id)\"") && page.text.contains("/reports/\(harness.lastYear.id)\""))
            #expect(!page.text.contains("/reports/\(harness.wrong.id)\""))
            #expect(page.text.contains("/organizations/\(harness.corrected.organizationID)\""))
        }
    }

    @Test("what no name is, or too much, is told at the field", arguments: ["！", String(repeating: "镇", count: 50)])
    func noName(typed: String) async throws {
        try await SiteHarness.run { _, client in
            let page = try await client.see("/reports?q=\(encoded(typed))")
            #expect(page.status == .ok && page.text.contains("id=\"q-error\"") && page.text.contains("value=\"\(typed)\""))
            #expect(try await client.see("/reports?q=\(encoded("没有的镇"))").text.contains("没有符合条件的报告"))
        }
    }

    @Test("a former name finds the body, too")
    func formerName() async throws {
        try await SiteHarness.run { harness, client in
            let county = try await harness.records.organizations.add(
                OrganizationDraft(name: "青溪县", kind: .county), by: .program, at: SampleReports.instant)
            let town = try await harness.records.organizations.add(
                OrganizationDraft(name: "东河镇", kind: .town, parentID: county.id), by: .program, at: SampleReports.instant)
            try await harness.records.organizations.rename(
                town.id, to: "东江镇", since: try #require(Day(iso: "2022-05-01")), basis: nil, by: .program, at: SampleReports.instant)
            #expect(try await client.see("/reports?q=\(encoded("东江"))").text.contains("/reports/\(harness.corrected.id)\""))
            #expect(try await client.see("/organizations/\(town.id)").text.contains("<h1>东江镇历年政府信息公开情况</h1>"))
        }
    }

    @Test("the front page has the search, the newest year and the years, and no table of errors")
    func home() async throws {
        try await SiteHarness.run { _, client in
            let text = try await client.see("/").text
            #expect(text.contains("<input type=\"search\" id=\"q\" name=\"q\""))
            #expect(text.contains("2021 年的 3 份报告") && text.contains("<a href=\"/reports?year=2020\">2020 年</a>"))
            #expect(!text.contains("<table") && !text.contains("错误") && !text.contains("导入"))
        }
    }

    @Test("a town's page says in words what it did in each year, and every figure leads to its cell")
    func organization() async throws {
        try await SiteHarness.run { harness, client in
            let page = try await client.see("/organizations/\(harness.corrected.organizationID)")
            #expect(page.status == .ok && page.text.contains("<h1>东河镇历年政府信息公开情况</h1>"))
            let plain = page.text.replacing(/<[^>]+>/, with: "")
            #expect(plain.contains("2021年收到政府信息公开申请 15 件，没有上年结转的申请；办理完毕 15 件，结转下一年继续办理 0 件。"))
            #expect(plain.contains("办理结果：予以公开 14 件，不予公开 1 件。"))
            #expect(plain.contains("因政府信息公开被申请行政复议 1 件（其中被纠正 1 件），被提起行政诉讼 0 件。"))
            #expect(page.text.contains("href=\"/reports/\(harness.corrected.id)#c-requests.received.total\">15</a>"))
            #expect(page.text.contains("<summary>2020年</summary>"))
            #expect(try await client.see("/organizations/999").status == .notFound)
            #expect(try await client.see("/organizations/x").status == .notFound)
        }
    }

    @Test("a report begins with words; its own text, the tables and what the checks say come after, its file last")
    func report() async throws {
        try await SiteHarness.run { harness, client in
            let text = try await client.see("/reports/\(harness.corrected.id)").text
            let places = try ["class=\"words\"", "id=\"tables\"", "id=\"findings\"", "id=\"source\"", "关于这份报告"].map {
                try #require(text.range(of: $0), "\($0)").lowerBound
            }
            #expect(places == places.sorted())
            #expect(text.contains("href=\"#c-requests.received.total\">15</a>") && text.contains("id=\"c-requests.received.total\""))
        }
    }

    @Test("what a report does not tell is said to be not told, and never taken for nought")
    func untold() {
        var report = SampleReports.report("东河镇", 2021, requests: 5)
        report = SampleReports.changed(report, .received, .total, to: .blank)
        report = SampleReports.changed(report, .refusedStateSecret, .total, to: .absent)
        report.reviews = nil
        let words = ReportWords(report, year: 2021).paragraphs { _ in Address("") }.description.replacing(/<[^>]+>/, with: "")
        #expect(words.contains("2021年收到多少件政府信息公开申请，报告没有写明。"))
        #expect(words.contains("办理结果：予以公开 4 件；不予公开的件数没有写明或未能辨认。"))
        #expect(!words.contains("行政复议"))
        var none = report
        none.requests = nil
        none.proactive = nil
        #expect(ReportWords(none, year: nil).paragraphs { _ in Address("") }.description.contains("没有可以辨认的数字"))
    }

    @Test("of two years the older stands first, whatever the order of the address, and the labels are years")
    func compare() async throws {
        try await SiteHarness.run { harness, client in
            for (a, b) in [(harness.corrected, harness.lastYear), (harness.lastYear, harness.corrected)] {
                let text = try await client.see("/reports/compare?a=\(a.id)&b=\(b.id)").text
                // 7 in 2020, 15 in 2021.
                #expect(text.contains("增 8") && !text.contains("减 8") && text.contains("是2021年与2020年相比"))
                #expect(!text.contains(">甲<") && !text.contains(">乙<"))
            }
        }
    }

    @Test("what the picker chooses beforehand differs")
    func picker() async throws {
        try await SiteHarness.run { _, client in
            let text = try await client.see("/reports/compare").text
            let chosen = text.matches(of: /<option value="(\d+)" selected>/).map { String($0.1) }
            #expect(chosen.count == 2 && chosen.first != chosen.last)
        }
    }

    @Test("the years' page is of one region, and the lists have no folder's name for a region")
    func region() async throws {
        try await SiteHarness.run { harness, client in
            try await SampleReports.keep(SampleReports.report("南塘镇", 2021, requests: 100), in: "实例", harness.store)
            let text = try await client.see("/years/2021").text
            #expect(!text.contains("全部地区") && !text.contains(">实例<"))
            #expect(!text.contains("cell=requests.received.total\">123</a>"))
            #expect(try await client.see("/figures?year=2021&cell=requests.received.total").status == .ok)
            for path in ["/reports", "/merge", "/reports/compare"] {
                #expect(!(try await client.see(path).text.contains("<option value=\"实例\"")), "\(path)")
            }
        }
    }

    @Test("a phone has one menu, on the desk with the desk's own entries")
    func menu() async throws {
        try await SiteHarness.run { _, client in
            let text = try await client.see("/reports").text
            #expect(text.contains("<details class=\"menu\"><summary>菜单</summary>") && text.contains("aria-label=\"栏目（菜单）\""))
            #expect(!text.contains("办公区（菜单）"))
        }
    }

    @Test("the words that nobody in an office would say are gone")
    func words() async throws {
        try await SiteHarness.run { harness, client in
            for path in [
                "/", "/reports", "/reports/\(harness.wrong.id)", "/merge?region=\(county)&year=2021", "/years/2021",
                "/figures?year=2021&region=\(county)&cell=requests.received.total", "/reports/compare",
                "/organizations/\(harness.wrong.organizationID)",
            ] {
                let text = try await client.see(path).text
                for phrase in ["归位", "谁还没有报告", "总计。只加", "件数合计只加", "未能对位", "gongkai report"] {
                    #expect(!text.contains(phrase), "\(path): \(phrase)")
                }
            }
        }
    }
}
