import AnnualReport
import Formats
import Foundation
import ReportFiles
import Testing

struct MergedWritingTests {
    private var merged: MergedReport {
        var second = SampleReports.balanced(.form2019, seed: 2, organization: "青溪县柳渡乡")
        second.set(.granted, .naturalPerson, .notApplicable)
        second.source.name = "柳渡乡.txt"
        var old = SampleReports.balanced(.form2019, seed: 3, organization: "青溪县石桥镇")
        old.year = 2019
        let reports = [SampleReports.balanced(.form2019, seed: 1), second, second, old]
        return Merging.merge(reports, name: "青溪县", year: 2020, expected: ["青溪县松林镇", "青溪县云岭乡"])
    }

    @Test func theObjectHasWhatItsSchemaRequires() throws {
        let line = MergeJSON.line(merged)
        let object = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "schema", "organization", "year", "template", "proactive", "requests", "reviews", "contributions", "missing", "doubled",
                "wrongYear", "findings",
            ])
        #expect(object["schema"] as? String == "gongkai.merge/1" && object["organization"] as? String == "青溪县")
        #expect(object["missing"] as? [String] == ["青溪县云岭乡"])
        #expect(object["doubled"] as? [String] == ["青溪县柳渡乡"] && object["wrongYear"] as? [String] == ["青溪县石桥镇"])
        let contributions = try #require(object["contributions"] as? [String: [[String: Any]]])
        let granted = try #require(contributions["requests.granted.naturalPerson"])
        #expect(granted.map { $0["organization"] as? String } == ["青溪县松林镇", "青溪县柳渡乡"])
        #expect(granted[0]["value"] is Int && granted[1]["value"] as? String == "/")
        #expect(granted[1]["source"] as? String == "柳渡乡.txt")
        #expect(contributions.keys.allSatisfy { CellName($0) != nil })
    }

    @Test func thePageListsWhoIsMissingAndWhatEachCellAddsUp() {
        let html = ReportHTML.document(merged).description
        #expect(html.contains("<h1>青溪县2020年政府信息公开工作年度报告汇总</h1>"))
        #expect(html.contains("<h2>应报未报的单位</h2>\n<p>青溪县云岭乡</p>"))
        #expect(html.contains("<h2>重复报送的单位（以第一份为准）</h2>\n<p>青溪县柳渡乡</p>"))
        #expect(html.contains("<td>requests.granted.naturalPerson</td>"))
        #expect(html.contains("<td>青溪县柳渡乡 /；另 1 份为 0</td>"))
    }

    @Test func theWorkbookHasTheContributionsOnASheetOfTheirOwn() throws {
        let document = try SourceDocument(reading: ReportSheet(merged).workbook(), name: "a.xlsx")
        let names = document.blocks.compactMap { if case .grid(let grid) = $0 { grid.name } else { nil } }
        #expect(names.first == "年度报告" && names.last == "各单元格的来源")
        let document2 = try SourceDocument(reading: ReportSheet(merged).word(), name: "a.docx")
        #expect(document2.blocks.count { if case .grid = $0 { true } else { false } } >= 4)
    }

    @Test func theTerminalNamesTheOrganizations() {
        let text = ReportText.tables(merged)
        #expect(text.hasPrefix("青溪县 · 2020 年 · 汇总\n应报未报（1）：青溪县云岭乡\n"))
    }
}
