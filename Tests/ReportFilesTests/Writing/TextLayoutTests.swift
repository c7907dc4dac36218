import AnnualReport
import ReportFiles
import Testing

struct TextLayoutTests {
    /// One block of table two with a blank figure.
    private var block: FormGrid {
        let columns: [ColumnName] = [.proactive(.previousYear), .proactive(.change)]
        let row = Row(.proactive(.fees), columns: columns, entries: [Entry(.count(3)), Entry(.blank)])
        return FormGrid(ProactiveTable(blocks: [TableBlock(.fees, form: .form2019, isPrinted: true, rows: [row])]))
    }

    @Test(arguments: [
        (TextLayout.tabLed, "\t第二十条第（八）项\n\n\t信息内容\n\t上一年项目数量\n\t本年增/减\n\n\t行政事业性收费\n\t3\n\t\n"),
        (.lines, "第二十条第（八）项\n信息内容\n上一年项目数量\n本年增/减\n行政事业性收费\n3\n\n"),
        (.paragraphs, "第二十条第（八）项\n\n信息内容\n\n上一年项目数量\n\n本年增/减\n\n行政事业性收费\n\n3\n\n\n\n"),
        (.tabSeparated, "第二十条第（八）项\n信息内容\t上一年项目数量\t本年增/减\n行政事业性收费\t3\t\n"),
        (.tabPadded, "第二十条第（八）项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t\n行政事业性收费\t3\t\t\n"),
        (.pipe, "| 第二十条第（八）项 |\n| 信息内容 | 上一年项目数量 | 本年增/减 |\n| 行政事业性收费 | 3 |  |\n"),
        (.crawledRows, "第二十条第（八）项 | ||\n信息内容 | 上一年项目数量 | 本年增/减 |\n行政事业性收费 | 3 |\n|\n"),
        (.crawledCells, "|\n第二十条第（八）项 |\n||\n|\n信息内容 |\n上一年项目数量 |\n本年增/减 |\n|\n行政事业性收费 |\n3 |\n|\n"),
        (.aligned, "第二十条第（八）项\n信息内容        上一年项目数量  本年增/减\n行政事业性收费  3\n"),
    ])
    func eachLayoutIsWrittenToTheByte(_ layout: TextLayout, _ expected: String) {
        #expect(block.text(layout) == expected)
    }

    @Test func mergedCellsLeaveBlanksInTheRowsBelow() throws {
        let grid = try #require(FormGrid.tables(SampleReports.balanced(.form2019, seed: 1)).first { $0.table == .requests })
        let text = grid.text(.tabLed)
        #expect(text.contains("\n\n\t\n\t自然人\n\t法人或其他组织\n\t总计\n\n\t\n\t\n\t商业企业\n"))
        #expect(text.contains("\n\n\t\n\t\n\t2.其他法律行政法规禁止公开\n"))
    }

    @Test func alignedColumnsBeginAtTheSameScreenColumn() throws {
        let grid = try #require(FormGrid.tables(SampleReports.balanced(.form2019, seed: 1)).first { $0.table == .requests })
        let lines = grid.text(.aligned).split(separator: "\n").map(String.init)
        let places = lines.dropFirst(3).compactMap { line -> Int? in
            // The first figure follows the last Chinese character of the label.
            guard let figure = line.lastIndex(where: { $0.unicodeScalars.contains { $0.value > 0x2E80 } || $0 == "”" }) else { return nil }
            let rest = line[line.index(after: figure)...]
            return EastAsianWidth.of(String(line[...figure])) + rest.prefix { $0 == " " }.count
        }
        #expect(places.count == 23 && Set(places).count == 1)
    }
}
