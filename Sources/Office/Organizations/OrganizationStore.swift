import Database
import Foundation

/// The organizations: their tree, what is known of each, and what became of them. Every change takes who makes it and
/// when, and records its event in the same transaction.
package struct OrganizationStore: Sendable {
    let database: AuditedDatabase
    package let house: House

    init(_ database: AuditedDatabase, house: House) {
        (self.database, self.house) = (database, house)
    }

    /// Runs changes in one transaction: all of them or none.
    package func change<T: Sendable>(
        by actor: Actor, at instant: Date, _ body: @escaping @Sendable (OrganizationChange) throws -> T
    ) async throws -> T {
        try await database.change(by: actor, at: instant) { try body(OrganizationChange($0)) }
    }
}

extension Records {
    package var organizations: OrganizationStore { OrganizationStore(audited, house: house) }
}
