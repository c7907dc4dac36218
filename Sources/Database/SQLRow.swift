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

    /// A truth that was stored as 1 or 0.
    package func bool(_ column: String) throws(DatabaseError) -> Bool {
        switch try int(column) {
        case 0: false
        case 1: true
        case let other: throw unknown(column, "\(other)")
        }
    }

    /// An instant that was stored as milliseconds since 1970.
    package func instant(_ column: String) throws(DatabaseError) -> Date {
        Date(timeIntervalSince1970: Double(try int(column)) / 1000)
    }

    package func optionalInstant(_ column: String) throws(DatabaseError) -> Date? {
        try optionalInt(column).map { Date(timeIntervalSince1970: Double($0) / 1000) }
    }

    /// A value of an enumeration, by its raw text.
    ///
    /// - Throws: `DatabaseError.unknownValue` for a text that is none of them.
    package func value<T: RawRepresentable<String>>(_ column: String, as type: T.Type) throws(DatabaseError) -> T {
        try value(column, T.init(rawValue:))
    }

    package func optionalValue<T: RawRepresentable<String>>(_ column: String, as type: T.Type) throws(DatabaseError) -> T? {
        try optionalValue(column, T.init(rawValue:))
    }

    /// A value that is made from a text.
    ///
    /// - Throws: `DatabaseError.unknownValue` if `make` gives nil.
    package func value<T>(_ column: String, _ make: (String) -> T?) throws(DatabaseError) -> T {
        let text = try text(column)
        guard let value = make(text) else { throw unknown(column, text) }
        return value
    }

    package func optionalValue<T>(_ column: String, _ make: (String) -> T?) throws(DatabaseError) -> T? {
        guard let text = try optionalText(column) else { return nil }
        guard let value = make(text) else { throw unknown(column, text) }
        return value
    }

    /// The error for a value that nobody knows. It tells the beginning of the value, which may be of any length.
    package func unknown(_ column: String, _ value: String) -> DatabaseError {
        .unknownValue(column: column, value: String(value.prefix(40)), sql: sql)
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
