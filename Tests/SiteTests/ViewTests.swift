import AnnualReport
import Formats
import Law
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("What pages are made from")
struct ViewTests {
    @Test("the five kinds of cell look different")
    func cells() {
        let shown = [Cell.count(0), .blank, .notApplicable, .amount(Amount(value: "2.50", unit: .tenThousandYuan)), .absent]
            .map { CellText.html($0, in: .unplaced(found: [])).description }
        #expect(shown == ["0", "", "/", "2.50万元", "<span class=\"word\">无法对位</span>"])
        #expect(CellText.unknown(.missing) == "缺行")
        #expect(CellText.unknown(.merged(found: [])) == "并行")
    }

    @Test(
        "differences are told only between cells that both reports tell",
        arguments: [
            (.count(3), .count(5), .more(2)), (.count(5), .count(3), .less(2)), (.count(3), .count(3), .same),
            (.blank, .count(0), .other), (.notApplicable, .notApplicable, .same), (.absent, .count(3), .unknown),
            (.absent, .absent, .unknown), (nil, .count(3), .notOnForm), (.count(Int.min), .count(Int.max), .other),
        ] as [(Cell?, Cell?, Comparison.Difference)])
    func differences(first: Cell?, second: Cell?, difference: Comparison.Difference) {
        #expect(Comparison.Pair(first: first, second: second).difference == difference)
    }

    @Test("reports of two forms are compared over the rows and columns of both")
    func twoForms() {
        let comparison = Comparison(
            SampleReports.report("甲镇", 2020, requests: 4), SampleReports.report("甲镇", 2021, requests: 4))
        let rows = comparison.lines(.requests).map(\.name)
        #expect(rows.contains(.requests(.other)) && rows.contains(.requests(.otherFeeUnpaid)))
        let documents = comparison.lines(.proactive).first { $0.name == .proactive(.regulations) }
        #expect(documents?.columns.count == 5)
        #expect(documents?.pairs.count { $0.difference == .notOnForm } == 4)
    }

    @Test("the families of results are all results of both forms, each once")
    func families() {
        let rows = Outcome.Family.allCases.flatMap(\.rows)
        #expect(Set(rows).count == rows.count)
        #expect(Set(rows) == Set(RequestRow.results(.form2019) + RequestRow.results(.form2021)))
    }

    @Test("a figure's name is read back from its address", arguments: ["requests.granted.total", "family.refused.naturalPerson"])
    func figureNames(text: String) { #expect(FigureName(text)?.description == text) }

    @Test("what is no figure's name is none", arguments: ["", "family.refused", "family.x.total", "requests.granted", "a.b.c"])
    func noFigureNames(text: String) { #expect(FigureName(text) == nil) }

    @Test("sums tell nothing, too much and a number apart")
    func sums() {
        #expect(FigureSum([]) == .noCount)
        #expect(FigureSum([CellTotal(sum: 0, reports: 0)]) == .noCount)
        #expect(FigureSum([CellTotal(sum: 0, reports: 2)]) == .count(0))
        #expect(FigureSum([CellTotal(sum: nil, reports: 2)]) == .beyondRange)
        #expect(FigureSum([CellTotal(sum: .max, reports: 1), CellTotal(sum: 1, reports: 1)]) == .beyondRange)
    }

    @Test("findings are numbered errors first, and a finding on a whole row marks its label")
    func marks() {
        let row = Row(.requests(.granted), columns: RequestTable.columns, entries: RequestTable.columns.map { _ in Entry(.blank) })
        let names = row.cells.map(\.name.description)
        let items = FindingItem.items([
            (Finding(.missingCell, "空白", cells: names), nil), (Finding(.rowTotal, "不符", cells: ["requests.granted.total"]), nil),
            (Finding(.reviewTotal, "不符", cells: ["reviews.reconsideration"]), nil),
        ])
        #expect(items.map(\.finding.rule) == [.rowTotal, .reviewTotal, .missingCell])
        let marks = CellMarks(items, rows: [row])
        // Numbers begin anew with each severity; places on the page do not.
        #expect(items.map(\.number) == [1, 2, 1] && items.map(\.anchor) == ["f1", "f2", "f3"])
        #expect(marks[.requests(.granted)].map(\.place) == [3])
        #expect(marks[CellName(.requests(.granted), .applicant(.total))].map(\.number) == [1])
        #expect(marks[CellName(.reviews(.reconsideration), .outcome(.total))].map(\.number) == [2])
    }

    @Test("a list of findings has an end, and says how many are left out")
    func manyFindings() {
        let items = FindingItem.items((0..<FindingList.longest + 7).map { _ in (Finding(.missingCell, "空白", cells: []), nil) })
        let html = FindingList.render(items).description
        #expect(html.contains("（307）") && html.contains("还有 7 项同样程度的问题没有列出。"))
        #expect(html.ranges(of: "<li id=").count == FindingList.longest)
    }

    @Test("a source's lines and cells get ids, spans are kept, and gaps in a grid are filled")
    func source() throws {
        let utf8 = Array("第一行<b>甲乙丙".utf8)
        func range(_ text: String) -> TextRange {
            let all = String(decoding: utf8, as: UTF8.self)
            let lower = all.utf8.distance(from: all.startIndex, to: all.firstRange(of: text)?.lowerBound ?? all.endIndex)
            return TextRange(lower, lower + text.utf8.count)
        }
        let grid = Grid(
            number: 2, rowCount: 2, columnCount: 3,
            cells: [
                GridCell(row: 0, column: 0, rowSpan: 2, text: range("甲")), GridCell(row: 0, column: 2, text: range("乙")),
                GridCell(row: 1, column: 2, text: range("丙")),
            ], absentIsBlank: false)
        let source = try SourceMarkup(
            SourceText(SourceDocument(format: .html, utf8: utf8, blocks: [.line(range("第一行<b>"), number: 7), .grid(grid)])))
        let html = source.html.description
        #expect(html.contains("<li id=\"L7\" data-n=\"7\"><span>第一行&lt;b&gt;</span></li>"))
        #expect(html.contains("<td id=\"T2R1C1\" rowspan=\"2\">甲</td><td></td><td id=\"T2R1C3\">乙</td>"))
        #expect(html.contains("<tr><td></td><td id=\"T2R2C3\">丙</td></tr>"))
        #expect(source.anchors == ["L7", "T2", "T2R1C1", "T2R1C3", "T2R2C3"])
        #expect(!source.isCut)
    }

    @Test("a long source is cut and says so")
    func longSource() throws {
        let utf8 = Array(repeating: UInt8(ascii: "a"), count: 3000)
        let blocks = (1...500).map { Block.line(TextRange(0, 3000), number: $0) }
        let source = try SourceMarkup(SourceText(SourceDocument(format: .text, utf8: utf8, blocks: blocks)))
        #expect(source.isCut)
        #expect(source.html.bytes.count < SourceText.longest + 10_000)
    }

    @Test("a chart names itself, writes its figures at its marks and tells bars apart by pattern")
    func chart() {
        let chart = BarChart(
            id: "c", title: "标题", description: "说明",
            groups: [.init(title: "组", bars: [.init(label: "甲", value: 3, pattern: 0), .init(label: "乙", value: 0, pattern: 1)])])
        let svg = chart.render().description
        #expect(svg.contains("<title id=\"c-title\">标题</title><desc id=\"c-desc\">说明</desc>"))
        #expect(svg.contains("fill=\"url(#c-p0)\"") && svg.contains("<pattern id=\"c-p1\""))
        #expect(svg.contains(">3</text>") && svg.contains(">0</text>"))
    }
}
