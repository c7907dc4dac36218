import AnnualReport
import ReportFiles
import Testing

/// Every cell of five published reports as the source prints it, copied by hand, and every finding.
@Suite(.enabled(if: RealReports.isPresent))
struct RealReportTests {
    /// The results of table three and 四, in the form's order.
    private static let results = RequestRow.rows(.form2019).filter { $0 != .received && $0 != .carriedIn }

    private static func zeros(_ rows: [RequestRow]) -> [String] { rows.map { "requests.\($0) 0 0 0 0 0 0 0" } }
    private static let noReviews = ReviewGroup.allCases.map { "reviews.\($0) 0 0 0 0 0" }

    // MARK: 太阳镇: five figures for seven columns, two numbers in a cell

    @Test func cellsOfTaiyang() throws {
        let report = try RealReports.read("taiyang-2020.txt")
        #expect(report.organization == "太阳镇" && report.year == 2020 && report.template == .form2019)
        var expected = [
            "proactive.regulations 0 0 0", "proactive.normativeDocuments 0 0 0", "proactive.licensing 0 0 0",
            "proactive.otherServices 0 0 0",
            "proactive.penalties 0 0 0", "proactive.coercion 0 0 0", "proactive.fees 0 0", "proactive.procurement 0 0",
            "requests.received 0 0 0 0 0 0 0", "requests.carriedIn 0 0 0 0 0 0 0",
        ]
        expected += Self.results.map { $0 == .other ? "requests.other unplaced 0 0 0 0" : "requests.\($0) unplaced 0 0 0 0 0" }
        expected += [
            "reviews.reconsideration 0 0 0 ? 0", "reviews.litigationDirect 0 0 0 0 0", "reviews.litigationAfterReconsideration 0 0 0 0 0",
        ]
        #expect(report.sheet == expected)
    }

    @Test func findingsOfTaiyang() throws {
        let report = try RealReports.read("taiyang-2020.txt")
        let lines = [132, 140, 149, 158, 167, 176, 185, 194, 203, 212, 221, 230, 239, 248, 257, 266, 275, 284, 292, 300, 307]
        var expected = zip(Self.results, lines).map { row, line in
            "unplaced-row \(line) requests.\(row) " + (row == .other ? "0、0、0、0" : "0、0、0、0、0")
        }
        expected += [
            "not-a-number 349 reviews.reconsideration.pending 0 0", "wrong-term 101 合计", "wrong-term 140 部分公开（区分处理的，只记这一情形，不记其他情形）",
            "wrong-term 248 信访投诉举报类申请", "wrong-term 335 结果维护", "missing-topic - 社会评议",
        ]
        #expect(report.findingList.sorted() == expected.sorted())
    }

    // MARK: 坎市镇: two rows on one line, a blank, an amount without a unit

    @Test func cellsOfKanshi() throws {
        let report = try RealReports.read("kanshi-2020.txt")
        #expect(report.organization == "坎市镇" && report.year == 2020 && report.template == .form2019)
        #expect(report.narrative.documentNumber == "坎政〔2021〕1号")
        var expected = [
            "proactive.regulations 0 0 0", "proactive.normativeDocuments 1 1 6", "proactive.licensing 0 8 0",
            "proactive.otherServices 0 189 334",
            "proactive.penalties 0 5 0", "proactive.coercion 0 5 0", "proactive.fees 0 0", "proactive.procurement 9 75627.00",
            "requests.received 0 0 0 0 0 0 0", "requests.carriedIn 0 0 0 0 0 0 0", "requests.granted 0 0 0 0 0 0 0",
            "requests.partlyGranted 0 0 0 0 0 0 0", "requests.refusedStateSecret merged 0 0 0 0 0 0 0",
        ]
        expected += Self.zeros(Self.results.filter { ![.granted, .partlyGranted, .refusedStateSecret, .carriedOver].contains($0) })
        expected += ["requests.carriedOver 0 _ 0 0 0 0 0"] + Self.noReviews
        #expect(report.sheet == expected)
        #expect(report[.procurement, .amount] == .amount(Amount(value: "75627.00", unit: nil)))
    }

