import Database
import Office

/// A report with all that its page shows, in one state of the database.
package struct ShownReport: Sendable {
    package var stored: StoredReport
    package var source: StoredSource
    package var revision: Revision
}

extension ReportStore {
    /// The revision now. Two look-ups in an index, whatever the database holds.
    package func revision() async throws -> Revision {
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

    static func revision(_ db: ReadTransaction) throws -> Revision {
        try Revision.now(of: [.reports, .organizations], db)
    }
}
