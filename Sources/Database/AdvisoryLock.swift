import Foundation
import Synchronization

/// An advisory lock on a whole database, shared or exclusive. It guards no row: those who serve from the database share it, and
/// those who need it at rest (to move it, to change its keys) cannot have it meanwhile. The system frees it when the process
/// that holds it ends, however it ends.
///
/// SQLite: a BSD lock on a file beside the database. PostgreSQL: a session-level advisory lock, on a connection of its own.
package final class AdvisoryLock: Sendable {
    package enum Mode: Sendable { case shared, exclusive }

    private enum Holder: Sendable {
        case file(Int32)
        case session(PostgresConnection)
        case released
    }

    private let holder: Mutex<Holder>

    /// Takes the lock, without waiting for it.
    ///
    /// - Returns: nil where another one holds it in a way that does not go together with `mode`.
    /// - Throws: `DatabaseError.cannotOpen`, `.cannotConnect`, `.statement`.
    package static func take(_ url: DatabaseURL, _ mode: Mode) async throws -> AdvisoryLock? {
        switch url.place {
        case .sqlite(let path): try lock(file: path, mode).map { AdvisoryLock(.file($0)) }
        case .postgres(let address): try await lock(address, mode).map { AdvisoryLock(.session($0)) }
        }
    }

    /// The file that is locked for the sake of an SQLite database.
    package static func file(beside path: String) -> String { path + "-lock" }

    private init(_ holder: Holder) {
        self.holder = Mutex(holder)
    }

    deinit {
        release()
    }

    /// True as long as the lock is held: a server that went away has given it up.
    package var isHeld: Bool {
        get async {
            switch holder.withLock({ $0 }) {
            case .file: true
            case .session(let connection): await connection.perform { (try? $0.query("select 1")) != nil }
            case .released: false
            }
        }
    }

    /// Gives the lock up; done twice it does nothing more.
    package func release() {
        let held = holder.withLock { holder in
            defer { holder = .released }
            return holder
        }
        // A connection that nobody has any more is closed.
        if case .file(let file) = held { close(file) }
    }

    private static func lock(file path: String, _ mode: Mode) throws(DatabaseError) -> Int32? {
        let name = file(beside: path)
        // Not by a link: root would give away whatever it leads to.
        let file = open(name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotOpen(path: name, reason: String(cString: strerror(errno))) }
        // Root makes it for the program's user: that of the database, or of the folder where there is none yet.
        var owner = stat()
        if geteuid() == 0, stat(path, &owner) == 0 || stat(URL(fileURLWithPath: path).deletingLastPathComponent().path, &owner) == 0 {
            _ = fchown(file, owner.st_uid, owner.st_gid)
        }
        guard flock(file, (mode == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else {
            let code = errno
            close(file)
            if code == EWOULDBLOCK { return nil }
            throw .cannotOpen(path: name, reason: String(cString: strerror(code)))
        }
        return file
    }

    /// Numbers of the lock among others on the server, by the schema that the tables are in.
    private static let numbers = "1735355240, hashtext(current_schema())"

    private static func lock(_ address: PostgresAddress, _ mode: Mode) async throws -> PostgresConnection? {
        let connection = try await PostgresConnection.open(address)
        let suffix = mode == .shared ? "_shared" : ""
        let answer = await connection.perform { connection in
            Result { () throws(PostgresFailure) in
                try connection.query("select pg_try_advisory_lock\(suffix)(\(numbers))::int").number
            }
        }
        switch answer {
        case .success(let taken): return taken == 1 ? connection : nil
        case .failure(let failure): throw failure.error(sql: "pg_try_advisory_lock", server: address.description)
        }
    }
}
