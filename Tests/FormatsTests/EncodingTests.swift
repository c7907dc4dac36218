import Glibc
import TestValues
import Testing

@testable import Formats

@Suite struct EncodingTests {
    let sample = "政府信息公开工作年度报告，abc 123。\n镕𠀀龘€\n"

    /// The bytes of a text in one of iconv's encodings.
    static func encode(_ text: String, _ name: String) -> [UInt8] {
        guard let handle = iconv_open(name, "UTF-8") else { return [] }
        defer { iconv_close(handle) }
        var source = Array(text.utf8).map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: source.count * 4 + 16)
        let room = target.count
        var left = room
        source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var input = source.baseAddress
                var inputLeft = source.count
                var output = target.baseAddress
                _ = iconv(handle, &input, &inputLeft, &output, &left)
            }
        }
        return target.prefix(room - left).map { UInt8(bitPattern: $0) }
    }

    @Test(
        arguments: [
            ("UTF-8", [], TextEncoding.utf8), ("UTF-8", [0xEF, 0xBB, 0xBF], .utf8), ("GB18030", [], .gb18030),
            ("UTF-16LE", [0xFF, 0xFE], .utf16LittleEndian), ("UTF-16BE", [0xFE, 0xFF], .utf16BigEndian),
            ("UTF-16LE", [], .utf16LittleEndian), ("UTF-16BE", [], .utf16BigEndian),
        ] as [(String, [UInt8], TextEncoding)])
    func everyEncodingComesBackAsTheSameText(name: String, mark: [UInt8], encoding: TextEncoding) throws {
        let decoded = try TextDecoding.decode(mark + Self.encode(sample, name))
        #expect(decoded.encoding == encoding)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == sample)
    }

    @Test func aPageInGBKThatSaysUTF8IsReadAsWhatItIs() throws {
        let page = "<html><head><meta charset=\"utf-8\"><title>年报</title></head><body><p>公开</p></body></html>"
        let document = try SourceDocument(reading: Self.encode(page, "GB18030"), name: "a.html")
        #expect(document.outline == ["公开"])
        #expect(document.metadata == [.init(name: "title", value: "年报")])
    }

    @Test func aPageInBig5IsReadWhereItSaysSo() throws {
        let page = "<html><head><meta charset=big5></head><body><p>政府資訊公開</p></body></html>"
        #expect(try SourceDocument(reading: Self.encode(page, "BIG5"), name: nil).outline == ["政府資訊公開"])
    }

    @Test func aPageInUTF16IsFoundToBeOne() throws {
        let bytes = [0xFF, 0xFE] + Self.encode("<html><body><p>公开</p></body></html>", "UTF-16LE")
        #expect(try SourceDocument(reading: bytes, name: "a.txt").outline == ["公开"])
    }

    @Test func utf8CutInsideItsLastCharacterIsRefusedNotGuessed() {
        let whole = Array("公开情况".utf8)
        for cut in 1...2 {
            let bytes = Array(whole.dropLast(cut))
            #expect(
                Samples.error { () throws(FormatError) in try TextDecoding.decode(bytes) } == .truncatedText(encoding: .utf8, offset: 9))
        }
    }

    @Test func oneWrongByteInUTF8IsRefusedWithItsPlace() {
        var bytes = Array("公开\n情况说明".utf8)
        bytes[9] = 0xFF
        #expect(Samples.error { () throws(FormatError) in try TextDecoding.decode(bytes) } == .undecodable(offset: 7, line: 2))
    }

    @Test func bytesOfNoEncodingAreRefused() {
        let bytes: [UInt8] = [0x61, 0x0A, 0xC4, 0xE3, 0xFF, 0xFF, 0x62]
        #expect(Samples.error { () throws(FormatError) in try TextDecoding.decode(bytes) } == .undecodable(offset: 4, line: 2))
    }

    @Test func utf16OfOddLengthAndLoneSurrogatesAreRefused() {
        #expect(Samples.error { () throws(FormatError) in try TextDecoding.decode([0xFF, 0xFE, 0x61]) } == .oddUTF16Length(bytes: 3))
        #expect(
            Samples.error { () throws(FormatError) in try TextDecoding.decode([0xFF, 0xFE, 0x61, 0, 0, 0xDC]) }
                == .undecodable(offset: 4, line: 1))
        #expect(
            Samples.error { () throws(FormatError) in try TextDecoding.decode([0xFF, 0xFE, 0x61, 0, 0, 0xD8]) }
                == .truncatedText(encoding: .utf16LittleEndian, offset: 4))
    }

    @Test func controlBytesMakeAFileBinaryButAFewDoNot() throws {
        #expect(Samples.error { () throws(FormatError) in try TextDecoding.decode(Array("ab\0\0c".utf8)) } == .binary(offset: 2))
        #expect(Samples.error { () throws(FormatError) in try TextDecoding.decode([1, 2, 3, 0x61]) } == .binary(offset: 0))
        let text = String(repeating: "正常的文字", count: 50) + "\u{1F}"
        #expect(try TextDecoding.decode(Array(text.utf8)).utf8 == Array(text.utf8))
    }

    @Test func utf8CheckAgreesWithSwiftOnRandomBytes() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        let pieces: [[UInt8]] = [
            [0x41], [0xC3, 0xA9], [0xE4, 0xB8, 0xAD], [0xF0, 0xA0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xE0, 0x80, 0x80], [0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48],
        ]
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
                pieces[Int.random(in: 0..<(Bool.random(using: &random) ? 4 : pieces.count), using: &random)]
            }
            let verdict = bytes.withUnsafeBytes { UTF8Check($0).verdict }
            #expect((verdict == .valid) == (String(validating: bytes, as: UTF8.self) != nil), "seed \(seed), \(bytes)")
        }
    }
}
