/// Where the database is: `sqlite:PATH` or `postgres://user:password@host:port/name?…`.
package struct DatabaseURL: Hashable, Sendable {
    enum Place: Hashable, Sendable {
        case sqlite(path: String)
        case postgres(PostgresAddress)
    }

    let place: Place

    /// Reads an address as the command line gives it.
    ///
    /// Errors never repeat more of it than the scheme: an address of a server may hold a password.
    package init(_ text: String) throws(DatabaseError) {
        guard let colon = text.firstIndex(of: ":") else { throw .unsupportedAddress(scheme: text) }
        let scheme = text[..<colon].lowercased()
        let rest = String(text[text.index(after: colon)...])
        switch scheme {
        case "sqlite":
            guard !rest.isEmpty else { throw .incompleteAddress(scheme: scheme) }
            place = .sqlite(path: rest)
        case "postgres", "postgresql":
            place = .postgres(try PostgresAddress(rest))
        default:
            throw .unsupportedAddress(scheme: scheme)
        }
    }

    /// The SQLite file at that path.
    package static func sqlite(path: String) -> DatabaseURL {
        DatabaseURL(place: .sqlite(path: path))
    }

    private init(place: Place) {
        self.place = place
    }

    /// The path of the SQLite file; nil for an engine without one.
    package var sqlitePath: String? {
        switch place {
        case .sqlite(let path): path
        case .postgres: nil
        }
    }
}

/// The address as people may see it: without a password.
extension DatabaseURL: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String {
        switch place {
        case .sqlite(let path): "sqlite:\(path)"
        case .postgres(let address): address.description
        }
    }

    package var debugDescription: String { description }
}
