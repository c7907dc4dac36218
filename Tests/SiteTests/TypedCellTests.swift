import AnnualReport
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Cells as a person types them")
struct TypedCellTests {
    private static let count = ColumnName.applicant(.total)
    private static let change = ColumnName.proactive(.change)
    private static let money = ColumnName.proactive(.amount)

    @Test(
        "digits count, / is not applicable, nothing is blank, money has its unit",
        arguments: [
            ("12", "", count, .count(12)), (" 0 ", "", count, .count(0)), ("+8", "", change, .count(8)), ("-8", "", change, .count(-8)),
            ("１，２００", "", count, .count(1200)), ("1,200", "", count, .count(1200)), ("", "", count, .blank), ("　", "", money, .blank),
            ("/", "", count, .notApplicable), ("／", "万元", money, .notApplicable), ("5", "", money, .count(5)),
            ("5", "元", money, .amount(Amount(value: "5", unit: .yuan))),
            ("1,234.50", "万元", money, .amount(Amount(value: "1234.50", unit: .tenThousandYuan))),
            ("0.5", "", money, .amount(Amount(value: "0.5", unit: nil))),
        ] as [(String, String, ColumnName, Cell)])
    func cells(typed: String, unit: String, column: ColumnName, cell: Cell) throws {
        #expect(try TypedCell.read(typed, unit: unit, in: column) == cell)
    }

    @Test(
        "anything else is refused and quoted",
        arguments: [
            ("十二", "", count, .noCount("十二")), ("1.5", "", count, .noCount("1.5")), ("1,20", "", count, .noCount("1,20")),
            ("1 2", "", count, .noCount("1 2")), ("12件", "", count, .noCount("12件")), ("-1", "", count, .negative("-1")),
            ("1e3", "", count, .noCount("1e3")), ("12万元", "", money, .noAmount("12万元")), ("-5", "元", money, .negative("-5")),
            ("1.2.3", "元", money, .noAmount("1.2.3")), ("1.1234567", "元", money, .noAmount("1.1234567")),
            ("99999999999999999999", "", count, .tooLong("99999999999999999999")), ("5", "美元", money, .noUnit("美元")),
            ("٣", "", count, .noCount("٣")),
        ] as [(String, String, ColumnName, TypedCellError)])
    func refused(typed: String, unit: String, column: ColumnName, error: TypedCellError) {
        #expect(throws: error) { try TypedCell.read(typed, unit: unit, in: column) }
        #expect(error.description.contains("「"))
    }
}
