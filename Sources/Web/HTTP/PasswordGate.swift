/// Lets a few passwords be tried at a time, since each takes much memory, and the others wait in line.
///
/// Each address has a line of its own, and the lines take turns: who sends many waits behind their own. Addresses that the
/// account signed in from before have their turns first. Where there is no room for all, the longest line gets shorter.
package actor PasswordGate {
    /// What became of somebody who waited.
    private enum Turn {
        case comeIn, turnedAway
    }

    private struct Waiter: Identifiable {
        let id: Int
        let turn: CheckedContinuation<Turn, Never>
    }

    private let limit: Int
    /// How many of one household may wait, and how many at all.
    private let longest: Int
    private let room: Int
    private var inside = 0
    private var counter = 0
    private var known = HouseholdLines<Waiter>()
    private var unknown = HouseholdLines<Waiter>()

    package init(limit: Int = 4, longest: Int = 8, room: Int = 1_024) {
        (self.limit, self.longest, self.room) = (limit, longest, room)
    }

    /// - Parameter isKnown: true where the account signed in from there before, or is signed in.
    /// - Throws: `PageError.signInBusy` where the line is too long, or the reader went away; else what `work` throws.
    package nonisolated func enter<Value: Sendable>(
        _ household: Household, isKnown: Bool = false, _ work: @Sendable () async throws -> Value
    ) async throws -> Value {
        guard await admit(household, isKnown) else { throw PageError.signInBusy }
        do {
            let value = try await work()
            await leave()
            return value
        } catch {
            await leave()
            throw error
        }
    }

    /// How many wait.
    package var waiting: Int { known.count + unknown.count }

    private func admit(_ household: Household, _ isKnown: Bool) async -> Bool {
        if inside < limit {
            inside += 1
            return true
        }
        guard makeRoom(for: household, isKnown) else { return false }
        counter += 1
        let number = counter
        let turn = await withTaskCancellationHandler {
            await withCheckedContinuation { turn in
                let waiter = Waiter(id: number, turn: turn)
                if Task.isCancelled { return turn.resume(returning: .turnedAway) }
                if isKnown { known.add(waiter, household) } else { unknown.add(waiter, household) }
            }
        } onCancel: {
            Task { await self.giveUp(number, household) }
        }
        return turn == .comeIn
    }

    /// Whoever went away leaves the line.
    private func giveUp(_ number: Int, _ household: Household) {
        (known.remove(number, household) ?? unknown.remove(number, household))?.turn.resume(returning: .turnedAway)
    }

    private func makeRoom(for household: Household, _ isKnown: Bool) -> Bool {
        let own = (isKnown ? known : unknown).count(of: household)
        if own >= longest { return false }
        if waiting < room { return true }
        // Who is known goes before anybody who is not.
        guard let last = unknown.makeRoom(for: isKnown ? nil : household)?.waiter else { return false }
        last.turn.resume(returning: .turnedAway)
        return true
    }

    private func leave() {
        guard let next = known.next() ?? unknown.next() else { return inside -= 1 }
        // The place goes from one to the other.
        next.turn.resume(returning: .comeIn)
    }
}
