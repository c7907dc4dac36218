/// A database and its transactions. Knows nothing of what is kept in it.
///
/// Column types are `text`, `bigint`, `double precision` and `bytea`: PostgreSQL's own names, which SQLite takes as
/// they are (it derives from them how it stores numbers and leaves bytes alone), so no statement is ever rewritten.
/// Ids are given out by the program, instants are milliseconds since 1970 in UTC, lists and objects are JSON text.
public struct Database: Sendable {
    private let driver: any Driver

    /// Opens the database, and makes it where the engine can.
    ///
    /// - Throws: `DatabaseError.cannotOpen` where the file cannot be opened or is no database.
    public init(_ url: DatabaseURL) throws(DatabaseError) {
        switch url.place {
        case .sqlite(let path): driver = try SQLiteDriver(path: path)
        }
    }

    /// Queries on one unchanging state of the database; changes committed meanwhile are not seen.
    ///
    /// - Throws: `DatabaseError`, whatever `body` throws, `CancellationError` if the task is cancelled.
    public func read<T: Sendable>(_ body: @Sendable (Reader) throws -> T) async throws -> T {
        try await driver.read { try body(Reader($0)) }
    }

    /// A transaction: when this returns, all of it survives a loss of power; when it throws, nothing has changed.
    /// One runs at a time.
    ///
    /// - Throws: `DatabaseError`, whatever `body` throws, `CancellationError` if the task is cancelled.
    @discardableResult
    public func write<T: Sendable>(_ body: @Sendable (Writer) throws -> T) async throws -> T {
        try await driver.write { try body(Writer($0)) }
    }

    /// Closes all connections once their transactions have ended; calls made later throw.
    public func close() throws {
        try driver.close()
    }
}
