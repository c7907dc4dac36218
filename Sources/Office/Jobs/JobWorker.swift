import Foundation

/// Carries out background jobs, one after the other. Each node of a site may have one: a job is taken by one of them.
package struct JobWorker: Sendable {
    package let records: Records
    private let kinds: [String: JobKind]
    private let clock: @Sendable () -> Date
    /// Is told of each attempt that failed: the job, why, and whether it was given up.
    private let onFailure: @Sendable (JobQueue.Taken, String, Bool) -> Void
    /// Is told if the queue itself cannot be used; what is due stays due.
    private let onTrouble: @Sendable (any Error) -> Void

    package init(
        _ records: Records, clock: @escaping @Sendable () -> Date,
        onFailure: @escaping @Sendable (_ job: JobQueue.Taken, _ reason: String, _ isGivenUp: Bool) -> Void = { _, _, _ in },
        onTrouble: @escaping @Sendable (any Error) -> Void = { _ in }
    ) {
        (self.records, self.clock, self.onFailure, self.onTrouble) = (records, clock, onFailure, onTrouble)
        kinds = Dictionary(records.house.jobs.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Works until the task is cancelled.
    ///
    /// - Parameter pause: how long it waits while nothing is due.
    package func run(pause: Duration = .seconds(5)) async throws {
        if kinds.isEmpty { return }
        while !Task.isCancelled {
            do {
                if try await work() { continue }
            } catch is CancellationError {
                return
            } catch {
                onTrouble(error)
            }
            try await Task.sleep(for: pause)
        }
    }

    /// Carries out the job that is due for longest.
    ///
    /// - Returns: false if none was due.
    package func work() async throws -> Bool {
        let begun = clock()
        guard let job = try await records.jobs.take(Array(kinds.values), at: begun), let kind = kinds[job.kind] else { return false }
        let run = JobRun(records: records, id: job.id, payload: job.payload, instant: begun, attempt: job.attempt)
        do {
            try await Self.within(kind.limit) { try await kind.run(run) }
            try await records.jobs.finish(job)
        } catch {
            if Task.isCancelled { throw CancellationError() }
            let reason = error is CancellationError ? "超过了 \(Int(kind.limit.seconds)) 秒" : "\(error)"
            let isGivenUp = try await records.jobs.fail(job, of: kind, because: reason, at: clock())
            onFailure(job, reason, isGivenUp)
        }
        return true
    }

    /// Does the work within a time limit; it is cancelled when the time is over.
    private static func within(_ limit: Duration, _ work: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await work()
                return true
            }
            group.addTask {
                try await Task.sleep(for: limit)
                return false
            }
            let isDone = try await group.next() ?? false
            group.cancelAll()
            guard isDone else { throw CancellationError() }
        }
    }
}
