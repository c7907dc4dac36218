import Testing

@testable import Formats

@Suite struct HTMLReaderTests {
    @Test func blocksAndBreaksMakeLinesAndWhiteSpaceCollapses() throws {
        let document = try Samples.html("<p>一  二\n\t三</p>散文<br>后<div>甲<b>乙</b> 丙</div><p> &nbsp; </p>")
        #expect(document.outline == ["一 二 三", "散文", "后", "甲乙 丙"])
    }

    @Test func scriptsStylesHeadAndHiddenElementsAreLeftOut() throws {
        let document = try Samples.document(
            "<html><head><title> 年 报 </title><meta name=\"ColumnName\" content=\"公开\"><style>p{}</style></head><body>"
                + "<script>var a='<p>x</p>'</script><noscript>n</noscript><p style='display : NONE'>h</p><p hidden>i</p>"
                + "<table><tr style=\"display:none\"><td>x</td></tr><tr><td>a</td><td style=display:none>x</td><td>b</td></tr></table>"
                + "</body></html>")
        #expect(document.outline == ["[1x2] 0,0:a | 0,1:b"])
        #expect(document.metadata == [.init(name: "title", value: "年 报"), .init(name: "columnname", value: "公开")])
    }

    @Test func entitiesAreDecodedAndBlankCellsAreEmpty() throws {
        let document = try Samples.html("<table><tr><td>&lt;a&gt;&#20844;&amp;</td><td>&nbsp;</td><td>x&nbsp;y</td><td>　</td></tr></table>")
        #expect(document.outline == ["[1x4] 0,0:<a>公& | 0,1: | 0,2:x\u{A0}y | 0,3:"])
    }

    @Test func spansPushCellsAside() throws {
        let document = try Samples.html(
            "<table><thead><tr><th rowspan=2>a</th><th colspan=2>b</th></tr><tr><th>c</th><th>d</th></tr></thead>"
                + "<tbody><tr><td rowspan=0>e</td><td>f</td></tr><tr><td>g</td></tr></tbody></table>")
        #expect(document.outline == ["[4x3] 0,0+2x1:a | 0,1+1x2:b | 1,1:c | 1,2:d | 2,0+2x1:e | 2,1:f | 3,1:g"])
    }

    @Test func rowSpansEndWithTheirGroupAndSpansNeverOverlap() throws {
        let grouped = try Samples.html(
            "<table><thead><tr><th rowspan=9>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>")
        #expect(grouped.outline == ["[2x1] 0,0:a | 1,0:b"])
        let crossed = try Samples.html(
            "<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td colspan=3>c</td></tr></table>")
        #expect(crossed.outline == ["[2x2] 0,0:a | 0,1+2x1:b | 1,0:c"])
    }

    @Test func footBeforeBodyIsReadAfterIt() throws {
        let document = try Samples.html(
            "<table><tfoot><tr><td>f</td></tr></tfoot><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>")
        #expect(document.outline == ["[3x1] 0,0:a | 1,0:b | 2,0:f"])
    }

    @Test func captionIsALineBeforeTheTableAndParagraphsInACellAreLines() throws {
        let document = try Samples.html(
            "<table><caption>表 一</caption><tr><td><p>甲</p><p>乙</p>丙<br><br>丁</td></tr></table>后")
        #expect(document.outline == ["表 一", "[1x1] 0,0:甲\n乙\n丙\n丁", "后"])
    }

    @Test func aTableAroundTablesIsLayout() throws {
        let document = try Samples.html(
            "<table><tr><td>头<br>二</td><td>前<table><tr><td>1</td></tr></table>中"
                + "<table><tr><td><table><tr><td>2</td></tr></table></td></tr></table>后</td></tr><tr><td>尾</td></tr></table>")
        #expect(document.outline == ["头", "二", "前", "[1x1] 0,0:1", "中", "[1x1] 0,0:2", "后", "尾"])
        #expect(document.grids.map(\.number) == [1, 2])
    }

    @Test func anEmptyTableInACellMakesNoLayout() throws {
        let document = try Samples.html("<table><tr><td>a<table></table></td><td>b</td></tr></table>")
        #expect(document.outline == ["[1x2] 0,0:a | 0,1:b"])
    }

    @Test func unclosedAndStrayTagsAreTolerated() throws {
        #expect(try Samples.html("<table><tr><td>a<td>b<tr><td>c</table>").outline == ["[2x2] 0,0:a | 0,1:b | 1,0:c"])
        #expect(try Samples.html("<td>甲</td><tr>乙</tr></table></div>丙").outline.joined() == "甲乙丙")
        #expect(try Samples.html("<table><td>a</td><td>b</td></table>").outline == ["[1x2] 0,0:a | 0,1:b"])
        #expect(try Samples.html("<p>a<table><tr><td>b").outline == ["a", "[1x1] 0,0:b"])
    }

