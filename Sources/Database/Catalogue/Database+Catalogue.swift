import Synchronization

extension Database {
    /// Compares the database's catalogue with the one that the program's migrations make, those that the database says
    /// that it went through. They are run once more for that, in memory or in temporary tables that are rolled back.
    ///
    /// - Returns: what is there and should not be, is missing or was changed; nothing for a new database.
    /// - Throws: `DatabaseError`; a database that is newer than the program among them.
    package func catalogueFaults(_ migrations: [Migration]) async throws -> [CatalogueFault] {
        // Alone: another node may just be taking a step.
        let (form, taken, found) = try await exclusiveWrite { db -> (MigrationTable.Form, [Migration]?, [CatalogueEntry]) in
            let found = try db.engine.catalogue()
            // Asked of a real table only: a view of that name could be anything.
            guard found.contains(where: { $0.kind == .table && $0.name == SQLTable.migrations }),
                !found.contains(where: { $0.kind == .trigger || $0.kind == .view || $0.kind == .rule })
            else { return (.missing, nil, found) }
            guard try MigrationTable.form(db) == .current else {
                let numbers = try db.rows("select number from schema_migration order by applied_at, number").map { try $0.int("number") }
                return (.numbered, try MigrationTable.successors(of: numbers, migrations), found)
            }
            try Self.refuseNewer(try MigrationTable.applied(db), migrations)
            return (.current, try MigrationTable.inOrder(migrations, db), found)
        }
        guard let taken else {
            // New, or not even to be asked how far it is.
            return found.isEmpty ? [] : CatalogueFault.faults(of: found, expected: try await expectedCatalogue(migrations, .current))
        }
        return CatalogueFault.faults(of: found, expected: try await expectedCatalogue(taken, form))
    }

    private func expectedCatalogue(_ migrations: [Migration], _ form: MigrationTable.Form) async throws -> [CatalogueEntry] {
        let table = form == .numbered ? MigrationTable.numberedStatement : MigrationTable.statement
        let script = [table] + migrations.map(\.sql)
        let key = "\(engine) \(form) " + migrations.map(\.checksum).joined(separator: " ")
        if let known = Self.catalogues.withLock({ $0[key] }) { return known }
        let made = try await driver.catalogue(of: script)
        Self.catalogues.withLock { $0[key] = made }
        return made
    }

    /// By engine and migrations: a program asks more than once, and they cannot change while it runs.
    private static let catalogues = Mutex<[String: [CatalogueEntry]]>([:])

    /// Makes every index anew from its table, if the database is a file, which may come from elsewhere.
    package func rebuildIndexes() async throws {
        try await driver.rebuildIndexes()
    }

    /// Indexes whose content is not that of their table: a query by one of them misses rows that are there.
    ///
    /// - Parameter tables: whose indexes are looked at.
    /// - Returns: what is wrong, in words.
    package func indexFaults(of tables: [String]) async throws -> [String] {
        var faults: [String] = []
        for table in tables {
            faults += try await read(from: .primary) { db in try db.engine.indexFaults(of: table) }
        }
        return faults
    }
}
