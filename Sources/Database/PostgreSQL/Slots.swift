import Synchronization

/// A bounded number of places, given out in the order in which they are asked for.
final class Slots: Sendable {
    /// No place became free in time.
    struct NoneFree: Error {}

    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var free: Int
        var waiters: [Waiter] = []
        var number = 0
        /// Those that gave up before they stood in the line.
        var gone: [Int: any Error] = [:]
    }

    private let state: Mutex<State>

    init(_ count: Int) {
        state = Mutex(State(free: count))
    }

    /// Takes a place; whoever takes one gives it back.
    ///
    /// - Throws: `NoneFree` after the time, `CancellationError`.
    func take(within limit: Duration) async throws {
        try Task.checkCancellation()
        let number: Int? = state.withLock { state in
            if state.free > 0, state.waiters.isEmpty {
                state.free -= 1
                return nil
            }
            state.number += 1
            return state.number
        }
        guard let number else { return }
        let alarm = Task {
            try await Task.sleep(for: limit)
            leave(number, NoneFree())
        }
        defer { alarm.cancel() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let outcome: Result<Void, any Error>? = state.withLock { state in
                    if let error = state.gone.removeValue(forKey: number) { return .failure(error) }
                    if state.free > 0, state.waiters.isEmpty {
                        state.free -= 1
                        return .success(())
                    }
                    state.waiters.append(Waiter(number: number, continuation: continuation))
                    return nil
                }
                if let outcome { continuation.resume(with: outcome) }
            }
        } onCancel: {
            leave(number, CancellationError())
        }
        state.withLock { _ = $0.gone.removeValue(forKey: number) }
    }

    /// Places that are free, and those who wait for one.
    var figures: (free: Int, waiting: Int) { state.withLock { ($0.free, $0.waiters.count) } }

    /// Gives a place back: to whoever has waited for longest.
    func giveBack() {
        let next = state.withLock { state -> Waiter? in
            if state.waiters.isEmpty {
                state.free += 1
                return nil
            }
            return state.waiters.removeFirst()
        }
        next?.continuation.resume()
    }

    private func leave(_ number: Int, _ error: any Error) {
        let waiter = state.withLock { state -> Waiter? in
            guard let index = state.waiters.firstIndex(where: { $0.number == number }) else {
                // Not in the line yet, or out of it already; the latter is forgotten by `take`.
                state.gone[number] = error
                return nil
            }
            return state.waiters.remove(at: index)
        }
        waiter?.continuation.resume(throwing: error)
    }
}
