/// A read-only transaction: queries on one state of the database. It lives only inside the closure that it is given to.
///
/// Statements are written so that SQLite 3.40 and PostgreSQL 15 both run them.
package class ReadTransaction {
    let engine: any DriverTransaction

    init(_ engine: any DriverTransaction) {
        self.engine = engine
    }

    /// All rows of the answer.
    package func rows(_ sql: SQL) throws(DatabaseError) -> [SQLRow] {
        try engine.rows(sql)
    }

    /// The first row of the answer, if there is one.
    package func row(_ sql: SQL) throws(DatabaseError) -> SQLRow? {
        try rows(sql).first
    }

    /// Hands on the rows one after another (a cursor), for answers too large to keep.
    package func each(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
        try engine.each(sql, body)
    }
}

/// A transaction that may change the database. Its queries see its own changes.
package final class Transaction: ReadTransaction {
    /// Runs one statement.
    ///
    /// - Returns: how many rows it inserted, changed or deleted.
    @discardableResult
    package func execute(_ sql: SQL) throws(DatabaseError) -> Int {
        try engine.execute(sql)
    }

    /// Runs one statement for whose answer the caller does not wait. On a server it is sent together with the next statement
    /// (pipelining), which saves a round trip; what is wrong with it is told there, or by the commit, and undoes the same.
    package func executeLater(_ sql: SQL) throws(DatabaseError) {
        try engine.executeLater(sql)
    }

    /// Added to a query, passes over rows that another transaction is at (`for update skip locked`), where several write at once.
    package var skippingLocked: SQL { engine.skippingLocked }

    /// What a part of the program remembers for the time of this transaction, such as a row that it has locked. A write that is
    /// undone by itself (group commit) takes back what it changed of it.
    package subscript(memory key: String) -> (any Sendable)? {
        get { engine.memory[key] }
        set { engine.memory[key] = newValue }
    }

    /// How many rows the transaction has inserted, changed or deleted so far.
    package var changedRows: Int { engine.changedRows }

    func script(_ sql: String) throws(DatabaseError) {
        try engine.script(sql)
    }
}
