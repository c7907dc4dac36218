import Synchronization

/// How many bytes of uploads may be in memory at once: of all readers together, and of one address. It counts bytes that
/// have come and not readers, so that who has sent little holds little. While a form is taken apart it is there twice.
package final class UploadBudget: Sendable {
    private struct State {
        var all = 0
        var each: [RateKey: Int] = [:]
    }

    private let all: Int
    private let each: Int
    private let state = Mutex(State())

    package init(all: Int, each: Int) {
        (self.all, self.each) = (all, each)
    }

    /// Bytes that are taken now.
    package var taken: Int { state.withLock { $0.all } }

    /// - Returns: false, and nothing is taken, where too little is left.
    package func take(_ bytes: Int, _ key: RateKey) -> Bool {
        state.withLock { state in
            guard state.all + bytes <= all, state.each[key, default: 0] + bytes <= each else { return false }
            state.all += bytes
            state.each[key, default: 0] += bytes
            return true
        }
    }

    package func giveBack(_ bytes: Int, _ key: RateKey) {
        state.withLock { state in
            state.all -= bytes
            let left = state.each[key, default: 0] - bytes
            state.each[key] = left > 0 ? left : nil
        }
    }
}
