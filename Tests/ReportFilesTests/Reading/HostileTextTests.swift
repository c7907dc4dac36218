import AnnualReport
import Formats
import ReportFiles
import Testing

/// Text that was made to end the program, or to keep it busy.
struct HostileTextTests {
    private func read(_ text: String, _ name: String = "a.txt", _ limits: Limits = .standard) throws(FormatError) -> AnnualReport {
        try ReportReader.read(Array(text.utf8), name: name, limits: limits).report
    }

    /// The parts of a sum are added without a trap, however many there are and however large.
    @Test func partsThatAddUpBeyondCountingSayNothing() throws {
        let head = "青溪县2021年政府信息公开工作年度报告\n一、总体情况\n收到申请8件，分为"
        for count in [2, 39, 40, 41, 5_000, 60_000] {
            let report = try read(head + String(repeating: "9999999999999件", count: count) + "。")
            #expect(report.findings().count < 100, "\(count)")
            #expect(report.narrative.sums.allSatisfy { $0.parts.count <= 40 })
        }
        let few = try read("青溪县2021年政府信息公开工作年度报告\n一、总体情况\n收到申请8件，其中网络申请9999999999999件，信函申请9999999999999件。")
        #expect(few.findings().contains { $0.rule == .narrativeSum })
    }

    /// A sentence of more than 2,000 characters is no sentence: nothing is read in it that looks back to its start.
    @Test func aSentenceWithoutEndHasNoFigures() throws {
        let title = "青溪县2021年政府信息公开工作年度报告\n一、总体情况\n"
        #expect(try read(title + "收到政府信息公开申请1件，" + "。").narrative.figures.count == 1)
        #expect(try read(title + String(repeating: "收到政府信息公开申请1件，", count: 300) + "。").narrative.figures.isEmpty)
    }

    @Test func figuresWithoutEndAreNotAllKept() throws {
        let text = "青溪县2021年政府信息公开工作年度报告\n一、总体情况\n" + String(repeating: "收到政府信息公开申请1件。", count: 9_000)
        let report = try read(text)
        #expect((1...500).contains(report.narrative.figures.count))
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "1999", "2100"])
    func aYearOfOurJSONIsOneThatAReportCanBeOn(year: String) throws {
        let example = RandomReport.balanced(.form2021, seed: 3, dashes: false)
        let line = String(decoding: ReportJSON.line(example, findings: []), as: UTF8.self)
        let made = line.replacing(try Regex("\"year\":[0-9]+"), with: "\"year\":\(year)")
        #expect(made != line)
        #expect(throws: FormatError.self) { try read(made, "a.json") }
    }

    @Test func valuesOfOurJSONAreBounded() {
        let many = "{\"schema\":\"gongkai.report/1\",\"findings\":[" + String(repeating: "1,", count: 200_000) + "1]}"
        #expect(throws: FormatError.self) { try read(many, "a.json") }
        let long = "{\"schema\":\"gongkai.report/1\",\"findings\":[],\"organization\":\"" + String(repeating: "甲", count: 9_000) + "\"}"
        #expect(throws: FormatError.self) { try read(long, "a.json") }
    }

    @Test func aLineOfAMillionCellsIsNotTakenApart() throws {
        #expect(try read(String(repeating: "总计\t0\t", count: 200_000)).findings().contains { $0.rule == .missingTable })
        #expect(throws: FormatError.tooManyCells(limit: Limits.standard.cells)) {
            try read(String(repeating: String(repeating: "1 ", count: 140) + "\n", count: 9_000))
        }
    }

    @Test func textBeyondTheLimitIsRefusedInEveryFormat() {
        let text = String(repeating: String(repeating: "甲", count: 3_000) + "\n", count: 500)
        for name in ["a.txt", "a.html", "a.csv"] {
            let source = name == "a.html" ? "<html><body><pre>\(text)</pre></body></html>" : text
            #expect(throws: FormatError.tooMuchText(limit: Limits.standard.textBytes)) { try read(source, name) }
        }
    }

    @Test func aReadingEndsWhenItsTimeIsOver() throws {
        let text = String(repeating: "行政许可\t5\t+1\t25\n", count: 2_000)
        #expect(throws: FormatError.readingTimedOut(seconds: 0)) { try read(text, "a.txt", Limits(readingSeconds: 0)) }
    }
}
