import AnnualReport
import Law
import Testing

@testable import Office
@testable import Reports

/// What is stored of a report gives the very same report back.
@Suite struct ReportSnapshotTests {
    private func roundTrip(_ report: AnnualReport) throws -> AnnualReport {
        try ReportSnapshot(json: try ReportSnapshot(report).json()).report()
    }

    @Test(arguments: [2020, 2021])
    func aWholeReportComesBackEqual(_ year: Int) throws {
        let report = SampleReport("湖塘乡", year).report
        #expect(try roundTrip(report) == report)
    }

    @Test func aReportWithoutAnythingComesBackEqual() throws {
        let report = AnnualReport(source: .init(name: "空.txt", format: "text", bytes: 0, sha256: ""))
        #expect(try roundTrip(report) == report)
    }

    @Test(arguments: [
        Cell.count(0), .count(8), .count(-3), .count(.max), .notApplicable, .blank, .absent,
        .amount(Amount(value: "75627.00", unit: nil)), .amount(Amount(value: "-3138.14", unit: .tenThousandYuan)),
        .amount(Amount(value: "+12", unit: .yuan)), .amount(Amount(value: "1.5", unit: .hundredMillionYuan)),
        .amount(Amount(value: "", unit: nil)),
    ])
    func everyKindOfCellComesBackAndNoTwoAreConfused(_ cell: Cell) throws {
        #expect(try Cell(snapshotText: cell.snapshotText) == cell)
    }

    @Test(arguments: [
        Origin.unknown, Origin(line: 77), Origin(table: 2, row: 5, column: 3), Origin(line: 9, table: 1, row: 1, column: 1),
        Origin(column: 4), Origin(line: 5, column: 4),
    ])
    func everyOriginComesBack(_ origin: Origin) throws {
        #expect(try Origin(snapshotText: origin.snapshotText) == origin)
    }

    @Test(arguments: ["x", "12a", "=1 美元", "1.5", "万元"])
    func anUnknownCellIsAnErrorAndNoZero(_ text: String) {
        #expect(throws: SnapshotError.cell(text)) { try Cell(snapshotText: text) }
    }

    @Test(arguments: ["x", "1.2", "1:2", "1:1.2.3.4", "1.2.x"])
    func anUnknownOriginIsAnError(_ text: String) {
        #expect(throws: SnapshotError.origin(text)) { try Origin(snapshotText: text) }
    }

    @Test func rowStatesColumnsAndPlacesComeBack() throws {
        var report = SampleReport("湖塘乡", 2021).report
        var table = try #require(report.requests)
        table.rows[2] = Row(
            table.rows[2].name, columns: RequestTable.columns, state: .unplaced(found: ["1", nil, "2"]), origin: Origin(line: 5))
        table.rows[3] = Row(table.rows[3].name, columns: RequestTable.columns, state: .merged(found: []), origin: Origin(line: 6))
        table.rows[4] = Row(table.rows[4].name, columns: RequestTable.columns)
        table.rows[5].columns.removeLast()
        table.rows[5].entries.removeLast()
        report.requests = table
        report.proactive?.blocks[0].isPrinted = false
        report.proactive?.blocks[1].form = .form2019
        #expect(try roundTrip(report) == report)
    }

    @Test func remarksOfAllKindsComeBack() throws {
        let at = Origin(line: 3)
        let cell = CellName(.requests(.granted), .applicant(.total))
        var report = SampleReport("湖塘乡", 2021).report
        report.remarks = [
            .extraRow(label: "小计", table: .requests, subtotal: true, found: ["1", nil], origin: at),
            .extraColumn(label: "备注", table: .proactive, origin: Origin(table: 1, row: 2, column: 9)),
            .repeatedRow(.reviews(.reconsideration), found: [nil], origin: at),
            .notANumber(cell, text: "无", origin: at),
            .mergedRows([.requests(.refusedStateSecret), .requests(.refusedForbiddenByLaw)], label: "1.", found: ["0"], origin: at),
            .label(printed: "结果维护", word: "结果维持", origin: at),
            .citedArticle(.fees, printed: "第二十条第（九）项", origin: at),
            .order(.reviews, rows: false, printed: ["总计", "结果维持"], origin: at),
            .numbering(scope: "一", mark: .section(3), expected: 2, origin: at),
            .numbering(scope: "一", mark: .bracketed(3), expected: 2, origin: at),
            .numbering(scope: "一", mark: .digit(3), expected: 2, origin: .unknown),
            .cutUnit(CellName(.proactive(.fees), .proactive(.amount)), text: "2500 万", origin: at),
        ]
        #expect(try roundTrip(report) == report)
    }

