import AnnualReport
import Foundation
import ReportFiles
import TestValues
import Testing

/// What converters and crawlers make of a report's tables: what a careful human places without doubt is placed, and no figure
/// is ever read wrong.
struct ConverterLayoutTests {
    private func read(_ text: String) throws -> AnnualReport {
        try ReportReader.read(Array(text.utf8), name: "a.txt").report
    }

    private func rows(_ report: AnnualReport, _ layout: TextLayout) -> [String] {
        ReportSheet(report).text(layout).components(separatedBy: "\n")
    }

    /// Cells that hold a figure which is not the original's.
    private func wrong(_ back: AnnualReport, _ original: AnnualReport) -> [String] {
        original.cellsByName.compactMap { name, cell in
            let read = back.cellsByName[name] ?? .absent
            return read == cell || read == .absent || read == .blank ? nil : "\(name): \(cell) read as \(read)"
        }.sorted()
    }

    private func missing(_ back: AnnualReport, _ original: AnnualReport) -> [String] {
        original.cellsByName.filter { back.cellsByName[$0.key] != $0.value }.map { "\($0.key)" }.sorted()
    }

    private func isFigure(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isNumber || $0 == "." || $0 == "万" || $0 == "元" }
    }

    private static let reports: [AnnualReport] = ReportForm.allCases.flatMap { form in
        (0..<6 as Range<UInt64>).map { RandomReport.balanced(form, seed: $0, dashes: false) }
    }

    // MARK: Bars

    /// `0`, `|`, `0`, `|`: after every cell but the last of a row, or after every cell.
    @Test(arguments: [false, true]) func loneBarsBetweenCellsSeparateThem(isClosed: Bool) throws {
        for (number, report) in Self.reports.enumerated() {
            let lines = rows(report, .lines)
            var text: [String] = []
            for (line, next) in zip(lines, lines.dropFirst() + [""]) {
                text.append(line)
                if isFigure(line), isClosed || isFigure(next) { text.append("|") }
            }
            let back = try read(text.joined(separator: "\n"))
            #expect(wrong(back, report) == [] && missing(back, report) == [], "report \(number)")
        }
    }

    /// Everything on one line, bars between.
    @Test func aWholeReportOnOneLineIsRead() throws {
        for (number, report) in Self.reports.enumerated() {
            let lines = rows(report, .lines).filter { !$0.isEmpty }
            let back = try read(lines.joined(separator: " | "))
            #expect(back.organization == report.organization && back.year == report.year, "report \(number)")
            #expect(wrong(back, report) == [] && missing(back, report) == [], "report \(number)")
        }
    }

    /// Six blanks, the total, and what a span left behind.
    @Test func theLastOfSevenCellsIsTheTotal() throws {
        for (number, report) in Self.reports.enumerated() {
            var text: [String] = []
            var blanked: Set<Int> = []
            for line in rows(report, .tabSeparated) {
                let cells = line.components(separatedBy: "\t")
                guard cells.count == 8, cells.dropFirst().allSatisfy({ $0 == "0" }) else {
                    text.append(cells.count > 2 ? cells.joined(separator: " | ") + " |" : line)
                    continue
                }
                blanked.insert(text.count)
                text.append(cells[0] + " |" + String(repeating: "  |", count: 6) + " 0 ||")
            }
            guard !blanked.isEmpty else { continue }
            let back = try read(text.joined(separator: "\n"))
            #expect(wrong(back, report) == [], "report \(number)")
            let totals = report.cellsByName.filter { $0.key.column == .applicant(.total) }
            #expect(totals.allSatisfy { back.cellsByName[$0.key] == $0.value }, "report \(number)")
        }
    }

    // MARK: Labels

    /// A label's first half, the row's figures, its second half.
    @Test func aLabelBrokenAroundItsFiguresIsOneLabel() throws {
        for (number, report) in Self.reports.enumerated() {
            for seed in 0..<4 as Range<UInt64> {
                var numbers = SeededRandom(seed: seed)
                var text: [String] = []
                for line in rows(report, .tabSeparated) {
                    let cells = line.components(separatedBy: "\t")
                    guard cells.count == 8, cells.dropFirst().allSatisfy(isFigure), cells[0].count >= 8, numbers.next() % 2 == 0 else {
                        text.append(line)
                        continue
                    }
                    let label = Array(cells[0])
                    let cut = Int.random(in: 5...(label.count - 2), using: &numbers)
                    let figures = cells.dropFirst().joined(separator: " ")
                    text +=
                        seed % 2 == 0
                        ? [String(label[..<cut]) + " " + figures, String(label[cut...])]
                        : [String(label[..<cut]), figures, String(label[cut...])]
                }
                let back = try read(text.joined(separator: "\n"))
                #expect(wrong(back, report) == [], "report \(number), seed \(seed)")
                let requests = missing(back, report).filter { $0.hasPrefix("requests") }
                #expect(requests == [], "report \(number), seed \(seed)")
            }
        }
    }

    /// Between its neighbours, with its number, a label that lost characters can be no other row.
    @Test func aLabelThatLostCharactersIsPlacedBetweenItsNeighbours() throws {
        let lost = [
            "2.其他法律行政法规禁止公开": "2.其他法律行政止公开", "4.保护第三方合法权益": "4.保护第三合权益", "6.属于四类过程性信息": "6.属于四过性信息", "8.属于行政查询事项": "8.属于政查事项",
        ]
        for (number, report) in Self.reports.enumerated() {
            for (whole, rest) in lost {
                let text = ReportSheet(report).text(.tabSeparated)
                guard text.contains(whole) else { continue }
                let back = try read(text.replacing(whole, with: rest))
                #expect(wrong(back, report) == [] && missing(back, report) == [], "report \(number), \(rest)")
                #expect(back.findings().map(\.rule) == [.wrongTerm], "report \(number), \(rest)")
            }
        }
    }

    /// Two damaged labels beside each other, another number, or too few words left: in doubt, so left open.
    @Test func aLabelInDoubtIsNotPlaced() throws {
        let report = Self.reports[1]
        let text = ReportSheet(report).text(.tabSeparated)
        let damages = [
            [("2.其他法律行政法规禁止公开", "3.其他法律行政止公开")], [("2.其他法律行政法规禁止公开", "2.法")], [("2.其他法律行政法规禁止公开", "2.某某某某某某某某某某")],
            [("2.其他法律行政法规禁止公开", "2.其他律行止公"), ("3.危及“三安全一稳定”", "3.危及全稳")],
        ]
        for damage in damages {
            let damaged = damage.reduce(text) { $0.replacing($1.0, with: $1.1) }
            #expect(damaged != text)
            let back = try read(damaged)
            #expect(wrong(back, report) == [])
            #expect(back[.refusedForbiddenByLaw, .total] == .absent, "\(damage)")
            #expect(back.findings().contains { $0.rule == .missingRow })
        }
    }

    // MARK: Table four

    private let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]

    /// Table four with heads in any order above its fifteen figures.
    private func tableFour(_ heads: [String], _ figures: [Int]) -> String {
        """
        青溪县水务局2021年政府信息公开工作年度报告
        四、政府信息公开行政复议、行政诉讼情况
        行政复议 行政诉讼
        未经复议直接起诉 复议后起诉
        \(heads.joined(separator: " "))
        \(figures.map(String.init).joined(separator: " "))
        五、存在的主要问题及改进情况
        """
    }

    @Test func shuffledHeadsAreReadByTheirSums() throws {
        let figures = [1, 2, 3, 4, 10, 0, 5, 0, 1, 6, 0, 0, 0, 0, 0]
        for seed in 0..<40 as Range<UInt64> {
            var numbers = SeededRandom(seed: seed)
            let shuffled = (heads + heads + heads).shuffled(using: &numbers)
            let groups = (0..<3).map { Set(shuffled[($0 * 5)..<($0 * 5 + 5)]).count }
            guard groups.contains(where: { $0 < 5 }) else { continue }
            let back = try read(tableFour(shuffled, figures))
            #expect(back.reviews?.rows.flatMap { $0.entries.map(\.cell) } == figures.map { .count($0) }, "seed \(seed)")
            #expect(back.findings().contains { $0.rule == .wrongOrder }, "seed \(seed)")
            // One group alone that counts anything, or a sum that does not hold, leaves a doubt.
            for doubtful in [[1, 2, 3, 4, 10] + [Int](repeating: 0, count: 10), [1, 2, 3, 4, 11, 0, 5, 0, 1, 6, 0, 0, 0, 0, 0]] {
                let open = try read(tableFour(shuffled, doubtful))
                #expect(open.reviews?.rows.flatMap { $0.entries.map(\.cell) }.allSatisfy { $0 == .absent } == true, "seed \(seed)")
            }
        }
    }

    /// A converter's grid, every span repeated in all cells that it covered.
    @Test func repeatedSpansAboveTableFourMoveNothing() throws {
        let figures = [0, 0, 0, 0, 0, 0, 5, 0, 1, 6, 0, 0, 0, 0, 0]
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        func repeated(_ text: String, _ count: Int) -> [String] { Array(repeating: text, count: count) }
        let text = """
            青溪县水务局2021年政府信息公开工作年度报告
            四、政府信息公开行政复议、行政诉讼情况
            \(row(repeated("行政复议", 5) + repeated("行政诉讼", 10)))
            \(row(heads + repeated("未经复议直接起诉", 5) + repeated("复议后起诉", 5)))
            \(row(heads + heads + heads))
            \(row(figures.map(String.init)))
            五、存在的主要问题及改进情况
            """
        let back = try read(text)
        #expect(back.reviews?.rows.flatMap { $0.entries.map(\.cell) } == figures.map { .count($0) })
    }

    // MARK: Text around the tables

    @Test func aContactGoesOnOverALineBreak() throws {
        let text = """
            淮安市某某局2024年政府信息公开工作年度报告
            一、总体情况
            本报告由某某局办公室编制。如对报告有疑问，请与办公室联系（地址：淮
            安市某某路18号，邮编：223100，电话：0517-00000000，某某某某电子邮箱：
            office@example.invalid）。
            """
        let contact = try #require(try read(text).narrative.contact)
        #expect(contact.contains("淮安市某某路18号") && contact.contains("0517-00000000") && contact.hasSuffix("office@example.invalid"))
    }

    @Test func aSecondReportInTheFileIsTold() throws {
        let first = ReportSheet(Self.reports[0]).text(.tabSeparated)
        let second = ReportSheet(Self.reports[7]).text(.tabSeparated)
        let back = try read(first + "\n" + second)
        #expect(wrong(back, Self.reports[0]) == [])
        #expect(back.findings().filter { $0.rule == .extraRow }.count == 1)
    }

    @Test(arguments: ["（二）", "（四）", "（七）", "（十）"]) func everyOtherItemIsAWrongArticle(item: String) throws {
        let report = Self.reports[0]
        for right in ["（一）", "（五）", "（六）", "（八）"] {
            let text = ReportSheet(report).text(.tabSeparated)
            let back = try read(text.replacing("第二十条第\(right)项", with: "第二十条第\(item)项"))
            let found = back.findings().filter { $0.rule == .wrongArticle }
            #expect(found.count == 1 && found.first?.found != found.first?.expected, "\(right) \(item)")
            #expect(missing(back, report) == [], "\(right) \(item)")
        }
    }
}
