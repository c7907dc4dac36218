import Foundation

/// A type whose values an interpolated statement takes as parameters.
package protocol SQLBindable {
    /// The value as both engines know it.
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
    package var sqlValue: SQLValue { self }
}

extension Int: SQLBindable {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLBindable {
    package var sqlValue: SQLValue { .integer(self) }
}

/// As 1 or 0: SQLite has no type for it.
extension Bool: SQLBindable {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: SQLBindable {
    package var sqlValue: SQLValue { .real(self) }
}

extension String: SQLBindable {
    package var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLBindable {
    package var sqlValue: SQLValue { .blob(self) }
}

/// As milliseconds since 1970 in UTC, which sort as they follow each other on both engines.
extension Date: SQLBindable {
    package var sqlValue: SQLValue { SQLValue(self) }
}
