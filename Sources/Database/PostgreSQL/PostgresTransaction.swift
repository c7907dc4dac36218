/// One transaction on a connection.
final class PostgresTransaction: DriverTransaction {
    private let connection: PostgresConnection
    /// What ended the transaction before its time, and the statement; whatever the caller made of the error, it cannot be committed.
    private var ended: (sql: String, failure: PostgresFailure)?
    /// A statement that goes later counts as one row.
    private(set) var changedRows = 0
    private var cursors = 0
    /// Statements that go to the server with the next one (pipelining).
    private var pending: [SQL] = []
    /// True after a failure with which statements of an earlier part, or this part's own savepoint, came to nothing: the savepoint
    /// that the server would go back to is then an earlier part's, so the transaction is done anew.
    private var isLost = false
    var memory: [String: any Sendable] = [:]
    let skippingLocked: SQL = " for update skip locked"

    private static let savepoint: SQL = "savepoint part"
    /// More are not kept back: the server may work on them meanwhile.
    private static let mostPending = 32

    init(_ connection: PostgresConnection) {
        self.connection = connection
    }

    /// The failure as the server told it.
    var serverFailure: PostgresFailure? { ended?.failure }

    var failure: DatabaseError? { ended.map { $0.failure.error(sql: $0.sql, server: connection.server) } }

    func execute(_ sql: SQL) throws(DatabaseError) -> Int {
        try run(sql).changed
    }

    func executeLater(_ sql: SQL) throws(DatabaseError) {
        pending.append(sql)
        changedRows += 1
        if pending.count >= Self.mostPending { try flush() }
    }

    /// Sends what was kept back.
    func flush() throws(DatabaseError) {
        if !pending.isEmpty { _ = try send(pending) }
    }

    func rows(_ sql: SQL) throws(DatabaseError) -> [SQLRow] {
        try rows(of: try run(sql), sql)
    }

    func each(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
        // The rows come in parts, and the connection is free for other statements in between.
        try flush()
        cursors += 1
        let cursor = "c\(cursors)"
        try noting(sql.text) { () throws(PostgresFailure) in _ = try connection.run("declare \(raw: cursor) no scroll cursor for " + sql) }
        while true {
            let part = try noting(sql.text) { () throws(PostgresFailure) in try connection.query("fetch 200 from \(cursor)") }
            for row in try rows(of: part, sql) { try body(row) }
            if part.rowCount < 200 { break }
        }
        try command("close \(cursor)")
    }

    private func rows(of result: PostgresResult, _ sql: SQL) throws(DatabaseError) -> [SQLRow] {
        try noting(sql.text) { () throws(PostgresFailure) in try result.rows(sql: sql.text) }
    }

    func script(_ sql: String) throws(DatabaseError) {
        try flush()
        // A step of the structure may take its time.
        try noting(sql) { () throws(PostgresFailure) in
            try connection.command("set local statement_timeout = 0")
            try connection.command(sql)
        }
    }

    func beginPart() throws(DatabaseError) { pending.append(Self.savepoint) }

    /// The next part's savepoint lies behind this one's, which the commit releases: that saves a round trip.
    func keepPart() throws(DatabaseError) {}

    func undoPart() throws(DatabaseError) {
        if let ended {
            // Others stood in the way, or the connection is of no use: that is the transaction's end, not the part's.
            guard !isLost, !ended.failure.endsTransaction else {
                throw ended.failure.error(sql: "rollback to part", server: connection.server)
            }
            self.ended = nil
        }
        // Nothing of the part was sent if its savepoint was not.
        if let start = pending.lastIndex(of: Self.savepoint) {
            pending.removeSubrange(start...)
        } else {
            pending = []
            try command("rollback to part")
        }
    }

    private func command(_ sql: String) throws(DatabaseError) {
        try flush()
        try noting(sql) { () throws(PostgresFailure) in _ = try connection.command(sql) }
    }

    /// Runs a statement, and before it what was kept back.
    private func run(_ sql: SQL) throws(DatabaseError) -> PostgresResult {
        let result =
            if pending.isEmpty {
                try noting(sql.text) { () throws(PostgresFailure) in try connection.run(sql) }
            } else {
                try send(pending + [sql])
            }
        // A query that changes nothing tells its rows in the same place.
        if !result.command.hasPrefix("SELECT") { changedRows += result.changed }
        return result
    }

    /// Sends statements together, those that were kept back first, and gives the answer to the last.
    private func send(_ statements: [SQL]) throws(DatabaseError) -> PostgresResult {
        pending = []
        do {
            for sql in statements { try noting(sql.text) { () throws(PostgresFailure) in _ = try connection.prepared(sql) } }
        } catch {
            isLost = true
            throw error
        }
        var last: PostgresResult?
        for (index, answer) in connection.run(together: statements).enumerated() {
            if case .failure = answer, statements[index...].contains(Self.savepoint) { isLost = true }
            last = try noting(statements[index].text) { () throws(PostgresFailure) in try answer.get() }
        }
        guard let last else { throw .closed }
        return last
    }

    /// Runs a statement; its failure is the transaction's.
    private func noting<T>(_ sql: String, _ body: () throws(PostgresFailure) -> T) throws(DatabaseError) -> T {
        do {
            return try body()
        } catch {
            ended = ended ?? (sql, error)
            throw error.error(sql: sql, server: connection.server)
        }
    }
}

// MARK: - The tables

extension PostgresTransaction {
    func tables() throws(DatabaseError) -> [SQLTable] {
        let columns = try rows(
            """
            select c.relname as table_name, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = ''
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            order by c.relname, a.attnum
            """)
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
            """)
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
        _ = try execute("set constraints all immediate")
        try changeForeignKeys("not deferrable")
    }

    private func changeForeignKeys(_ words: String) throws(DatabaseError) {
        let keys = try rows(
            """
            select conrelid::regclass::text as table_name, quote_ident(conname) as name from pg_constraint
            where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace order by 1, 2
            """)
        for key in keys {
            try command("alter table \(try key.text("table_name")) alter constraint \(try key.text("name")) \(words)")
        }
    }
}
