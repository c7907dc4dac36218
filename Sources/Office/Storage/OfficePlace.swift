import Database
import Foundation

/// Where an office keeps its data: a database, and its files in a folder beside it or in it.
package struct OfficePlace: Hashable, Sendable, CustomStringConvertible {
    package let database: DatabaseURL

    /// The folder `files` beside an SQLite file; on a server the files are in the database, where all nodes reach them.
    package init(_ database: DatabaseURL) {
        self.database = database
    }

    /// The file `gongkai.sqlite` and the folder `files` in one folder.
    package static func folder(_ path: String) -> OfficePlace {
        // A shell completes the name of a folder with a slash.
        let isClosed = path.utf8.count > 1 && path.utf8.last == UInt8(ascii: "/")
        let folder = isClosed ? String(decoding: path.utf8.dropLast(), as: UTF8.self) : path
        return OfficePlace(.sqlite(path: folder + "/" + databaseName))
    }

    static let databaseName = "gongkai.sqlite"

    /// The folder that all lies in; nil on a server.
    package var folder: String? {
        guard let path = database.sqlitePath else { return nil }
        // As bytes: a slash with a combining mark behind it parts folders, too, and the key lies where the database does.
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(decoding: path.utf8[..<slash], as: UTF8.self)
    }

    /// Makes the folder that all lies in, where there is none yet, for the program's user alone; does nothing on a server.
    ///
    /// - Throws: `FileStoreError.fileSystem`.
    package func makeFolder() throws {
        guard let folder else { return }
        do { try LastingFile.makeFolder(folder) } catch { throw FileStoreError.fileSystem(path: folder, reason: error.reason) }
    }

    /// True if there are data of this program, or of another; false where nothing was ever kept.
    ///
    /// - Throws: `DatabaseError` where that cannot be seen.
    package var holdsData: Bool {
        get async throws {
            if let path = database.sqlitePath, !FileManager.default.fileExists(atPath: path) { return false }
            let opened = try Database(database)
            defer { try? opened.close() }
            return try await !opened.isNew()
        }
    }

    /// The file of the master key beside an SQLite file; nil on a server.
    package var keyFile: String? { folder.map { $0 + "/" + Self.keyName } }

    static let keyName = "key"

    /// Without a password.
    package var description: String { "\(database)" }
}
