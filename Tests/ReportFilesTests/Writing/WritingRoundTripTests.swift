import AnnualReport
import Formats
import ReportFiles
import Testing

/// What is written reads back with equal figures, in every layout and format, without a finding on the tables.
struct WritingRoundTripTests {
    private let tableRules: Set<Rule> = [
        .balance, .resultTotal, .rowTotal, .reviewTotal, .missingTable, .missingRow, .missingCell, .unplacedRow, .extraRow, .mergedRows,
        .unitInCount, .notANumber, .wrongForm, .wrongArticle, .wrongTerm, .wrongOrder,
    ]

    private func check(_ bytes: [UInt8], _ name: String, _ report: AnnualReport, _ seed: UInt64) throws {
        let back = try ReportReader.read(bytes, name: name).report
        #expect(differences(back, report) == [], "seed \(seed), \(name)")
        #expect(back.organization == report.organization && back.year == report.year, "seed \(seed), \(name)")
        let findings = back.findings().filter { tableRules.contains($0.rule) }
        #expect(findings.map(\.message) == [], "seed \(seed), \(name)")
    }

    /// The cells of `report` that do not stand alike in what was read back.
    private func differences(_ back: AnnualReport, _ report: AnnualReport) -> [String] {
        let figures = back.figures
        return report.figures.filter { figures[$0.key] != $0.value }.keys.sorted()
    }

    @Test(arguments: TextLayout.allCases, ReportForm.allCases)
    func figuresComeBackFromEveryTextLayout(_ layout: TextLayout, _ form: ReportForm) throws {
        for seed in 0..<10 as Range<UInt64> {
            let report = SampleReports.balanced(form, seed: seed)
            try check(Array(ReportSheet(report).text(layout).utf8), "\(layout).txt", report, seed)
        }
    }

    @Test(arguments: ReportForm.allCases)
    func figuresComeBackFromEveryFormat(_ form: ReportForm) throws {
        for seed in 0..<5 as Range<UInt64> {
            let report = SampleReports.balanced(form, seed: seed)
            let sheet = ReportSheet(report)
            try check(ReportHTML.document(report).bytes, "a.html", report, seed)
            try check(sheet.word(), "a.docx", report, seed)
            try check(sheet.workbook(), "a.xlsx", report, seed)
            try check(sheet.csv(), "a.csv", report, seed)
            try check(ReportJSON.line(report, findings: report.findings()), "a.json", report, seed)
        }
    }

    /// Zeros left blank: where a layout shows each cell's place, the others stay where they are.
    @Test(arguments: ReportForm.allCases)
    func blanksMoveNoFigureInFormatsWithGrids(_ form: ReportForm) throws {
        for seed in 0..<5 as Range<UInt64> {
            var report = SampleReports.balanced(form, seed: seed)
            report.blankZeros()
            let sheet = ReportSheet(report)
            let files = try [
                (ReportHTML.document(report).bytes, "a.html"), (sheet.word(), "a.docx"), (sheet.workbook(), "a.xlsx"),
                (sheet.csv(), "a.csv"),
                (Array(sheet.text(.tabLed).utf8), "tabLed.txt"), (Array(sheet.text(.tabSeparated).utf8), "tabSeparated.txt"),
            ]
            for (bytes, name) in files {
                let back = try ReportReader.read(bytes, name: name).report
                #expect(differences(back, report) == [], "seed \(seed), \(name)")
            }
        }
    }

    /// Where a layout loses a blank's place, the reader may leave the row open, but it must say so and move no figure.
    @Test(arguments: TextLayout.allCases, ReportForm.allCases)
    func blanksMoveNoFigureInAnyLayout(_ layout: TextLayout, _ form: ReportForm) throws {
        for seed in 0..<5 as Range<UInt64> {
            var report = SampleReports.balanced(form, seed: seed)
            report.blankZeros()
            let back = try ReportReader.read(Array(ReportSheet(report).text(layout).utf8), name: "a.txt").report
            let told = Set(back.findings().filter { tableRules.contains($0.rule) }.flatMap(\.cells))
            let written = report.figures
            for (name, cell) in back.figures where cell != written[name] {
                let row = name.split(separator: ".").dropLast().joined(separator: ".")
                #expect(cell == .absent, "seed \(seed), \(layout): \(name) is \(cell)")
                #expect(told.contains(name) || told.contains(row), "seed \(seed), \(layout): \(name) is lost in silence")
            }
        }
    }

    @Test func cellsOfEveryKindComeBackFromGrids() throws {
        let report = SampleReports.everyKind()
        let sheet = ReportSheet(report)
        for (bytes, name) in try [
            (ReportHTML.document(report).bytes, "a.html"), (sheet.word(), "a.docx"), (sheet.workbook(), "a.xlsx"),
        ] {
            let back = try ReportReader.read(bytes, name: name).report
            #expect(back.figures == report.figures, "\(name)")
        }
    }
}

extension AnnualReport {
    /// Leaves the zeros of table three blank, as most offices do.
    fileprivate mutating func blankZeros() {
        for row in RequestRow.allCases {
            for kind in ApplicantKind.kinds where self[row, kind] == .count(0) { set(row, kind, .blank) }
        }
    }
}
