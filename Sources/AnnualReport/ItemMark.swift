import Markup

/// The mark that numbers a section, an item or a row.
package enum ItemMark: Hashable, Sendable {
    /// 一、
    case section(Int)
    /// （一）
    case bracketed(Int)
    /// 1. or 1、
    case digit(Int)

    package var number: Int {
        switch self {
        case .section(let n), .bracketed(let n), .digit(let n): n
        }
    }

    /// As the form prints it.
    package var text: String {
        switch self {
        case .section(let n): ItemMark.chinese(n) + "、"
        case .bracketed(let n): "（" + ItemMark.chinese(n) + "）"
        case .digit(let n): "\(n)."
        }
    }

    /// 1 to 99 in Chinese numerals, other numbers in digits: no form has so many items.
    package static func chinese(_ n: Int) -> String { (1...99).contains(n) ? ChineseNumeral.counting(n) : "\(n)" }
}
