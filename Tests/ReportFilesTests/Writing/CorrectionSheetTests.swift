import AnnualReport
import Formats
import Foundation
import ReportFiles
import Testing

struct CorrectionSheetTests {
    private var sheet: ReportSheet {
        var wrong = SampleReports.balanced(.form2019, seed: 1)
        wrong.narrative.title = "松林镇2020年政府信息公开工作年度报告"
        wrong.set(.carriedOver, .naturalPerson, .count(99))
        let fine = SampleReports.balanced(.form2019, seed: 2, organization: "青溪县柳渡乡")
        let findings = [
            Finding(
                .balance, "自然人一列不平", cells: ["requests.total.naturalPerson"], expected: .number(3), found: .number(4),
                origin: Origin(line: 77)),
            Finding(.wrongTerm, "用语不同", found: .text("结果维护"), origin: Origin(table: 3, row: 2, column: 1)),
        ]
        return CorrectionSheet.sheet([(wrong, findings), (fine, [])])
    }

    @Test func eachReportIsAPartWithItsCellsToCorrect() throws {
        let html = ReportHTML.document(sheet).description
        for words in [
            "共核查 2 份报告，1 份需要更正或说明。", "<h2>青溪县松林镇 2020年</h2>", "标题：松林镇2020年政府信息公开工作年度报告", "文件：sample.txt",
            "<h3>错误（1 项）", "<h3>提示（1 项）", "<td>表三「（七）总计」自然人</td>", "<td>4</td><td>3</td><td>第 77 行</td>",
            "<td>第 3 张表第 2 行第 1 列</td>", Rule.balance.advice, "<h2>青溪县柳渡乡 2020年</h2>", "没有发现需要更正的问题。",
        ] {
            #expect(html.contains(words), "\(words)")
        }
        #expect(html.components(separatedBy: "<table class=\"list\">").count == 3)
    }

    @Test func theWordDocumentHasTheSameTables() throws {
        let document = try SourceDocument(reading: sheet.word(), name: "a.docx")
        let grids = document.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
        #expect(grids.map(\.rowCount) == [2, 2] && grids.allSatisfy { $0.columnCount == 8 })
        #expect(document.string(grids[0].cells[10].text) == "表三「（七）总计」自然人")
    }

    @Test func everyRuleSaysWhatToDo() {
        for rule in Rule.allCases { #expect(rule.advice.hasSuffix("。"), "\(rule)") }
    }
}
