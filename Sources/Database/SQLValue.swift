import Foundation

/// A value as a statement takes it and a row gives it. Both engines know exactly these five.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// Nil becomes null.
    package init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }
    /// Nil becomes null.
    package init(_ value: String?) { self = value.map { .text($0) } ?? .null }
    /// An instant as milliseconds since 1970 in UTC, which sort as they follow each other on both engines.
    package init(_ instant: Date) { self = .integer(Int64((instant.timeIntervalSince1970 * 1000).rounded())) }

    /// The kind of value, as messages name it.
    var kind: String {
        switch self {
        case .null: "空值"
        case .integer: "整数"
        case .real: "小数"
        case .text: "文本"
        case .blob: "字节"
        }
    }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .real(value) }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(nilLiteral: ()) { self = .null }
}
