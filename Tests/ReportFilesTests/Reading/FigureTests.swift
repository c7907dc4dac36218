import AnnualReport
import Testing

@testable import ReportFiles

/// What the text of a cell says, in every form that offices print it.
struct FigureTests {
    private func read(_ text: String) -> Figure { text.withUTF8Copy { Figure.read($0) } }
    private func looksLikeFigure(_ text: String) -> Bool { text.withUTF8Copy { Figure.looksLikeFigure($0) } }
    private static func money(_ value: String, _ unit: MoneyUnit, cut: Bool = false) -> Figure {
        .money(Amount(value: value, unit: unit), cut: cut)
    }

    @Test(arguments: ["", " ", "\t", "\u{A0}", "\u{3000}", " \u{A0}\u{3000}\n", "\u{200B}", "\u{FEFF}"])
    func whiteSpaceOfAnyKindIsABlank(_ text: String) {
        #expect(read(text) == .blank)
        #expect(!looksLikeFigure(text))
    }

    @Test(arguments: ["/", "／", "-", "－", "—", "–", "——", "--", "//", "- -", " / ", "—\u{3000}—", "－－"])
    func anyRunOfDashesAndSlashesIsNotApplicable(_ text: String) {
        #expect(read(text) == .notApplicable)
        #expect(looksLikeFigure(text))
    }

    @Test(arguments: [
        ("0", 0), ("8", 8), ("16681", 16681), (" 12 ", 12), ("\u{3000}3\u{A0}", 3), ("１２", 12), ("０", 0), ("+8", 8), ("＋189", 189),
        ("-3", -3),
        ("－3", -3), ("1,234", 1234), ("12，345", 12345), ("1,234,567", 1_234_567), ("007", 7), ("0\n", 0), ("+ 8", 8),
    ])
    func aBareNumberIsACount(_ text: String, _ count: Int) {
        #expect(read(text) == .count(count))
        #expect(looksLikeFigure(text))
    }

    @Test(arguments: ["个", "件", "项", "条", "次", "份", "宗", "家", "人"], ["", " ", "\u{3000}"])
    func wordsOfCountingAreDropped(_ unit: String, _ space: String) {
        #expect(read("947" + space + unit) == .count(947))
        #expect(looksLikeFigure("947" + space + unit))
    }

    @Test(arguments: [
        ("3138.14万元", money("3138.14", .tenThousandYuan)), ("+1108.67万元", money("+1108.67", .tenThousandYuan)),
        ("1.19亿元", money("1.19", .hundredMillionYuan)),
        ("75627.00元", money("75627.00", .yuan)), ("200359 元", money("200359", .yuan)), ("1,234.5 万元", money("1234.5", .tenThousandYuan)),
        ("３１３８．１４万元", money("3138.14", .tenThousandYuan)), ("12（万元）", money("12", .tenThousandYuan)), ("0万元", money("0", .tenThousandYuan)),
        ("2500 万", money("2500", .tenThousandYuan, cut: true)), ("2500万", money("2500", .tenThousandYuan, cut: true)),
        ("1.2亿", money("1.2", .hundredMillionYuan, cut: true)), ("5萬元", money("5", .tenThousandYuan)),
        ("-3.5万元", money("-3.5", .tenThousandYuan)),
    ])
    func moneyKeepsItsDigitsAndItsUnit(_ text: String, _ figure: Figure) {
        #expect(read(text) == figure)
        #expect(looksLikeFigure(text))
    }

    @Test(arguments: [("75627.00", "75627.00"), ("0.5", "0.5"), ("+1108.67", "+1108.67"), ("1,000.25", "1000.25"), ("0.00", "0.00")])
    func aNumberWithDecimalsAndNoUnitIsADecimal(_ text: String, _ value: String) {
        #expect(read(text) == .decimal(value))
    }

    /// One number is read, or none: nothing is made of two.
    @Test(arguments: [
        "0 0", "0\n0", "1 2", "1\u{3000}2", "1/2", "1-2", "3—4", "12 / 5", "1,23", "1,2345", "12,34,567", "1234,567", "1.2.3", "1.", ".5",
        "无", "无此项", "零", "O",
        "三", "约3", "3件5件", "3件（其中1件）", "12%", "1e5", "0x10", "3.5件", "∞", "1、2", "99999999999999999999", "8（8）", "++8", "+-8", "8-", "见附件",
        "2020年",
    ])
    func whatIsNotOneNumberIsNone(_ text: String) {
        #expect(read(text) == .other)
    }

    @Test(arguments: ["自然人", "1.属于国家秘密", "1、属于国家秘密", "一、本年新收政府信息公开申请数量", "第二十条第（一）项", "本年增/减", "2、重复申请", "总计"])
    func labelsDoNotLookLikeFigures(_ text: String) {
        #expect(!looksLikeFigure(text))
    }

    // MARK: The cells they make

    @Test func tablesThreeAndFourTakeCountsAlone() {
        #expect(read("").countCell == .blank && read("—").countCell == .notApplicable && read("947个").countCell == .count(947))
        for text in ["0 0", "无", "1.5", "75627.00", "3万元", "2500 万"] { #expect(read(text).countCell == nil, "\(text)") }
    }

    @Test func tableTwoTakesMoneyAndDecimalsToo() {
        #expect(read("").proactiveCell(unit: nil) == .blank && read("/").proactiveCell(unit: nil) == .notApplicable)
        #expect(read("200359").proactiveCell(unit: nil) == .count(200_359))
        #expect(read("75627.00").proactiveCell(unit: nil) == .amount(Amount(value: "75627.00", unit: nil)))
        #expect(read("2500 万").proactiveCell(unit: nil) == .amount(Amount(value: "2500", unit: .tenThousandYuan)))
        #expect(read("无").proactiveCell(unit: nil) == nil)
    }

    /// A unit in the column's heading is the cell's unit, a zero too; a cell's own unit stands before it.
    @Test func theHeadingsUnitIsTheCells() {
        #expect(read("12").proactiveCell(unit: .tenThousandYuan) == .amount(Amount(value: "12", unit: .tenThousandYuan)))
        #expect(read("0").proactiveCell(unit: .tenThousandYuan) == .amount(Amount(value: "0", unit: .tenThousandYuan)))
        #expect(read("12.50").proactiveCell(unit: .tenThousandYuan) == .amount(Amount(value: "12.50", unit: .tenThousandYuan)))
        #expect(read("300元").proactiveCell(unit: .tenThousandYuan) == .amount(Amount(value: "300", unit: .yuan)))
        #expect(
            read("").proactiveCell(unit: .tenThousandYuan) == .blank && read("/").proactiveCell(unit: .tenThousandYuan) == .notApplicable)
    }
}
