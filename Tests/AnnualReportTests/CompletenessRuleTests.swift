import AnnualReport
import Testing

/// Whether tables, rows and cells are all there, each in its place.
struct CompletenessRuleTests {
    @Test func aCompleteReportIsLeftAlone() {
        for form in ReportForm.allCases {
            #expect(SampleReport.make(form).findings().map(\.message) == [])
        }
    }

    @Test func eachMissingTableIsTold() {
        var report = SampleReport.make()
        report.reviews = nil
        #expect(report.findings(.missingTable).map(\.cells) == [["reviews"]])
        report.proactive = nil
        report.requests = nil
        #expect(report.findings(.missingTable).map(\.cells) == [["proactive"], ["requests"], ["reviews"]])
        #expect(report.findings(.missingTable).allSatisfy { $0.severity == .error })
    }

    /// A report without tables has no rows to miss.
    @Test func aMissingTableIsNoMissingRow() {
        var report = SampleReport.make()
        report.proactive = nil
        report.requests = nil
        report.reviews = nil
        #expect(report.findings(.missingRow).isEmpty && report.findings(.missingCell).isEmpty)
    }

    @Test(arguments: ["requests.unableUnclear", "proactive.otherServices", "reviews.litigationDirect"])
    func eachMissingRowIsToldOnce(_ name: String) {
        var report = SampleReport.make()
        report.set(name, .missing)
        #expect(report.findings(.missingRow).map(\.cells) == [[name]])
        #expect(report.findings(.missingCell).isEmpty && report.findings(.unplacedRow).isEmpty)
    }

    @Test func missingRowsAreNamedByTheirOwnForm() {
        var report = SampleReport.make(.form2021)
        report.set("proactive.normativeDocuments", .missing)
        #expect(report.findings(.missingRow).map(\.expected) == [.text("行政规范性文件")])
    }

