import Office

/// Whose requests are counted together: an address, IPv6 by its network, as the throttle counts it.
package typealias Household = String

/// Fair queueing (round robin): each household has a line of its own, and the lines take turns, so that who sends many
/// waits behind their own. Where there is no room for all, the longest line gets shorter.
package struct HouseholdLines<Waiter: Identifiable> {
    private var lines: [Household: [Waiter]] = [:]
    /// Whose turn is next comes first.
    private var order: [Household] = []
    /// In all lines together.
    private(set) var count = 0

    package init(count: Int = 0) {
        self.count = count
    }

    package func count(of household: Household) -> Int { lines[household]?.count ?? 0 }

    package mutating func add(_ waiter: Waiter, _ household: Household) {
        if lines[household] == nil { order.append(household) }
        lines[household, default: []].append(waiter)
        count += 1
    }

    package mutating func next() -> Waiter? {
        guard !order.isEmpty else { return nil }
        let household = order.removeFirst()
        let waiter = lines[household]?.removeFirst()
        if lines[household]?.isEmpty ?? true { lines[household] = nil } else { order.append(household) }
        count -= 1
        return waiter
    }

    @discardableResult package mutating func remove(_ id: Waiter.ID, _ household: Household) -> Waiter? {
        guard let place = lines[household]?.firstIndex(where: { $0.id == id }) else { return nil }
        let waiter = lines[household]?.remove(at: place)
        if lines[household]?.isEmpty ?? true {
            lines[household] = nil
            order.removeAll { $0 == household }
        }
        count -= 1
        return waiter
    }

    /// Takes the last of the longest line out, where that line is longer than the one of those who need the room would be, and
    /// tells whose line it was.
    package mutating func makeRoom(for household: Household?) -> (waiter: Waiter, household: Household)? {
        let own = household.map { count(of: $0) + 1 } ?? 0
        guard let (crowd, line) = lines.max(by: { $0.value.count < $1.value.count }), line.count > own, let last = line.last else {
            return nil
        }
        return remove(last.id, crowd).map { ($0, crowd) }
    }
}

extension SiteContext {
    /// Whose failures and turns are counted together; all that a proxy hides as one; `-` where there is no network.
    package var household: Household {
        client.address.map { "\($0.household)" } ?? (client.isBehindProxy ? SignInThrottle.unknownAddress : "-")
    }
}
