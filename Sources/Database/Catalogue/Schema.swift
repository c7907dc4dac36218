import GRDB

/// The schema that migrations make, as text: the tables as they stand now, however many steps made them.
package enum Schema {
    /// The statements of each capability, a table with its indexes, in the order in which they were made.
    ///
    /// - Throws: `DatabaseError` if a migration fails.
    package static func text(of migrations: [Migration]) throws -> String {
        let queue = try DatabaseQueue()
        return try queue.write { db in
            let transaction = SQLiteTransaction(db)
            var owners: [String: String] = [:]
            var capabilities: [String] = []
            for migration in migrations {
                try transaction.script(migration.sql)
                if !capabilities.contains(migration.capability) { capabilities.append(migration.capability) }
                for row in try transaction.rows("select name from sqlite_schema where sql is not null") {
                    let name = try row.text("name")
                    if owners[name] == nil { owners[name] = migration.capability }
                }
            }
            let rows = try transaction.rows(
                """
                select s.name, s.tbl_name, s.sql from sqlite_schema s join sqlite_schema t on t.type = 'table' and t.name = s.tbl_name
                where s.sql is not null order by t.rowid, s.type desc, s.name
                """)
            var text = ""
            for capability in capabilities {
                text += "-- \(capability)\n\n"
                for row in rows where owners[try row.text("tbl_name")] == capability {
                    text += try row.text("sql") + ";\n\n"
                }
            }
            return text
        }
    }
}
