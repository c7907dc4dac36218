extension SQLiteTransaction {
    func tables() throws(DatabaseError) -> [SQLTable] {
        // Neither SQLite's own tables nor virtual ones and those behind them, which are made anew from the others.
        let names = try rows(
            "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name"
        )
        var tables: [SQLTable] = []
        for row in names {
            let name = try row.text("name")
            var parts = TableParts()
            let columns = try rows("select name, lower(type) as type, pk from pragma_table_info(\(name)) order by cid")
            for column in columns { parts.columns.append(.init(name: try column.text("name"), type: try column.text("type"))) }
            let keys = try rows("select name from pragma_table_info(\(name)) where pk > 0 order by pk")
            for key in keys { parts.primaryKey.append(try key.text("name")) }
            let references = try rows(
                """
                select f.id, f."table" as target, f."from" as column_name, f."to" as target_column, f.seq
                from pragma_foreign_key_list(\(name)) f order by f.id, f.seq
                """)
            for reference in references {
                let target = try reference.text("target")
                // A reference that names no column means the primary key.
                var column = try reference.optionalText("target_column")
                if column == nil { column = try primaryKey(target, at: reference.int("seq")) }
                try parts.add(
                    reference: "\(reference.int("id"))", column: reference.text("column_name"), table: target,
                    target: column ?? "")
            }
            tables.append(parts.table(name))
        }
        return tables
    }

    private func primaryKey(_ table: String, at place: Int) throws(DatabaseError) -> String {
        let keys = try rows("select name from pragma_table_info(\(table)) where pk = \(place + 1)")
        return try keys.first?.text("name") ?? ""
    }

    func deferForeignKeys() throws(DatabaseError) {
        try script("pragma defer_foreign_keys = on")
    }

    /// SQLite does so by itself at the commit.
    func enforceForeignKeys() throws(DatabaseError) {}
}
