import Foundation
import Synchronization

/// PostgreSQL through libpq. A write is serializable and is done again when others stood in its way; a read is one
/// unchanging state, on a replica where one has come far enough.
final class PostgresDriver: Driver {
    private let address: PostgresAddress
    private let pool: PostgresPool
    private let replicas: [Replica]
    /// Where in the server's log the last commit of this program stands: no read may be older.
    private let position = Mutex<Int64>(0)
    private let turn = Mutex(0)

    /// How often a write that others stood in the way of is tried. From the third time on it is exclusive.
    private static let attempts = 12

    private struct Replica {
        let pool: PostgresPool
        let rest: Rest
    }

    /// Until when a server that did not answer is left alone.
    private final class Rest: Sendable {
        let until = Mutex<ContinuousClock.Instant?>(nil)
    }

    /// Connects, and makes sure that the server sorts and counts characters as SQLite does.
    init(_ address: PostgresAddress) throws(DatabaseError) {
        self.address = address
        pool = PostgresPool(address)
        replicas = address.replicas.map { Replica(pool: PostgresPool(address, replica: $0), rest: Rest()) }
        let connection = try PostgresConnection(address)
        try PostgresDriver.examine(connection, address)
        pool.add(connection)
    }

    func read<T: Sendable>(from source: ReadSource, _ body: @escaping @Sendable (any DriverTransaction) throws -> T) async throws -> T {
        if source == .any, !replicas.isEmpty, let value = try await readReplica(body) { return value }
        return try await again { pool in
            try await self.on(pool) { connection, cancel in connection.read(from: nil, cancel, body) }
        }
    }

    func write<T: Sendable>(isExclusive: Bool, _ body: @escaping @Sendable (any DriverTransaction) throws -> T) async throws -> T {
        let tellPosition = !replicas.isEmpty
        let losses = Mutex(0)
        return try await again { pool in
            let isExclusive = isExclusive || losses.withLock { $0 } >= 2
            let outcome = try await self.on(pool) { connection, cancel in
                connection.write(isExclusive: isExclusive, tellPosition: tellPosition, cancel, body)
            }
            if case .conflict = outcome { losses.withLock { $0 += 1 } }
            if case .done(_, let position) = outcome {
                // A position that could not be told keeps reads on the primary until the next one is known.
                self.position.withLock { $0 = $0 == .max || position == .max ? position : max($0, position) }
            }
            return outcome
        }
    }

    func close() throws {
        pool.close()
        replicas.forEach { $0.pool.close() }
    }

    var pools: [PoolFigures] { [pool.figures] + replicas.map(\.pool.figures) }

    // MARK: - Trying again

    /// Does a transaction until it is done, fails for a reason of its own, or time and tries are used up.
    private func again<T: Sendable>(
        _ attempt: (PostgresPool) async throws -> PostgresOutcome<T>
    ) async throws -> T {
        let deadline = ContinuousClock.now + .seconds(address.reconnectLimit)
        var conflicts = 0
        var breaks = 0
        while true {
            do {
                switch try await attempt(pool) {
                case .done(let value, _): return value
                case .failed(let error): throw error
                case .unknown(let error):
                    pool.dropIdle()
                    throw error
                // Only replicas are asked how far they are.
                case .behind: continue
                case .conflict(let error):
                    conflicts += 1
                    if conflicts >= Self.attempts { throw error }
                    try await Self.pause(conflicts, of: 0.002, at: 0.2)
                case .broken(let error):
                    pool.dropIdle()
                    breaks += 1
                    if ContinuousClock.now >= deadline { throw error }
                    try await Self.pause(breaks, of: 0.02, at: 1)
                }
            } catch let error as DatabaseError {
                guard case .cannotConnect = error, ContinuousClock.now < deadline else { throw error }
                breaks += 1
                try await Self.pause(breaks, of: 0.05, at: 1)
            }
        }
    }

    /// Waits longer each time, and never as long as others do.
    private static func pause(_ count: Int, of base: Double, at most: Double) async throws {
        let longest = min(most, base * Double(1 << min(count, 10)))
        try await Task.sleep(for: .seconds(Double.random(in: longest / 2...longest)))
    }

    private func on<T: Sendable>(
        _ pool: PostgresPool,
        _ work: @escaping @Sendable (PostgresConnection, CancelSwitch) -> PostgresOutcome<T>
    ) async throws -> PostgresOutcome<T> {
        let connection = try await pool.take()
        defer { pool.giveBack(connection) }
        let cancel = CancelSwitch()
        return await withTaskCancellationHandler {
            await connection.perform { work($0, cancel) }
        } onCancel: {
            cancel.cancel()
        }
    }

    // MARK: - Replicas

    /// The answer of a replica; nil where none can give it now.
    private func readReplica<T: Sendable>(_ body: @escaping @Sendable (any DriverTransaction) throws -> T) async throws -> T? {
        let position = position.withLock { $0 }
        let first = turn.withLock { turn -> Int in
            turn = (turn + 1) % replicas.count
            return turn
        }
        for offset in 0..<replicas.count {
            let replica = replicas[(first + offset) % replicas.count]
            if let until = replica.rest.until.withLock({ $0 }), until > .now { continue }
            do {
                let outcome = try await on(replica.pool) { connection, cancel in
                    connection.read(from: position, cancel, body)
                }
                switch outcome {
                case .done(let value, _): return value
                case .failed(let error): throw error
                case .behind: continue
                // A replica ends a read that stands in the way of what the primary sends; the primary does not.
                case .conflict: continue
                case .broken, .unknown: break
                }
            } catch let error as DatabaseError {
                guard case .cannotConnect = error else { throw error }
            }
            replica.pool.dropIdle()
            replica.rest.until.withLock { $0 = .now + .seconds(5) }
        }
        return nil
    }

    // MARK: - Fitness

    private static func examine(_ connection: PostgresConnection, _ address: PostgresAddress) throws(DatabaseError) {
        let advice = "请另建数据库：createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 名称"
        func unsuitable(_ reason: String) -> DatabaseError { .cannotConnect(server: address.description, reason: reason) }
        guard connection.serverVersion >= 140_000 else { throw unsuitable("服务器版本过低，应为 PostgreSQL 14 或更高") }
        do throws(PostgresFailure) {
            let encoding = try connection.query("select (current_setting('server_encoding') = 'UTF8')::int")
            guard encoding.number == 1 else { throw PostgresFailure(state: "", message: "编码不是 UTF8，\(advice)", isBroken: true) }
            let order = try connection.query("select ('a' > 'B' and 'a-b' < 'aa' and '八' < '阿')::int")
            guard order.number == 1 else {
                throw PostgresFailure(state: "", message: "排序规则不是 C.UTF-8，各处的次序会与 SQLite 不同，\(advice)", isBroken: true)
            }
        } catch {
            throw unsuitable(error.message)
        }
    }
}
