import Database
import Foundation

/// An office's data, open: the database and the files.
public struct OfficeStorage: Sendable {
    public let place: OfficePlace
    let database: Database
    let files: FileStore

    /// Opens it, makes it where there is none yet, and brings it up to this program's structure.
    ///
    /// - Parameter instant: when this happens, for the record of the structure's steps.
    /// - Throws: `DatabaseError`, `ReportStoreError`.
    public static func open(_ place: OfficePlace, at instant: Date) async throws -> OfficeStorage {
        try place.makeFolder()
        let database = try Database(place.database)
        try await database.migrate(try Migrations.all(), at: instant)
        let files = try place.folder.map { folder throws(ReportStoreError) in try FileStore(folder: folder + "/files") }
        return OfficeStorage(place: place, database: database, files: files ?? FileStore(database: database))
    }

    /// Closes the database; calls made later throw.
    public func close() throws {
        try database.close()
    }
}
