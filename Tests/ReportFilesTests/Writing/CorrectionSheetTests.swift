import AnnualReport
import Formats
import Foundation
import Law
import ReportFiles
import Testing

struct CorrectionSheetTests {
    private var wrong: CorrectionSheet {
        var report = SampleReports.balanced(.form2019, seed: 1)
        report.narrative.title = "松林镇2020年政府信息公开工作年度报告"
        report.set(.carriedOver, .naturalPerson, .count(99))
        return CorrectionSheet(
            report: report,
            findings: [
                Finding(.wrongTerm, "用语不同", found: .text("结果维护"), origin: Origin(table: 3, row: 2, column: 1)),
                Finding(
                    .balance, "自然人一列不平", cells: ["requests.total.naturalPerson"], expected: .number(3), found: .number(4),
                    origin: Origin(line: 77)),
            ])
    }

    private var fine: CorrectionSheet {
        CorrectionSheet(report: SampleReports.balanced(.form2019, seed: 2, organization: "青溪县柳渡乡"), findings: [])
    }

    @Test func eachReportIsAPartWithItsCellsToCorrect() throws {
        let html = ReportHTML.document(CorrectionSheet.sheet([wrong, fine])).description
        for words in [
            "<h1>政府信息公开工作年度报告整改单</h1>", "共核查 2 份报告，1 份需要更正或说明。", "<h2>青溪县松林镇 2020年</h2>", "松林镇2020年政府信息公开工作年度报告（文件：sample.txt）",
            "<h3>必须更正的错误（1 项）", "<h3>格式上的问题（1 项）", "表三「（七）总计」自然人\n第 77 行", ">4</td>", ">3</td>", "第 3 张表第 2 行第 1 列",
            Rule.balance.advice, "<h2>青溪县柳渡乡 2020年</h2>", "没有发现需要更正的问题。",
        ] {
            #expect(html.contains(words), "\(words)")
        }
        #expect(html.components(separatedBy: "<table class=\"list labelled\">").count == 3)
    }

    @Test func theSheetOfAUnitIsAddressedDatedAndSigned() throws {
        var sheet = wrong
        (sheet.addressee, sheet.issuer) = ("松林镇人民政府", "青溪县人民政府办公室")
        (sheet.due, sheet.issued) = (Day(iso: "2026-12-10"), Day(iso: "2026-11-24"))
        let html = ReportHTML.document(sheet.sheet).description
        for words in [
            "致：松林镇人民政府", "必须更正的错误 1 项，格式上的问题 1 项", "于2026年12月10日前报送更正后的报告", "整改单位（盖章）", "核查单位（盖章）：青溪县人民政府办公室", "2026年11月24日",
        ] {
            #expect(html.contains(words), "\(words)")
        }
        // What matters stands first, whatever order it came in.
        #expect(try #require(html.range(of: "自然人一列不平")).lowerBound < (try #require(html.range(of: "用语不同"))).lowerBound)
        #expect(!html.contains("<h2>"))
    }

    @Test func whatIsNotKnownIsLeftToBeFilledIn() {
        let html = ReportHTML.document(wrong.sheet).description
        #expect(html.contains("致：青溪县松林镇") && html.contains("于　　　　年　　月　　日前") && html.contains("核查单位（盖章）："))
    }

    @Test func theWordDocumentHasTheSameTables() throws {
        let document = try SourceDocument(reading: CorrectionSheet.sheet([wrong, fine]).word(), name: "a.docx")
        let grids = document.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
        #expect(grids.map(\.rowCount) == [2, 2] && grids.allSatisfy { $0.columnCount == 7 })
        #expect(document.string(grids[0].cells[8].text).hasPrefix("表三「（七）总计」自然人"))
    }

    @Test func fileNamesLeadIntoNoOtherFolderAndAreNotAlike() {
        var sheets = [wrong, wrong, wrong, wrong]
        for (i, name) in ["../../etc/passwd", "..\\x", "../\u{301}evil", "../\u{301}evil"].enumerated() { sheets[i].addressee = name }
        let names = CorrectionSheet.fileNames(sheets)
        #expect(Set(names).count == 4 && names[3].hasSuffix("（2）"))
        for name in names {
            #expect(
                !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") } && name.utf8.first != UInt8(ascii: "."),
                "\(name)")
        }
        sheets[0].addressee = String(repeating: "长", count: 10_000)
        #expect(sheets[0].fileName.utf8.count <= 240)
    }

    @Test func everyRuleSaysWhatToDo() {
        for rule in Rule.allCases { #expect(rule.advice.hasSuffix("。"), "\(rule)") }
    }
}
