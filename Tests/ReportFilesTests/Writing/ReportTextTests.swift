import AnnualReport
import Foundation
import ReportFiles
import Testing

struct ReportTextTests {
    @Test(arguments: ReportForm.allCases)
    func figuresEndInTheSameScreenColumn(_ form: ReportForm) {
        var report = SampleReports.balanced(form, seed: 5)
        report.set(.granted, .total, .blank)
        report.set(.partlyGranted, .total, .notApplicable)
        let lines = ReportText.tables(report).split(separator: "\n").map(String.init)
        let rows = lines.filter { $0.contains("、") && !$0.contains("三、") || $0.hasPrefix("  （一）") || $0.hasPrefix("    1.") }
        let widths = Set(rows.filter { !$0.contains("表四") }.map(EastAsianWidth.of))
        #expect(rows.count > 5 && widths.count == 1, "\(rows)")
    }

    @Test func theFiveKindsOfCellLookDifferent() {
        let text = ReportText.tables(SampleReports.everyKind())
        let granted = text.split(separator: "\n").first { $0.contains("（一）予以公开") }
        #expect(granted?.contains(" / ") == true && granted?.contains("空") == true)
        #expect(text.split(separator: "\n").first { $0.contains("（二）部分公开") }?.contains("未知") == true)
        #expect(text.split(separator: "\n").first { $0.contains("3.补正后申请内容仍不明确") }?.contains("缺") == true)
        #expect(text.contains("75627.00") && text.contains("3138.14万元"))
    }

    @Test func aMissingTableIsSaid() {
        let report = AnnualReport(source: .init(name: "a.txt", format: "text", bytes: 0, sha256: ""))
        let text = ReportText.tables(report)
        #expect(text.contains("（未能识别单位）") && text.contains("（未能识别年度）"))
        #expect(text.components(separatedBy: "没有找到这张表。").count == 4)
    }

    @Test func noLineOfTheTablesIsWiderThanAHundredColumns() {
        for form in ReportForm.allCases {
            let lines = ReportText.tables(SampleReports.balanced(form, seed: 5)).split(separator: "\n").map(String.init)
            #expect(lines.map(EastAsianWidth.of).max() ?? 0 <= 120)
        }
    }
}
