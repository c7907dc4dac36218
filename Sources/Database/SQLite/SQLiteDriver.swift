import Foundation
import GRDB
import GRDBSQLite

/// SQLite through GRDB: one writer, several readers beside it (WAL).
struct SQLiteDriver: Driver {
    fileprivate let pool: DatabasePool

    init(path: String) throws(DatabaseError) {
        var configuration = Configuration()
        // Another process (an import beside the server) may hold the lock for the time of one transaction.
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        SQLiteDriver.reserve(path)
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { throw .cannotOpen(path: path, reason: "不是普通文件") }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB sets NORMAL when it turns WAL on: a power cut could then take back an acknowledged transaction.
            // What is deleted is overwritten: personal data must not stay in pages that are free.
            try pool.writeWithoutTransaction { try $0.execute(sql: "pragma synchronous = full; pragma secure_delete = on") }
        } catch {
            throw .cannotOpen(path: path, reason: (error as? GRDB.DatabaseError)?.message ?? "\(error)")
        }
    }

    /// Makes a file that is not there yet, for the program's user alone: SQLite would let others read it. The files
    /// beside it get the same rights. Whatever is wrong here, opening tells it.
    fileprivate static func reserve(_ path: String) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file >= 0 { Foundation.close(file) }
    }

    func read<T: Sendable>(from source: ReadSource, _ body: @escaping @Sendable (any DriverTransaction) throws -> T) async throws -> T {
        do {
            return try await pool.read { try body(SQLiteTransaction($0)) }
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error)
        }
    }

    func write<T: Sendable>(isExclusive: Bool, _ body: @escaping @Sendable (any DriverTransaction) throws -> T) async throws -> T {
        do {
            return try await pool.writeWithoutTransaction { db in
                var result: T?
                // Taking the lock at once: a transaction that reads first and writes later could not wait for it.
                try db.inTransaction(.immediate) {
                    result = try body(SQLiteTransaction(db))
                    return .commit
                }
                guard let result else { throw CancellationError() }
                return result
            }
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error)
        }
    }

    func close() throws {
        do { try pool.close() } catch let error as GRDB.DatabaseError { throw DatabaseError(error) }
    }
}

/// One transaction on a connection of GRDB.
final class SQLiteTransaction: DriverTransaction {
    private let db: GRDB.Database
    /// The connection's count of changed rows when the transaction began.
    private let changesBefore: Int
    private(set) var failure: DatabaseError?
    var memory: [String: any Sendable] = [:]
    let skippingLocked: SQL = ""

    init(_ db: GRDB.Database) {
        self.db = db
        changesBefore = db.totalChangesCount
    }

    var changedRows: Int { db.totalChangesCount - changesBefore }

    func executeLater(_ sql: SQL) throws(DatabaseError) { _ = try execute(sql) }

    func execute(_ sql: SQL) throws(DatabaseError) -> Int {
        try noting(sql.text) {
            try db.cachedStatement(sql: sql.text).execute(arguments: try SQLiteTransaction.arguments(sql))
            return db.changesCount
        }
    }

    func rows(_ sql: SQL) throws(DatabaseError) -> [SQLRow] {
        try noting(sql.text) {
            var rows: [SQLRow] = []
            try run(db.cachedStatement(sql: sql.text), sql) { rows.append($0) }
            return rows
        }
    }

    func each(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
        do {
            // A statement of its own: `body` may run the same query again.
            try run(db.makeStatement(sql: sql.text), sql, body)
        } catch let error as GRDB.DatabaseError {
            throw note(DatabaseError(error, sql: sql.text))
        }
    }

    func script(_ sql: String) throws(DatabaseError) {
        try noting(sql) { try db.execute(sql: sql) }
    }

    func beginPart() throws(DatabaseError) { _ = try execute("savepoint part") }

    func keepPart() throws(DatabaseError) { _ = try execute("release part") }

    /// SQLite itself ends the whole transaction if the disk is full or cannot be read: then there is no savepoint.
    func undoPart() throws(DatabaseError) {
        _ = try execute("rollback to part")
        _ = try execute("release part")
        failure = nil
    }

