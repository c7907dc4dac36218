import Foundation

/// The table of the migrations that a database has gone through. Migrations are known by their ids; databases of before had
/// numbers, and are carried over once.
enum MigrationTable {
    /// What a database has of it.
    enum Form { case missing, numbered, current }

    /// Its words are kept in the catalogue of SQLite and never change.
    static let statement = """
        create table if not exists schema_migration (
          id text primary key, position bigint not null, sha256 text not null, applied_at bigint not null)
        """

    /// The table while migrations were numbered.
    static let numberedStatement = """
        create table if not exists schema_migration (
          number bigint primary key, name text not null, sha256 text not null, applied_at bigint not null)
        """

    static func form(_ db: ReadTransaction) throws(DatabaseError) -> Form {
        guard let table = try db.tables().first(where: { $0.name == SQLTable.migrations }) else { return .missing }
        return table.columns.contains { $0.name == "number" } ? .numbered : .current
    }

    /// Makes the table, or carries it over.
    static func prepare(for migrations: [Migration], _ db: Transaction) throws {
        switch try form(db) {
        case .current: return
        case .missing: try db.script(statement)
        case .numbered:
            let rows = try db.rows("select number, applied_at from schema_migration order by applied_at, number")
            let numbers = try rows.map { try $0.int("number") }
            let taken = try successors(of: numbers, migrations)
            let instants = Dictionary(zip(numbers, try rows.map { try $0.instant("applied_at") })) { first, _ in first }
            try db.script("drop table schema_migration")
            try db.script(statement)
            for migration in taken {
                try add(migration, at: migration.formerly.flatMap { instants[$0] } ?? Date(timeIntervalSince1970: 0), db)
            }
        }
    }

    /// The migrations that hold the statements of numbered steps, in the order in which those were taken.
    ///
    /// - Throws: `DatabaseError.databaseNewer` for a number that none of them holds.
    static func successors(of numbers: [Int], _ migrations: [Migration]) throws(DatabaseError) -> [Migration] {
        let byNumber = Dictionary(grouping: migrations.filter { $0.formerly != nil }) { $0.formerly ?? 0 }
        let unknown = numbers.filter { byNumber[$0] == nil }
        guard unknown.isEmpty else { throw .databaseNewer(unknown: unknown.map(String.init)) }
        return numbers.flatMap { byNumber[$0] ?? [] }
    }

    static func add(_ migration: Migration, at instant: Date, _ db: Transaction) throws {
        let last = try db.row("select coalesce(max(position), 0) as n from schema_migration")?.int("n") ?? 0
        try db.execute(
            """
            insert into schema_migration (id, position, sha256, applied_at)
            values (\(migration.id), \(last + 1), \(migration.checksum), \(instant))
            """)
    }

    /// The checksums of the migrations that were applied, by id.
    static func applied(_ db: ReadTransaction) throws -> [String: String] {
        var applied: [String: String] = [:]
        for row in try db.rows("select id, sha256 from schema_migration") { applied[try row.text("id")] = try row.text("sha256") }
        return applied
    }

    /// The migrations that were applied, in the order in which they were: where one came between others later, its columns stand
    /// behind theirs.
    static func inOrder(_ migrations: [Migration], _ db: ReadTransaction) throws -> [Migration] {
        let byID = Dictionary(migrations.map { ($0.id, $0) }) { first, _ in first }
        return try db.rows("select id from schema_migration order by position").compactMap { byID[try $0.text("id")] }
    }
}
