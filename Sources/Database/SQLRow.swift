import Foundation

/// One row of a query's answer. A column that the query does not have, or whose value is of another kind, throws
/// an error that names the column and the statement.
package struct SQLRow: Sendable {
    let columns: [String]
    let values: [SQLValue]
    let sql: String

    /// The value as it is; throws for an unknown column.
    package func value(_ column: String) throws(DatabaseError) -> SQLValue {
        guard let index = columns.firstIndex(of: column) else { throw .missingColumn(column, sql: sql) }
        return values[index]
    }

    package func int(_ column: String) throws(DatabaseError) -> Int {
        try required(column, "整数") { Self.int($0) }
    }

    package func optionalInt(_ column: String) throws(DatabaseError) -> Int? {
        try optional(column, "整数") { Self.int($0) }
    }

    /// A whole number is a real one too.
    package func real(_ column: String) throws(DatabaseError) -> Double {
        try required(column, "小数") { Self.real($0) }
    }

    package func optionalReal(_ column: String) throws(DatabaseError) -> Double? {
        try optional(column, "小数") { Self.real($0) }
    }

    package func text(_ column: String) throws(DatabaseError) -> String {
        try required(column, "文本") { Self.text($0) }
    }

    package func optionalText(_ column: String) throws(DatabaseError) -> String? {
        try optional(column, "文本") { Self.text($0) }
    }

    package func blob(_ column: String) throws(DatabaseError) -> [UInt8] {
        try required(column, "字节") { Self.blob($0) }
    }

    package func optionalBlob(_ column: String) throws(DatabaseError) -> [UInt8]? {
        try optional(column, "字节") { Self.blob($0) }
    }

    /// An instant that was stored as `SQLValue(_: Date)`.
    package func instant(_ column: String) throws(DatabaseError) -> Date {
        Date(timeIntervalSince1970: Double(try int(column)) / 1000)
    }

    /// The same where there may be none.
    package func optionalInstant(_ column: String) throws(DatabaseError) -> Date? {
        try optionalInt(column).map { Date(timeIntervalSince1970: Double($0) / 1000) }
    }

    private func optional<T>(
        _ column: String, _ expected: String, _ convert: (SQLValue) -> T?
    ) throws(DatabaseError) -> T? {
        let value = try value(column)
        if value == .null { return nil }
        guard let converted = convert(value) else {
            throw .wrongType(column, expected: expected, found: value.kind, sql: sql)
        }
        return converted
    }

    private func required<T>(
        _ column: String, _ expected: String, _ convert: (SQLValue) -> T?
    ) throws(DatabaseError) -> T {
        guard let value = try optional(column, expected, convert) else {
            throw .wrongType(column, expected: expected, found: SQLValue.null.kind, sql: sql)
        }
        return value
    }

    private static func int(_ value: SQLValue) -> Int? {
        if case .integer(let n) = value { Int(n) } else { nil }
    }

    private static func real(_ value: SQLValue) -> Double? {
        switch value {
        case .real(let x): x
        case .integer(let n): Double(n)
        default: nil
        }
    }

    private static func text(_ value: SQLValue) -> String? {
        if case .text(let text) = value { text } else { nil }
    }

    private static func blob(_ value: SQLValue) -> [UInt8]? {
        if case .blob(let bytes) = value { bytes } else { nil }
    }
}