    private func run(_ statement: Statement, _ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
        let columns = statement.columnNames
        let cursor = try Row.fetchCursor(statement, arguments: try SQLiteTransaction.arguments(sql))
        while let row = try cursor.next() {
            let values = (0..<columns.count).map { index in
                SQLiteTransaction.value(row, index, of: statement)
            }
            try body(SQLRow(columns: columns, values: values, sql: sql.text))
        }
    }

    /// Runs a statement; its failure is the transaction's.
    private func noting<T>(_ sql: String, _ body: () throws -> T) throws(DatabaseError) -> T {
        do {
            return try body()
        } catch let error as GRDB.DatabaseError {
            throw note(DatabaseError(error, sql: sql))
        } catch let error as DatabaseError {
            throw note(error)
        } catch {
            throw note(.statement(sql: sql, failure: .other, reason: "\(error)"))
        }
    }

    private func note(_ error: DatabaseError) -> DatabaseError {
        failure = failure ?? error
        return error
    }

    /// - Throws: for a text with a NUL, which the library would cut off there; the other engine takes none, either.
    private static func arguments(_ sql: SQL) throws(DatabaseError) -> StatementArguments {
        for case .text(let text) in sql.values where text.utf8.contains(0) {
            throw .statement(sql: sql.text, failure: .arguments, reason: "文本里有 NUL 字符")
        }
        return StatementArguments(
            sql.values.map { value -> DatabaseValue in
                switch value {
                case .null: .null
                case .integer(let n): n.databaseValue
                case .real(let x): x.databaseValue
                case .text(let text): text.databaseValue
                case .blob(let bytes): Data(bytes).databaseValue
                }
            })
    }

    /// A text comes with all its bytes, those behind a NUL, too: what is read is what SQL compares. One that is no UTF-8 comes as
    /// bytes, since no string would be the same.
    private static func value(_ row: Row, _ index: Int, of statement: Statement) -> SQLValue {
        let (handle, column) = (statement.sqliteStatement, CInt(index))
        if sqlite3_column_type(handle, column) == SQLITE_TEXT {
            // The text first: asking for it may change its length.
            let start = sqlite3_column_text(handle, column)
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
            return String(validating: bytes, as: UTF8.self).map(SQLValue.text) ?? .blob(Array(bytes))
        }
        return switch (row[index] as DatabaseValue).storage {
        case .null: .null
        case .int64(let n): .integer(n)
        case .double(let x): .real(x)
        case .string(let text): .text(text)
        case .blob(let data): .blob([UInt8](data))
        }
    }
}

extension DatabaseError {
    fileprivate init(_ error: GRDB.DatabaseError, sql: String? = nil) {
        let failure: Failure =
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: .unique
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
            default:
                switch error.resultCode {
                case .SQLITE_CONSTRAINT: .constraint
                case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
                case .SQLITE_READONLY: .readOnly
                case .SQLITE_FULL: .full
                case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
                case .SQLITE_MISUSE: .arguments
                default: .other
                }
            }
        self = .statement(sql: sql ?? error.sql ?? "", failure: failure, reason: error.message ?? "\(error.resultCode)")
    }
}

extension SQLiteDriver {
    func checkpoint() async throws {
        do {
            try await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch let error as GRDB.DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED {
            // An older state is still being read: the journal goes into the file later.
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error)
        }
    }

    /// Copies the whole file while it is in use, into one file without a journal beside it.
    func backUp(toFile path: String) throws(DatabaseError) -> Bool {
        SQLiteDriver.reserve(path)
        do {
            let copy = try DatabaseQueue(path: path)
            try pool.backup(to: copy)
            try copy.writeWithoutTransaction { db in _ = try String.fetchOne(db, sql: "pragma journal_mode = delete") }
            try copy.close()
            return true
        } catch {
            throw .cannotOpen(path: path, reason: (error as? GRDB.DatabaseError)?.message ?? "\(error)")
        }
    }

    func rebuildIndexes() async throws {
        try await write(isExclusive: true) { try $0.script("reindex") }
    }
}
