import AnnualReport
import Testing

/// Amounts of money in a merged report: one unit is kept, several become yuan, and what names no unit is told.
struct MergingMoneyTests {
    private static let name = "proactive.procurement.amount"

    private func merge(_ cells: [Cell]) -> (cell: Cell?, findings: [Finding]) {
        let reports = cells.enumerated().map { i, cell in
            var report = SampleReport.make(organization: "第\(i)镇")
            report.set(Self.name, cell)
            return report
        }
        let merged = Merging.merge(reports, name: "青溪县")
        return (merged.proactive?[.procurement]?[.proactive(.amount)]?.cell, merged.findings)
    }

    private static func money(_ value: String, _ unit: MoneyUnit?) -> Cell { .amount(Amount(value: value, unit: unit)) }

    @Test(
        arguments: [
            ([money("12.5", .tenThousandYuan), money("7.5", .tenThousandYuan)], money("20", .tenThousandYuan)),
            ([money("0.1", .tenThousandYuan), money("0.2", .tenThousandYuan)], money("0.3", .tenThousandYuan)),
            ([money("1.19", .hundredMillionYuan), money("2500", .tenThousandYuan)], money("144000000", .yuan)),
            ([money("75627.05", .yuan), money("1.5", .tenThousandYuan)], money("90627.05", .yuan)),
            ([money("-3.25", .tenThousandYuan), money("1", .tenThousandYuan)], money("-2.25", .tenThousandYuan)),
            ([money("+8", .yuan)], money("8", .yuan)), ([money("12.5", .tenThousandYuan), .count(0)], money("12.5", .tenThousandYuan)),
            ([money("12.5", .tenThousandYuan), money("0.00", nil)], money("12.5", .tenThousandYuan)),
            ([money("12.5", .tenThousandYuan), .notApplicable], money("12.5", .tenThousandYuan)),
            ([.notApplicable, .notApplicable], .notApplicable),
            ([.count(0), .count(0)], .count(0)),
        ] as [([Cell], Cell)])
    func amountsAreAddedExactly(_ cells: [Cell], _ sum: Cell) {
        let merged = merge(cells)
        #expect(merged.cell == sum)
        #expect(merged.findings.map(\.message) == [])
    }

    @Test(arguments: [Cell.count(200_359), money("75627.00", nil)])
    func anAmountWithoutAUnitIsToldAndNotAdded(_ cell: Cell) {
        let merged = merge([cell, Self.money("12.5", .tenThousandYuan)])
        #expect(merged.cell == Self.money("12.5", .tenThousandYuan))
        #expect(merged.findings.map(\.rule) == [.unitMissing] && merged.findings[0].cells == [Self.name])
        #expect(merged.findings[0].message.contains("第0镇"))
        #expect(merge([cell]).cell == .absent)
    }

    @Test func aBlankAmountIsTold() {
        let merged = merge([.blank, Self.money("1", .yuan)])
        #expect(merged.cell == Self.money("1", .yuan) && merged.findings.map(\.rule) == [.missingCell])
        #expect(merge([.blank, .blank]).cell == .blank)
    }

    @Test func anAmountBeyondCountingIsNoNumber() {
        #expect(merge([Self.money("999999999999999", .hundredMillionYuan), Self.money("0.000001", .yuan)]).cell == .absent)
    }
}
