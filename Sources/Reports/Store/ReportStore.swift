import Database
import Foundation
import Office

/// The imported annual reports: files, figures and findings, as versions that never change.
///
/// A version is kept as three things written together: the original file, a snapshot of the report from which it is
/// rebuilt whole, and rows of its figures and findings for lists and sums. The newest version of each organization
/// and year is the one that counts.
package struct ReportStore: Sendable {
    let database: Database
    let files: FileStore
    /// Where imports are recorded; nil for a store that is only read.
    let audit: AuditLog?

    /// - Parameters:
    ///   - database: already brought up to this program's structure.
    ///   - files: where the original files are.
    init(database: Database, files: FileStore, audit: AuditLog? = nil) {
        (self.database, self.files, self.audit) = (database, files, audit)
    }

    /// The store in an office's storage, which is open already.
    init(_ storage: OfficeStorage, audit: AuditLog? = nil) {
        self.init(database: storage.database, files: storage.files, audit: audit)
    }

    /// True while nothing was imported.
    package func isEmpty() async throws -> Bool {
        try await database.read { db in try db.row("select id from report_version limit 1") == nil }
    }

    /// Closes the database; calls made later throw.
    package func close() throws {
        try database.close()
    }
}
