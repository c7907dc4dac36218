import AnnualReport
import Law
import Testing

/// Names of organizations, of cells and of the form's labels.
struct NameTests {
    // MARK: OrganizationName

    @Test(arguments: [
        ("高新区(近海镇)", "高新区（近海镇）"), ("高新区〔近海镇〕", "高新区（近海镇）"), ("井冈山市人民政府", "井冈山市"), (" 湖塘 乡\u{3000}", "湖塘乡"),
        ("太阳镇 人民政府", "太阳镇"),
    ])
    func spellingsOfOneBodyAreOne(_ a: String, _ b: String) {
        #expect(OrganizationName.key(a) == OrganizationName.key(b))
    }

    @Test(arguments: [
        ("太阳镇", "太阳乡"), ("高新区（近海镇）", "高新区"), ("青溪县政府办公室", "青溪县"), ("人民政府", ""),
    ])
    func bodiesThatDifferStayApart(_ a: String, _ b: String) {
        #expect(OrganizationName.key(a) != OrganizationName.key(b))
    }

    // MARK: FormWords

    /// A bracket that the form prints may be absent, but where it stands its words are compared; a bracket of the
    /// office's own is dropped.
    @Test(arguments: [
        ("规范性文件", "规范性文件", true), ("规 范性文件", "规范性文件", true), ("规范性文件（本单位制发的）", "规范性文件", true),
        ("现行有效件数 (历史累计)", "现行有效件数", true), ("上一年项目数量(指2019年事项数)", "上一年项目数量", true),
        ("部分公开", "部分公开（区分处理的，只计这一情形，不计其他情形）", true),
        ("部分公开(区分处理的, 只计这一情形, 不计其他情形)", "部分公开（区分处理的，只计这一情形，不计其他情形）", true),
        ("部分公开（区分处理的，只记这一情形，不记其他情形）", "部分公开（区分处理的，只计这一情形，不计其他情形）", false),
        ("本年收费金额", "本年收费金额（单位：万元）", true), ("本年收费金额（单位：元）", "本年收费金额（单位：万元）", false), ("結果維持", "结果维持", true),
        ("结果维护", "结果维持", false), ("合计", "总计", false), ("信访投诉举报类申请", "信访举报投诉类申请", false), ("属于第三类内部事务信息", "属于三类内部事务信息", false),
        ("危及三安全一稳定", "危及“三安全一稳定”", true), ("不予以公开", "不予公开", false),
    ])
    func printedLabelsAreComparedWithTheForms(_ printed: String, _ word: String, _ same: Bool) {
        #expect(FormWords.accepts(printed, word: word) == same)
    }

    @Test(arguments: [RequestRow.otherNotSupplemented, .otherFeeUnpaid])
    func theFirstHalfOfALongLabelIsTheFormsToo(_ row: RequestRow) throws {
        let short = try #require(row.shortWords)
        #expect(row.words.hasPrefix(short))
        #expect(FormWords.accepts(short, word: row.words, short: short))
        #expect(!FormWords.accepts(String(short.dropLast()), word: row.words, short: short))
        #expect(FormWords.accepts(row.words, word: row.words, short: short))
    }

    // MARK: CellName and RowName

    @Test(arguments: ReportForm.allCases)
    func everyCellOfTheFormIsNamedAndFoundAgain(_ form: ReportForm) {
        let report = SampleReport.make(form)
        var names: Set<String> = []
        for row in report.rows {
            #expect(RowName(row.name.description) == row.name)
            for (name, entry) in row.cells {
                #expect(CellName(name.description) == name)
                #expect(report[name] == entry)
                #expect(names.insert(name.description).inserted)
            }
        }
        // 22 or 24 rows of seven cells and fifteen cells, beside table two.
        #expect(names.count == (form == .form2019 ? 22 + 23 * 7 + 15 : 10 + 25 * 7 + 15))
    }

    @Test func namesAreThoseOfTheSchema() {
        #expect(CellName(.requests(.granted), .applicant(.total)).description == "requests.granted.total")
        #expect(CellName(.reviews(.reconsideration), .outcome(.upheld)).description == "reviews.reconsideration.upheld")
        #expect(CellName(.proactive(.procurement), .proactive(.amount)).description == "proactive.procurement.amount")
        #expect(RowName.requests(.refusedStateSecret).description == "requests.refusedStateSecret")
    }

    @Test(arguments: [
        "", ".", "requests", "requests.granted", "requests.granted.", "requests.granted.upheld", "requests.given.total",
        "reviews.granted.total",
        "proactive.fees.total", "requests.granted.total.x", "Requests.granted.total", "other.granted.total",
    ])
    func namesThatNoFormHasAreNone(_ text: String) {
        #expect(CellName(text) == nil)
    }

    @Test(arguments: ["", "requests", "requests.", "requests.given", "table.granted"])
    func rowNamesThatNoFormHasAreNone(_ text: String) {
        #expect(RowName(text) == nil)
    }

    @Test(arguments: [(Origin(line: 77), "第 77 行"), (Origin(table: 2, row: 5, column: 3), "第 2 张表第 5 行第 3 列"), (.unknown, "")])
    func anOriginIsSaidInWords(_ origin: Origin, _ words: String) {
        #expect(origin.description == words)
    }

    @Test(arguments: [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (42, "四十二"), (99, "九十九")])
    func marksAreWrittenInChinese(_ number: Int, _ numeral: String) {
        #expect(ItemMark.chinese(number) == numeral)
        #expect(ItemMark.section(number).text == numeral + "、")
    }

    @Test(
        "within a region its own name before another is left out, and nothing else",
        arguments: [
            ("青溪县石桥镇人民政府", "青溪县", "石桥镇"), ("石桥镇", "青溪县", "石桥镇"), ("青溪县人民政府", "青溪县", "青溪县"), ("青溪县局", "青溪县", "青溪县局"),
            ("云山县石桥镇", "青溪县", "云山县石桥镇"), ("高新区", "高新", "高新区"),
        ])
    func withinRegion(name: String, region: String, key: String) {
        #expect(OrganizationName.key(name, in: region) == key)
    }
}
