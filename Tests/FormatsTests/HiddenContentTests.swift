import Testing

@testable import Formats

/// What a file hides is not read, and said.
@Suite struct HiddenContentTests {
    @Test func rowsAndColumnsOfASheet() throws {
        let cell = { (place: String, value: Int) in "<c r=\"\(place)\"><v>\(value)</v></c>" }
        let document = try Samples.xlsx(
            "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"4\" max=\"4\" hidden=\"0\"/></cols><sheetData>"
                + "<row r=\"1\">\(cell("A1", 1))\(cell("B1", 2))\(cell("C1", 3))\(cell("D1", 4))</row>"
                + "<row r=\"2\" hidden=\"1\">\(cell("A2", 5))</row><row r=\"3\" hidden=\"false\">\(cell("A3", 6))</row></sheetData>")
        #expect(document.outline == ["[3x4] 0,0:1 | 0,3:4 | 2,0:6"])
        #expect(document.hidden == [.rows, .columns])
    }

    @Test func whatIsHiddenAndEmptyIsNothing() throws {
        let document = try Samples.xlsx(
            "<sheetData><row r=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c s=\"3\"/></row></sheetData>")
        #expect(document.hidden.isEmpty)
    }

    @Test func sheetsOfAWorkbook() throws {
        #expect(try Samples.workbook([("甲", nil, false), ("乙", "hidden", false)]).hidden == [.sheets])
        #expect(try Samples.workbook([("甲", nil, false)]).hidden.isEmpty)
    }

    @Test func textOfADocument() throws {
        let run = { (look: String) in "<w:p><w:r><w:rPr>\(look)</w:rPr><w:t>藏</w:t></w:r></w:p>" }
        #expect(try Samples.docx(run("<w:vanish/>")).hidden == [.text])
        #expect(try Samples.docx(run("") + run("<w:strike/>")).hidden.isEmpty)
    }

    @Test func partsOfAPagesTables() throws {
        let document = try Samples.html(
            "<div style='display:none'>菜单</div><table><tr><td>1</td></tr><tr style='display:none'><td>2</td></tr></table>")
        #expect(document.outline == ["[1x1] 0,0:1"] && document.hidden == [.text])
        #expect(try Samples.html("<div style='display:none'>菜单</div><table><tr><td>1</td></tr></table>").hidden.isEmpty)
        #expect(try Samples.html("<div hidden><table><tr><td>2</td></tr></table></div>").hidden == [.text])
    }

    @Test func aFormulaWithoutAValueIsABlankCellThatSaysSo() throws {
        let document = try Samples.xlsx(
            "<sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f></c><c r=\"B1\"><f>2</f><v>2</v></c></row></sheetData>")
        #expect(document.outline == ["[1x2] 0,0: | 0,1:2"])
        #expect(document.grids.first?.cells.map(\.isFormula) == [true, false])
    }
}
