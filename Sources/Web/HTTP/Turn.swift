import Synchronization

/// A one-shot decision on somebody who waits in a line: whoever decides first decides, and the one who waits is told.
package final class Turn: Sendable {
    package enum Decision { case comeIn, turnedAway, gone }

    private struct State {
        var decision: Decision?
        var waiter: CheckedContinuation<Decision, Never>?
    }

    private let state = Mutex(State())

    package var isDecided: Bool { state.withLock { $0.decision != nil } }

    /// Waits until it is decided. One waits, once.
    package func decision() async -> Decision {
        await withCheckedContinuation { waiter in
            let known = state.withLock { state -> Decision? in
                if state.decision == nil { state.waiter = waiter }
                return state.decision
            }
            if let known { waiter.resume(returning: known) }
        }
    }

    /// - Returns: false where it was decided before.
    @discardableResult package func decide(_ decision: Decision) -> Bool {
        let (isFirst, waiter) = state.withLock { state -> (Bool, CheckedContinuation<Decision, Never>?) in
            guard state.decision == nil else { return (false, nil) }
            state.decision = decision
            defer { state.waiter = nil }
            return (true, state.waiter)
        }
        waiter?.resume(returning: decision)
        return isFirst
    }
}
