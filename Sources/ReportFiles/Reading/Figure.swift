import AnnualReport
import Markup

/// What the text of a cell says, before it is known which cell it is.
enum Figure: Equatable {
    case blank
    /// Any run of `/`, `-`, `—` and their wide forms.
    case notApplicable
    case count(Int)
    /// A number with decimals and no unit.
    case decimal(String)
    /// Money; `cut` where 元 is left out (2500 万).
    case money(Amount, cut: Bool)
    /// No single number.
    case other

    /// True if the text looks like a figure rather than like words.
    static func looksLikeFigure(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = false
        var dashes = false
        var i = 0
        while i < utf8.count {
            let start = i
            let c = Folding.nextScalar(utf8, &i)
            if c >= 0x4E00, c < 0xA000 {
                // A Chinese character: words, or the unit behind a number.
                return digits && isUnit(UnsafeBufferPointer(rebasing: utf8[start...]))
            } else if isDigit(c) {
                digits = true
            } else if isDash(c) || c == 0x2B || c == 0xFF0B {
                dashes = true
            } else if isSpace(c) || c == 0x2C || c == 0xFF0C || c == 0x2E || c == 0xFF0E || c == 0xFFE5 || c == 0xA5 {
                if c == 0x2E || c == 0xFF0E, !isFollowedByDigit(utf8, i) { return false }
            } else {
                return digits && isUnit(UnsafeBufferPointer(rebasing: utf8[start...]))
            }
        }
        return digits || dashes
    }

    /// Reads the text of a cell.
    static func read(_ utf8: UnsafeBufferPointer<UInt8>) -> Figure {
        // Almost every cell is a plain count.
        if let count = plainCount(utf8) { return .count(count) }
        if utf8.isEmpty { return .blank }
        var characters: [UInt8] = []
        var unit: [UInt32] = []
        var dashes = 0
        var i = 0
        var gap = false
        var gapBetweenDigits = false
        while i < utf8.count {
            let c = Folding.nextScalar(utf8, &i)
            if isSpace(c) {
                gap = true
                continue
            }
            if isDigit(c), unit.isEmpty {
                if gap, let last = characters.last, last != 0x2B, last != 0x2D { gapBetweenDigits = true }
                characters.append(c < 0x80 ? UInt8(c) : UInt8(c - 0xFF10 + 0x30))
            } else if (c == 0x2B || c == 0xFF0B), characters.isEmpty, dashes == 0 {
                characters.append(0x2B)
            } else if isDash(c), unit.isEmpty {
                if characters.isEmpty, isMinus(c), dashes == 0, isFollowedByDigit(utf8, i) {
                    characters.append(0x2D)
                } else {
                    dashes += 1
                }
            } else if (c == 0x2C || c == 0xFF0C), unit.isEmpty, !characters.isEmpty {
                characters.append(0x2C)
            } else if (c == 0x2E || c == 0xFF0E), unit.isEmpty, !characters.isEmpty {
                characters.append(0x2E)
            } else {
                unit.append(c)
            }
            gap = false
        }
        if characters.isEmpty {
            if !unit.isEmpty { return .other }
            return dashes > 0 ? .notApplicable : .blank
        }
        guard dashes == 0, !gapBetweenDigits, let number = number(characters) else { return .other }
        switch unitKind(unit) {
        case .none: return number.isWhole ? (Int(number.text).map { .count($0) } ?? .other) : .decimal(number.text)
        case .count: return number.isWhole ? (Int(number.text).map { .count($0) } ?? .other) : .other
        case .money(let unit, let cut): return .money(Amount(value: number.text, unit: unit), cut: cut)
        case .unknown: return .other
        }
    }

    /// The count that digits alone make, as many as `number` reads.
    private static func plainCount(_ utf8: UnsafeBufferPointer<UInt8>) -> Int? {
        guard (1...15).contains(utf8.count) else { return nil }
        var count = 0
        for byte in utf8 {
            guard byte.isASCIIDigit else { return nil }
            count = count &* 10 &+ Int(byte &- 0x30)
        }
        return count
    }

