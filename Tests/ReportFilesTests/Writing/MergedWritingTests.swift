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
                "wrongYear", "counted", "leftOut", "own", "findings",
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

    @Test func whatIsLeftOutAndTheOwnReportAreToldInEveryFormat() throws {
        var county = SampleReports.balanced(.form2019, seed: 4, organization: "青溪县")
        county.source.name = "青溪县.txt"
        let merged = Merging.merge([SampleReports.balanced(.form2019, seed: 1), county], name: "青溪县", year: 2020)
        let object = try #require(JSONSerialization.jsonObject(with: Data(MergeJSON.line(merged))) as? [String: Any])
        #expect(object["counted"] as? Int == 1)
        let leftOut = try #require(object["leftOut"] as? [[String: String]])
        #expect(leftOut.map { $0["reason"] } == ["own"] && leftOut[0]["source"] == "青溪县.txt")
        let own = try #require(object["own"] as? [String: Any])
        #expect(own["organization"] as? String == "青溪县" && (own["differing"] as? [String: Any])?.isEmpty == false)
        let html = ReportHTML.document(merged).description
        #expect(html.contains("<h2>未计入的报告</h2>") && html.contains("<h2>与本级政府自己的报告不同的格</h2>"))
        #expect(ReportText.summary(merged).contains("已计入 1 份报告\n未计入 1 份：\n  青溪县（青溪县.txt）：是本级政府自己的报告"))
    }

    @Test func findingsOfAMergeSpeakOfTheBodiesConcernedAndOfNoOriginal() {
        var first = SampleReports.balanced(.form2019, seed: 1)
        first.set(.granted, .total, .count(999))
        let merged = Merging.merge([first, SampleReports.balanced(.form2019, seed: 2, organization: "青溪县柳渡乡")], name: "青溪县")
        let text = MergeFindings.text(merged.findings) + ReportHTML.document(merged).description
        #expect(text.contains("涉及单位：青溪县松林镇") && text.contains("合计："))
        #expect(!text.contains("原件") && !text.contains("现为"))
        #expect(MergeFindings.counts(merged.findings).hasPrefix("汇总中发现的问题：错误 "))
        #expect(MergeFindings.counts([]) == "汇总中没有发现问题。")
    }

    @Test func aPageThatStandsAloneIsNoWiderThanAPhoneAndFoldsItsLongLists() {
        let html = ReportHTML.document(merged).description
        #expect(html.contains("<details><summary>各单元格的来源（"))
        // Each table scrolls in a frame of its own.
        #expect(html.components(separatedBy: "<table").count == html.components(separatedBy: "<div class=\"wide\" role=\"region\"").count)
    }

    @Test func theTerminalNamesTheOrganizations() {
        let text = ReportText.tables(merged)
        #expect(text.hasPrefix("青溪县 · 2020 年 · 汇总\n应报未报（1）：青溪县云岭乡\n"))
    }
}
