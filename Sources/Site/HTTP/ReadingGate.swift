/// Lets a few in at a time and turns the others away at once, so that no crowd can use up the machine's memory.
actor ReadingGate {
    private let limit: Int
    private var inside = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// - Throws: `PageError.busy` where as many as allowed are inside; else what `work` throws.
    nonisolated func enter<Value: Sendable>(_ work: @Sendable () async throws -> Value) async throws -> Value {
        guard await admit() else { throw PageError.busy }
        do {
            let value = try await work()
            await leave()
            return value
        } catch {
            await leave()
            throw error
        }
    }

    private func admit() -> Bool {
        guard inside < limit else { return false }
        inside += 1
        return true
    }

    private func leave() { inside -= 1 }
}