    @Test func findingsOfKanshi() throws {
        let report = try RealReports.read("kanshi-2020.txt")
        #expect(
            report.findingList == [
                "missing-cell 377 requests.carriedOver.business", "merged-rows 180 requests.refusedStateSecret 0、0、0、0、0、0、0",
                "unit-missing 120 proactive.procurement.amount 75627.00", "missing-topic - 考核、社会评议、责任追究",
            ])
    }

    // MARK: 高新区（近海镇）: a block of the other form, eight figures for seven columns, 2500 万

    @Test func cellsOfJinhai() throws {
        let report = try RealReports.read("jinhai-2020.txt")
        #expect(report.organization == "高新区（近海镇）" && report.year == 2020 && report.template == .form2019)
        #expect(report.proactive?.blocks.map(\.form) == [.form2021, .form2019, .form2019, .form2019, .form2019])
        var expected = [
            "proactive.regulations missing", "proactive.normativeDocuments 4 0 12", "proactive.licensing 0 8 0",
            "proactive.otherServices 0 0 0",
            "proactive.penalties 0 0 0", "proactive.coercion 0 0 0", "proactive.fees 0 0", "proactive.procurement 20 2500万元",
            "requests.received 0 0 0 0 0 0 0", "requests.carriedIn 0 0 0 0 0 0 0",
        ]
        expected += Self.zeros(Self.results.filter { ![.other, .total, .carriedOver].contains($0) })
        expected += [
            "requests.other unplaced 0 0 0 0 0 0 0 0", "requests.total unplaced 0 0 0 0 0 0 0 0", "requests.carriedOver 0 0 0 0 0 0 0",
        ]
        #expect(report.sheet == expected + Self.noReviews)
        #expect(report.row(.proactive(.normativeDocuments))?.columns.map(\.key) == ["made", "repealed", "inForce"])
    }

    @Test func findingsOfJinhai() throws {
        let report = try RealReports.read("jinhai-2020.txt")
        #expect(
            report.findingList == [
                "missing-row - proactive.regulations", "unplaced-row 62 requests.other 0、0、0、0、0、0、0、0",
                "unplaced-row 63 requests.total 0、0、0、0、0、0、0、0", "unit-missing 35 proactive.procurement.amount 2500 万",
                "wrong-form 19 proactive.regulations,proactive.normativeDocuments 2021",
            ])
    }

    // MARK: 湖塘乡: another article cited, labels in other words, items numbered from 2

    @Test func cellsOfHutang() throws {
        let report = try RealReports.read("hutang-2020.txt")
        #expect(report.organization == "湖塘乡" && report.year == 2020 && report.template == .form2019)
        var expected = [
            "proactive.regulations 0 0 0", "proactive.normativeDocuments 0 0 0", "proactive.licensing 0 0 0",
            "proactive.otherServices 0 0 0",
            "proactive.penalties 0 0 0", "proactive.coercion 0 0 0", "proactive.fees 0 0", "proactive.procurement 6 200359",
            "requests.received 1 0 0 0 0 0 1", "requests.carriedIn 0 0 0 0 0 0 0", "requests.granted 1 0 0 0 0 0 1",
        ]
        expected += Self.zeros(Self.results.filter { ![.granted, .total, .carriedOver].contains($0) })
        expected += ["requests.total 1 0 0 0 0 0 1", "requests.carriedOver 0 0 0 0 0 0 0"] + Self.noReviews
        #expect(report.sheet == expected)
        #expect(report[.procurement, .amount] == .count(200_359))
    }

    @Test func findingsOfHutang() throws {
        let report = try RealReports.read("hutang-2020.txt")
        #expect(
            report.findingList == [
                "unit-missing 87 proactive.procurement.amount 200359", "wrong-article 49 proactive.penalties,proactive.coercion 第二十六条第（六）项",
                "wrong-term 151 不予以公开", "wrong-term 200 属于第三类内部事务信息", "wrong-term 283 信访举报类申请", "numbering 7 2", "missing-topic - 考核",
            ])
    }

    // MARK: 井冈山市: a crawled page, money in columns of counts, sums in the text that hold

    @Test func cellsOfJinggangshan() throws {
        let report = try RealReports.read("jinggangshan-2020.txt")
        #expect(report.organization == "井冈山市" && report.year == 2020 && report.template == .form2019)
        #expect(report.narrative.publication?.day.description == "2021-01-28" && report.narrative.publication?.basis == .metadata)
        var expected = [
            "proactive.regulations 0 0 0", "proactive.normativeDocuments 0 0 1874", "proactive.licensing 161 0 2537",
            "proactive.otherServices 194 0 16681", "proactive.penalties 2133 0 1065", "proactive.coercion 72 0 30",
            "proactive.fees 3138.14万元 +1108.67万元", "proactive.procurement 947 1.19亿元", "requests.received 8 0 0 0 0 0 8",
            "requests.carriedIn 0 0 0 0 0 0 0",
        ]
        expected += Self.results.map { row in
            switch row {
            case .granted, .total: "requests.\(row) unplaced 8 _ _ _ 8"
            case .partlyGranted: "requests.\(row) unplaced 0"
            default: "requests.\(row) unplaced 0 _ _ _ 0"
            }
        }
        #expect(report.sheet == expected + Self.noReviews)
    }

    @Test func findingsOfJinggangshan() throws {
        let report = try RealReports.read("jinggangshan-2020.txt")
        var expected = zip(Self.results, [45, 49] + Array(stride(from: 54, through: 126, by: 4))).map { row, line in
            let found =
                switch row {
                case .granted, .total: "8、空、空、空、8"
                case .partlyGranted: "0"
                default: "0、空、空、空、0"
                }
            return "unplaced-row \(line) requests.\(row) \(found)"
        }
        expected += [
            "unit-in-count 35 proactive.fees.previousYear 3138.14万元", "unit-in-count 35 proactive.fees.change +1108.67万元",
            "wrong-term 41 合计",
            "wrong-term 49 部分公开(区分处理的,只记这一情形,不记其他情形)", "wrong-term 98 信访投诉举报类申请", "wrong-term 132 结果维护",
            "missing-topic - 考核、社会评议、责任追究",
        ]
        #expect(report.findingList.sorted() == expected.sorted())
    }

    /// 8 = 6 + 2 in one sentence; 12058 and its channels stand in two, so nothing is said of them. Both hold.
    @Test func theTextOfJinggangshanAgreesWithItsTables() throws {
        let narrative = try RealReports.read("jinggangshan-2020.txt").narrative
        #expect(narrative.figures.map { "\($0.meaning) \($0.value)" } == ["received 8", "reconsiderations 0", "lawsuits 0"])
        #expect(narrative.sums.map(\.whole) == [8] && narrative.sums.map(\.parts) == [[6, 2]])
        #expect(narrative.periods.map { "\($0.first?.description ?? "") \($0.last?.description ?? "")" } == ["2020-01-01 2020-12-31"])
    }

    @Test(arguments: ["taiyang-2020.txt", "kanshi-2020.txt", "jinhai-2020.txt", "hutang-2020.txt", "jinggangshan-2020.txt"])
    func sectionsAreTheSixOfTheForm(_ name: String) throws {
        let sections = try RealReports.read(name).narrative.sections
        #expect(sections.map(\.number) == [1, 2, 3, 4, 5, 6] && sections.map(\.topic) == SectionTopic.allCases)
    }

    /// What is read of a real report comes back from our own JSON, findings included.
    @Test(arguments: ["taiyang-2020.txt", "kanshi-2020.txt", "jinhai-2020.txt", "hutang-2020.txt", "jinggangshan-2020.txt"])
    func ourOwnJSONKeepsFiguresAndFindings(_ name: String) throws {
        let report = try RealReports.read(name)
        let back = try Writing.json.readBack(report)
        #expect(back.figures == report.figures)
        #expect(back.findingList == report.findingList)
    }
}
