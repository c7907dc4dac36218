import AnnualReport
import Formats
import ReportFiles
import TestValues
import Testing

/// Layout independence: the same figures come out of every way of writing them, and nothing is said of them.
struct LayoutTests {
    @Test(arguments: Writing.allCases, ReportForm.allCases)
    func figuresComeBackEqualFromEveryWriting(_ writing: Writing, _ form: ReportForm) throws {
        for seed in 0..<12 as Range<UInt64> {
            let report = RandomReport.balanced(form, seed: seed)
            let back = try writing.readBack(report)
            let differences = report.cellsByName.filter { back.cellsByName[$0.key] != $0.value }.map { "\($0.key)" }
            #expect(differences.sorted() == [], "seed \(seed)")
            #expect(back.cellsByName.count == report.cellsByName.count, "seed \(seed)")
            // A workbook and a CSV hold the tables without the sections.
            let isTables = writing == .workbook || writing == .csv
            #expect(back.findings().filter { !(isTables && $0.rule == .missingSection) }.map(\.message) == [], "seed \(seed)")
            #expect(back.organization == report.organization && back.year == report.year && back.template == form, "seed \(seed)")
        }
    }

    /// Where a blank keeps its place, a balanced report with its zeros blank raises no error.
    @Test(arguments: Writing.grids, ReportForm.allCases)
    func zerosLeftBlankRaiseNoError(_ writing: Writing, _ form: ReportForm) throws {
        for seed in 0..<6 as Range<UInt64> {
            var report = RandomReport.balanced(form, seed: seed, dashes: false)
            report.replaceZeros { .blank }
            let back = try writing.readBack(report)
            #expect(back.findings().filter { $0.severity == .error }.map(\.message) == [], "seed \(seed)")
            #expect(report.cellsByName.filter { back.cellsByName[$0.key] != $0.value }.map { "\($0.key)" }.sorted() == [], "seed \(seed)")
        }
    }

    /// Where a blank may be lost a row may be left open, but no figure moves and no sum is blamed.
    @Test(arguments: Writing.allCases, ReportForm.allCases)
    func someZerosLeftBlankMoveNoFigure(_ writing: Writing, _ form: ReportForm) throws {
        for seed in 0..<8 as Range<UInt64> {
            var numbers = SeededRandom(seed: seed)
            var report = RandomReport.balanced(form, seed: seed, dashes: false)
            report.replaceZeros { numbers.next() % 4 == 0 ? .blank : nil }
            let back = try writing.readBack(report)
            #expect(back.silentDifferences(from: report) == [], "seed \(seed)")
            let sums = back.findings().filter { [.balance, .resultTotal, .rowTotal, .reviewTotal].contains($0.rule) }
            #expect(sums.map(\.message) == [], "seed \(seed)")
        }
    }

    // MARK: Ways of printing

    /// What people and programs do to a text on its way, none of which changes a figure.
    enum Change: String, CaseIterable, Sendable {
        case fullWidthDigits, asciiBrackets, carriageReturns, utf16, utf16BigEndian, byteOrderMark, otherMarks, spacedLabels, brokenLabels,
            unitWords, signs

        func bytes(_ text: String) -> [UInt8] {
            switch self {
            case .fullWidthDigits:
                return Array(
                    String(
                        String.UnicodeScalarView(
                            text.unicodeScalars.map { (0x30...0x39).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 })
                    ).utf8)
            case .asciiBrackets: return Array(text.replacing("（", with: "(").replacing("）", with: ")").utf8)
            case .carriageReturns: return Array(text.replacing("\n", with: "\r\n").utf8)
            case .utf16: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case .utf16BigEndian: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            case .otherMarks:
                var text = text
                for n in 1...8 {
                    text = text.replacing("\(n).属", with: "\(n)、属").replacing("\(n).无", with: "\(n)、无").replacing("\(n).重", with: "\(n)．重")
                }
                return Array(text.utf8)
            case .spacedLabels:
                return Array(text.replacing("规章", with: "规\u{A0}\u{A0}\u{A0}章").replacing("自然人", with: "自\u{3000}然\u{3000}人").utf8)
            case .brokenLabels: return Array(text.replacing("商业企业", with: "商业\n企业").replacing("科研机构", with: "科研\n机构").utf8)
            case .unitWords: return Array(text.replacing("\t12\n", with: "\t12件\n").replacing("\t7\n", with: "\t7 个\n").utf8)
            case .signs: return Array(text.replacing("\t3\n", with: "\t+3\n").replacing("\t5\n", with: "\t＋5\n").utf8)
            }
        }

        /// Spaces hold the columns of an aligned text apart, and a broken line would break its rows.
        func suits(_ layout: TextLayout) -> Bool {
            switch self {
            case .spacedLabels: layout != .aligned
            case .brokenLabels: layout == .lines || layout == .tabLed
            case .fullWidthDigits: layout != .aligned
            default: true
            }
        }
    }

    @Test(arguments: TextLayout.allCases, Change.allCases)
    func waysOfPrintingChangeNoFigure(_ layout: TextLayout, _ change: Change) throws {
        guard change.suits(layout) else { return }
        for (seed, form) in [(1, ReportForm.form2019), (2, .form2021), (3, .form2019)] as [(UInt64, ReportForm)] {
            let report = RandomReport.balanced(form, seed: seed)
            let back = try ReportReader.read(change.bytes(ReportSheet(report).text(layout)), name: "a.txt").report
            #expect(report.cellsByName.filter { back.cellsByName[$0.key] != $0.value }.map { "\($0.key)" }.sorted() == [], "seed \(seed)")
            #expect(back.findings().map(\.message) == [], "seed \(seed)")
        }
    }
}
