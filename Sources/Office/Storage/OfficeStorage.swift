import Database
import Foundation

/// An office's data, open: the database and the files.
package struct OfficeStorage: Sendable {
    package let place: OfficePlace
    package let house: House
    package let database: Database
    package let files: FileStore

    /// Opens it, makes it where there is none yet, and brings it up to this program's structure.
    ///
    /// - Parameters:
    ///   - instant: when this happens, for the record of the structure's steps.
    ///   - evenIfAltered: takes a database as it is, for whoever looks what is wrong with it, or saves it. Otherwise one with
    ///     triggers, views or anything else that the program has not made is refused: they would act in its name.
    /// - Throws: `StorageError.foreignStructure`, `DatabaseError`, `FileStoreError`.
    package static func open(_ place: OfficePlace, _ house: House, at instant: Date, evenIfAltered: Bool = false) async throws
        -> OfficeStorage
    {
        try place.makeFolder()
        let database = try Database(place.database)
        let migrations = try house.migrations()
        if !evenIfAltered {
            let faults = try await database.catalogueFaults(migrations)
            guard faults.isEmpty else { throw StorageError.foreignStructure(place: "\(place)", faults: faults.map(\.description)) }
        }
        try await database.migrate(migrations, at: instant)
        let files = try place.folder.map { folder throws(FileStoreError) in try FileStore(folder: folder + "/files") }
        return OfficeStorage(place: place, house: house, database: database, files: files ?? FileStore(database: database))
    }

    /// Closes the database; calls made later throw.
    package func close() throws {
        try database.close()
    }
}
