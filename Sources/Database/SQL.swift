/// An SQL statement, or a part of one, with its bound parameters. Built by string interpolation, which binds whatever is put in
/// unless it is `SQL` itself:
///
///     try db.execute("update account set name = \(name) where id = \(id)")
///
/// What stands in the source code is trusted; what comes from data is a parameter, so that no value is ever read as SQL (no SQL
/// injection). Each engine writes the placeholders in its own way: `?` for SQLite, `$1` for PostgreSQL. PostgreSQL tells a
/// parameter's type from its place; where the place does not tell it (`\(x) is null`), the statement says `cast(\(x) as text)`.
package struct SQL: ExpressibleByStringInterpolation, Equatable, Sendable {
    /// The text as SQLite reads it, with `?` for each parameter.
    private(set) var text: String
    /// Where in the UTF-8 of the text the placeholders are. Any other `?` is a part of the statement.
    private var placeholders: [Int] = []
    /// The parameters, in the order of their placeholders.
    private(set) var values: [SQLValue] = []

    /// Nothing.
    package init() { text = "" }

    /// A literal in the source code, trusted as it is.
    package init(stringLiteral value: String) { text = value }

    /// What an interpolated literal gathered.
    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sql }

    /// Inserts a row, each value beside the name of its column.
    package static func insert(into table: String, _ row: KeyValuePairs<String, (any SQLBindable)?>) -> SQL {
        let names = row.map { "\(name: $0.key)" as SQL }.joined(", ")
        return "insert into \(name: table) (\(names)) values (\(list: row.map { $0.value?.sqlValue ?? .null }))"
    }

    /// Text that is trusted as it is: statements of this module, made from what an engine's catalogue says.
    init(raw text: String) { self.text = text }

    /// True if there is nothing.
    package var isEmpty: Bool { text.isEmpty }

    /// The text as PostgreSQL reads it, with `$1`, `$2` and so on for the parameters.
    var numbered: String {
        if placeholders.isEmpty { return text }
        var text = text
        return text.withUTF8 { utf8 in
            var out: [UInt8] = []
            out.reserveCapacity(utf8.count + 3 * placeholders.count)
            var start = 0
            for (index, place) in placeholders.enumerated() {
                out.append(contentsOf: utf8[start..<place])
                out.append(contentsOf: "$\(index + 1)".utf8)
                start = place + 1
            }
            out.append(contentsOf: utf8[start...])
            return String(decoding: out, as: UTF8.self)
        }
    }

    /// One part after the other.
    package static func + (left: SQL, right: SQL) -> SQL {
        var whole = left
        whole.append(right)
        return whole
    }

    /// Appends a part.
    package static func += (left: inout SQL, right: SQL) { left.append(right) }

    /// Appends a part with its parameters.
    package mutating func append(_ other: SQL) {
        let end = text.utf8.count
        text += other.text
        for place in other.placeholders { placeholders.append(end + place) }
        values.append(contentsOf: other.values)
    }

    fileprivate mutating func bind(_ value: SQLValue) {
        placeholders.append(text.utf8.count)
        text += "?"
        values.append(value)
    }

    fileprivate mutating func bind(all values: some Sequence<SQLValue>) {
        let start = self.values.count
        for value in values {
            if self.values.count > start { text += ", " }
            bind(value)
        }
        // No engine takes `in ()`.
        if self.values.count == start { text += "null" }
    }

    /// Gathers literals as they are and values as parameters.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql = SQL()

        /// Makes room for the literals and a parameter for each value.
        package init(literalCapacity: Int, interpolationCount: Int) {
            sql.text.reserveCapacity(literalCapacity + interpolationCount)
            sql.placeholders.reserveCapacity(interpolationCount)
            sql.values.reserveCapacity(interpolationCount)
        }

        /// A piece of the source code, as it is.
        package mutating func appendLiteral(_ literal: String) { sql.text += literal }
        /// A part of a statement, as it is, with its parameters.
        package mutating func appendInterpolation(_ part: SQL) { sql.append(part) }
        /// A value, as a parameter.
        package mutating func appendInterpolation(_ value: some SQLBindable) { sql.bind(value.sqlValue) }
        /// A value, as a parameter; null for nil.
        package mutating func appendInterpolation<T: SQLBindable>(_ value: T?) { sql.bind(value?.sqlValue ?? .null) }
        /// An enumeration, by its raw value.
        package mutating func appendInterpolation<T: RawRepresentable>(_ value: T) where T.RawValue: SQLBindable {
            sql.bind(value.rawValue.sqlValue)
        }
        /// An enumeration, by its raw value; null for nil.
        package mutating func appendInterpolation<T: RawRepresentable>(_ value: T?) where T.RawValue: SQLBindable {
            sql.bind(value?.rawValue.sqlValue ?? .null)
        }
        /// Parameters for a list, `id in (\(list: ids))`. An empty list is `null`: nothing is in it, and nothing is outside of it.
        package mutating func appendInterpolation(list values: some Sequence<some SQLBindable>) { sql.bind(all: values.map(\.sqlValue)) }
        /// The same for enumerations.
        package mutating func appendInterpolation<T: RawRepresentable>(list values: some Sequence<T>) where T.RawValue: SQLBindable {
            sql.bind(all: values.map(\.rawValue.sqlValue))
        }
        /// Conditions that must all hold, ` where (a) and (b)`; nothing if there are none.
        package mutating func appendInterpolation(where conditions: [SQL]) {
            if !conditions.isEmpty { sql.append(" where " + conditions.map { "(\($0))" }.joined(" and ")) }
        }
        /// The name of a table or a column, quoted.
        package mutating func appendInterpolation(name: String) { sql.text += SQLTable.quoted(name) }
        /// Text that is trusted as it is: see `SQL.init(raw:)`.
        mutating func appendInterpolation(raw text: String) { sql.text += text }
    }
}

extension Sequence<SQL> {
    /// Parts one after another, with a separator between them.
    package func joined(_ separator: SQL) -> SQL {
        var whole = SQL()
        for part in self {
            if !whole.isEmpty { whole.append(separator) }
            whole.append(part)
        }
        return whole
    }
}
