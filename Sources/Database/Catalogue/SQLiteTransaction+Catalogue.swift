import GRDB

extension SQLiteTransaction {
    func catalogue() throws(DatabaseError) -> [CatalogueEntry] {
        // What ANALYZE keeps is the engine's own.
        let rows = try rows(
            """
            select type, name, tbl_name, coalesce(sql, '') as sql from sqlite_schema
            where not (type = 'table' and name in ('sqlite_stat1', 'sqlite_stat4', 'sqlite_sequence')) order by type, name
            """)
        var entries: [CatalogueEntry] = []
        for row in rows {
            let kind: CatalogueEntry.Kind =
                switch try row.text("type") {
                case "table": .table
                case "index": .index
                case "trigger": .trigger
                case "view": .view
                default: .other
                }
            // A renaming puts quotes where other versions of SQLite put none; in the migrations there are none.
            let sql = String(decoding: try row.text("sql").utf8.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
            entries.append(
                CatalogueEntry(kind: kind, name: try row.text("name"), table: try row.text("tbl_name"), definition: sql))
        }
        return entries
    }

    /// `integrity_check` of one table: each row in each index and each index entry in the table.
    func indexFaults(of table: String) throws(DatabaseError) -> [String] {
        var faults: [String] = []
        for row in try rows("select integrity_check as words from pragma_integrity_check(\(table))") {
            let words = try row.text("words")
            if words != "ok" { faults.append("表 \(table) 和它的索引不符：\(words)") }
        }
        return faults
    }
}

extension SQLiteDriver {
    /// What a database has after these statements, in memory.
    func catalogue(of script: [String]) async throws -> [CatalogueEntry] {
        let queue = try DatabaseQueue()
        return try await queue.write { db in
            let transaction = SQLiteTransaction(db)
            for sql in script { try transaction.script(sql) }
            return try transaction.catalogue()
        }
    }
}
