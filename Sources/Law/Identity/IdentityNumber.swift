import Markup

/// The number of a document by which an applicant proves who they are (article 29).
package struct IdentityNumber: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// 居民身份证, GB 11643; 港澳台居民居住证 follows it.
        case residentCard
        /// 统一社会信用代码, GB 32100.
        case creditCode
        case passport
        /// 港澳居民来往内地通行证
        case hkMacaoPermit
        /// 台湾居民来往大陆通行证
        case taiwanPermit

        package var title: String {
            switch self {
            case .residentCard: "居民身份证"
            case .creditCode: "统一社会信用代码"
            case .passport: "护照"
            case .hkMacaoPermit: "港澳居民来往内地通行证"
            case .taiwanPermit: "台湾居民来往大陆通行证"
            }
        }
    }

    /// Capital letters and digits, without spaces.
    package let number: String
    /// What it looks like; nil where it looks like none.
    package let kind: Kind?
    /// What is wrong with it, in words for the person who typed it; empty where nothing is.
    package let reasons: [String]

    package var isValid: Bool { kind != nil && reasons.isEmpty }

    /// - Parameter today: a day of birth after it cannot be; nil leaves that open.
    package init(_ text: String, today: Day? = nil) {
        let number = IdentityNumber.folded(text)
        self.number = number
        let digits = Array(number.utf8)
        let form = IdentityNumber.form(digits)
        kind = form
        switch form {
        case .residentCard: reasons = ResidentCard.reasons(digits, today: today)
        case .creditCode: reasons = CreditCode.reasons(digits)
        case .passport, .hkMacaoPermit, .taiwanPermit: reasons = []
        case nil:
            reasons = [
                number.isEmpty
                    ? "没有填写证件号码。"
                    : "这不像居民身份证（18位）、统一社会信用代码（18位）、护照或者港澳台居民通行证的号码，请核对位数和字符。"
            ]
        }
    }

    /// For the screen: what is left tells the kind and lets its owner know it again, but not the day of birth.
    package var masked: String {
        let characters = Array(number)
        // Of a number that is too short, fewer digits lie behind the day of birth.
        let (head, tail) =
            characters.count >= 15 ? (3, min(4, characters.count - 14)) : characters.count >= 8 ? (1, 3) : (0, min(2, characters.count / 2))
        return String(characters.prefix(head)) + String(repeating: "*", count: characters.count - head - tail)
            + String(characters.suffix(tail))
    }

    /// Wide forms narrowed, letters in capitals, spaces and dashes left out.
    private static func folded(_ text: String) -> String {
        var folded = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0xA0, 0x2D, 0x200B, 0x3000, 0xFEFF, 0x2010...0x2015, 0xFF0D: break
            case 0xFF01...0xFF5E: folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            default: folded.unicodeScalars.append(scalar)
            }
        }
        return folded.uppercased()
    }

    private static func form(_ digits: [UInt8]) -> Kind? {
        func isLetter(_ c: UInt8) -> Bool { (0x41...0x5A).contains(c) }
        let last = digits.last ?? 0
        let letters = digits.prefix { isLetter($0) }.count
        let isPermit = (digits.first == 0x48 || digits.first == 0x4D) && digits.dropFirst().allSatisfy(\.isASCIIDigit)
        switch digits.count {
        case 18 where digits.allSatisfy({ $0.isASCIIDigit || isLetter($0) }):
            let isNumeric = digits.dropLast().allSatisfy(\.isASCIIDigit) && (last.isASCIIDigit || last == 0x58)
            guard isNumeric else { return .creditCode }
            // Eighteen digits may be either. A day of birth makes them a card even where the check digit is wrong: one
            // slip in 31 would pass as a credit code.
            if ResidentCard.isPlausible(digits) { return .residentCard }
            return CreditCode.reasons(digits).isEmpty || digits[0] == 0x39 ? .creditCode : .residentCard
        case 15 where digits.allSatisfy(\.isASCIIDigit): return .residentCard
        case 9 where isPermit, 11 where isPermit: return .hkMacaoPermit
        case 8 where digits.allSatisfy(\.isASCIIDigit), 10 where digits.allSatisfy(\.isASCIIDigit): return .taiwanPermit
        // Countries' forms differ: letters and digits, six to twelve, a digit at the end or a letter at the head.
        case 6...12 where digits.allSatisfy({ $0.isASCIIDigit || isLetter($0) }) && digits.contains(where: \.isASCIIDigit):
            return letters > 0 || digits.count == 9 ? .passport : nil
        default: return nil
        }
    }
}

