/// A database and its transactions. Knows nothing of what is kept in it.
///
/// Column types are `text`, `bigint`, `double precision` and `bytea`: PostgreSQL's own names, which SQLite takes as they are (it
/// derives from them how it stores numbers and leaves bytes alone), so both engines run the same statements: only the placeholders
/// of the parameters are written differently. Ids are given out by the program, instants are milliseconds since 1970 in UTC.
package struct Database: Sendable {
    let driver: any Driver
    private let group: GroupCommit
    /// Which one it is, for what is known of an engine and not of a database.
    let engine: String

    /// Opens the database, and makes it where the engine can.
    ///
    /// - Throws: `DatabaseError.cannotOpen` if the file cannot be opened or is no database.
    package init(_ url: DatabaseURL) throws(DatabaseError) {
        switch url.place {
        case .sqlite(let path): (driver, engine) = (try SQLiteDriver(path: path), "SQLite")
        case .postgres(let address):
            // The same words of one server's catalogue may be others of the next version's.
            (driver, engine) = (try PostgresDriver(address), address.description)
        }
        group = GroupCommit(driver)
    }

    /// A read-only transaction: queries on one unchanging state of the database (a snapshot). Changes committed meanwhile are not
    /// seen; those that this program has committed before always are.
    ///
    /// - Parameters:
    ///   - source: `.primary` to see also what other programs have committed.
    ///   - body: may be run more than once, if a server goes away in between.
    /// - Throws: `DatabaseError`, whatever `body` throws, `CancellationError` if the task is cancelled.
    package func read<T: Sendable>(
        from source: ReadSource = .any, _ body: @escaping @Sendable (ReadTransaction) throws -> T
    ) async throws -> T {
        try await driver.read(from: source) { engine in
            let result = try body(ReadTransaction(engine))
            if let failure = engine.failure { throw failure }
            return result
        }
    }

    /// A transaction: when this returns, all of it survives a loss of power; when it throws, nothing has changed, unless the error
    /// is `DatabaseError.unknownCommit`. It may share its commit with others of this program (group commit).
    ///
    /// A statement that fails ends the transaction, even if `body` catches the error: there is no half of it.
    ///
    /// - Parameter body: may be run more than once, if other transactions stand in the way; it changes nothing but the database.
    /// - Throws: `DatabaseError`, whatever `body` throws, `CancellationError` if the task is cancelled.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await group.write(Self.work(body))
    }

    /// A transaction that shares its commit with no other one of this program: what it sees is committed, for a change that
    /// reaches beyond the database.
    @discardableResult
    package func writeApart<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await driver.write(isExclusive: false, Self.work(body))
    }

    /// An exclusive transaction: no other one changes anything meanwhile, in whatever process.
    @discardableResult
    package func exclusiveWrite<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await driver.write(isExclusive: true, Self.work(body))
    }

    private static func work<T>(
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) -> @Sendable (any DriverTransaction) throws -> T {
        { engine in
            let result = try body(Transaction(engine))
            if let failure = engine.failure { throw failure }
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

    /// Writes what was committed, and what was deleted, into the file (a checkpoint): SQLite overwrites what it deletes, and its
    /// journal goes into the file. A server does it in its own time.
    package func checkpoint() async throws {
        try await driver.checkpoint()
    }

    /// Copies a database that is one file while it is in use.
    ///
    /// - Returns: false if the engine has no such file; nothing is done then.
    package func backUp(toFile path: String) throws(DatabaseError) -> Bool {
        try driver.backUp(toFile: path)
    }
}
