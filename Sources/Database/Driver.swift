/// Which servers a read may ask.
package enum ReadSource: Sendable {
    /// A replica, if one has all that this program has committed; else the primary.
    case any
    /// The primary alone: the read sees what other programs have committed, too, which a replica may not have yet.
    case primary
}

/// A database engine. Everything above speaks to the engines through this protocol only.
protocol Driver: Sendable {
    /// Runs `body` on one unchanging state of the database (a snapshot).
    func read<T: Sendable>(from source: ReadSource, _ body: @escaping @Sendable (any DriverTransaction) throws -> T) async throws -> T
    /// Runs `body` in a transaction: once this returns, all of it lasts; if it throws, nothing has changed.
    ///
    /// - Parameter isExclusive: no other write of any process runs meanwhile. Waiting for the others may take its time.
    func write<T: Sendable>(isExclusive: Bool, _ body: @escaping @Sendable (any DriverTransaction) throws -> T) async throws -> T
    /// What a database of this engine has in its catalogue after these statements, which leave no trace.
    func catalogue(of script: [String]) async throws -> [CatalogueEntry]
    func close() throws
    /// The connections to each server; none if the database is a file.
    var pools: [PoolFigures] { get }
    /// Writes what was committed, and what was deleted, from the journal into the file.
    func checkpoint() async throws
    /// Copies the database into a file, if it is one itself.
    ///
    /// - Returns: false if the engine has no such file; nothing is done then.
    func backUp(toFile path: String) throws(DatabaseError) -> Bool
    /// Makes all indexes anew from their tables, if the database is a file that may come from elsewhere.
    func rebuildIndexes() async throws
}

/// A server does these things by itself.
extension Driver {
    var pools: [PoolFigures] { [] }
    func checkpoint() async throws {}
    func backUp(toFile path: String) throws(DatabaseError) -> Bool { false }
    func rebuildIndexes() async throws {}
}

/// One transaction of an engine, used by one thread.
protocol DriverTransaction: AnyObject {
    /// The statement that failed first. With it the transaction has failed, whatever the caller made of the error.
    var failure: DatabaseError? { get }
    /// How many rows its statements have inserted, changed or deleted so far; more where a constraint changed further rows.
    var changedRows: Int { get }
    /// What parts of the program remember for the time of the transaction; a part that is undone takes back what it changed of it.
    var memory: [String: any Sendable] { get set }
    /// Runs one statement and gives the number of rows changed.
    func execute(_ sql: SQL) throws(DatabaseError) -> Int
    /// Runs a statement for whose answer nobody waits: where there is a server, it is sent with the next one (pipelining).
    func executeLater(_ sql: SQL) throws(DatabaseError)
    /// What a query adds to pass over rows that another transaction is at; nothing for an engine with one writer.
    var skippingLocked: SQL { get }
    /// All rows of the answer.
    func rows(_ sql: SQL) throws(DatabaseError) -> [SQLRow]
    /// The rows one after another, without keeping them (a cursor).
    func each(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws
    /// Runs several statements without parameters.
    func script(_ sql: String) throws(DatabaseError)
    /// Begins a part of the transaction that can be undone by itself, at a savepoint. Parts do not lie in each other.
    func beginPart() throws(DatabaseError)
    func keepPart() throws(DatabaseError)
    /// Undoes what the part changed, a statement that failed in it included.
    ///
    /// - Throws: if the transaction as a whole is lost.
    func undoPart() throws(DatabaseError)
    func tables() throws(DatabaseError) -> [SQLTable]
    /// All objects of the database, or of its schema.
    func catalogue() throws(DatabaseError) -> [CatalogueEntry]
    /// Where the indexes of a table do not hold what the table holds, in words.
    func indexFaults(of table: String) throws(DatabaseError) -> [String]
    /// From now on foreign keys are checked when the transaction ends, or when they are enforced again.
    func deferForeignKeys() throws(DatabaseError)
    func enforceForeignKeys() throws(DatabaseError)
    /// What the engine itself finds wrong, in words for an operator.
    func faults() throws(DatabaseError) -> [String]
}
