import AnnualReport
import Formats
import ReportFiles
import TestValues
import Testing

/// Damaged texts: a figure may be left open, but none may change without a finding that names it.
struct DamageTests {
    private static let lineLayouts: [TextLayout] = [.lines, .tabLed, .paragraphs, .crawledCells]

    private func read(_ lines: [Substring]) throws -> AnnualReport {
        try ReportReader.read(Array(lines.joined(separator: "\n").utf8), name: "a.txt").report
    }

    private func lines(_ report: AnnualReport, _ layout: TextLayout) -> [Substring] {
        ReportSheet(report).text(layout).split(separator: "\n", omittingEmptySubsequences: false)
    }

    private func isFigure(_ line: Substring) -> Bool {
        let bare = line.filter { !$0.isWhitespace && $0 != "|" }
        return !bare.isEmpty && bare.allSatisfy(\.isNumber)
    }

    @Test(arguments: lineLayouts, ReportForm.allCases)
    func aLostFigureMovesNoOther(_ layout: TextLayout, _ form: ReportForm) throws {
        for seed in 0..<25 as Range<UInt64> {
            var numbers = SeededRandom(seed: seed)
            let report = RandomReport.balanced(form, seed: seed % 5, dashes: false)
            var text = lines(report, layout)
            let places = text.indices.filter { isFigure(text[$0]) }
            text.remove(at: places[Int.random(in: places.indices, using: &numbers)])
            let silent = try read(text).silentDifferences(from: report)
            #expect(silent == [], "seed \(seed)")
        }
    }

    @Test(arguments: lineLayouts, ReportForm.allCases)
    func aFigureTooManyMovesNoOther(_ layout: TextLayout, _ form: ReportForm) throws {
        for seed in 0..<25 as Range<UInt64> {
            var numbers = SeededRandom(seed: seed)
            let report = RandomReport.balanced(form, seed: seed % 5, dashes: false)
            var text = lines(report, layout)
            let places = text.indices.filter { isFigure(text[$0]) }
            let place = places[Int.random(in: places.indices, using: &numbers)]
            text.insert(text[place], at: place)
            let silent = try read(text).silentDifferences(from: report)
            #expect(silent == [], "seed \(seed)")
        }
    }

    /// Cut off anywhere between two lines, as crawlers do in the middle of a table.
    @Test(arguments: TextLayout.allCases, ReportForm.allCases)
    func aTextCutOffTellsWhatIsGone(_ layout: TextLayout, _ form: ReportForm) throws {
        let report = RandomReport.balanced(form, seed: 9, dashes: false)
        let text = lines(report, layout)
        // Table four stands at the end: one line of fifteen figures, where a cut is easiest to overlook.
        let ends = Array(stride(from: 1, to: text.count, by: max(1, text.count / 60))) + Array(max(1, text.count - 30)..<text.count)
        for end in ends where text[..<end].contains(where: { !$0.isEmpty }) {
            let silent = try read(Array(text[..<end])).silentDifferences(from: report)
            #expect(silent == [], "cut before line \(end + 1)")
        }
    }

    /// A lost line takes its row or its label with it, and no other row takes its figures over in silence.
    @Test(arguments: TextLayout.allCases, ReportForm.allCases)
    func aLostLineMovesNoFigure(_ layout: TextLayout, _ form: ReportForm) throws {
        let report = RandomReport.balanced(form, seed: 11, dashes: false)
        let text = lines(report, layout)
        for place in stride(from: 3, to: text.count, by: max(1, text.count / 80)) {
            var damaged = text
            let lost = damaged.remove(at: place)
            let silent = try read(damaged).silentDifferences(from: report)
            #expect(silent == [], "without line \(place + 1), \(lost)")
        }
    }

    /// Bytes changed at random in any format: an error or a report, never a crash.
    @Test(arguments: Writing.allCases)
    func randomBytesCrashNothing(_ writing: Writing) throws {
        let original = try writing.bytes(RandomReport.balanced(.form2019, seed: 3))
        let name = "a." + (writing.description.hasPrefix("text") ? "txt" : writing.description)
        for seed in 0..<12 as Range<UInt64> {
            var numbers = SeededRandom(seed: seed)
            var bytes = original
            for _ in 0..<Int.random(in: 1...20, using: &numbers) {
                bytes[Int.random(in: bytes.indices, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
            }
            if seed % 4 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &numbers)) }
            do {
                _ = try ReportReader.read(bytes, name: name).report.findings()
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }
}
