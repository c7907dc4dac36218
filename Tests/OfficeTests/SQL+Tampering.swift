@testable import Database

/// Statements of somebody who writes to the database past the program: whatever text, as it is.
extension SQL {
    init(tampering text: String) { self.init(raw: text) }
}

extension SQL.StringInterpolation {
    mutating func appendInterpolation(tampering text: String) { appendInterpolation(SQL(raw: text)) }
}
