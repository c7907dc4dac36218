/// A table as the engine describes it: what copying and checking are derived from, so that a new table needs no
/// mention anywhere but in its migration.
package struct SQLTable: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package let name: String
        /// As declared, in lower case: text, bigint, double precision or bytea.
        package let type: String
    }

    package struct Reference: Hashable, Sendable {
        package let columns: [String]
        package let table: String
        package let targets: [String]
    }

    package let name: String
    package let columns: [Column]
    /// Empty where there is none.
    package let primaryKey: [String]
    package let references: [Reference]

    /// The table of the steps that the database has gone through.
    package static let migrations = "schema_migration"

    /// Tables in such an order that each comes after those that it refers to, as far as that can be had.
    package static func inOrderOfReferences(_ tables: [SQLTable]) -> [SQLTable] {
        var ordered: [SQLTable] = []
        var rest = tables.sorted { $0.name < $1.name }
        while !rest.isEmpty {
            let waiting = Set(rest.map(\.name))
            let ready = rest.filter { table in
                table.references.allSatisfy { $0.table == table.name || !waiting.contains($0.table) }
            }
            // Tables that refer to each other in a circle come as they are named.
            let next = ready.isEmpty ? [rest[0]] : ready
            ordered += next
            rest.removeAll { next.contains($0) }
        }
        return ordered
    }
}

extension ReadTransaction {
    /// All tables of the database but the engine's own and those behind a full-text index.
    package func tables() throws(DatabaseError) -> [SQLTable] {
        try engine.tables()
    }
}
