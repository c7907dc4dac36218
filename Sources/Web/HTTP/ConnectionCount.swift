import Synchronization

/// How many connections each address has open.
package final class ConnectionCount: Sendable {
    private let most: Int
    private let open = Mutex<[NetworkAddress: Int]>([:])

    package init(mostPerAddress: Int) {
        most = mostPerAddress
    }

    /// Counts a connection. True if its address may have it; who has no address may.
    package func enter(_ address: NetworkAddress?) -> Bool {
        guard let address = address?.household else { return true }
        return open.withLock { open in
            open[address, default: 0] += 1
            return (open[address] ?? 0) <= most
        }
    }

    /// Forgets a connection, once for each `enter`.
    package func leave(_ address: NetworkAddress?) {
        guard let address = address?.household else { return }
        open.withLock { open in
            let rest = (open[address] ?? 1) - 1
            open[address] = rest > 0 ? rest : nil
        }
    }
}
