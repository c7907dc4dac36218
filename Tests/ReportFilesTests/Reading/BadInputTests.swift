import AnnualReport
import Formats
import ReportFiles
import Testing

/// Files that are no report: a clear message or an honest reading, in bounded time.
struct BadInputTests {
    private func error(_ bytes: [UInt8], _ name: String) -> FormatError? {
        do throws(FormatError) {
            _ = try ReportReader.read(bytes, name: name)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: ["a.txt", "a.html", "a.docx", "a.xlsx", "a.csv", "a.json", "a.pdf", "a"])
    func anEmptyFileIsCalledEmpty(_ name: String) {
        #expect(error([], name) == .empty)
    }

    @Test func aPictureNamedAsADocumentIsRefused() throws {
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10] + Array("JFIF".utf8) + Array(repeating: 0, count: 500)
        for name in ["a.docx", "a.txt", "a.html", "a.json"] {
            let refused = try #require(error(jpeg, name), "\(name)")
            #expect(refused.description.contains("JPEG") || refused.description.contains("图片"), "\(name): \(refused.description)")
        }
    }

    @Test func anArchiveThatIsNoDocumentIsRefused() throws {
        let zip = try ZIPWriter.archive([(name: "a.txt", bytes: Array("甲".utf8))])
        #expect(error(zip, "a.docx") != nil && error(zip, "a.xlsx") != nil && error(zip, "a.zip") != nil)
        let damaged = Array(zip.prefix(zip.count / 2))
        #expect(error(damaged, "a.docx") != nil)
    }

    @Test func aBombIsRefusedInBoundedTime() throws {
        let bomb = try ZIPWriter.archive([(name: "word/document.xml", bytes: Array(repeating: 0x20, count: 30 << 20))])
        let started = ContinuousClock.now
        #expect(error(bomb, "a.docx") != nil)
        #expect(ContinuousClock.now - started < .seconds(20))
    }

    @Test func aFileBeyondTheLimitIsRefused() {
        let limits = Limits(fileBytes: 1 << 20)
        let bytes = Array(repeating: UInt8(ascii: "0"), count: (1 << 20) + 1)
        #expect(throws: FormatError.tooLarge(bytes: (1 << 20) + 1, limit: 1 << 20)) {
            try ReportReader.read(bytes, name: "a.txt", limits: limits)
        }
    }

    /// Four times the text takes about four times the time, not sixteen: of one line, or of a line repeated.
    @Test(
        .serialized,
        arguments: [
            "信息公开", "0 ", "0\t", "| ", "一、", "1.", "总计", "自然人 ", "2020年", "（", "0", "，其中1件", "0\n", "一、总体情况\n", "自然人\n", "信息内容\n",
            "1.属于国家秘密\n0\n", "第二十条第（一）项\n", "结果维持\n", "\u{3000}\n", "行政复议\t0\n", "规章\n", "自然人\t0\n", "行政复议\n", "法人\n", "甲\n", "无\n",
            "0\r", "收到申请1件，", "收到申请0件。", "未收到", "受理", "行政复议0件。", "由", "电话", "2021年公布", "予以公开1件。", "统计2020年", "一、\n|\n", "三、申请\n",
            "部分公开|\n", "9,999", "总计 总计\t", "其他其他\n", "信息内容|甲|乙\n", "标题 报告|",
        ])
    func aTextWithoutEndIsReadInTimeThatGrowsWithItsLength(_ part: String) throws {
        func seconds(_ bytes: Int) throws -> Double {
            let text = Array(String(repeating: part, count: bytes / part.utf8.count).utf8)
            let time = try ContinuousClock().measure { _ = try ReportReader.read(text, name: "a.txt").report.findings() }
            return time / .seconds(1)
        }
        let (short, long) = (try seconds(40_000), try seconds(160_000))
        #expect(long < max(short * 10, 1.5), "\(part): \(short) s, then \(long) s")
    }

    @Test func linesWithoutEndAreRefused() throws {
        let refused = try #require(error(Array(repeating: 0x0A, count: 1 << 20), "a.txt"))
        #expect(refused.description.contains("行"), "\(refused.description)")
    }

    @Test func elementsInsideEachOtherWithoutEndAreRefused() throws {
        let deep = "<html><body>" + String(repeating: "<div>", count: 100_000) + "甲"
        #expect(try #require(error(Array(deep.utf8), "a.html")) == .nestingTooDeep(limit: Limits.standard.depth))
    }

    @Test func aTableOfTenThousandColumnsIsRefused() throws {
        let wide = "<html><body><table><tr>" + String(repeating: "<td>0</td>", count: 10_000) + "</tr></table></body></html>"
        #expect(try #require(error(Array(wide.utf8), "a.html")) == .tooManyColumns(limit: Limits.standard.columns, table: 1))
    }

    @Test func textCutInTheMiddleOfACharacterIsRefused() throws {
        let whole = Array("松林镇2020年政府信息公开工作年度报告\n一、总体情况\n我镇认真贯彻条例，公开信息九条".utf8)
        let cut = try #require(error(Array(whole.dropLast()), "a.txt"))
        #expect(cut.description.contains("截断") && cut.description.contains("UTF-8"))
    }

    @Test func aPDFIsReadByTheAsynchronousReaderAlone() {
        #expect(error(Array("%PDF-1.4\n%âãÏÓ\n1 0 obj\n".utf8), "a.pdf") == .needsProgram(.pdf))
    }

    @Test func figuresBeyondCountingAreNoNumber() throws {
        let text = ReportSheet(RandomReport.balanced(.form2019, seed: 1, dashes: false)).text(.tabSeparated)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.contains("重复申请")
                ? line.split(separator: "\t").dropLast().joined(separator: "\t") + "\t" + String(repeating: "9", count: 40) : String(line)
        }
        let report = try ReportReader.read(Array(lines.joined(separator: "\n").utf8), name: "a.txt").report
        #expect(report[.declinedRepeated, .total] == .absent)
        #expect(report.findings().contains { $0.rule == .notANumber && $0.cells == ["requests.declinedRepeated.total"] })
    }

    @Test(arguments: ["", "..", "a/b/c.txt", "/etc/passwd", "报告 (1).txt", "a.TXT", "a.unknown"])
    func anyNameIsTakenWithoutItsFolders(_ name: String) throws {
        let report = try ReportReader.read(Array("松林镇2020年政府信息公开工作年度报告\n".utf8), name: name).report
        #expect(
            report.year == 2020 && !report.source.name.contains("/") && report.source.bytes > 0 && report.source.sha256.utf8.count == 64)
    }
}
