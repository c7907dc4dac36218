import Testing

@testable import Formats

/// Numbers in a file that are as large as numbers get: reckoning with them must not end the program.
@Suite struct HostileNumberTests {
    private static let extremes = ["9223372036854775807", "-9223372036854775808", "4294967296", "0", "-1", "1e999", "x"]

    @Test(arguments: extremes) func spansAndLeftOutColumnsOfAWordTable(number: String) throws {
        for property in ["gridSpan", "gridBefore", "gridAfter"] {
            let row = "<w:trPr><w:\(property) w:val=\"\(number)\"/></w:trPr>"
            let cell = "<w:tc><w:tcPr><w:\(property) w:val=\"\(number)\"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
            let table = "<w:tbl><w:tr>\(row)\(cell)\(cell)</w:tr><w:tr>\(row)\(cell)</w:tr></w:tbl>"
            let error = Samples.error { () throws(FormatError) in try Samples.docx(table) }
            #expect(error == nil || error == .tooManyColumns(limit: 512, table: 1), "\(property) \(number)")
        }
    }

    @Test(arguments: extremes) func rowNumbersOfASheet(number: String) throws {
        let rows = "<row r=\"\(number)\"><c><v>1</v></c></row><row><c><v>2</v></c></row>"
        let error = Samples.error { () throws(FormatError) in try Samples.xlsx("<sheetData>\(rows)\(rows)</sheetData>") }
        #expect(error == nil || error == .tooManyRows(limit: Limits.standard.rows, table: 1))
    }

    @Test(arguments: ["decimalFullWidth", "chineseCounting", "upperRoman", "lowerLetter", "decimalZero", "decimalEnclosedCircle"])
    func aListThatCountsFromBelowItsStart(format: String) throws {
        // A level that was set to begin at 0 and has not begun is one below it.
        let level = { (n: Int) in
            "<w:lvl w:ilvl=\"\(n)\"><w:start w:val=\"0\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"%1-%2\"/></w:lvl>"
        }
        let numbering =
            "<w:abstractNum w:abstractNumId=\"7\">\(level(0))\(level(1))</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/>"
            + "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"0\"/></w:lvlOverride></w:num>"
        let item = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
        #expect(try Samples.docx(item, numbering: numbering).outline.first?.hasSuffix("甲") == true)
    }
}
