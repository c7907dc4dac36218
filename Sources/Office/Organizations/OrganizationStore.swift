import Database
import Foundation

/// The organizations: their tree, what is known of each, and what became of them. Every change takes who makes it and
/// when, and records its event in the same transaction.
package struct OrganizationStore: Sendable {
    package let database: Database
    package let audit: AuditLog
    package let house: House

    package init(database: Database, audit: AuditLog, house: House) {
        (self.database, self.audit, self.house) = (database, audit, house)
    }

    /// Runs changes in one transaction: all of them or none.
    package func change<T: Sendable>(
        by actor: Actor, at instant: Date, _ body: @escaping @Sendable (OrganizationChange) throws -> T
    ) async throws -> T {
        try await database.write { db in
            try body(OrganizationChange(db: db, audit: audit, actor: actor, instant: instant))
        }
    }
}

extension Records {
    package var organizations: OrganizationStore { OrganizationStore(database: database, audit: audit, house: house) }
}
