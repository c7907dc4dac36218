import AnnualReport
import ReportFiles
import Testing

/// How the rules of reading meet real tables: a balanced report as text, one thing of it printed otherwise.
struct TableCaseTests {
    private static let report = RandomReport.balanced(.form2019, seed: 21, dashes: false)
    private static let report2021 = RandomReport.balanced(.form2021, seed: 22, dashes: false)

    /// The report as tab-separated text with the first line that holds the words printed otherwise, read back.
    private func edited(_ words: String, of report: AnnualReport = report, _ edit: ([String]) -> [[String]]) throws -> AnnualReport {
        var lines = ReportSheet(report).text(.tabSeparated).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let place = try #require(lines.firstIndex { $0.contains(words) && $0.contains("\t") })
        let fields = lines[place].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        lines.replaceSubrange(place...place, with: edit(fields).map { $0.joined(separator: "\t") })
        return try ReportReader.read(Array(lines.joined(separator: "\n").utf8), name: "a.txt").report
    }

    /// The rows of a report but those named.
    private func others(_ report: AnnualReport, _ names: RowName...) -> [String] {
        report.rows.filter { !names.contains($0.name) }.flatMap(\.cells).map { "\($0.name) \($0.entry.cell)" }
    }

    private func rules(_ report: AnnualReport) -> [Rule] { report.findings().map(\.rule) }

    // MARK: Cells

    @Test(arguments: ["1 2", "0 0", "无", "1.5", "3万元", "约3", "75627.00"])
    func aCellOfTableThreeThatHoldsNoCountIsNullAndTheRestOfTheRowStays(_ text: String) throws {
        let read = try edited("重复申请") { fields in [fields.dropLast(5) + [text] + fields.suffix(4)] }
        #expect(read[.declinedRepeated, .research] == .absent)
        for kind in ApplicantKind.allCases where kind != .research {
            #expect(read[.declinedRepeated, kind] == Self.report[.declinedRepeated, kind])
        }
        let findings = read.findings()
        #expect(findings.map(\.rule) == [.notANumber] && findings.map(\.cells) == [["requests.declinedRepeated.research"]])
        #expect(findings.map(\.found) == [.text(text)])
        #expect(others(read, .requests(.declinedRepeated)) == others(Self.report, .requests(.declinedRepeated)))
    }

    @Test(arguments: ["件", "个", " 件", "项"])
    func aWordOfCountingAfterACountIsDropped(_ unit: String) throws {
        let read = try edited("行政处罚") { fields in [fields.map { Int($0) == nil ? $0 : $0 + unit }] }
        #expect(read.cellsByName == Self.report.cellsByName && rules(read) == [])
    }

    @Test func moneyInACountColumnIsKeptAndTold() throws {
        let read = try edited("行政事业性收费") { fields in [fields.dropLast(2) + ["3138.14万元", "+1108.67万元"]] }
        #expect(read[.fees, .previousYear] == .amount(Amount(value: "3138.14", unit: .tenThousandYuan)))
        #expect(read[.fees, .change] == .amount(Amount(value: "+1108.67", unit: .tenThousandYuan)))
        #expect(rules(read) == [.unitInCount, .unitInCount])
    }

    @Test(arguments: [
        ("200359", Cell.count(200_359), [Rule.unitMissing]), ("75627.00", .amount(Amount(value: "75627.00", unit: nil)), [.unitMissing]),
        ("2500 万", .amount(Amount(value: "2500", unit: .tenThousandYuan)), [.unitMissing]), ("0", .count(0), []),
        ("0.00", .amount(Amount(value: "0.00", unit: nil)), []), ("1.19亿元", .amount(Amount(value: "1.19", unit: .hundredMillionYuan)), []),
        ("1,234.50元", .amount(Amount(value: "1234.50", unit: .yuan)), []), ("/", .notApplicable, []), ("", .blank, [.missingCell]),
        ("无", .absent, [.notANumber]),
    ])
    func anAmountIsKeptAsPrinted(_ text: String, _ cell: Cell, _ expected: [Rule]) throws {
        let read = try edited("政府集中采购") { fields in [fields.dropLast() + [text]] }
        #expect(read[.procurement, .amount] == cell)
        #expect(rules(read) == expected)
    }

