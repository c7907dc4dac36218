import Testing

@testable import Formats

@Suite struct TextTests {
    @Test func everyLineIsANumberedBlockWhateverItsEnding() throws {
        let document = try Samples.document("一\r\n\r\n二\n三\r四\u{2028}五", name: "a.txt")
        #expect(document.outline == ["一", "", "二", "三", "四\u{2028}五"])
        let numbers = document.blocks.map { block -> Int? in
            if case .line(_, let number) = block { number } else { nil }
        }
        #expect(numbers == [1, 2, 3, 4, 5])
    }

    @Test func lastLineWithoutEndingIsALineAndAnEndingAddsNone() throws {
        #expect(try Samples.document("a\nb").outline == ["a", "b"])
        #expect(try Samples.document("a\nb\n").outline == ["a", "b"])
        #expect(try Samples.document("a\r\r\n").outline == ["a", ""])
        #expect(try Samples.document("\r").outline == [""])
    }

    @Test func rangesPointIntoTheTextWithoutTheMark() throws {
        let document = try SourceDocument(reading: [0xEF, 0xBB, 0xBF] + Array("年报\n好".utf8), name: "a.txt")
        #expect(document.utf8 == Array("年报\n好".utf8))
        #expect(document.outline == ["年报", "好"])
    }

    @Test(arguments: ["\n", "\r", "\r\n", "a\n"]) func tooManyLinesAreRefusedWhateverTheirEnding(line: String) throws {
        var limits = Limits()
        limits.lines = 1000
        let most = String(repeating: line, count: 999)
        for text in [most + line, most + "b"] {
            #expect(try Samples.document(text, name: "a.txt", limits: limits).blocks.count == 1000)
        }
        let found = Samples.error { () throws(FormatError) in
            try Samples.document(most + line + "b", name: "a.txt", limits: limits)
        }
        #expect(found == .tooManyLines(limit: 1000))
    }

    @Test func millionsOfEmptyLinesAreRefusedAndALineCostsLittle() {
        let found = Samples.error { () throws(FormatError) in
            try SourceDocument(reading: [UInt8](repeating: 0x0A, count: 20 << 20), name: "a.txt")
        }
        #expect(found == .tooManyLines(limit: 100_000))
        #expect(MemoryLayout<Block>.stride <= 32)
    }

    @Test func reportsWithTabsBarsAndCommasStayText() throws {
        let report = "一、总体情况\n项目\t数量\t备注\n公开\t12\t无\n甲|乙|丙\n，，，\n"
        #expect(try FileFormat.detect(bytes: Array(report.utf8), name: "年报.txt") == .text)
        #expect(try FileFormat.detect(bytes: Array(report.utf8), name: nil) == .text)
        #expect(try FileFormat.detect(bytes: Array("甲,乙,丙\n1,2,3\n".utf8), name: "a.txt") == .text)
    }
}
