import AnnualReport
import Formats
import Foundation
import ReportFiles
import Testing

/// What is written as HTML, DOCX and XLSX has the cells, spans and texts of the form when it is read as a file.
struct WrittenGridTests {
    private struct Place: Hashable {
        var row, column, rowSpan, columnSpan: Int
        var text: String
    }

    private func places(_ grid: FormGrid) -> Set<Place> {
        Set(grid.cells.map { Place(row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan, text: $0.text) })
    }

    private func grids(_ bytes: [UInt8], _ name: String) throws -> [Set<Place>] {
        let document = try SourceDocument(reading: bytes, name: name)
        return document.blocks.compactMap { block in
            guard case .grid(let grid) = block else { return nil }
            return Set(
                grid.cells.map {
                    Place(
                        row: Int($0.row), column: Int($0.column), rowSpan: Int($0.rowSpan), columnSpan: Int($0.columnSpan),
                        text: document.string($0.text))
                })
        }
    }

    @Test(arguments: ReportForm.allCases)
    func htmlHasTheFormsCells(_ form: ReportForm) throws {
        let report = SampleReports.balanced(form, seed: 1)
        #expect(try grids(ReportHTML.document(report).bytes, "a.html") == FormGrid.tables(report).map(places))
    }

    @Test(arguments: ReportForm.allCases)
    func wordHasTheFormsCells(_ form: ReportForm) throws {
        let report = SampleReports.balanced(form, seed: 1)
        #expect(try grids(ReportSheet(report).word(), "a.docx") == FormGrid.tables(report).map(places))
    }

    @Test(arguments: ReportForm.allCases)
    func theWorkbookHasTheFormsCellsOneTableUnderTheOther(_ form: ReportForm) throws {
        let report = SampleReports.balanced(form, seed: 1)
        let sheet = try #require(grids(ReportSheet(report).workbook(), "a.xlsx").first)
        var top = 3
        for grid in FormGrid.tables(report) {
            let moved = places(grid).filter { !$0.text.isEmpty }.map { place in
                var place = place
                place.row += top
                return place
            }
            #expect(sheet.isSuperset(of: moved), "\(grid.table)")
            top += grid.rowCount + 2
        }
    }

    @Test func csvHasEachRowOfTheForm() throws {
        let report = SampleReports.balanced(.form2019, seed: 1)
        let document = try SourceDocument(reading: ReportSheet(report).csv(), name: "a.csv")
        let text = document.blocks.compactMap { block -> [String]? in
            guard case .grid(let grid) = block else { return nil }
            return grid.cells.map { document.string($0.text) }
        }.joined()
        #expect(text.contains("青溪县松林镇2020年政府信息公开工作年度报告"))
        #expect(text.contains("5.要求行政机关确认或重新出具已获取信息"))
    }

    @Test func hostileWordsStayWords() throws {
        var report = SampleReports.balanced(.form2019, seed: 1)
        report.organization = "<script>alert('1')</script>&镇"
        let html = ReportHTML.document(report).description
        #expect(!html.contains("<script>") && html.contains("&lt;script&gt;"))
        #expect(try !grids(ReportSheet(report).word(), "a.docx").isEmpty)
        #expect(try !grids(ReportSheet(report).workbook(), "a.xlsx").isEmpty)
    }

    @Test func aPageMayMarkCellsAndLinkToThem() {
        let report = SampleReports.balanced(.form2019, seed: 1)
        let html = ReportHTML.tables(report, ids: true) { name, _, printed in
            name.column == .applicant(.total) ? "<mark>\(printed)</mark>" : "\(printed)"
        }.description
        #expect(html.contains("id=\"requests.granted.total\"><mark>"))
        #expect(html.contains("<th scope=\"row\" colspan=\"2\" id=\"requests.granted\">（一）予以公开</th>"))
        #expect(html.components(separatedBy: "<mark>").count == 24)
        #expect(!ReportHTML.tables(report).description.contains(" id="))
    }
}