    @Test func aUnitInTheHeadingIsTheCellsUnit() throws {
        let figures = ReportSheet(Self.report).text(.tabSeparated).replacing("采购总金额", with: "采购总金额（万元）")
        let lines = figures.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.contains("政府集中采购\t") ? line.split(separator: "\t").dropLast().joined(separator: "\t") + "\t12" : String(line)
        }
        let read = try ReportReader.read(Array(lines.joined(separator: "\n").utf8), name: "a.txt").report
        #expect(read[.procurement, .amount] == .amount(Amount(value: "12", unit: .tenThousandYuan)))
        #expect(rules(read) == [])
    }

    // MARK: Rows that cannot be placed

    /// However obvious they look.
    @Test(arguments: [
        ["0", "0", "0", "0", "0"], ["8", "", "", "", "8"], ["1", "1", "1", "1", "1", "1", "1", "1"], ["5"], ["1", "2", "3", "4", "5", "6"],
    ])
    func aRowWithAnotherNumberOfFiguresIsNull(_ cells: [String]) throws {
        let read = try edited("过程性信息") { fields in [fields.dropLast(7) + cells] }
        #expect(ApplicantKind.allCases.allSatisfy { read[.refusedProcessInformation, $0] == .absent })
        let findings = read.findings()
        #expect(findings.map(\.rule) == [.unplacedRow] && findings.map(\.cells) == [["requests.refusedProcessInformation"]])
        #expect(findings.map(\.found) == [.list(cells.map { Int($0).map { .number($0) } })])
        #expect(others(read, .requests(.refusedProcessInformation)) == others(Self.report, .requests(.refusedProcessInformation)))
    }

    @Test func aRowWithoutAnyFigureHasBlankCells() throws {
        let read = try edited("过程性信息") { fields in [Array(fields.dropLast(7))] }
        #expect(ApplicantKind.allCases.allSatisfy { read[.refusedProcessInformation, $0] == .blank })
        #expect(!rules(read).contains(.unplacedRow))
        #expect(read.findings().filter { $0.rule == .missingCell }.map(\.cells) == [["requests.refusedProcessInformation"]])
    }

    @Test func blanksAtTheirOwnPlaceAreOneFindingARow() throws {
        let read = try edited("结转下年度继续办理") { fields in [fields.dropLast(7) + ["", "2", "", "0", "0", "0", "2"]] }
        #expect(
            read[.carriedOver, .naturalPerson] == .blank && read[.carriedOver, .business] == .count(2)
                && read[.carriedOver, .research] == .blank)
        #expect(
            read.findings().filter { $0.rule == .missingCell }.map(\.cells) == [
                ["requests.carriedOver.naturalPerson", "requests.carriedOver.research"]
            ])
    }

    // MARK: Rows

    @Test func aMissingRowIsToldOnceAndItsNumberIsNoGap() throws {
        let read = try edited("执法案卷") { _ in [] }
        #expect(read.row(.requests(.refusedEnforcementFile))?.state == .missing)
        #expect(rules(read) == [.missingRow])
        #expect(others(read, .requests(.refusedEnforcementFile)) == others(Self.report, .requests(.refusedEnforcementFile)))
    }

    @Test func aRowThatTheFormLacksIsLeftOut() throws {
        let read = try edited("行政强制") { fields in [fields, ["其他主动公开文件", "7", "8", "9"]] }
        #expect(read.cellsByName == Self.report.cellsByName)
        let findings = read.findings()
        #expect(findings.map(\.rule) == [.extraRow] && findings[0].message.contains("其他主动公开文件"))
    }

    @Test func aRowPrintedTwiceCountsOnce() throws {
        let read = try edited("重复申请") { fields in [fields, fields.dropLast(7) + ["9", "9", "9", "9", "9", "9", "54"]] }
        #expect(read.cellsByName == Self.report.cellsByName)
        #expect(rules(read).contains(.extraRow))
    }

    @Test func rowsInAnotherOrderKeepTheirFigures() throws {
        var second: [String] = []
        _ = try edited("结转政府信息") { fields in
            second = fields
            return [fields]
        }
        let text = try edited("本年新收") { fields in [second, fields] }
        #expect(text[.received, .total] == Self.report[.received, .total] && text[.carriedIn, .total] == Self.report[.carriedIn, .total])
        #expect(rules(text).contains(.wrongOrder))
    }

    // MARK: Groups

    /// A group's label that bears figures while its first item is missing: merged rows and nothing else.
    @Test func aGroupsFiguresWithoutItsFirstItemAreMergedRows() throws {
        let read = try edited("属于国家秘密") { fields in [fields.filter { !$0.contains("国家秘密") }] }
        let printed = Self.report.row(.requests(.refusedStateSecret))?.entries.map { $0.cell.text as String? } ?? []
        #expect(read.row(.requests(.refusedStateSecret))?.state == .merged(found: printed))
        #expect(rules(read) == [.mergedRows] && read.findings()[0].cells == ["requests.refusedStateSecret"])
        #expect(others(read, .requests(.refusedStateSecret)) == others(Self.report, .requests(.refusedStateSecret)))
    }

    /// While its items are all there, it is a subtotal and sums run over the items.
    @Test func aGroupsFiguresAboveItsItemsAreASubtotal() throws {
        let read = try edited("属于国家秘密") { fields in
            let group = fields.firstIndex { $0.contains("不予公开") } ?? 0
            return [
                Array(fields[...group]) + ["9", "9", "9", "9", "9", "9", "54"],
                Array(repeating: "", count: group + 1) + fields[(group + 1)...],
            ]
        }
        #expect(read.cellsByName == Self.report.cellsByName)
        #expect(rules(read) == [.extraRow])
    }

    @Test func otherResultsOfThe2021FormMayBearASubtotal() throws {
        let read = try edited("逾期不补正", of: Self.report2021) { fields in
            let group = fields.firstIndex { $0.contains("其他处理") } ?? 0
            return [
                Array(fields[...group]) + ["9", "9", "9", "9", "9", "9", "54"],
                Array(repeating: "", count: group + 1) + fields[(group + 1)...],
            ]
        }
        #expect(read.requests?.form == .form2021 && read.cellsByName == Self.report2021.cellsByName)
        #expect(rules(read) == [.extraRow])
    }

    // MARK: Words

    @Test(
        arguments: [
            ("规范性文件", "规范性文件（本单位制发的）", nil), ("本年新公开数量", "本年新公开数量(件)", nil), ("总计\n", "合计\n", "合计"),
            ("信访举报投诉类申请", "信访投诉举报类申请", "信访投诉举报类申请"),
            ("结果维持", "结果维护", "结果维护"), ("属于三类内部事务信息", "属于第三类内部事务信息", "属于第三类内部事务信息"), ("规范性文件", "規範性文件", nil), ("予以公开", "予以公開", nil),
            ("只计这一情形", "只记这一情形", "部分公开（区分处理的，只记这一情形，不计其他情形）"), ("科研机构", "科研单位", "科研单位"), ("尚未审结", "未审结", "未审结"),
        ] as [(String, String, String?)])
    func labelsInOtherWordsKeepTheirFiguresAndAreToldOnce(_ word: String, _ printed: String, _ told: String?) throws {
        let text = ReportSheet(Self.report).text(.tabSeparated).replacing(word, with: printed)
        let read = try ReportReader.read(Array(text.utf8), name: "a.txt").report
        #expect(read.cellsByName == Self.report.cellsByName)
        #expect(read.findings().map(\.rule) == (told == nil ? [] : [.wrongTerm]))
        #expect(read.findings().map(\.found) == (told.map { [.text($0)] } ?? []))
    }

    @Test func theFirstHalfOfTheLongLabelsIsTheFormsToo() throws {
        let text = ReportSheet(Self.report2021).text(.tabSeparated).replacing("、行政机关不再处理其政府信息公开申请", with: "")
        let read = try ReportReader.read(Array(text.utf8), name: "a.txt").report
        #expect(read.cellsByName == Self.report2021.cellsByName && rules(read) == [])
    }

    @Test(arguments: [("第二十条第（六）项", "第二十六条第（六）项"), ("第二十条第（六）项", "第二十条第（五）项"), ("第二十条第（八）项", "第二十条第（九）项")])
    func aWrongArticleMovesNoFigure(_ cited: String, _ printed: String) throws {
        let text = ReportSheet(Self.report).text(.tabSeparated).replacing(cited, with: printed)
        let read = try ReportReader.read(Array(text.utf8), name: "a.txt").report
        #expect(read.cellsByName == Self.report.cellsByName)
        #expect(rules(read) == [.wrongArticle] && read.findings()[0].found == .text(printed))
    }

    @Test func aWrongNumberOfARowIsToldOnce() throws {
        let text = ReportSheet(Self.report).text(.tabSeparated).replacing("5.要求行政机关", with: "6.要求行政机关")
        let read = try ReportReader.read(Array(text.utf8), name: "a.txt").report
        #expect(read.cellsByName == Self.report.cellsByName && rules(read) == [.numbering])
        #expect(read.findings()[0].expected == .number(5) && read.findings()[0].found == .number(6))
    }

    // MARK: More than one report

    @Test func aSecondReportOnThePageAddsNothing() throws {
        let other = RandomReport.balanced(.form2019, seed: 77, dashes: false)
        let text = ReportSheet(Self.report).text(.tabSeparated) + "\n" + ReportSheet(other).text(.tabSeparated)
        let read = try ReportReader.read(Array(text.utf8), name: "a.txt").report
        #expect(read.silentDifferences(from: Self.report) == [])
    }

    @Test func aReportWithoutTablesIsRead() throws {
        let read = try ReportReader.read(Array("松林乡2018年政府信息公开工作年度报告\n\n一、概述\n本乡公开信息9条。\n".utf8), name: "a.txt").report
        #expect(read.proactive == nil && read.requests == nil && read.reviews == nil && read.template == nil)
        #expect(read.organization == "松林乡" && read.year == 2018)
        let findings = read.findings()
        #expect(findings.filter { $0.rule == .missingTable }.map(\.cells) == [["proactive"], ["requests"], ["reviews"]])
        #expect(!findings.contains { [.missingRow, .missingCell, .wrongForm].contains($0.rule) })
    }
}