    /// Digits with an optional sign and decimals; separators of thousands must stand where they belong.
    private static func number(_ characters: [UInt8]) -> (text: String, isWhole: Bool)? {
        var text: [UInt8] = []
        var sign = false
        var digits = 0
        var sinceComma: Int?
        var decimals: Int?
        for c in characters {
            switch c {
            case 0x2B, 0x2D:
                guard text.isEmpty else { return nil }
                sign = true
                text.append(c)
            case 0x2C:
                guard decimals == nil, digits > 0, sinceComma.map({ $0 == 3 }) ?? (digits <= 3) else { return nil }
                sinceComma = 0
            case 0x2E:
                guard decimals == nil, digits > 0, sinceComma.map({ $0 == 3 }) ?? true else { return nil }
                decimals = 0
                text.append(c)
            default:
                text.append(c)
                if decimals != nil {
                    decimals? += 1
                } else {
                    digits += 1
                    sinceComma? += 1
                }
            }
        }
        guard digits > 0, digits <= 15, decimals.map({ $0 > 0 && $0 <= 6 }) ?? true,
            decimals != nil || (sinceComma.map { $0 == 3 } ?? true)
        else { return nil }
        _ = sign
        return (String(decoding: text, as: UTF8.self), decimals == nil)
    }

    private enum UnitKind {
        case none, count, unknown
        case money(MoneyUnit, cut: Bool)
    }

    /// 个, 件 and so on after a count, 元, 万元, 亿元 after money; brackets around a unit are dropped.
    private static func unitKind(_ characters: [UInt32]) -> UnitKind {
        if characters.isEmpty { return .none }
        // ( ) （ ）
        let bare = characters.filter { $0 != 0x28 && $0 != 0x29 && $0 != 0xFF08 && $0 != 0xFF09 }
        guard let first = bare.first, bare.count <= 2 else { return .unknown }
        let yuan: UInt32 = 0x5143
        guard bare.count == 1 else {
            guard bare[1] == yuan else { return .unknown }
            return power(first).map { .money($0, cut: false) } ?? .unknown
        }
        if first == yuan { return .money(.yuan, cut: false) }
        if let unit = power(first) { return .money(unit, cut: true) }
        return countUnits.contains(first) ? .count : .unknown
    }

    private static func power(_ character: UInt32) -> MoneyUnit? {
        switch character {
        case 0x4E07, 0x842C: .tenThousandYuan  // 万 萬
        case 0x4EBF, 0x5104: .hundredMillionYuan  // 亿 億
        default: nil
        }
    }

    private static let countUnits = "个件项条次份宗家人個項條".unicodeScalars.map(\.value)

    private static func isUnit(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        guard utf8.count <= 16 else { return false }
        var characters: [UInt32] = []
        var i = 0
        while i < utf8.count {
            let c = Folding.nextScalar(utf8, &i)
            if !isSpace(c) { characters.append(c) }
        }
        if case .unknown = unitKind(characters) { return false }
        return true
    }

    private static func isFollowedByDigit(_ utf8: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        var i = i
        while i < utf8.count {
            let c = Folding.nextScalar(utf8, &i)
            if isSpace(c) { continue }
            return isDigit(c)
        }
        return false
    }

    @inline(__always) static func isDigit(_ c: UInt32) -> Bool {
        c.isASCIIDigit || (c >= 0xFF10 && c <= 0xFF19)
    }

    @inline(__always) static func isSpace(_ c: UInt32) -> Bool {
        c <= 0x20 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x205F
            || c == 0x2060 || c == 0xFEFF
    }

    @inline(__always) private static func isMinus(_ c: UInt32) -> Bool {
        c == 0x2D || c == 0xFF0D || c == 0x2212
    }

    @inline(__always) private static func isDash(_ c: UInt32) -> Bool {
        isMinus(c) || c == 0x2F || c == 0xFF0F || (c >= 0x2010 && c <= 0x2015) || c == 0x2500
    }
}

extension Figure {
    /// The cell that the figure makes in tables three and four, where only counts have a place; nil for no number.
    var countCell: Cell? {
        switch self {
        case .blank: .blank
        case .notApplicable: .notApplicable
        case .count(let n): .count(n)
        case .decimal, .money, .other: nil
        }
    }

    /// The cell that the figure makes in table two; nil for no number.
    ///
    /// - Parameter unit: the unit that the column's heading names.
    func proactiveCell(unit: MoneyUnit?) -> Cell? {
        switch self {
        case .blank: .blank
        case .notApplicable: .notApplicable
        case .count(let n): unit.map { .amount(Amount(value: "\(n)", unit: $0)) } ?? .count(n)
        case .decimal(let text): .amount(Amount(value: text, unit: unit))
        case .money(let amount, _): .amount(amount)
        case .other: nil
        }
    }
}
