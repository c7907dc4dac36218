import Database
import Foundation

/// The imported annual reports: files, figures and findings, as versions that never change.
///
/// A version is kept as three things written together: the original file, a snapshot of the report from which it is
/// rebuilt whole, and rows of its figures and findings for lists and sums. The newest version of each organization
/// and year is the one that counts.
public struct ReportStore: Sendable {
    let database: Database
    let files: FileStore

    /// - Parameters:
    ///   - database: already brought up to this program's structure.
    ///   - files: where the original files are.
    init(database: Database, files: FileStore) {
        self.database = database
        self.files = files
    }

    /// Opens the store in a folder, which is made where it is not there yet, and brings it up to this program's
    /// structure.
    ///
    /// - Parameter instant: when this happens, for the record of the structure's steps.
    /// - Throws: `DatabaseError`, `ReportStoreError`.
    public static func open(dataFolder: String, at instant: Date) async throws -> ReportStore {
        try await open(.folder(dataFolder), at: instant)
    }

    /// Opens the store where an office keeps its data.
    ///
    /// - Throws: `DatabaseError`, `ReportStoreError`.
    public static func open(_ place: OfficePlace, at instant: Date) async throws -> ReportStore {
        ReportStore(try await OfficeStorage.open(place, at: instant))
    }

    /// The store in an office's storage, which is open already.
    public init(_ storage: OfficeStorage) {
        self.init(database: storage.database, files: storage.files)
    }

    /// True while nothing was imported.
    public func isEmpty() async throws -> Bool {
        try await database.read { db in try db.row("select id from report_version limit 1") == nil }
    }

    /// Closes the database; calls made later throw.
    public func close() throws {
        try database.close()
    }
}
