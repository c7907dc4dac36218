import AnnualReport
import Testing

struct FoldingTests {
    @Test(arguments: [
        ("規 範 性 文件", "规范性文件"), ("规    章", "规章"), ("政府集中採購", "政府集中采购"), ("第二十條第（一）項", "第二十条第一项"),
        ("本年增/减", "本年增减"), ("本年增／減", "本年增减"), ("危及“三安全一稳定”", "危及三安全一稳定"), ("商业\u{3000}企业", "商业企业"),
        ("１２３", "123"), ("ＡＢｃ", "abc"), ("结果\u{A0}维持", "结果维持"), ("复议、诉讼；（一）", "复议诉讼一"), ("總計", "总计"), ("結轉下年度繼續辦理", "结转下年度继续办理"),
        ("\u{FEFF}总计\u{200B}", "总计"), ("", ""), ("，。、；：", ""),
    ])
    func widthSpacesPunctuationAndTraditionalCharactersAreFoldedAway(_ printed: String, _ folded: String) {
        #expect(Folding.text(printed) == folded)
    }

    @Test func foldingAgainChangesNothing() {
        for row in RequestRow.allCases {
            let once = Folding.text(row.words)
            #expect(Folding.text(once) == once)
        }
    }

    @Test func wordsThatDifferStayApart() {
        #expect(Folding.text("结果维持") != Folding.text("结果维护"))
        #expect(Folding.text("总计") != Folding.text("合计"))
        #expect(Folding.text("只计") != Folding.text("只记"))
    }

    /// No two labels of one table may fold to the same characters, or figures would land in another's row.
    @Test func labelsOfOneTableStayApart() {
        let rows = RequestRow.allCases.filter { $0 != .otherRemaining }.map { Folding.text($0.words) }
        #expect(Set(rows).count == rows.count)
        for form in ReportForm.allCases {
            let labels = ProactiveRow.allCases.map { Folding.text($0.words(form)) }
            #expect(Set(labels).count == labels.count)
        }
    }

    @Test func charactersBeyondTheBasicPlaneAreKeptAsOne() {
        #expect(Folding.fold("𠮷") == [0xFFFD])
        #expect(Folding.fold("a𠮷b").count == 3)
    }

    @Test(arguments: [[0xE6, 0x80], [0xFF], [0xC0], [0x41, 0xF0, 0x9F], [0x80, 0x80]] as [[UInt8]])
    func brokenUTF8NeitherCrashesNorVanishes(_ bytes: [UInt8]) {
        var folded: [UInt16] = []
        bytes.withUnsafeBufferPointer { Folding.fold($0, into: &folded) }
        #expect(folded.contains(0xFFFD))
    }

    /// Sentences keep their punctuation, in its narrow form.
    @Test func sentencesKeepTheirPunctuation() {
        let table = Folding.sentenceTable
        #expect(table[0xFF0C] == 0x2C && table[0x3002] == 0x3002 && table[0xFF10] == 0x30)
        #expect(table[0x3000] == 0 && table[0x20] == 0 && table[0x5831] == 0x62A5)
    }
}
