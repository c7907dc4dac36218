import Crypto
import Foundation
import Markup

/// A schema migration: one step of the database's structure, an SQL file. Once released it never changes; what was wrong in it
/// is mended by a later one.
package struct Migration: Hashable, Sendable {
    /// The capability whose tables it makes, and the step within it: `reports/0001-reports`.
    package let id: String
    /// The number of the step that held these statements while steps were numbered through the whole program; several
    /// migrations may share one. Nil for a migration that is younger.
    package let formerly: Int?
    package let sql: String

    /// Reads the id from the file's first line, so that no list can give a file the name of another: `-- reports/0001-reports`,
    /// and below it, where the statements are older than ids, `-- Formerly 0001.`
    ///
    /// - Throws: `DatabaseError.migrationName` for a first line of another form.
    package init(_ file: [UInt8]) throws(DatabaseError) {
        let lines = file.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        let line = lines.first ?? ""
        let parts = String(line.dropFirst(3)).utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard line.hasPrefix("-- "), parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy(Self.isNameByte), parts[1].count > 5,
            parts[1].prefix(4).allSatisfy({ (0x30...0x39).contains($0) }), parts[1].dropFirst(4).first == UInt8(ascii: "-"),
            parts[1].dropFirst(5).allSatisfy(Self.isNameByte)
        else { throw .migrationName(String(line.prefix(80))) }
        id = String(line.dropFirst(3))
        let second = lines.count > 1 ? lines[1] : ""
        formerly = second.hasPrefix("-- Formerly ") && second.hasSuffix(".") ? Int(second.dropFirst(12).dropLast()) : nil
        sql = String(decoding: file, as: UTF8.self)
    }

    /// The capability that it belongs to: `reports` of `reports/0001-reports`.
    package var capability: String { String(id.prefix { $0 != "/" }) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }

    /// SHA-256 of the statements, in hexadecimal.
    var checksum: String {
        Hex.text(SHA256.hash(data: Data(sql.utf8)))
    }
}

extension Database {
    /// Brings the database up to the program's structure, each migration in a transaction of its own. Done twice it changes
    /// nothing.
    ///
    /// - Parameters:
    ///   - migrations: in order of registration, each id once.
    ///   - instant: when this happens, for the record.
    /// - Throws: `DatabaseError`, naming the migration, where one fails, was changed after it was applied, or is unknown to this
    ///   program.
    package func migrate(_ migrations: [Migration], at instant: Date) async throws {
        var ids: Set<String> = []
        for migration in migrations where !ids.insert(migration.id).inserted { throw DatabaseError.migrationRepeated(id: migration.id) }
        let applied = try await exclusiveWrite { db in
            try MigrationTable.prepare(for: migrations, db)
            return try MigrationTable.applied(db)
        }
        try Self.refuseNewer(applied, migrations)
        for migration in migrations {
            if let checksum = applied[migration.id] {
                guard checksum == migration.checksum else { throw DatabaseError.migrationChanged(id: migration.id) }
                continue
            }
            do {
                try await exclusiveWrite { db in
                    // Another process may have been faster since.
                    guard try MigrationTable.applied(db)[migration.id] == nil else { return }
                    try db.script(migration.sql)
                    try MigrationTable.add(migration, at: instant, db)
                }
            } catch let error as DatabaseError {
                throw DatabaseError.migrationFailed(id: migration.id, reason: error.description)
            }
        }
    }

    /// Makes sure that the database's structure is the program's. It is when it was opened, but another program may
    /// bring it further, or a backup be put in its place.
    ///
    /// - Throws: `DatabaseError.databaseNewer`, `.databaseOlder`, `.migrationChanged`; others where it does not answer.
    package func checkStructure(_ migrations: [Migration]) async throws {
        let applied = try await read(from: .primary) { db in try MigrationTable.applied(db) }
        try Self.refuseNewer(applied, migrations)
        let missing = migrations.map(\.id).filter { applied[$0] == nil }
        guard missing.isEmpty else { throw DatabaseError.databaseOlder(missing: missing) }
        for migration in migrations where applied[migration.id] != migration.checksum {
            throw DatabaseError.migrationChanged(id: migration.id)
        }
    }

    static func refuseNewer(_ applied: [String: String], _ migrations: [Migration]) throws(DatabaseError) {
        let unknown = Set(applied.keys).subtracting(migrations.map(\.id)).sorted()
        guard unknown.isEmpty else { throw .databaseNewer(unknown: unknown) }
    }
}
