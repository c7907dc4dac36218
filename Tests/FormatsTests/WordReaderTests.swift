import Markup
import Testing

@testable import Formats

@Suite struct WordReaderTests {
    func p(_ text: String, _ properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    func tc(_ text: String, _ properties: String = "") -> String { "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text))</w:tc>" }

    @Test func paragraphsBreaksAndTabs() throws {
        let document = try Samples.docx(
            p("甲") + "<w:p/>" + "<w:p><w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:tab/><w:t xml:space=\"preserve\"> 丁</w:t></w:r></w:p>")
        #expect(document.outline == ["甲", "乙", "丙\t 丁"])
    }

    @Test func deletedTextIsSkippedAndInsertedKept() throws {
        let document = try Samples.docx(
            "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText><w:t>乙</w:t></w:r></w:del>"
                + "<w:ins><w:r><w:t>丙</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>")
        #expect(document.outline == ["甲丙"])
    }

    func run(_ text: String, _ properties: String = "") -> String {
        "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    @Test(arguments: ["superscript", "subscript"]) func raisedAndLoweredTextStandsApart(position: String) throws {
        let mark = "<w:vertAlign w:val=\"\(position)\"/>"
        let document = try Samples.docx(
            "<w:p>\(run("1"))\(run("1", mark))\(run("2", mark))\(run("件"))</w:p>"
                + "<w:p>\(run("9", mark))</w:p><w:p>\(run("3 "))\(run("4", mark))\(run(" 5"))</w:p>"
                + "<w:p>\(run("6"))\(run("7", "<w:vertAlign w:val=\"baseline\"/>"))</w:p>")
        #expect(document.outline == ["1 12 件", "9", "3 4 5", "67"])
        let numbering =
            "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
            + "<w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
        let item = p("总体", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
        #expect(try Samples.docx("<w:p>\(run("1"))\(run("2", mark))</w:p>" + item, numbering: numbering).outline == ["1 2", "一、总体"])
    }

    @Test func struckOutTextIsLeftOutUnlessTheMarkIsOff() throws {
        let document = try Samples.docx(
            "<w:p>\(run("1", "<w:strike/>"))\(run("2", "<w:dstrike w:val=\"true\"/>"))\(run("3", "<w:strike w:val=\"0\"/>"))"
                + "\(run("4", "<w:dstrike w:val=\"false\"/>"))\(run("5", "<w:strike/><w:dstrike w:val=\"0\"/>"))\(run("6"))</w:p>")
        #expect(document.outline == ["346"])
    }

    @Test func textBoxesAreReadOnce() throws {
        let box = "<w:txbxContent>\(p("框"))</w:txbxContent>"
        let document = try Samples.docx(
            "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">\(box)</mc:Choice>"
                + "<mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")
        #expect(document.outline == ["前", "框"])
    }

    @Test func spansMergesAndLeftOutColumns() throws {
        let document = try Samples.docx(
            "<w:tbl><w:tr>\(tc("a", "<w:gridSpan w:val=\"2\"/>"))\(tc("b", "<w:vMerge w:val=\"restart\"/>"))</w:tr>"
                + "<w:tr>\(tc("c"))\(tc("d"))\(tc("", "<w:vMerge/>"))</w:tr>"
                + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>\(tc("e"))</w:tr></w:tbl>")
        #expect(document.outline == ["[3x3] 0,0+1x2:a | 0,2+2x1:b | 1,0:c | 1,1:d | 2,1:e"])
    }

    @Test func aDeletedRowIsGone() throws {
        let document = try Samples.docx(
            "<w:tbl><w:tr>\(tc("a"))</w:tr><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>\(tc("x"))</w:tr><w:tr>\(tc("b"))</w:tr></w:tbl>")
        #expect(document.outline == ["[2x1] 0,0:a | 1,0:b"])
    }

    @Test func nestedTablesMakeLayout() throws {
        let inner = "<w:tbl><w:tr>\(tc("1"))</w:tr></w:tbl>"
        let document = try Samples.docx("<w:tbl><w:tr><w:tc>\(p("前"))\(inner)\(p("后"))</w:tc></w:tr></w:tbl>")
        #expect(document.outline == ["前", "[1x1] 0,0:1", "后"])
    }

    @Test func automaticNumbersAreWrittenOut() throws {
        func level(_ i: Int, _ format: String, _ text: String) -> String {
            "<w:lvl w:ilvl=\"\(i)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/></w:lvl>"
        }
        let numbering =
            "<w:abstractNum w:abstractNumId=\"7\">\(level(0, "chineseCounting", "%1、"))"
            + "\(level(1, "japaneseCounting", "（%2）"))\(level(2, "decimal", "%2.%3"))</w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
        func item(_ text: String, _ level: Int) -> String {
            p(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr>")
        }
        let styles =
            "<w:style w:styleId=\"H\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:styleId=\"H2\"><w:basedOn w:val=\"H\"/></w:style>"
        let body =
            item("总体", 0) + item("主动", 1) + item("细目", 2) + item("申请", 1) + p("正文")
            + p("问题", "<w:pStyle w:val=\"H2\"/>") + item("改进", 1)
        let document = try Samples.docx(body, numbering: numbering, styles: styles)
        #expect(document.outline == ["一、总体", "（一）主动", "一.1细目", "（二）申请", "正文", "二、问题", "（一）改进"])
    }

    @Test(arguments: [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "一百"), (105, "一百零五"), (110, "一百一十"), (2020, "二千零二十")])
    func chineseCounting(number: Int, text: String) {
        #expect(ChineseNumeral.counting(number) == text)
    }

    @Test func entityBombsAndDocumentTypesAreRefused() throws {
        let bomb =
            "<!DOCTYPE d [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
        let bytes = try ZIPWriter.archive([(name: "word/document.xml", bytes: Array(bomb.utf8))])
        let found = Samples.error { () throws(FormatError) in try SourceDocument(reading: bytes, name: "a.docx") }
        #expect(found == .documentTypeForbidden(part: "word/document.xml"))
    }

    @Test func brokenXMLIsRefusedWithItsLine() throws {
        let found = Samples.error { () throws(FormatError) in try Samples.docx("<w:p>\n<w:r></w:p>") }
        #expect(found == .damagedXML(part: "word/document.xml", line: 2))
    }

    @Test func deepNestingIsRefused() {
        let found = Samples.error { () throws(FormatError) in try Samples.docx(String(repeating: "<w:sdt>", count: 100_000)) }
        #expect(found == .nestingTooDeep(limit: 256))
    }

    @Test func columnsBeyondTheLimitAreRefused() {
        let found = Samples.error { () throws(FormatError) in
            try Samples.docx("<w:tbl><w:tr>\(tc("a", "<w:gridSpan w:val=\"1000000000\"/>"))</w:tr></w:tbl>")
        }
        #expect(found == .tooManyColumns(limit: 512, table: 1))
    }
}
