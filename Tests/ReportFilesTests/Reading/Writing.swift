import AnnualReport
import Formats
import ReportFiles

/// Every way in which a report can be written and read back.
enum Writing: Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case text(TextLayout)
    case html, word, workbook, csv, json

    static var allCases: [Writing] { TextLayout.allCases.map { .text($0) } + [.html, .word, .workbook, .csv, .json] }
    /// Those where a blank cell cannot be lost.
    static var grids: [Writing] { [.html, .word, .workbook, .csv, .json, .text(.tabSeparated), .text(.tabLed)] }

    var description: String {
        switch self {
        case .text(let layout): "text \(layout)"
        case .html: "html"
        case .word: "docx"
        case .workbook: "xlsx"
        case .csv: "csv"
        case .json: "json"
        }
    }

    func bytes(_ report: AnnualReport) throws(FormatError) -> [UInt8] {
        let sheet = ReportSheet(report)
        switch self {
        case .text(let layout): return Array(sheet.text(layout).utf8)
        case .html: return ReportHTML.document(report).bytes
        case .word: return try sheet.word()
        case .workbook: return try sheet.workbook()
        case .csv: return sheet.csv()
        case .json: return ReportJSON.line(report, findings: report.findings())
        }
    }

    /// The report after it was written and read.
    func readBack(_ report: AnnualReport) throws(FormatError) -> AnnualReport {
        try ReportReader.read(bytes(report), name: "a." + (description.hasPrefix("text") ? "txt" : description)).report
    }
}
