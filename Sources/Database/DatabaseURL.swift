/// Where the database is: `sqlite:PATH`.
public struct DatabaseURL: Hashable, Sendable {
    enum Place: Hashable, Sendable {
        case sqlite(path: String)
    }

    let place: Place

    /// Reads an address as the command line gives it.
    ///
    /// Errors never repeat more of it than the scheme: an address of a server may hold a password.
    public init(_ text: String) throws(DatabaseError) {
        guard let colon = text.firstIndex(of: ":") else { throw .unsupportedAddress(scheme: text) }
        let scheme = text[..<colon].lowercased()
        let rest = String(text[text.index(after: colon)...])
        guard scheme == "sqlite" else { throw .unsupportedAddress(scheme: scheme) }
        guard !rest.isEmpty else { throw .incompleteAddress(scheme: scheme) }
        place = .sqlite(path: rest)
    }

    /// The SQLite file at that path.
    public static func sqlite(path: String) -> DatabaseURL {
        DatabaseURL(place: .sqlite(path: path))
    }

    private init(place: Place) {
        self.place = place
    }

    /// The path of the SQLite file; nil for an engine without one.
    public var sqlitePath: String? {
        switch place {
        case .sqlite(let path): path
        }
    }
}
