/// Lets a few passwords be tried at a time, since each takes much memory, and the others wait in line.
///
/// The line is fair between addresses: who sends many waits behind their own, so that nobody is kept from signing in by
/// what somebody else tries.
actor PasswordGate {
    /// Whose try it is: an address, as the throttle counts it.
    typealias Household = String

    private let limit: Int
    /// How many of one household may wait, and how many at all.
    private let longest: Int
    private let room: Int
    private var inside: [Household] = []
    private var line: [(household: Household, turn: CheckedContinuation<Void, Never>)] = []

    init(limit: Int = 4, longest: Int = 8, room: Int = 1_024) {
        (self.limit, self.longest, self.room) = (limit, longest, room)
    }

    /// - Throws: `PageError.signInBusy` where the line is full; else what `work` throws.
    nonisolated func enter<Value: Sendable>(_ household: Household, _ work: @Sendable () async throws -> Value) async throws -> Value {
        guard await admit(household) else { throw PageError.signInBusy }
        do {
            let value = try await work()
            await leave(household)
            return value
        } catch {
            await leave(household)
            throw error
        }
    }

    /// How many wait.
    var waiting: Int { line.count }

    private func admit(_ household: Household) async -> Bool {
        if inside.count < limit {
            inside.append(household)
            return true
        }
        guard line.count < room, line.count(where: { $0.household == household }) < longest else { return false }
        // Whoever leaves puts the one whose turn it is inside.
        await withCheckedContinuation { line.append((household, $0)) }
        return true
    }

    private func leave(_ household: Household) {
        if let place = inside.firstIndex(of: household) { inside.remove(at: place) }
        // First those of whom nobody is inside, then by the order in which they came.
        guard let next = line.firstIndex(where: { !inside.contains($0.household) }) ?? line.indices.first else { return }
        let (household, turn) = line.remove(at: next)
        inside.append(household)
        turn.resume()
    }
}

extension SiteContext {
    /// Whose failures and turns are counted together: an address, IPv6 by its network; `-` where there is none.
    var household: PasswordGate.Household { client.address.map { "\($0.household)" } ?? "-" }
}
