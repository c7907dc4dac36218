import CPostgreSQL
import Dispatch
import Synchronization

/// Gives up what a connection is at when its task is cancelled, and never what it is at afterwards.
final class CancelSwitch: Sendable {
    private struct State {
        var isCancelled = false
        /// The connection to be stopped; nil while it must be left alone.
        var connection: PostgresConnection?
    }

    private let state = Mutex(State())

    /// From now on the connection's work is given up; false if that was asked for already.
    func arm(_ connection: PostgresConnection) -> Bool {
        state.withLock { state in
            if !state.isCancelled { state.connection = connection }
            return !state.isCancelled
        }
    }

    /// From now on the connection is left alone: a commit that was sent is not taken back. False if its work was given up.
    func disarm() -> Bool {
        state.withLock { state in
            state.connection = nil
            return !state.isCancelled
        }
    }

    func cancel() {
        state.withLock { $0.isCancelled = true }
        ask()
    }

    /// Again and again until the work has ended: what reaches the server between two statements stops neither.
    private func ask() {
        // Asking the server waits for it, and `disarm` for the asking.
        DispatchQueue.global().async {
            let goesOn = self.state.withLock { state in
                guard let handle = state.connection?.cancelHandle else { return false }
                var message = [CChar](repeating: 0, count: 256)
                PQcancel(handle, &message, Int32(message.count))
                return true
            }
            if goesOn { DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(100)) { self.ask() } }
        }
    }
}
