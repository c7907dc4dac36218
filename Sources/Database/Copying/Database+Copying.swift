extension Database {
    /// Copies the rows of all tables, in the order of their references, from one state of this database into another
    /// one with the same tables, in one transaction that reads them back and compares them before it ends.
    ///
    /// - Parameters:
    ///   - excluded: tables that are left alone, beside that of the migrations.
    ///   - clearing: takes away first what the target's migrations have put into its tables; without it they must be
    ///     empty.
    /// - Returns: what each table holds.
    /// - Throws: `DatabaseError`; nothing has changed then.
    package func copyTables(
        to target: Database, excluding excluded: Set<String> = [], clearing: Bool
    ) async throws -> [TableContent] {
        let pipe = RowPipe()
        let excluded = excluded.union([SQLTable.migrations])
        async let sending: Void = send(excluded, pipe)
        do {
            let contents = try await target.exclusiveWrite { db in
                do {
                    return try Database.receive(excluded, clearing: clearing, pipe, db)
                } catch {
                    // Here already, so that the reading side ends too.
                    pipe.breakOff()
                    throw error
                }
            }
            try await sending
            return contents
        } catch {
            pipe.breakOff()
            // Where the reading side has failed, its reason is the one to tell.
            do { try await sending } catch is RowPipe.Broken {} catch let reason { throw reason }
            throw error
        }
    }

    private func send(_ excluded: Set<String>, _ pipe: RowPipe) async throws {
        do {
            try await read { db in
                try pipe.begin()
                for table in SQLTable.inOrderOfReferences(try db.tables()) where !excluded.contains(table.name) {
                    try pipe.put(.table(table))
                    var digest = TableDigest()
                    var batch: [SQLRow] = []
                    try db.each(table.selectAll) { row in
                        digest.add(row)
                        batch.append(row)
                        if batch.count == 100 {
                            try pipe.put(.rows(batch))
                            batch = []
                        }
                    }
                    try pipe.put(.rows(batch))
                    try pipe.put(.endOfTable(digest.content(table.name)))
                }
                try pipe.put(.end)
            }
        } catch {
            pipe.breakOff()
            throw error
        }
    }

    private static func receive(
        _ excluded: Set<String>, clearing: Bool, _ pipe: RowPipe, _ db: Transaction
    ) throws -> [TableContent] {
        try pipe.begin()
        let tables = SQLTable.inOrderOfReferences(try db.tables()).filter { !excluded.contains($0.name) }
        try db.engine.deferForeignKeys()
        for table in tables.reversed() {
            if clearing {
                try db.execute("delete from \(name: table.name)")
            } else if try db.row("select 1 as one from \(name: table.name) limit 1") != nil {
                throw DatabaseError.notEmpty(table: table.name)
            }
        }
        let known = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
        var table: SQLTable?
        var contents: [TableContent] = []
        receiving: while true {
            switch try pipe.take() {
            case .table(let next):
                guard known[next.name]?.columns.map(\.name) == next.columns.map(\.name) else {
                    throw DatabaseError.unlikeTables(table: next.name)
                }
                table = next
            case .rows(let rows):
                guard let table else { throw RowPipe.Broken() }
                for row in rows { try put(row, into: table, db) }
            case .endOfTable(let content): contents.append(content)
            case .end: break receiving
            }
        }
        try db.engine.enforceForeignKeys()
        for content in contents {
            guard let table = known[content.table], try db.content(table) == content else {
                throw DatabaseError.copyDiffers(table: content.table)
            }
        }
        return contents
    }

    private static func put(_ row: SQLRow, into table: SQLTable, _ db: Transaction) throws {
        do throws(DatabaseError) {
            try db.execute(table.insert(row.values))
        } catch {
            guard case .statement(_, _, let reason) = error else { throw error }
            let key = try table.primaryKey.map { "\($0)=\(try row.value($0).shown)" }.joined(separator: ", ")
            throw DatabaseError.rowDoesNotFit(table: table.name, key: key, reason: reason)
        }
    }

    /// True if there is nothing in the database, or nothing but empty tables.
    package func isEmpty(excluding excluded: Set<String> = []) async throws -> Bool {
        let excluded = excluded.union([SQLTable.migrations])
        return try await read { db in
            for table in try db.tables() where !excluded.contains(table.name) {
                if try db.row("select 1 as one from \(name: table.name) limit 1") != nil { return false }
            }
            return true
        }
    }

    /// True if the database has no table yet.
    package func isNew() async throws -> Bool {
        try await read { db in try db.tables().isEmpty }
    }
}

extension SQLValue {
    /// A key as a message may show it.
    fileprivate var shown: String {
        switch self {
        case .integer(let n): "\(n)"
        case .text(let text): text
        default: kind
        }
    }
}
