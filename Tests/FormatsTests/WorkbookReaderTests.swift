import Testing

@testable import Formats

@Suite struct WorkbookReaderTests {
    @Test func everyKindOfValueIsReadAsStored() throws {
        let row =
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><v>75627</v></c><c r=\"C2\"><v>7.5627E4</v></c>"
            + "<c r=\"D2\"><v>0.30000000000000004</v></c><c r=\"E2\" t=\"b\"><v>1</v></c><c r=\"F2\" t=\"inlineStr\"><is><t>内</t></is></c>"
            + "<c r=\"G2\"><f>1+1</f><v>2</v></c><c r=\"H2\" t=\"str\"><f>x</f><v>算</v></c><c r=\"I2\" s=\"4\"/></row>"
        let document = try Samples.xlsx(
            "<sheetData>\(row)</sheetData>", strings: "<si><r><t>共</t></r><r><t>享</t></r><rPh><t>gong</t></rPh></si>")
        #expect(document.outline == ["[2x8] 1,0:共享 | 1,1:75627 | 1,2:75627 | 1,3:0.3 | 1,4:TRUE | 1,5:内 | 1,6:2 | 1,7:算"])
        #expect(document.grids.first?.name == "表一")
        #expect(document.grids.first?.absentIsBlank == true)
    }

    @Test(arguments: [
        ("12", "12"), ("-3.5", "-3.5"), ("1E-3", "0.001"), ("1.1000000000000001", "1.1"), ("123456789012345", "123456789012345"),
        ("1e300", "1e+300"), ("-0.070000000000000007", "-0.07"),
    ])
    func numbersHaveNoArtefacts(stored: String, plain: String) {
        #expect(String(decoding: StoredNumber.plain(Array(stored.utf8)), as: UTF8.self) == plain)
    }

    @Test func mergesBecomeSpansAndCoverWhatIsUnderThem() throws {
        let document = try Samples.xlsx(
            "<sheetData><row><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"B1\" t=\"str\"><v>hidden</v></c></row>"
                + "<row r=\"3\"><c r=\"C3\" t=\"str\"><v>c</v></c></row></sheetData>"
                + "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"B2:C3\"/><mergeCell ref=\"C1:C2\"/></mergeCells>")
        #expect(document.outline == ["[3x3] 0,0+2x2:a | 0,2+2x1: | 2,2:c"])
    }

    @Test func aMergeOfTheWholeSheetCostsNothing() throws {
        let document = try Samples.xlsx(
            "<sheetData><row><c r=\"A1\" t=\"str\"><v>a</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"
        )
        #expect(document.grids.first.map { $0.rowCount <= 256 && $0.columnCount <= 512 && $0.cells.count == 1 } == true)
    }

    @Test func farOffCellsAreRefusedButOnlyIfTheyHoldSomething() throws {
        let far = "<sheetData><row><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\">"
        #expect(try Samples.xlsx(far + "</c></row></sheetData>").outline == ["[1x1] 0,0:1"])
        let found = Samples.error { () throws(FormatError) in try Samples.xlsx(far + "<v>1</v></c></row></sheetData>") }
        #expect(found == .tooManyRows(limit: 100_000, table: 1))
        let wide = Samples.error { () throws(FormatError) in
            try Samples.xlsx("<sheetData><row><c r=\"XFD1\"><v>1</v></c></row></sheetData>")
        }
        #expect(wide == .tooManyColumns(limit: 512, table: 1))
    }

    /// A text as a shared string and as one that stands in its cell.
    func rich(_ runs: String) throws -> [String] {
        let row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is>\(runs)</is></c></row>"
        let document = try Samples.xlsx("<sheetData>\(row)</sheetData>", strings: "<si>\(runs)</si>")
        return document.grids.flatMap { $0.cells.map { document.string($0.text) } }
    }

    @Test func runsOfRichTextAreReadAsTheyLook() throws {
        func run(_ text: String, _ look: String = "") -> String { "<r><rPr>\(look)</rPr><t>\(text)</t></r>" }
        let raised = "<vertAlign val=\"superscript\"/>"
        #expect(try rich(run("1") + run("1", raised) + run("2", raised) + run("件")) == ["1 12 件", "1 12 件"])
        #expect(try rich(run("1", "<strike/>") + run("2") + run("3", "<strike val=\"0\"/>")) == ["23", "23"])
    }

    @Test func escapedCharactersAreDecoded() throws {
        #expect(try rich("<t>甲_x000D_\n乙_x000D_丙</t>") == ["甲\n乙\n丙", "甲\n乙\n丙"])
        #expect(
            try rich("<t>_x005F_x000D_ _x0000_ _xD800_ _x00_ a_b _x4E00_x000 _x4E00a</t>").first
                == "_x000D_ _x0000_ _xD800_ _x00_ a_b 一x000 _x4E00a")
    }

    @Test func hiddenSheetsAreLeftOutWhereOthersAreShown() throws {
        let document = try Samples.workbook([
            ("去年", "hidden", false), ("今年", "visible", false), ("算", "veryHidden", false), ("附表", nil, false),
        ])
        #expect(document.grids.map(\.name) == ["今年", "附表"])
        #expect(document.grids.map(\.number) == [1, 2])
        #expect(document.outline == ["[1x1] 0,0:今年", "[1x1] 0,0:附表"])
    }

    @Test func hiddenSheetsAreReadWhereNothingElseIsThere() throws {
        #expect(try Samples.workbook([("甲", "hidden", false), ("乙", "veryHidden", false)]).grids.map(\.name) == ["甲", "乙"])
        #expect(try Samples.workbook([("甲", "hidden", false), ("图", nil, true)]).grids.map(\.name) == ["甲"])
    }

    @Test func manyCellsWithOneLongTextShareIt() throws {
        let cells = (1...2000).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }.joined()
        let document = try Samples.xlsx(
            "<sheetData>\(cells)</sheetData>", strings: "<si><t>\(String(repeating: "长", count: 9000))</t></si>")
        #expect(document.grids.first?.cells.count == 2000)
        #expect(document.utf8.count == 27_000)
    }

    @Test func aSharedStringThatIsNotThereIsDamage() {
        let found = Samples.error { () throws(FormatError) in
            try Samples.xlsx("<sheetData><row><c t=\"s\"><v>9</v></c></row></sheetData>")
        }
        #expect(found == .damagedXML(part: "sharedStrings.xml", line: 1))
    }
}