    @Test func superscriptsAndSubscriptsStandApart() throws {
        #expect(try Samples.html("<p>1<sup>1</sup></p><p>2</p>").outline == ["1 1", "2"])
        #expect(try Samples.html("<p><sup>1</sup>2<sub> 3 </sub> 4<sub>5</sub></p>").outline == ["1 2 3 4 5"])
        #expect(try Samples.html("<p>1<sup></sup>2<b>3</b></p>").outline == ["123"])
        #expect(try Samples.html("<p>1<sup>2</sup><sup>3<sub>4</sub></sup>5</p>").outline == ["1 2 3 4 5"])
        #expect(try Samples.html("<pre>1<sup>2</sup> 3</pre>").outline == ["1 2 3"])
        #expect(
            try Samples.html("<table><tr><td>1<sup>1</sup><td>2<br><sub>3</sub></table>").outline
                == ["[1x2] 0,0:1 1 | 0,1:2\n3"])
    }

    @Test(arguments: ["<del>x</del>", "<s>x<b>y</b></s>", "<strike>x</strike>", "<i style='color:red;Text-Decoration: LINE-through'>x</i>"])
    func struckOutTextIsLeftOut(struck: String) throws {
        #expect(try Samples.html("<p>1\(struck)2</p>").outline == ["12"])
        #expect(try Samples.html("<table><tr><td>\(struck)</td><td>\(struck)3</td></tr></table>").outline == ["[1x2] 0,0: | 0,1:3"])
    }

    @Test func stylesThatOnlyDecorateKeepTheirText() throws {
        #expect(try Samples.html("<p style='line-height:1;text-decoration:underline'><small>甲</small><span>乙</span></p>").outline == ["甲乙"])
    }

    @Test func tooManyLinesOfAPageAreRefused() {
        var limits = Limits()
        limits.lines = 3
        #expect(Samples.error { () throws(FormatError) in try Samples.html("a<br>b<br>c", limits: limits) } == nil)
        let found = Samples.error { () throws(FormatError) in try Samples.html("a<br>b<br>c<br>d", limits: limits) }
        #expect(found == .tooManyLines(limit: 3))
    }

    @Test(arguments: [
        ("", "</x>"), ("", "</p>"), ("", "<br></x>"), ("", "<p></x>"), ("", "<i/></i></i>"), ("", "</td>"),
        // These are open, but stand behind an element that they may not close.
        ("<i><div>", "</i>"),
    ])
    func tooManyEndTagsThatCloseNothingAreRefused(before: String, tag: String) throws {
        var limits = Limits()
        limits.strayTags = 1000
        let open = before + String(repeating: "<b>", count: 200)
        #expect(try Samples.html(open + String(repeating: tag, count: 400) + "y", limits: limits).outline.joined() == "y")
        let found = Samples.error { () throws(FormatError) in
            try Samples.html(open + String(repeating: tag, count: 1001), limits: limits)
        }
        #expect(found == .tooManyStrayTags(limit: 1000))
    }

    @Test func endTagsThatCloseAreNotCounted() throws {
        var limits = Limits()
        limits.strayTags = 0
        let document = try Samples.html(String(repeating: "<div><p>a<br>b</p><ul><li>c</ul></div>", count: 500), limits: limits)
        #expect(document.blocks.count == 1500)
    }

    @Test func preformattedTextKeepsItsLines() throws {
        #expect(try Samples.html("<pre>甲  乙\n丙</pre>").outline == ["甲  乙", "丙"])
    }

    @Test func deepNestingIsRefused() {
        let deep = String(repeating: "<div>", count: 200_000)
        #expect(Samples.error { () throws(FormatError) in try Samples.html(deep) } == .nestingTooDeep(limit: 256))
        let tables = String(repeating: "<table><tr><td>", count: 100_000)
        #expect(Samples.error { () throws(FormatError) in try Samples.html(tables) } == .nestingTooDeep(limit: 256))
    }

    @Test func giantSpansAreCutToTheTable() throws {
        let document = try Samples.html(
            "<table><tr><td colspan=1000000>a</td></tr><tr><td>b</td><td>c</td></tr><tr><td rowspan=999999>d</td></tr></table>")
        #expect(document.outline == ["[3x2] 0,0+1x2:a | 1,0:b | 1,1:c | 2,0:d"])
    }

    @Test func manyLongRowSpansTakeNoTimeOrMemory() throws {
        let row = "<tr>" + String(repeating: "<td rowspan=65000>x", count: 5)
        let document = try Samples.html("<table>" + String(repeating: row, count: 90) + "</table>")
        #expect(document.grids.first?.cells.count == 450)
        #expect(document.grids.first?.columnCount == 450)
    }

    @Test func tooManyColumnsRowsAndCellsAreRefused() {
        var limits = Limits()
        limits.columns = 3
        limits.rows = 3
        limits.cells = 6
        func error(_ body: String) -> FormatError? {
            Samples.error { () throws(FormatError) in try Samples.html("<table>\(body)</table>", limits: limits) }
        }
        #expect(error("<tr><td>1<td>2<td>3") == nil)
        #expect(error("<tr><td>1<td>2<td>3<td>4") == .tooManyColumns(limit: 3, table: 1))
        #expect(error("<tr><td>1<td colspan=3>2") == .tooManyColumns(limit: 3, table: 1))
        #expect(error(String(repeating: "<tr><td>1", count: 4)) == .tooManyRows(limit: 3, table: 1))
        #expect(error(String(repeating: "<tr><td>1<td>2<td>3", count: 3)) == .tooManyCells(limit: 6))
    }

    @Test func aTagWithVeryManyAttributesIsRefused() {
        let tag = "<p " + (0..<20_000).map { "a\($0)" }.joined(separator: " ") + ">x"
        let found = Samples.error { () throws(FormatError) in try Samples.html(tag) }
        #expect(found == .tooManyAttributes(limit: 1000, offset: 27))
    }

    @Test(arguments: ["<script>\"<a x='\"</script>", "<!-- <a x=' -->", "<?x <a y=' >", "</p <a y='>", "<style>a='<b c='</style>"])
    func nothingHidesSuchATag(mask: String) {
        let tag = "<p " + (0..<20_000).map { $0 % 500 == 0 ? "b=\">\"" : "a\($0)" }.joined(separator: " ") + ">x"
        let found = Samples.error { () throws(FormatError) in try Samples.html(mask + tag) }
        #expect(found == .tooManyAttributes(limit: 1000, offset: 27 + mask.utf8.count))
    }
}
