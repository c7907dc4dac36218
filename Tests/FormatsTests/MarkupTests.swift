import Markup
import Testing

@Suite struct MarkupTests {
    @Test(arguments: [
        ("abc-._~9", "abc-._~9"), ("a b/c?d=e&f", "a%20b%2Fc%3Fd%3De%26f"), ("年报", "%E5%B9%B4%E6%8A%A5"), ("\u{0}%", "%00%25"), ("", ""),
    ])
    func anAddressKeepsUnreservedCharacters(text: String, encoded: String) {
        #expect(text.percentEncoded == encoded)
        #expect(text.percentEncoded.removingPercents == text)
    }

    @Test func noOtherDigitIsADigit() {
        #expect((UInt8.min...UInt8.max).filter(\.isASCIIDigit) == Array("0123456789".utf8))
        #expect((UInt32(0)...0xFFFF).count(where: \.isASCIIAlphanumeric) == 62)
    }

    @Test(arguments: [(0, "零"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (110, "一百一十"), (2_024, "二千零二十四"), (99_999, "九万九千九百九十九")])
    func numbersAreWrittenInChinese(number: Int, text: String) {
        #expect(ChineseNumeral.counting(number) == text)
    }

    @Test func aNumberIsReadAsItIsWritten() {
        for number in 1...99 {
            let values = ChineseNumeral.counting(number).unicodeScalars.compactMap { ChineseNumeral.value(of: $0.value) }
            #expect(ChineseNumeral.number(values) == number)
        }
        #expect(ChineseNumeral.number([]) == nil && ChineseNumeral.number([1, 2]) == nil && ChineseNumeral.number([10, 10]) == nil)
        #expect(ChineseNumeral.counting(-1) == "-1" && ChineseNumeral.counting(100_000) == "100000")
    }
}

extension String {
    /// Decoded by hand, so that encoding is not compared with itself.
    fileprivate var removingPercents: String {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                bytes.append(byte)
                continue
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
