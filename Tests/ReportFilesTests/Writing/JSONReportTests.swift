import AnnualReport
import Formats
import ReportFiles
import Testing

struct JSONReportTests {
    private let source = AnnualReport.Source(name: "a.json", format: "json", bytes: 3, sha256: "ab")

    private func read(_ text: String) throws(FormatError) -> AnnualReport {
        try JSONReport.read(SourceDocument(format: .json, utf8: Array(text.utf8)), source: source)
    }

    private func written(_ report: AnnualReport) -> String {
        String(decoding: ReportJSON.line(report, findings: report.findings()), as: UTF8.self)
    }

    @Test(arguments: ReportForm.allCases, 0..<20 as Range<UInt64>)
    func figuresComeBackEqual(_ form: ReportForm, seed: UInt64) throws {
        let report = SampleReports.balanced(form, seed: seed)
        let back = try read(written(report))
        #expect(back.figures == report.figures)
        #expect(back.organization == report.organization && back.year == report.year && back.template == form)
        #expect(back.proactive == report.proactive && back.requests == report.requests && back.reviews == report.reviews)
        #expect(back.source == source)
    }

    @Test func writingAgainGivesTheSameObjectButItsSource() throws {
        var report = SampleReports.everyKind()
        report.source = source
        let first = written(report)
        #expect(written(try read(first)) == first)
    }

    @Test func blankAndAbsentAndTheStatesOfRowsComeBack() throws {
        let report = SampleReports.everyKind()
        let back = try read(written(report))
        #expect(back[.granted, .naturalPerson] == .notApplicable)
        #expect(back[.granted, .business] == .blank)
        #expect(back[.partlyGranted, .total] == .absent)
        #expect(back.row(.requests(.partlyGranted))?.state == .unplaced(found: ["1", nil, "0", "0", "1"]))
        #expect(back.row(.requests(.unableUnclear))?.state == .missing)
    }

    @Test func aWholeRowNamedAsBlankIsBlank() throws {
        var report = SampleReports.balanced(.form2019, seed: 3)
        for kind in ApplicantKind.allCases { report.set(.declinedReissue, kind, .blank) }
        let back = try read(written(report))
        #expect(back[.declinedReissue, .research] == .blank)
        #expect(back.row(.requests(.declinedReissue))?.state == .placed)
    }

    @Test func mergedRowsAreTakenOver() throws {
        var report = SampleReports.balanced(.form2019, seed: 3)
        report.setRow(.refusedStateSecret, .merged(found: ["0", "0", "0", "0", "0", "0", "0"]))
        report.remarks = [
            .mergedRows(
                [.requests(.refusedStateSecret)], label: "（三）不予公开", found: Array(repeating: "0", count: 7),
                origin: Origin(line: 5))
        ]
        let back = try read(written(report))
        #expect(back.row(.requests(.refusedStateSecret))?.state == .merged(found: Array(repeating: "0", count: 7)))
        #expect(back.findings().contains { $0.rule == .mergedRows })
    }

    @Test func findingsOfReadingAreInheritedAndSumsCheckedAnew() throws {
        var report = SampleReports.everyKind()
        report.remarks = [.citedArticle(.enforcement, printed: "第二十六条第（六）项", origin: Origin(line: 9))]
        let broken = written(report).replacing("\"carriedOver\":[", with: "\"carriedOver\":[9")
        let back = try read(broken)
        let inherited = try #require(back.inherited)
        #expect(inherited.contains { $0.rule == .wrongArticle } && inherited.contains { $0.rule == .unplacedRow })
        #expect(!inherited.contains { [.balance, .rowTotal, .resultTotal].contains($0.rule) })
        #expect(back.findings().contains { $0.rule == .rowTotal && $0.cells.contains { $0.hasPrefix("requests.carriedOver") } })
        #expect(back.findings().contains { $0.rule == .wrongArticle })
    }

    @Test func aBlockKeepsItsOwnForm() throws {
        var report = SampleReports.balanced(.form2019, seed: 4)
        let other = try #require(SampleReports.balanced(.form2021, seed: 4).proactive?.blocks[0])
        report.proactive?.blocks[0] = other
        let back = try read(written(report))
        #expect(back.proactive?.blocks.map(\.form) == [.form2021, .form2019, .form2019, .form2019, .form2019])
        #expect(back[.normativeDocuments, .inForce] == report[.normativeDocuments, .inForce])
    }

    @Test func missingTablesStayMissing() throws {
        var report = SampleReports.balanced(.form2021, seed: 4)
        report.requests = nil
        let back = try read(written(report))
        #expect(back.requests == nil && back.reviews != nil)
        #expect(back.findings().contains { $0.rule == .missingTable })
    }

    @Test(arguments: [
        ("{\"schema\":\"gongkai.report/1\"", "JSON"), ("[]", "对象"), ("{\"schema\":\"gongkai.report/2\"}", "schema"),
        ("{\"schema\":\"gongkai.merge/1\"}", "schema"), ("", "空"), ("{\"a\":1}\n{\"a\":2}", "2 份"),
        ("{\"schema\":\"gongkai.report/1\",\"year\":\"2020\"}", "year"),
        ("{\"schema\":\"gongkai.report/1\",\"findings\":[],\"requests\":{\"granted\":[1,2,3]}}", "requests.granted"),
        ("{\"schema\":\"gongkai.report/1\",\"findings\":[],\"requests\":{\"given\":[]}}", "requests.given"),
        (
            "{\"schema\":\"gongkai.report/1\",\"findings\":[],\"requests\":{\"granted\":[1.5,0,0,0,0,0,0]}}",
            "requests.granted.naturalPerson"
        ),
        (
            "{\"schema\":\"gongkai.report/1\",\"findings\":[],\"proactive\":{\"fees\":{\"amount\":{\"value\":\"1e5\",\"unit\":null}}}}",
            "proactive.fees.amount"
        ),
        ("{\"schema\":\"gongkai.report/1\"}", "findings"),
        (String(repeating: "[", count: 100_000), "层"),
    ])
    func whatIsNoReportOfOursIsRefusedWithAReason(_ text: String, _ word: String) throws {
        let error = try #require(throws: FormatError.self) { try read(text) }
        #expect(error.description.contains(word), "\(error.description)")
    }
}
