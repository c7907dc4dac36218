import AnnualReport
import Law
import Testing

/// The rows of table three are the results of requests.
@Suite struct RequestRowTests {
    @Test func theRowsOfTheResultsAreTheResultsInTheirOrder() {
        #expect(RequestRow.allCases.compactMap(\.outcome) == Outcome.allCases)
        #expect(RequestRow.results(.form2021).map(\.outcome) == Outcome.allCases)
        #expect(RequestRow.results(.form2021).map(\.key) == Outcome.allCases.map(\.rawValue))
    }

    @Test("the 2019 form has 19 rows: the three other results share one", arguments: Outcome.allCases)
    func row2019(outcome: Outcome) {
        let isOther = [.otherNotSupplemented, .otherFeeUnpaid, .otherRemaining].contains(outcome)
        #expect(RequestRow(outcome, in: .form2019).key == (isOther ? "other" : outcome.rawValue))
        #expect(Set(Outcome.allCases.map { RequestRow($0, in: .form2019) }).count == 19)
        #expect(RequestRow(outcome, in: .form2021).outcome == outcome)
    }

    @Test(arguments: [
        (RequestRow.received, "一、本年新收政府信息公开申请数量"), (.carriedIn, "二、上年结转政府信息公开申请数量"), (.granted, "（一）予以公开"),
        (.partlyGranted, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"), (.refusedStateSecret, "1.属于国家秘密"),
        (.refusedAdministrativeQuery, "8.属于行政查询事项"), (.unableUnclear, "3.补正后申请内容仍不明确"), (.declinedReissue, "5.要求行政机关确认或重新出具已获取信息"),
        (.other, "（六）其他处理"), (.otherNotSupplemented, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
        (.otherRemaining, "3.其他"), (.total, "（七）总计"), (.carriedOver, "四、结转下年度继续办理"),
    ])
    func aRowBearsTheFormsWords(row: RequestRow, title: String) {
        #expect(row.title == title)
        #expect(RequestRow(key: row.key) == row)
    }

    @Test func longLabelsHaveAShortHalf() {
        #expect(RequestRow.allCases.compactMap(\.shortWords) == ["申请人无正当理由逾期不补正", "申请人逾期未按收费通知要求缴纳费用"])
    }

    @Test func aGroupIsAFamilyOfResults() {
        #expect(RequestGroup.allCases.map(\.title) == ["三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"])
        #expect(RequestGroup.allCases.map(\.rows.count) == [1, 8, 3, 5, 3])
        #expect(Outcome.Family.other.rows == [.other, .otherNotSupplemented, .otherFeeUnpaid, .otherRemaining])
    }
}
