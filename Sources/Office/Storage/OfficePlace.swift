import Database

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

    /// Without a password.
    public var description: String { "\(database)" }
}
