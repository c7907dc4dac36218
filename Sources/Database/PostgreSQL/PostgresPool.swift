import Synchronization

/// The connections to one server: so many at most, opened when they are needed and kept for the next call.
final class PostgresPool: Sendable {
    private struct State {
        var idle: [PostgresConnection] = []
        var isClosed = false
        var timedOut = 0
    }

    let address: PostgresAddress
    let replica: PostgresAddress.Host?
    private let slots: Slots
    private let state = Mutex(State())

    init(_ address: PostgresAddress, replica: PostgresAddress.Host? = nil) {
        self.address = address
        self.replica = replica
        slots = Slots(address.poolSize)
    }

    /// A connection of the caller's own, until it is given back.
    ///
    /// - Throws: `DatabaseError.noConnectionFree`, `.cannotConnect`, `.closed`, `CancellationError`.
    func take() async throws -> PostgresConnection {
        do {
            try await slots.take(within: .seconds(address.patience))
        } catch is Slots.NoneFree {
            state.withLock { $0.timedOut += 1 }
            throw DatabaseError.noConnectionFree(server: address.description, connections: address.poolSize, seconds: address.patience)
        }
        do {
            let idle = try state.withLock { state throws(DatabaseError) in
                if state.isClosed { throw .closed }
                return state.idle.popLast()
            }
            if let idle { return idle }
            return try await PostgresConnection.open(address, replica: replica)
        } catch {
            slots.giveBack()
            throw error
        }
    }

    /// Takes a connection back; one that is of no use any more is closed.
    func giveBack(_ connection: PostgresConnection) {
        state.withLock { state in
            if !connection.isSpent, !state.isClosed { state.idle.append(connection) }
        }
        slots.giveBack()
    }

    /// Keeps a connection that was opened beside the pool.
    func add(_ connection: PostgresConnection) {
        state.withLock { $0.idle.append(connection) }
    }

    /// Lets go of all connections that nobody uses: after one has broken, the others have, too.
    func dropIdle() {
        state.withLock { $0.idle = [] }
    }

    /// Lets no one have a connection any more; those in use are closed when they are given back.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.idle = []
        }
    }

    /// How the connections stand now.
    var figures: PoolFigures {
        let (free, waiting) = slots.figures
        let (idle, timedOut) = state.withLock { ($0.idle.count, $0.timedOut) }
        return PoolFigures(
            server: replica.map { "replica \($0.name):\($0.port)" } ?? "primary", most: address.poolSize, inUse: address.poolSize - free,
            idle: idle, waiting: waiting, timedOut: timedOut)
    }
}
