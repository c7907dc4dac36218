import Database
import Foundation

/// Where an office keeps its data: a database, and its files in a folder beside it or in it.
public struct OfficePlace: Hashable, Sendable, CustomStringConvertible {
    public let database: DatabaseURL

    /// The folder `files` beside an SQLite file; on a server the files are in the database, where all nodes reach them.
    public init(_ database: DatabaseURL) {
        self.database = database
    }

    /// The file `gongkai.sqlite` and the folder `files` in one folder.
    public static func folder(_ path: String) -> OfficePlace {
        // A shell completes the name of a folder with a slash.
        let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        return OfficePlace(.sqlite(path: folder + "/" + databaseName))
    }

    static let databaseName = "gongkai.sqlite"

    /// The folder that all lies in; nil on a server.
    public var folder: String? {
        guard let path = database.sqlitePath else { return nil }
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes the folder that all lies in, where there is none yet, for the program's user alone; does nothing on a server.
    ///
    /// - Throws: `ReportStoreError.fileSystem`.
    public func makeFolder() throws {
        guard let folder else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw ReportStoreError.fileSystem(path: folder, reason: error.localizedDescription)
        }
    }

    /// True if there are data of this program, or of another; false where nothing was ever kept.
    ///
    /// - Throws: `DatabaseError` where that cannot be seen.
    public var holdsData: Bool {
        get async throws {
            if let path = database.sqlitePath, !FileManager.default.fileExists(atPath: path) { return false }
            let opened = try Database(database)
            defer { try? opened.close() }
            return try await !opened.isNew()
        }
    }

    /// Without a password.
    public var description: String { "\(database)" }
}
