import Markup

/// Numbers as the formats of Word's lists write them.
enum ListNumber {
    /// The number in one of WordprocessingML's formats. Bullets are shown as nothing: their characters are private to fonts.
    static func format(_ number: Int, as format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand":
            (1...99_999).contains(number) ? ChineseNumeral.counting(number) : String(number)
        case "decimalZero": number < 10 && number >= 0 ? "0\(number)" : String(number)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
            (1...20).contains(number) ? circled(number) : String(number)
        case "decimalFullWidth", "decimalFullWidth2": fullWidth(number)
        case "lowerLetter": letters(number, first: 0x61)
        case "upperLetter": letters(number, first: 0x41)
        case "lowerRoman": roman(number).lowercased()
        case "upperRoman": roman(number)
        case "bullet", "none": ""
        default: String(number)
        }
    }

    private static func circled(_ number: Int) -> String {
        Unicode.Scalar(UInt32(0x2460 + number - 1)).map { String(Character($0)) } ?? String(number)
    }

    private static func fullWidth(_ number: Int) -> String {
        guard number >= 0 else { return String(number) }
        return String(
            String.UnicodeScalarView(
                String(number).unicodeScalars.map {
                    Unicode.Scalar($0.value - 0x30 + 0xFF10) ?? $0
                }))
    }

    /// a … z, aa, bb: Word repeats the letter.
    private static func letters(_ number: Int, first: UInt8) -> String {
        guard (1...780).contains(number) else { return String(number) }
        let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3999).contains(number) else { return String(number) }
        let parts = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var left = number
        var text = ""
        for (value, letters) in parts {
            while left >= value {
                text += letters
                left -= value
            }
        }
        return text
    }
}
