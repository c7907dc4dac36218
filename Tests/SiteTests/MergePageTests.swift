import AnnualReport
import Foundation
import HummingbirdTesting
import Office
import TestSupport
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

/// The page of a merge: by the tree, of a sensible length, in the words of a sum.
@Suite("The page of a merge", .opensDatabases)
struct MergePageTests {
    private static let path = "/merge?region=%E9%9D%92%E6%BA%AA%E5%8E%BF&year=2021"

    /// The county of the tests with a tree of its own: the county, a bureau without a report, two towns.
    private func plant(_ harness: SiteHarness) async throws {
        let organizations = harness.records.organizations
        let county = try await organizations.add(
            OrganizationDraft(name: "青溪县", kind: .county), by: .program, at: SampleReports.instant)
        for (name, kind) in [("县公安局", OrganizationKind.bureau), ("东河镇", .town), ("西山乡", .town)] {
            try await organizations.add(
                OrganizationDraft(name: name, kind: kind, parentID: county.id), by: .program, at: SampleReports.instant)
        }
    }

    @Test("a county's own report stands beside the sum of its towns and is not added to it")
    func own() async throws {
        try await SiteHarness.run { harness, client in
            try await plant(harness)
            let own = try await SampleReports.keep(SampleReports.report("青溪县", 2021, requests: 78), in: "青溪县", harness.store)
            let text = try await client.see(Self.path).text
            #expect(text.contains("合计由 2 份报告相加") && text.contains("<a href=\"/reports/\(own.id)\">青溪县自己的报告</a>"))
            // 15 and 5, with 78 beside them.
            let cell = try #require(text.firstMatch(of: /id="c-requests\.received\.total"[^>]*>(.*?)<\/td>/)).1
            #expect(cell.contains(">20</a>") && cell.contains("78"))
            let figure = try await client.see("/figures?year=2021&region=%E9%9D%92%E6%BA%AA%E5%8E%BF&cell=requests.received.total").text
            #expect(figure.contains("<strong>20</strong>") && figure.contains("不在其中"))
            #expect(try await client.see("/years/2021").text.contains("cell=requests.received.total\">20</a>"))
        }
    }

    @Test("who is missing is told from the tree, and the county is not missing from its own sum")
    func missing() async throws {
        try await SiteHarness.run { harness, client in
            try await plant(harness)
            let text = try await client.see(Self.path).text
            #expect(text.contains("1 个单位没有报告") && text.contains("按 2021 年末的机构名单") && text.contains("<li>县公安局</li>"))
            #expect(!text.contains("<li>青溪县</li>") && text.contains("青溪县自己的报告没有收录"))
        }
    }

    @Test("a habit of one town is one finding, only errors mark cells, and nothing speaks of an original")
    func findings() async throws {
        try await SiteHarness.run { harness, client in
            var report = SampleReports.report("南岭镇", 2021, requests: 4)
            for row in RequestRow.rows(.form2021) { report = SampleReports.changed(report, row, .research, to: .blank) }
            try await SampleReports.keep(report, in: "青溪县", harness.store)
            let text = try await client.see(Self.path).text
            let blanks = text.components(separatedBy: "单元格空白").count - 1
            #expect(blanks == 1 && text.contains("<dt>涉及单位</dt><dd>南岭镇</dd>"))
            #expect(!text.contains("class=\"mark warning\"") && text.contains("class=\"mark error\""))
            #expect(!text.contains("原件"))
            #expect(text.utf8.count < 60_000)
        }
    }

    @Test("the page's files are the same merge")
    func file() async throws {
        try await SiteHarness.run { harness, client in
            try await plant(harness)
            try await SampleReports.keep(SampleReports.report("青溪县", 2021, requests: 78), in: "青溪县", harness.store)
            let json = try await client.see("/merge/file?region=%E9%9D%92%E6%BA%AA%E5%8E%BF&year=2021&format=json").text
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            #expect(object["counted"] as? Int == 2 && object["missing"] as? [String] == ["县公安局"])
        }
    }
}