    @Test func blankCellsMakeOneFindingARow() {
        var report = SampleReport.make()
        report.set("requests.refusedStateSecret.research", .blank)
        report.set("requests.refusedStateSecret.legalService", .blank)
        report.set("requests.carriedOver.business", .blank)
        report.set("reviews.litigationDirect.pending", .blank)
        report.set("proactive.regulations.made", .blank)
        #expect(
            report.findings(.missingCell).map(\.cells) == [
                ["proactive.regulations.made"], ["requests.refusedStateSecret.research", "requests.refusedStateSecret.legalService"],
                ["requests.carriedOver.business"], ["reviews.litigationDirect.pending"],
            ])
    }

    @Test func aRowOfNothingButBlanksIsNamedAsARow() {
        var report = SampleReport.make()
        report.set("requests.declinedReissue", ApplicantKind.allCases.map { _ in .blank })
        #expect(report.findings(.missingCell).map(\.cells) == [["requests.declinedReissue"]])
        #expect(report.findings(.missingRow).isEmpty)
    }

    /// Leaving zeros blank is one habit, not twenty-five faults.
    @Test func blanksInManyRowsAreOneFindingForTheTable() {
        var report = SampleReport.make()
        let rows: [RequestRow] = [.granted, .refusedStateSecret, .unableUnclear, .carriedOver]
        for row in rows.dropLast() { report.set("requests.\(row).business", .blank) }
        #expect(report.findings(.missingCell).map(\.cells.count) == [1, 1, 1])
        report.set("requests.carriedOver", ApplicantKind.allCases.map { _ in .blank })
        let findings = report.findings(.missingCell)
        #expect(findings.count == 1 && findings[0].found == nil && findings[0].expected == nil)
        #expect(findings[0].cells == rows.dropLast().map { "requests.\($0).business" } + ["requests.carriedOver"])
        #expect(rows.allSatisfy { findings[0].message.contains("「\($0.title)」") })
    }

    @Test func aFormThatIsNotFilledInIsOneFindingATable() {
        var report = SampleReport.make()
        for row in report.rows { report.set("\(row.name)", row.columns.map { _ in .blank }) }
        let findings = report.findings().filter { $0.severity != .notice }
        #expect(findings.map(\.rule) == [.missingCell, .missingCell, .missingCell])
        #expect(findings.allSatisfy { $0.message.contains("没有填写") })
    }

    @Test func whatAFileHidesIsTold() {
        var report = SampleReport.make()
        report.remarks = [.hidden(["行", "工作表"]), .secondReport(title: "青溪县2021年年度报告", origin: Origin(line: 90))]
        let findings = report.findings()
        #expect(
            findings.map(\.rule) == [.extraRow, .hiddenContent] && findings.allSatisfy { $0.severity == .notice && $0.expected == nil })
        #expect(findings[1].message.contains("行、工作表") && findings[0].line == 90)
    }

    @Test func notApplicableIsNoMissingCell() {
        var report = SampleReport.make()
        report.set("proactive.regulations", [.notApplicable, .notApplicable, .notApplicable])
        #expect(report.findings() == [])
    }

    @Test(arguments: [RowState.missing, .unplaced(found: ["0"]), .merged(found: ["0"])])
    func blanksAreNotRepeatedForRowsThatAreNotPlaced(_ state: RowState) {
        var report = SampleReport.make()
        report.set("requests.unableUnclear", state)
        #expect(report.findings(.missingCell).isEmpty)
    }

    @Test func anUnplacedRowIsQuotedAsItStands() {
        var report = SampleReport.make()
        report.set("requests.granted", .unplaced(found: ["8", nil, nil, nil, "8"]), line: 12)
        let findings = report.findings(.unplacedRow)
        #expect(findings.map(\.cells) == [["requests.granted"]] && findings.map(\.line) == [12])
        #expect(findings.map(\.found) == [.list([.number(8), nil, nil, nil, .number(8)])])
        #expect(findings.map(\.severity) == [.error])
    }

    @Test func tableFoursOneLineOfFiguresIsOneUnplacedRow() {
        var report = SampleReport.make()
        let found = Array(repeating: String?("0"), count: 14)
        for group in ReviewGroup.allCases { report.set("reviews.\(group)", .unplaced(found: found), line: 90) }
        let findings = report.findings(.unplacedRow)
        #expect(
            findings.map(\.cells) == [["reviews.reconsideration", "reviews.litigationDirect", "reviews.litigationAfterReconsideration"]])
        #expect(findings.map(\.expected) == [nil])
    }

    @Test func rowsAndColumnsThatTheFormLacksAreTold() {
        var report = SampleReport.make()
        #expect(report.findings(.extraRow).isEmpty)
        report.remarks = [
            .extraRow(label: "其他主动公开文件", table: .proactive, subtotal: false, found: ["7"], origin: Origin(line: 4)),
            .extraRow(label: "（三）不予公开", table: .requests, subtotal: true, found: ["1", nil], origin: Origin(line: 5)),
            .extraColumn(label: "备注", table: .requests, origin: Origin(line: 6)),
            .repeatedRow(.requests(.granted), found: ["0"], origin: Origin(line: 7)),
        ]
        let findings = report.findings(.extraRow)
        #expect(findings.map(\.line) == [4, 5, 6, 7])
        #expect(findings.map(\.severity) == [.notice, .notice, .notice, .notice])
        #expect(findings[0].message.contains("其他主动公开文件") && findings[0].message.contains("7"))
        #expect(findings[1].message.contains("未计入") && findings[3].cells == ["requests.granted"])
    }

    @Test func rowsThatShareOneLineOfFiguresAreMergedRowsAndNothingElse() {
        var report = SampleReport.make()
        let found = Array(repeating: String?("0"), count: 7)
        report.set("requests.refusedStateSecret", .merged(found: found))
        report.remarks = [.mergedRows([.requests(.refusedStateSecret)], label: "（三）不予公开", found: found, origin: Origin(line: 276))]
        let findings = report.findings()
        #expect(findings.map(\.rule) == [.mergedRows])
        #expect(findings[0].cells == ["requests.refusedStateSecret"] && findings[0].line == 276 && findings[0].severity == .warning)
    }
}
