import AnnualReport
import Formats
import ReportFiles
import TestValues

/// A set of different reports of realistic size, written by the program's own writers.
struct MadeReports {
    enum Format: String, CaseIterable {
        case text, html, docx, xlsx, csv, json

        var ending: String { self == .text ? "txt" : rawValue }
    }

    let seed: UInt64

    /// The report with that number as a file of the format.
    func file(_ number: Int, _ format: Format) throws(FormatError) -> [UInt8] {
        var numbers = SeededRandom(seed: seed &+ UInt64(number) &* 0x1_0001)
        let year = 2019 + numbers.below(6)
        var figures = MadeFigures(ReportForm(year: year), &numbers)
        let received = figures.received
        // One report in four is wrong somewhere.
        if number % 4 == 3 { figures.plantMistake(&numbers) }
        let made = MadeNarrative(year: year, received: received, sentences: format == .html ? 5 : 7, &numbers)
        var report = AnnualReport(
            source: .init(name: "", format: "text", bytes: 0, sha256: ""), organization: made.organization, year: year,
            template: figures.form, proactive: figures.proactive, requests: figures.requests, reviews: figures.reviews,
            narrative: made.narrative)
        report.narrative.title = nil
        let sheet = ReportSheet(report)
        switch format {
        case .text:
            let layouts = TextLayout.allCases
            return Array(sheet.text(layouts[number % layouts.count]).utf8)
        case .html: return MadePage.bytes(report, &numbers)
        case .docx: return try sheet.word()
        case .xlsx: return try sheet.workbook()
        case .csv: return sheet.csv()
        case .json:
            let back = try ReportReader.read(Array(sheet.text(.pipe).utf8), name: "\(number).txt").report
            return ReportJSON.line(back, findings: back.findings())
        }
    }
}