    @Test func theNarrativeComesBack() throws {
        var n = Narrative()
        n.title = "湖塘乡2021年政府信息公开工作年度报告"
        n.titleYear = 2021
        n.titleLine = Origin(line: 1)
        n.documentNumber = "湖政〔2022〕3号"
        n.contact = "电话：12345"
        n.periods = [.init(first: Day(year: 2021, month: 1, day: 1), last: nil, quote: "2021年1月1日至…", origin: Origin(line: 4))]
        n.namedYears = [.init(year: 2020, quote: "2020年度报告", origin: .unknown)]
        n.publication = .init(
            day: try #require(Day(year: 2022, month: 1, day: 28)), basis: .metadata, origin: Origin(table: 1, row: 1, column: 2))
        n.sections = [
            .init(number: 1, heading: "一、总体情况", topic: .general, text: "第一行\n第二行 \"引号\" \\", origin: Origin(line: 5)),
            .init(number: nil, heading: "附件", topic: nil, text: "", origin: .unknown),
        ]
        n.figures = [.init(meaning: .received, value: 5, quote: "收到5件", origin: Origin(line: 6))]
        n.sums = [.init(whole: 12058, parts: [3796, 8112, 75, 75], quote: "共12058条", origin: Origin(line: 7))]
        n.topics = [.assessment, .accountability]
        var report = SampleReport("湖塘乡", 2021).report
        report.narrative = n
        #expect(try roundTrip(report) == report)
    }

    @Test func inheritedFindingsComeBack() throws {
        var report = SampleReport("湖塘乡", 2021).report
        var finding = Finding(
            .unplacedRow, "行「1」无法对位", cells: ["requests.granted"], expected: .text("7"),
            found: .list([.number(3), nil, .text("1.5"), .list([.number(2)])]), origin: Origin(line: 8))
        finding.line = nil
        finding.basis = TownReportDay.basis
        report.inherited = [finding]
        #expect(try roundTrip(report) == report)
    }

    /// A field that the model gains must be stored too: this fails until the snapshot knows it.
    @Test func noFieldOfTheModelIsForgotten() {
        let report = AnnualReport(source: .init(name: "", format: "", bytes: 0, sha256: ""))
        #expect(Mirror(reflecting: report).children.count == 10)
        #expect(Mirror(reflecting: report.source).children.count == 4)
        #expect(Mirror(reflecting: report.narrative).children.count == 12)
        #expect(Mirror(reflecting: Row(.requests(.total), columns: [])).children.count == 5)
        #expect(Mirror(reflecting: TableBlock(.fees, form: .form2021, isPrinted: true, rows: [])).children.count == 5)
        // The bodies concerned are told of merges alone, which are not kept.
        #expect(Mirror(reflecting: Finding(.stock, "")).children.count == 9)
        #expect(Mirror(reflecting: Origin()).children.count == 4)
    }

    @Test func aSnapshotOfALaterProgramIsRefused() throws {
        let json = try ReportSnapshot(SampleReport("湖塘乡", 2021).report).json()
        let later = json.replacing("\"format\":1,", with: "\"format\":2,")
        #expect(throws: SnapshotError.format(2)) { try ReportSnapshot(json: later) }
    }

    @Test func theSameReportIsAlwaysTheSameText() throws {
        let report = SampleReport("湖塘乡", 2021).report
        #expect(try ReportSnapshot(report).json() == ReportSnapshot(roundTrip(report)).json())
    }
}
