import Database
import Foundation

/// The organizations: their tree, what is known of each, and what became of them. Every change takes who makes it and
/// when, and records its event in the same transaction.
package struct OrganizationStore: Sendable {
    let database: Database
    let audit: AuditLog

    init(database: Database, audit: AuditLog) {
        self.database = database
        self.audit = audit
    }

    /// Runs changes in one transaction: all of them or none.
    func change<T: Sendable>(
        by actor: Actor, at instant: Date, _ body: @escaping @Sendable (OrganizationChange) throws -> T
    ) async throws -> T {
        try await database.write { db in
            try body(OrganizationChange(db: db, audit: audit, actor: actor, instant: instant))
        }
    }
}

extension Records {
    package var organizations: OrganizationStore { OrganizationStore(database: database, audit: audit) }
}
