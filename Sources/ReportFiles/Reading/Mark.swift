import AnnualReport
import Markup

/// Reads the mark that numbers a section, an item or a row: 一、 （一） 1. 1、 1 . (1) ①
enum Mark {
    /// The mark at the start of the text and the number of bytes that it takes; nil where there is none.
    static func read(_ utf8: UnsafeBufferPointer<UInt8>) -> (mark: ItemMark, length: Int)? {
        var i = 0
        var c = next(utf8, &i)
        // Circled numbers.
        if c >= 0x2460, c <= 0x2473 { return (.digit(Int(c - 0x2460) + 1), i) }
        var bracket = false
        if c == 0x28 || c == 0xFF08 {
            bracket = true
            c = next(utf8, &i)
        }
        var value = 0
        var count = 0
        var chinese = false
        if let digit = arabic(c) {
            value = digit
            count = 1
            while true {
                let before = i
                c = next(utf8, &i)
                guard let digit = arabic(c), count < 3 else {
                    i = before
                    break
                }
                value = value * 10 + digit
                count += 1
            }
        } else if let first = ChineseNumeral.value(of: c) {
            chinese = true
            var characters = [first]
            while true {
                let before = i
                c = next(utf8, &i)
                guard let more = ChineseNumeral.value(of: c), characters.count < 3 else {
                    i = before
                    break
                }
                characters.append(more)
            }
            guard let number = ChineseNumeral.number(characters) else { return nil }
            value = number
        } else {
            return nil
        }
        guard value > 0 else { return nil }
        c = next(utf8, &i)
        if bracket {
            guard c == 0x29 || c == 0xFF09 else { return nil }
            // （1） numbers below 1., but reports use both for one level.
            return (chinese ? .bracketed(value) : .digit(value), i)
        }
        // 、 . ． ,
        guard c == 0x3001 || c == 0x2E || c == 0xFF0E || (chinese && (c == 0x2C || c == 0xFF0C)) || (!chinese && c == 0xFF64)
        else { return nil }
        // 1.19亿元 is no mark.
        if !chinese, c == 0x2E || c == 0xFF0E {
            var j = i
            if arabic(next(utf8, &j)) != nil { return nil }
        }
        return (chinese ? .section(value) : .digit(value), i)
    }

    /// The next character that is no space; 0 at the end.
    private static func next(_ utf8: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> UInt32 {
        while i < utf8.count {
            let c = Folding.nextScalar(utf8, &i)
            if !Figure.isSpace(c) { return c }
        }
        return 0
    }

    private static func arabic(_ c: UInt32) -> Int? {
        Figure.isDigit(c) ? Int(c < 0x80 ? c - 0x30 : c - 0xFF10) : nil
    }

    /// The number that a string of Chinese numerals or digits names (二十, 20).
    static func number(_ text: ArraySlice<UInt16>) -> Int? {
        if text.allSatisfy({ $0.isASCIIDigit }), !text.isEmpty, text.count < 4 {
            return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        var numerals: [Int] = []
        for c in text {
            guard let n = ChineseNumeral.value(of: UInt32(c)) else { return nil }
            numerals.append(n)
        }
        return ChineseNumeral.number(numerals)
    }
}
