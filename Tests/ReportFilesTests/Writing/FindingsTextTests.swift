import AnnualReport
import ReportFiles
import Testing

struct FindingsTextTests {
    private let report = SampleReports.balanced(.form2019, seed: 1)

    @Test func findingsAreGroupedBySeverityWithAllThatTheyTell() {
        let findings = [
            Finding(.wrongTerm, "用语不同", found: .text("结果维护"), origin: Origin(line: 9)),
            Finding(
                .balance, "自然人一列不平", cells: ["requests.total.naturalPerson"], expected: .number(3), found: .number(4),
                origin: Origin(line: 77)),
        ]
        let text = FindingsText.text(report, findings: findings)
        #expect(text.hasPrefix("青溪县松林镇 2020 年（sample.txt）：错误 1，提示 1\n"))
        #expect(
            text.contains(
                """
                错误（1）
                  1. 勾稽关系不平（balance）
                     自然人一列不平
                     单元格：表三「（七）总计」自然人
                     现为：4　应为：3　位置：第 77 行
                     依据：\(Rule.balance.basis)
                """))
        #expect(text.contains("提示（1）\n  1. 用语与表样不同（wrong-term）"))
    }

    @Test func aReportWithoutFindingsIsSaidToBeFine() {
        #expect(FindingsText.text(report, findings: []) == "青溪县松林镇 2020 年（sample.txt）：没有发现问题。\n")
    }
}
