import NIOCore
import Synchronization

/// Cancellation token of a connection (over HTTP/2, of a request's stream): tells those who work for a client that it has gone.
///
/// A callback on the connection's own future stays there until it closes: behind a proxy that keeps its connections, each
/// request would leave one. Who watches here leaves with the request.
package final class Departure: Sendable {
    private struct State {
        var isGone = false
        var next = 0
        var watchers: [Int: @Sendable () -> Void] = [:]
    }

    private let state = Mutex(State())

    /// Those of the connections that are open and were asked for.
    private static let known = Mutex<[ObjectIdentifier: Departure]>([:])

    /// - Parameter future: completes when the client is gone.
    package init(_ future: EventLoopFuture<Void>) {
        future.whenComplete { [weak self] _ in self?.tell() }
    }

    /// The one of a connection.
    package static func of(_ channel: any Channel) -> Departure {
        let id = ObjectIdentifier(channel)
        let (departure, isNew) = known.withLock { known -> (Departure, Bool) in
            if let departure = known[id] { return (departure, false) }
            let departure = Departure(channel.closeFuture)
            known[id] = departure
            return (departure, true)
        }
        // Before the channel is let go of, so that its place in memory names no other one here.
        if isNew { channel.closeFuture.whenComplete { _ in _ = Self.known.withLock { $0.removeValue(forKey: id) } } }
        return departure
    }

    /// Does a piece of work; where the client goes away meanwhile, or has gone, `told` is called once.
    package func during<Value>(_ told: @escaping @Sendable () -> Void, _ work: () async throws -> Value) async rethrows -> Value {
        let number = state.withLock { state -> Int? in
            if state.isGone { return nil }
            state.next += 1
            state.watchers[state.next] = told
            return state.next
        }
        if number == nil { told() }
        defer { if let number { state.withLock { _ = $0.watchers.removeValue(forKey: number) } } }
        return try await work()
    }

    /// How many are told when the client goes.
    package var watching: Int { state.withLock { $0.watchers.count } }

    private func tell() {
        let watchers = state.withLock { state in
            defer { (state.isGone, state.watchers) = (true, [:]) }
            return state.watchers.values
        }
        for told in watchers { told() }
    }
}
