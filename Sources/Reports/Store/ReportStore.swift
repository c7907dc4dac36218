import Database
import Foundation
import Office

/// The imported annual reports: files, figures and findings, as versions that never change.
///
/// A version is kept as three things written together: the original file, a snapshot of the report from which it is
/// rebuilt whole, and rows of its figures and findings for lists and sums. The newest version of each organization
/// and year is the one that counts.
package struct ReportStore: Sendable {
    let database: AuditedDatabase
    /// Where the original files are.
    let files: FileStore

    init(_ database: AuditedDatabase, files: FileStore) {
        (self.database, self.files) = (database, files)
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
