/// What an engine must do; everything above speaks only through it.
protocol Driver: Sendable {
    /// Runs `body` on one unchanging state of the database that all committed transactions made.
    ///
    /// - Parameter fresh: those of other programs among them, however short ago.
    func read<T: Sendable>(fresh: Bool, _ body: @escaping @Sendable (any Session) throws -> T) async throws -> T
    /// Runs `body` in a transaction: all of it lasts, once this returns, or nothing.
    ///
    /// - Parameter alone: no other write of any process runs meanwhile, and waiting for that may take its time.
    func write<T: Sendable>(alone: Bool, _ body: @escaping @Sendable (any Session) throws -> T) async throws -> T
    /// What a database of this engine has in its catalogue after these statements, which leave no trace.
    func catalogue(of script: [String]) async throws -> [CatalogueEntry]
    func close() throws
    /// The connections to each server; none where there is no server.
    var pools: [PoolFigures] { get }
}

extension Driver {
    var pools: [PoolFigures] { [] }
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
    /// Begins a part of the transaction that can be undone by itself, at a savepoint. Parts do not lie in each other.
    func beginPart() throws(DatabaseError)
    func keepPart() throws(DatabaseError)
    /// Undoes what the part changed, a statement that failed in it included.
    ///
    /// - Throws: where the transaction as a whole is lost.
    func undoPart() throws(DatabaseError)
    func tables() throws(DatabaseError) -> [SQLTable]
    /// All objects of the database, or of its schema.
    func catalogue() throws(DatabaseError) -> [CatalogueEntry]
    /// Where the indexes of a table do not hold what the table holds, in words.
    func indexFaults(of table: String) throws(DatabaseError) -> [String]
    /// From now on foreign keys are looked at when the transaction ends, or when they are enforced again.
    func deferForeignKeys() throws(DatabaseError)
    func enforceForeignKeys() throws(DatabaseError)
    /// What the engine itself finds wrong, in words for an operator.
    func faults() throws(DatabaseError) -> [String]
}
