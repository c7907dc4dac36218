import Database
import Foundation

/// The database with its audit log, as stores have it: reads are plain, and each write is a `Change`.
package struct AuditedDatabase: Sendable {
    /// Only the ground floor writes past the log: backups and moves, which have no keys at hand.
    let database: Database
    package let audit: AuditLog

    package init(_ database: Database, _ audit: AuditLog) {
        (self.database, self.audit) = (database, audit)
    }

    /// Queries on one state of the database: see `Database.read`.
    package func read<T: Sendable>(
        from source: ReadSource = .any, _ body: @escaping @Sendable (ReadTransaction) throws -> T
    ) async throws -> T {
        try await database.read(from: source, body)
    }

    /// Carries out a change. When this returns, all of it survives a loss of power.
    ///
    /// - Parameters:
    ///   - actor: who makes the change.
    ///   - instant: when.
    ///   - body: may be run more than once, as that of `Database.write`.
    /// - Throws: `DatabaseError`, `ChangeError.unrecorded`, whatever `body` throws; nothing has changed then.
    @discardableResult
    package func change<T: Sendable>(
        by actor: Actor, at instant: Date, _ body: @escaping @Sendable (Change) throws -> T
    ) async throws -> T {
        let audit = audit
        return try await database.write { db in try Change.carryOut(in: db, audit, by: actor, at: instant, body) }
    }

    /// The same in an exclusive transaction: no other one changes anything meanwhile, in whatever process.
    @discardableResult
    package func exclusiveChange<T: Sendable>(
        by actor: Actor, at instant: Date, _ body: @escaping @Sendable (Change) throws -> T
    ) async throws -> T {
        let audit = audit
        return try await database.exclusiveWrite { db in try Change.carryOut(in: db, audit, by: actor, at: instant, body) }
    }

    /// Writes what needs neither an actor nor an event.
    ///
    /// - Parameters:
    ///   - reason: why, for the reader of the code.
    ///   - isApart: shares its commit with no other transaction.
    @discardableResult
    package func writeUnrecorded<T: Sendable>(
        because reason: StaticString, isApart: Bool = false, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        isApart ? try await database.writeApart(body) : try await database.write(body)
    }

    /// Closes the database; calls made later throw.
    package func close() throws {
        try database.close()
    }

    /// Writes what was deleted out of the files: see `Database.checkpoint`.
    package func checkpoint() async throws {
        try await database.checkpoint()
    }
}

extension Records {
    /// Carries out a change of several stores at once: see `AuditedDatabase.change`.
    @discardableResult
    package func change<T: Sendable>(
        by actor: Actor, at instant: Date, _ body: @escaping @Sendable (Change) throws -> T
    ) async throws -> T {
        try await audited.change(by: actor, at: instant, body)
    }
}