/// GB 11643: six digits of region, the day of birth, three of sequence, a check digit.
enum ResidentCard {
    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checks = Array("10X98765432".utf8)
    /// The first two digits of a region; 81 to 83 stand on the residence permits of people from Hong Kong, Macao and
    /// Taiwan.
    private static let provinces = ProvinceCode.all.union([83])

    /// True where a person of our time may have been born there and then, whatever the check digit.
    static func isPlausible(_ digits: [UInt8]) -> Bool {
        isProvince(digits[0], digits[1]) && birth(digits).map { (1900...2099).contains($0.year) } ?? false
    }

    static func isProvince(_ tens: UInt8, _ units: UInt8) -> Bool {
        tens.isASCIIDigit && units.isASCIIDigit && provinces.contains(Int(tens - 0x30) * 10 + Int(units - 0x30))
    }

    static func birth(_ digits: [UInt8]) -> Day? {
        let numbers = digits.prefix(14).map { Int($0) - 0x30 }
        guard numbers.count == 14 else { return nil }
        let year = numbers[6..<10].reduce(0) { $0 * 10 + $1 }
        return Day(year: year, month: numbers[10] * 10 + numbers[11], day: numbers[12] * 10 + numbers[13])
    }

    static func reasons(_ digits: [UInt8], today: Day?) -> [String] {
        guard digits.count == 18 else { return ["15位的第一代居民身份证已经停止使用，请填写18位的号码。"] }
        var reasons: [String] = []
        if !isProvince(digits[0], digits[1]) { reasons.append("前两位不是省级行政区划代码。") }
        if let birth = birth(digits), birth.year >= 1840 {
            if let today, birth > today { reasons.append("出生日期\(birth)在今天之后。") }
        } else {
            reasons.append("第7至14位不是有效的出生日期。")
        }
        let sum = zip(digits, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
        if checks[sum % 11] != digits[17] { reasons.append("最后一位校验码不符，请逐位核对。") }
        return reasons
    }
}

/// GB 32100: registering authority, kind, six digits of region, nine of the organization (GB 11714), a check character.
enum CreditCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// Who registers: 1 机构编制 to 9 市场监管, A 军委改革编制, N 农业农村, Y 其他.
    private static let authorities = Array("123456789ANY".utf8)
    /// 100000, the region of the whole country.
    private static let nation = Array("10".utf8)

    static func reasons(_ characters: [UInt8]) -> [String] {
        let values = characters.map { alphabet.firstIndex(of: $0) }
        guard !values.contains(nil) else { return ["统一社会信用代码不使用字母 I、O、S、V、Z，请核对。"] }
        var reasons: [String] = []
        if !authorities.contains(characters[0]) { reasons.append("第1位不是登记管理部门代码。") }
        if !characters[2..<8].allSatisfy({ $0.isASCIIDigit }) {
            reasons.append("第3至8位应为六位数字的行政区划代码。")
        } else if !characters[2..<4].elementsEqual(nation), !ResidentCard.isProvince(characters[2], characters[3]) {
            reasons.append("第3、4位不是省级行政区划代码。")
        }
        var weight = 1
        var sum = 0
        for value in values.prefix(17) {
            sum += (value ?? 0) * weight
            weight = weight * 3 % 31
        }
        if values[17] != (31 - sum % 31) % 31 { reasons.append("最后一位校验码不符，请逐位核对。") }
        return reasons
    }
}
