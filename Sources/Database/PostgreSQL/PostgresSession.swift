/// One transaction on a connection.
final class PostgresSession: Session {
    private let connection: PostgresConnection
    /// What ended the transaction before its time; whatever the caller made of the error, it cannot be committed.
    private(set) var failure: PostgresFailure?

    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    func execute(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) -> Int {
        try run(sql, values).changed
    }

    func rows(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) -> [SQLRow] {
        try run(sql, values).rows(sql: sql)
    }

    func each(_ sql: String, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        try checkCount(sql, values)
        // The rows come in parts, and the connection is free for other statements in between.
        let cursor = try translating(sql) { () throws(PostgresFailure) in try connection.declareCursor(sql, values) }
        while true {
            let part = try translating(sql) { () throws(PostgresFailure) in try connection.query("fetch 200 from \(cursor)") }
            for row in try part.rows(sql: sql) { try body(row) }
            if part.rowCount < 200 { break }
        }
        try translating(sql) { () throws(PostgresFailure) in _ = try connection.command("close \(cursor)") }
    }

    func script(_ sql: String) throws(DatabaseError) {
        // A step of the structure may take its time.
        try translating(sql) { () throws(PostgresFailure) in
            try connection.command("set local statement_timeout = 0")
            try connection.command(sql)
        }
    }

    func beginPart() throws(DatabaseError) { try command("savepoint part") }

    /// The next part's savepoint lies behind this one's, which the commit releases: that saves a way to the server and back.
    func keepPart() throws(DatabaseError) {}

    func undoPart() throws(DatabaseError) {
        if let failure {
            // Others stood in the way, or the connection is of no use: that is the transaction's end, not the part's.
            guard !failure.endsTransaction else { throw failure.error(sql: "rollback to part", server: connection.server) }
            self.failure = nil
        }
        try command("rollback to part")
    }

    private func command(_ sql: String) throws(DatabaseError) {
        try translating(sql) { () throws(PostgresFailure) in _ = try connection.command(sql) }
    }

    private func run(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) -> PostgresResult {
        try checkCount(sql, values)
        return try translating(sql) { () throws(PostgresFailure) in try connection.run(sql, values) }
    }

    private func checkCount(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) {
        let count = connection.parameterCount(sql)
        guard count == values.count else {
            throw .statement(sql: sql, failure: .arguments, reason: "有 \(count) 个占位符，却给了 \(values.count) 个值")
        }
    }

    private func translating<T>(_ sql: String, _ body: () throws(PostgresFailure) -> T) throws(DatabaseError) -> T {
        do {
            return try body()
        } catch {
            failure = failure ?? error
            throw error.error(sql: sql, server: connection.server)
        }
    }
}

// MARK: - The tables

extension PostgresSession {
    func tables() throws(DatabaseError) -> [SQLTable] {
        let columns = try rows(
            """
            select c.relname as table_name, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = ''
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            order by c.relname, a.attnum
            """, [])
        let keys = try rows(
            """
            select c.relname as table_name, k.conname as name, k.contype::text as kind, a.attname as column_name,
              f.relname as target, b.attname as target_column
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid
            cross join lateral unnest(k.conkey, k.confkey) with ordinality as p (own, other, place)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.own
            left join pg_class f on f.oid = k.confrelid
            left join pg_attribute b on b.attrelid = k.confrelid and b.attnum = p.other
            where c.relnamespace = current_schema()::regnamespace and k.contype in ('p', 'f') and k.conparentid = 0
            order by c.relname, k.conname, p.place
            """, [])
        var tables: [String: TableParts] = [:]
        for row in columns {
            tables[try row.text("table_name"), default: TableParts()].columns.append(
                .init(name: try row.text("name"), type: try row.text("type")))
        }
        for row in keys {
            let table = try row.text("table_name")
            if try row.text("kind") == "p" {
                tables[table, default: TableParts()].primaryKey.append(try row.text("column_name"))
            } else {
                try tables[table, default: TableParts()].add(
                    reference: row.text("name"), column: row.text("column_name"), table: row.text("target"),
                    target: row.text("target_column"))
            }
        }
        return tables.map { $1.table($0) }.sorted { $0.name < $1.name }
    }

    func deferForeignKeys() throws(DatabaseError) {
        try changeForeignKeys("deferrable initially deferred")
    }

    func enforceForeignKeys() throws(DatabaseError) {
        _ = try execute("set constraints all immediate", [])
        try changeForeignKeys("not deferrable")
    }

    private func changeForeignKeys(_ words: String) throws(DatabaseError) {
        let keys = try rows(
            """
            select conrelid::regclass::text as table_name, quote_ident(conname) as name from pg_constraint
            where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace order by 1, 2
            """, [])
        for key in keys {
            let sql = "alter table \(try key.text("table_name")) alter constraint \(try key.text("name")) \(words)"
            _ = try execute(sql, [])
        }
    }
}
