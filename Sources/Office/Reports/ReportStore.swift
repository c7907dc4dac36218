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
        do {
            try FileManager.default.createDirectory(atPath: dataFolder, withIntermediateDirectories: true)
        } catch {
            throw ReportStoreError.fileSystem(path: dataFolder, reason: error.localizedDescription)
        }
        return try await open(.sqlite(path: dataFolder + "/gongkai.sqlite"), files: dataFolder + "/files", at: instant)
    }

    /// Opens the store in a database, its files in a folder beside it.
    ///
    /// - Throws: `DatabaseError`, `ReportStoreError`.
    public static func open(_ url: DatabaseURL, files: String, at instant: Date) async throws -> ReportStore {
        let database = try Database(url)
        try await database.migrate(try Migrations.all(), at: instant)
        return ReportStore(database: database, files: try FileStore(folder: files))
    }

    /// Closes the database; calls made later throw.
    public func close() throws {
        try database.close()
    }
}
