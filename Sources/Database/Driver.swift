/// What an engine must do; everything above speaks only through it.
protocol Driver: Sendable {
    /// Runs `body` on one unchanging state of the database that all committed transactions made.
    func read<T: Sendable>(_ body: @Sendable (any Session) throws -> T) async throws -> T
    /// Runs `body` in a transaction: all of it lasts, once this returns, or nothing.
    func write<T: Sendable>(_ body: @Sendable (any Session) throws -> T) async throws -> T
    func close() throws
}

/// One transaction of an engine, used by one thread.
protocol Session: AnyObject {
    /// Runs one statement and gives the number of rows changed.
    func execute(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) -> Int
    /// All rows of the answer.
    func rows(_ sql: String, _ values: [SQLValue]) throws(DatabaseError) -> [SQLRow]
    /// The rows one after another, without keeping them.
    func each(_ sql: String, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws
    /// Runs several statements without values.
    func script(_ sql: String) throws(DatabaseError)
}
