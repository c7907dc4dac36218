import Crypto
import Markup

/// How many rows a table has, and a digest of all their values that is the same on every engine.
package struct TableContent: Hashable, Sendable {
    package let table: String
    package let rows: Int
    /// SHA-256 in hexadecimal.
    package let digest: String
}

/// The digest of a table while its rows come, in the order of their keys.
struct TableDigest {
    private var hash = SHA256()
    private(set) var rows = 0

    mutating func add(_ row: SQLRow) {
        rows += 1
        var bytes: [UInt8] = []
        for value in row.values {
            // A kind and a length before each value, so that no two rows look alike.
            switch value {
            case .null: bytes.append(0)
            case .integer: bytes.append(1)
            case .real: bytes.append(2)
            case .text(let text): bytes += [3] + Self.length(text.utf8.count)
            case .blob(let blob): bytes += [4] + Self.length(blob.count)
            }
            value.appendPostgres(to: &bytes)
        }
        hash.update(data: bytes)
    }

    func content(_ table: String) -> TableContent {
        TableContent(table: table, rows: rows, digest: Hex.text(hash.finalize()))
    }

    private static func length(_ count: Int) -> [UInt8] { withUnsafeBytes(of: Int64(count).bigEndian) { Array($0) } }
}

extension SQLTable {
    /// All rows and columns, in an order that every engine agrees on.
    var selectAll: SQL {
        let order = (primaryKey.isEmpty ? columns.map(\.name) : primaryKey).map { "\(name: $0) nulls first" as SQL }
        return "select \(columnList) from \(name: name) order by \(order.joined(", "))"
    }

    /// Inserts a row with values for all columns.
    func insert(_ values: [SQLValue]) -> SQL {
        "insert into \(name: name) (\(columnList)) values (\(list: values))"
    }

    private var columnList: SQL { columns.map { "\(name: $0.name)" as SQL }.joined(", ") }

    static func quoted(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "\"")) else { return "\"\(name)\"" }
        return "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

extension ReadTransaction {
    /// Reads a whole table for its digest.
    func content(_ table: SQLTable) throws -> TableContent {
        var digest = TableDigest()
        try each(table.selectAll) { digest.add($0) }
        return digest.content(table.name)
    }
}
