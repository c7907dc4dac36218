import AnnualReport
import Formats
import ReportFiles
import Testing

/// What strangers call themselves is never run by the spreadsheet that opens a file of ours.
@Suite struct FormulaTests {
    private static let name = "=HYPERLINK(\"http://e.example\")"

    private var sheet: ReportSheet {
        var report = AnnualReport(
            source: .init(name: "=1+1.txt", format: "text", bytes: 1, sha256: String(repeating: "0", count: 64)), organization: Self.name,
            year: 2021)
        report.narrative.title = Self.name + "2021年政府信息公开工作年度报告"
        return ReportSheet(report)
    }

    @Test func theCSVOfAReportBeginsWithNoFormula() {
        let lines = String(decoding: sheet.csv(), as: UTF8.self).split(whereSeparator: \.isNewline)
        #expect(lines.first?.contains("'=HYPERLINK(") == true, "\(lines)")
        #expect(lines.allSatisfy { !$0.hasPrefix("=") && !$0.hasPrefix("\"=") })
    }

    @Test func theCellsOfAWorkbookAreTexts() throws {
        // A formula would be read as the value that nobody has computed: blank.
        let document = try SourceDocument(reading: try sheet.workbook(), name: "a.xlsx")
        #expect(String(decoding: document.utf8, as: UTF8.self).contains(Self.name))
    }
}
