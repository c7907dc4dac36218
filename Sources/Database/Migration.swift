import Crypto
import Foundation
import Markup

/// One step of the database's structure: a numbered SQL file. Once released it never changes; what was wrong in it
/// is mended by the next one.
package struct Migration: Hashable, Sendable {
    package let number: Int
    package let name: String
    package let sql: String

    /// - Parameter file: the file's name, `0001-reports.sql`.
    /// - Throws: `DatabaseError.migrationName` for a name of another form.
    package init(file: String, bytes: [UInt8]) throws(DatabaseError) {
        let parts = file.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, parts[0].utf8.count == 4, let number = Int(parts[0]), number > 0,
            parts[1].hasSuffix(".sql"), parts[1].utf8.count > 4
        else { throw .migrationName(file) }
        self.number = number
        name = String(parts[1].dropLast(4))
        sql = String(decoding: bytes, as: UTF8.self)
    }

    /// Makes the table of the steps taken. Its words are kept in the catalogue of SQLite and never change, either.
    static let table = """
        create table if not exists schema_migration (
          number bigint primary key, name text not null, sha256 text not null, applied_at bigint not null)
        """

    /// SHA-256 of the statements, in hexadecimal.
    var checksum: String {
        Hex.text(SHA256.hash(data: Data(sql.utf8)))
    }
}

extension Database {
    /// Brings the database up to the program's structure, each step in a transaction of its own. Done twice it
    /// changes nothing.
    ///
    /// - Parameter instant: when this happens, for the record.
    /// - Throws: `DatabaseError`, naming the step, where a step fails, was changed after it was applied, or is unknown
    ///   to this program.
    package func migrate(_ migrations: [Migration], at instant: Date) async throws {
        // A gap is a number that was never used; the order is what counts.
        for (earlier, later) in zip(migrations, migrations.dropFirst()) where later.number <= earlier.number {
            throw DatabaseError.migrationNumbering(after: earlier.number, found: later.number)
        }
        let applied = try await exclusiveWrite { db in
            try db.script(Migration.table)
            return try Self.applied(db)
        }
        let program = migrations.last?.number ?? 0
        if let newest = applied.keys.max(), newest > program {
            throw DatabaseError.databaseNewer(database: newest, program: program)
        }
        for migration in migrations {
            if let checksum = applied[migration.number] {
                guard checksum == migration.checksum else {
                    throw DatabaseError.migrationChanged(number: migration.number, name: migration.name)
                }
                continue
            }
            do {
                try await exclusiveWrite { db in
                    // Another process may have been faster since.
                    guard try Self.applied(db)[migration.number] == nil else { return }
                    try db.script(migration.sql)
                    try db.execute(
                        """
                        insert into schema_migration (number, name, sha256, applied_at)
                        values (\(migration.number), \(migration.name), \(migration.checksum), \(instant))
                        """)
                }
            } catch let error as DatabaseError {
                throw DatabaseError.migrationFailed(
                    number: migration.number, name: migration.name, reason: error.description)
            }
        }
    }

    /// Makes sure that the database's structure is the program's. It is when it was opened, but another program may
    /// bring it further, or a backup be put in its place.
    ///
    /// - Throws: `DatabaseError.databaseNewer`, `.databaseOlder`, `.migrationChanged`; others where it does not answer.
    package func checkStructure(_ migrations: [Migration]) async throws {
        let applied = try await read(from: .primary) { db in try Self.applied(db) }
        let program = migrations.last?.number ?? 0
        if let newest = applied.keys.max(), newest > program {
            throw DatabaseError.databaseNewer(database: newest, program: program)
        }
        for migration in migrations {
            guard let checksum = applied[migration.number] else {
                throw DatabaseError.databaseOlder(
                    database: applied.keys.filter { $0 < migration.number }.max() ?? 0, program: program)
            }
            guard checksum == migration.checksum else {
                throw DatabaseError.migrationChanged(number: migration.number, name: migration.name)
            }
        }
    }

    private static func applied(_ db: ReadTransaction) throws -> [Int: String] {
        var applied: [Int: String] = [:]
        for row in try db.rows("select number, sha256 from schema_migration") {
            applied[try row.int("number")] = try row.text("sha256")
        }
        return applied
    }
}
