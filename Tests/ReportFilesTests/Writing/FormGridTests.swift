import AnnualReport
import ReportFiles
import Testing

struct FormGridTests {
    private func texts(_ grid: FormGrid, row: Int) -> [String] {
        grid.cells.filter { $0.row == row }.map(\.text)
    }

    @Test(arguments: ReportForm.allCases)
    func cellsFillTheTableWithoutOverlap(_ form: ReportForm) {
        for grid in FormGrid.tables(SampleReports.balanced(form, seed: 1)) {
            var taken = Array(repeating: 0, count: grid.rowCount * grid.columnCount)
            for cell in grid.cells {
                for row in cell.row..<cell.row + cell.rowSpan {
                    for column in cell.column..<cell.column + cell.columnSpan { taken[row * grid.columnCount + column] += 1 }
                }
            }
            #expect(taken.allSatisfy { $0 == 1 }, "\(grid.table)")
            let places = grid.cells.map { $0.row * grid.columnCount + $0.column }
            #expect(places == places.sorted())
        }
    }

    @Test(arguments: ReportForm.allCases)
    func everyFigureOfTheReportStandsInOneCell(_ form: ReportForm) {
        let report = SampleReports.balanced(form, seed: 2)
        let figures = FormGrid.tables(report).flatMap { $0.cells.compactMap(\.figure) }
        #expect(figures.count == report.figures.count)
        #expect(figures.allSatisfy { report[$0.name] == $0.entry })
    }

    @Test func tableThreeHasTheHeadingsAndGroupsOfTheForm() throws {
        let grid = try #require(FormGrid.tables(SampleReports.balanced(.form2021, seed: 1)).first { $0.table == .requests })
        #expect(texts(grid, row: 0) == ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"])
        #expect(texts(grid, row: 1) == ["自然人", "法人或其他组织", "总计"])
        #expect(texts(grid, row: 2) == ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"])
        let groups = grid.cells.filter { $0.part == .groupLabel }
        #expect(groups.map(\.text) == ["三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"])
        #expect(groups.map(\.rowSpan) == [22, 8, 3, 5, 3])
    }

    @Test func theOldFormHasOneRowOfOtherHandling() throws {
        let grid = try #require(FormGrid.tables(SampleReports.balanced(.form2019, seed: 1)).first { $0.table == .requests })
        let groups = grid.cells.filter { $0.part == .groupLabel }
        #expect(groups.map(\.rowSpan) == [20, 8, 3, 5])
        let other = grid.cells.first { $0.part == .rowLabel(.requests(.other)) }
        #expect(other?.text == "（六）其他处理" && other?.columnSpan == 2)
    }

    @Test func aNarrowBlockOfTableTwoTakesTheWholeWidth() throws {
        let grid = try #require(FormGrid.tables(SampleReports.balanced(.form2021, seed: 1)).first)
        let heading = try #require(grid.cells.first { $0.text == "本年处理决定数量" })
        #expect(heading.columnSpan == 3)
        #expect(grid.columnCount == 4)
    }

    @Test(arguments: [
        (Cell.amount(Amount(value: "12.5", unit: .tenThousandYuan)), "本年收费金额（单位：万元）", "12.5"),
        (.amount(Amount(value: "12.5", unit: .yuan)), "本年收费金额", "12.5元"),
        (.amount(Amount(value: "12.50", unit: nil)), "本年收费金额", "12.50"), (.count(200), "本年收费金额", "200"),
        (.blank, "本年收费金额（单位：万元）", ""), (.notApplicable, "本年收费金额（单位：万元）", "/"),
    ])
    func aHeadingNeverLendsItsUnitToAFigureOfAnother(_ cell: Cell, _ heading: String, _ printed: String) throws {
        var report = SampleReports.balanced(.form2021, seed: 1)
        report.proactive?.blocks[3].rows[0].entries[0].cell = cell
        let grid = try #require(FormGrid.tables(report).first)
        #expect(grid.cells.contains { $0.text == heading && $0.part == .columnHeading })
        #expect(grid.cells.first { $0.figure?.name == CellName(.proactive(.fees), .proactive(.amount)) }?.text == printed)
    }

    @Test func tableFourIsOneRowOfFifteenFigures() throws {
        let grid = try #require(FormGrid.tables(SampleReports.balanced(.form2019, seed: 1)).last)
        #expect(grid.columnCount == 15 && grid.rowCount == 4)
        #expect(texts(grid, row: 0) == ["行政复议", "行政诉讼"])
        #expect(grid.cells.filter { $0.row == 3 }.compactMap(\.figure).count == 15)
    }

    @Test func unknownAndBlankCellsPrintNothingAndNotApplicableASlash() {
        let grids = FormGrid.tables(SampleReports.everyKind())
        for cell in grids.flatMap(\.cells) {
            switch cell.figure?.entry.cell {
            case .blank, .absent: #expect(cell.text == "")
            case .notApplicable: #expect(cell.text == "/")
            default: #expect(cell.text != "")
            }
        }
    }
}
