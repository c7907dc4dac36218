/// Numbers in Chinese numerals.
package enum ChineseNumeral {
    private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let units = ["", "十", "百", "千", "万"]

    /// 一, 十, 十二, 二十, 一百零五: numbers from 0 to 99,999; others in digits.
    package static func counting(_ number: Int) -> String {
        guard (0...99_999).contains(number) else { return String(number) }
        let decimal = String(number).utf8.map { Int($0 - 0x30) }
        var text = ""
        var needsZero = false
        for (i, digit) in decimal.enumerated() {
            let unit = decimal.count - 1 - i
            if digit == 0 {
                needsZero = true
                continue
            }
            if needsZero { text += digits[0] }
            needsZero = false
            // Ten to nineteen go without the one.
            if !(digit == 1 && unit == 1 && i == 0) { text += digits[digit] }
            text += units[unit]
        }
        return text.isEmpty ? digits[0] : text
    }

    /// 1 to 9 for 一 to 九, 10 for 十; nil for other characters.
    package static func value(of character: UInt32) -> Int? {
        switch character {
        case 0x4E00: 1
        case 0x4E8C: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        case 0x5341: 10
        default: nil
        }
    }

    /// 0 to 9 for the digits of a year, 〇 in whatever form it is typed (〇, ○, 零, O, 0); nil for other characters.
    package static func yearDigit(of character: UInt32) -> Int? {
        switch character {
        case 0x3007, 0x25CB, 0x96F6, 0x4F, 0x30: 0
        default: value(of: character).flatMap { $0 < 10 ? $0 : nil }
        }
    }

    /// The number, 1 to 99, that values of numerals make: 二十一 is [2, 10, 1].
    package static func number(_ values: [Int]) -> Int? {
        switch values.count {
        case 1: return values[0]
        case 2 where values[0] == 10 && values[1] < 10: return 10 + values[1]
        case 2 where values[0] < 10 && values[1] == 10: return values[0] * 10
        case 3 where values[0] < 10 && values[1] == 10 && values[2] < 10: return values[0] * 10 + values[2]
        default: return nil
        }
    }
}
