/// A database and its transactions. Knows nothing of what is kept in it.
///
/// Column types are `text`, `bigint`, `double precision` and `bytea`: PostgreSQL's own names, which SQLite takes as
/// they are (it derives from them how it stores numbers and leaves bytes alone), so no statement is ever rewritten.
/// Ids are given out by the program, instants are milliseconds since 1970 in UTC, lists and objects are JSON text.
package struct Database: Sendable {
    let driver: any Driver
    private let group: GroupCommit
    /// Which one it is, for what is known of an engine and not of a database.
    let engine: String

    /// Opens the database, and makes it where the engine can.
    ///
    /// - Throws: `DatabaseError.cannotOpen` where the file cannot be opened or is no database.
    package init(_ url: DatabaseURL) throws(DatabaseError) {
        switch url.place {
        case .sqlite(let path): (driver, engine) = (try SQLiteDriver(path: path), "SQLite")
        case .postgres(let address):
            // The same words of one server's catalogue may be others of the next version's.
            (driver, engine) = (try PostgresDriver(address), address.description)
        }
        group = GroupCommit(driver)
    }

    /// Queries on one unchanging state of the database; changes committed meanwhile are not seen, those that this
    /// program has committed before always are.
    ///
    /// - Parameters:
    ///   - fresh: with what other programs have committed, too: no replica is asked, which may be behind them.
    ///   - body: may be run more than once, where a server goes away in between.
    /// - Throws: `DatabaseError`, whatever `body` throws, `CancellationError` if the task is cancelled.
    package func read<T: Sendable>(fresh: Bool = false, _ body: @escaping @Sendable (Reader) throws -> T) async throws -> T {
        try await driver.read(fresh: fresh) { session in
            let reader = Reader(session)
            let result = try body(reader)
            if let failure = reader.failure { throw failure }
            return result
        }
    }

    /// A transaction: when this returns, all of it survives a loss of power; when it throws, nothing has changed,
    /// unless the error is `DatabaseError.unknownCommit`.
    ///
    /// A statement that fails ends the transaction, even where `body` catches the error: there is no half of it.
    ///
    /// - Parameter body: may be run more than once, where other transactions stand in the way; it changes nothing but
    ///   the database.
    /// - Throws: `DatabaseError`, whatever `body` throws, `CancellationError` if the task is cancelled.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        try await write(alone: false, body)
    }

    /// A transaction that shares its commit with no other one of this program: what it sees is committed, for a change that
    /// reaches beyond the database.
    @discardableResult
    package func writeApart<T: Sendable>(_ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        try await driver.write(alone: false, Self.work(body))
    }

    /// A transaction beside which no other one may change anything, in whatever process.
    @discardableResult
    func write<T: Sendable>(alone: Bool, _ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        let work = Self.work(body)
        return alone ? try await driver.write(alone: true, work) : try await group.write(work)
    }

    private static func work<T>(_ body: @escaping @Sendable (Writer) throws -> T) -> @Sendable (any Session) throws -> T {
        { session in
            let writer = Writer(session)
            let result = try body(writer)
            if let failure = writer.failure { throw failure }
            return result
        }
    }

    /// How the connections to each server stand, the primary's first; none where the database is a file.
    package var pools: [PoolFigures] { driver.pools }

    /// How many writes wait for their turn.
    var waitingWrites: Int { group.figures.waiting }

    var isWriting: Bool { group.figures.isBusy }

    /// Closes all connections once their transactions have ended; calls made later throw.
    package func close() throws {
        try driver.close()
    }

    /// Writes what was deleted out of the files, where the engine does that at a word: SQLite overwrites what it deletes,
    /// and its journal goes into the file. A server does it in its own time.
    package func settle() async throws {
        guard let driver = driver as? SQLiteDriver else { return }
        try await driver.settle()
    }

    /// Copies a database that is one file while it is in use.
    ///
    /// - Returns: false, and nothing is done, where the engine has no such file.
    package func backUp(toFile path: String) throws(DatabaseError) -> Bool {
        guard let driver = driver as? SQLiteDriver else { return false }
        try driver.backup(to: path)
        return true
    }
}
