/// Queries within one transaction. Lives only inside the closure that it is given to.
///
/// Statements are written so that SQLite 3.40 and PostgreSQL 15 both run them, with `?` for each value.
package class Reader {
    let session: any Session
    /// The first statement that failed: with it, the transaction has.
    private(set) var failure: DatabaseError?

    init(_ session: any Session) {
        self.session = session
    }

    /// All rows of the answer.
    package func rows(_ sql: String, _ values: [SQLValue] = []) throws(DatabaseError) -> [SQLRow] {
        try noting { () throws(DatabaseError) in try session.rows(sql, values) }
    }

    /// The first row of the answer, if there is one.
    package func row(_ sql: String, _ values: [SQLValue] = []) throws(DatabaseError) -> SQLRow? {
        try rows(sql, values).first
    }

    /// Hands on the rows one after another, for answers too large to keep.
    package func each(_ sql: String, _ values: [SQLValue] = [], _ body: (SQLRow) throws -> Void) throws {
        do {
            try session.each(sql, values, body)
        } catch let error as DatabaseError {
            if case .statement(sql, _, _) = error { failure = failure ?? error }
            throw error
        }
    }

    fileprivate func noting<T>(_ body: () throws(DatabaseError) -> T) throws(DatabaseError) -> T {
        do {
            return try body()
        } catch {
            failure = failure ?? error
            throw error
        }
    }
}

/// A transaction that may change the database. Its queries see its own changes.
package final class Writer: Reader {
    /// Runs one statement.
    ///
    /// - Returns: how many rows it inserted, changed or deleted.
    @discardableResult
    package func execute(_ sql: String, _ values: [SQLValue] = []) throws(DatabaseError) -> Int {
        try noting { () throws(DatabaseError) in try session.execute(sql, values) }
    }

    func script(_ sql: String) throws(DatabaseError) {
        try noting { () throws(DatabaseError) in try session.script(sql) }
    }
}
