import Database

/// A content version of the published reports: the last audit events that may have changed what their pages show. Every
/// change is recorded in the transaction that makes it, so two pages of one revision are the same, on every node.
package struct ReportRevision: Hashable, Sendable {
    let reports: Int
    let organizations: Int
}

/// A report with all that its page shows, in one state of the database.
package struct ShownReport: Sendable {
    package var stored: StoredReport
    package var source: StoredSource
    package var revision: ReportRevision
}

extension ReportStore {
    /// The revision now. Two look-ups in an index, whatever the database holds.
    package func revision() async throws -> ReportRevision {
        try await database.read { db in try Self.revision(db) }
    }

    /// A published version with its report, its findings and its source text; nil where none of that id is public now.
    ///
    /// - Throws: `ReportStoreError.damagedReport`, `DatabaseError`.
    package func shown(_ id: Int) async throws -> ShownReport? {
        try await database.read { db in
            guard let stored = try Self.publicReport(id, db), stored.version.state == .published else { return nil }
            return ShownReport(stored: stored, source: try Self.source(stored.version.sha256, db), revision: try Self.revision(db))
        }
    }

    static func revision(_ db: ReadTransaction) throws -> ReportRevision {
        func last(_ capability: Capability) throws -> Int {
            try db.row("select coalesce(max(sequence), 0) as n from audit_event where capability = \(capability)")?.int("n") ?? 0
        }
        return ReportRevision(reports: try last(.reports), organizations: try last(.organizations))
    }
}
