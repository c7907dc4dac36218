import AnnualReport
import Testing

/// What stands in single cells: counts, units, money.
struct ValueRuleTests {
    private func money(_ value: String, _ unit: MoneyUnit?) -> Cell { .amount(Amount(value: value, unit: unit)) }

    // MARK: unit-in-count

    @Test func countsAreNoMoney() {
        #expect(SampleReport.make().findings(.unitInCount).isEmpty)
    }

    @Test(arguments: [
        ("proactive.fees.previousYear", "3138.14", MoneyUnit.tenThousandYuan), ("proactive.fees.change", "+1108.67", .tenThousandYuan),
        ("proactive.procurement.items", "20", .yuan), ("proactive.licensing.decisions", "1", .hundredMillionYuan),
        ("proactive.regulations.made", "2.5", nil),
    ])
    func moneyAndDecimalsDoNotCountThings(_ cell: String, _ value: String, _ unit: MoneyUnit?) {
        var report = SampleReport.make()
        report.set(cell, money(value, unit))
        let findings = report.findings(.unitInCount)
        #expect(findings.map(\.cells) == [[cell]] && findings.map(\.found) == [.text(value + (unit?.rawValue ?? ""))])
        #expect(report.findings().map(\.rule) == [.unitInCount])
    }

    @Test(arguments: ["proactive.procurement.amount"])
    func moneyInAColumnOfMoneyIsRight(_ cell: String) {
        var report = SampleReport.make()
        report.set(cell, money("1.19", .hundredMillionYuan))
        #expect(report.findings() == [])
    }

    // MARK: unit-differs, amount-doubtful

    @Test func anAmountIsInTheUnitOfItsHeading() {
        var report = SampleReport.make(.form2021)
        let name = CellName(.proactive(.fees), .proactive(.amount))
        report.set("proactive.fees.amount", money("3200", .yuan))
        #expect(report.findings() == [])
        report.remarks = [.unitDiffers(name, text: "3200元", heading: .tenThousandYuan, origin: Origin(line: 9))]
        let findings = report.findings()
        #expect(findings.map(\.rule) == [.unitDiffers] && findings.map(\.severity) == [.warning])
        #expect(findings[0].cells == ["proactive.fees.amount"] && findings[0].found == .text("3200元") && findings[0].expected == nil)
    }

    @Test(arguments: [
        ("松林镇", "3200", MoneyUnit.tenThousandYuan, true), ("城南街道办事处", "1000", .tenThousandYuan, true),
        ("松林镇", "999.99", .tenThousandYuan, false),
        ("松林镇", "3200", .yuan, false), ("青溪县教育局", "3200", .tenThousandYuan, false),
    ])
    func theFeesOfATownAreBelowTenMillion(_ name: String, _ value: String, _ unit: MoneyUnit, _ speaks: Bool) {
        var report = SampleReport.make(.form2021, organization: name)
        report.set("proactive.fees.amount", money(value, unit))
        #expect(report.findings(.amountDoubtful).map(\.severity) == (speaks ? [.notice] : []))
    }

    // MARK: unit-missing

    static let amounts: [(Cell, Bool)] = [
        (.count(200_359), true), (.amount(Amount(value: "75627.00", unit: nil)), true), (.amount(Amount(value: "+0.5", unit: nil)), true),
        (.count(0), false), (.amount(Amount(value: "0.00", unit: nil)), false), (.amount(Amount(value: "0", unit: nil)), false),
        (.amount(Amount(value: "75627.00", unit: .yuan)), false), (.amount(Amount(value: "0", unit: .tenThousandYuan)), false),
        (.amount(Amount(value: "1.19", unit: .hundredMillionYuan)), false), (.notApplicable, false), (.blank, false), (.absent, false),
    ]

    @Test(arguments: amounts)
    func anAmountOfProcurementNamesItsUnit(_ cell: Cell, _ speaks: Bool) {
        var report = SampleReport.make()
        report.set("proactive.procurement.amount", cell)
        let findings = report.findings(.unitMissing)
        #expect(findings.map(\.cells) == (speaks ? [["proactive.procurement.amount"]] : []))
        #expect(findings.allSatisfy { $0.severity == .notice })
    }

    @Test(arguments: amounts)
    func anAmountOfFeesNamesItsUnit(_ cell: Cell, _ speaks: Bool) {
        var report = SampleReport.make(.form2021)
        report.set("proactive.fees.amount", cell)
        #expect(report.findings(.unitMissing).map(\.cells) == (speaks ? [["proactive.fees.amount"]] : []))
    }

    @Test func aUnitThatLeavesOutYuanIsMissing() {
        var report = SampleReport.make()
        report.set("proactive.procurement.amount", money("2500", .tenThousandYuan))
        report.remarks = [
            .cutUnit(CellName(.proactive(.procurement), .proactive(.amount)), text: "2500 万", origin: Origin(line: 41))
        ]
        let findings = report.findings(.unitMissing)
        #expect(findings.map(\.line) == [41] && findings.map(\.found) == [.text("2500 万")])
    }

    @Test func countsNeedNoUnit() {
        var report = SampleReport.make()
        report.set("proactive.fees.previousYear", .count(30))
        #expect(report.findings(.unitMissing).isEmpty)
    }

    // MARK: not-a-number

    @Test func whatIsNoNumberIsQuoted() {
        var report = SampleReport.make()
        #expect(report.findings(.notANumber).isEmpty)
        report.set("reviews.reconsideration.pending", .absent)
        report.remarks = [.notANumber(CellName(.reviews(.reconsideration), .outcome(.pending)), text: "0 0", origin: Origin(line: 340))]
        let findings = report.findings()
        #expect(findings.map(\.rule) == [.notANumber] && findings[0].severity == .error)
        #expect(findings[0].found == .text("0 0") && findings[0].line == 340 && findings[0].message.contains("尚未审结"))
    }

    // MARK: Cells

    @Test(arguments: [
        (Cell.count(-3), -3 as Int?, "-3"), (.count(0), 0, "0"), (.notApplicable, 0, "/"), (.blank, 0, ""), (.absent, nil, ""),
        (.amount(Amount(value: "+1108.67", unit: .tenThousandYuan)), nil, "+1108.67万元"),
        (.amount(Amount(value: "2.5", unit: nil)), nil, "2.5"),
    ])
    func theFiveKindsOfCellAreNeverConfused(_ cell: Cell, _ operand: Int?, _ text: String) {
        #expect(cell.operand == operand && cell.text == text)
    }

    @Test(arguments: [("0", true), ("0.00", true), ("-0", true), ("+0.0", true), ("0.01", false), ("10", false)])
    func zeroMoneyIsKnown(_ value: String, _ isZero: Bool) {
        #expect(Amount(value: value, unit: nil).isZero == isZero)
    }
}
