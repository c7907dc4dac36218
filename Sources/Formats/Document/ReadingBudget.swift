import Synchronization

/// The deadline and the cancellation flag of one reading. A file may be made so that reading it takes hours; every long
/// loop asks here whether it may go on.
package final class ReadingBudget: Sendable, Equatable {
    /// Seconds from the start to the deadline; nil for a reading without one.
    package let seconds: Int?
    private let deadline: ContinuousClock.Instant?
    private let isCancelled = Atomic<Bool>(false)
    private let isOver = Atomic<Bool>(false)
    /// How often `check` was called: only every so often it looks at the clock.
    private let steps = Atomic<UInt32>(0)
    private static let stepsBetweenLooks: UInt32 = 32

    /// Never over and cancelled by nobody: for what is no reading of a foreign file.
    package static let unbounded = ReadingBudget(seconds: nil)

    /// Starts now.
    package init(seconds: Int?) {
        self.seconds = seconds
        deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    }

    /// Ends the reading at its next check. May be called from any thread.
    package func cancel() { isCancelled.store(true, ordering: .relaxed) }

    /// Why the reading must end; nil while it may go on. Costs a few nanoseconds; for loops whose callers cannot throw.
    package var failure: FormatError? {
        if isCancelled.load(ordering: .relaxed) { return .readingCancelled }
        guard let deadline, let seconds else { return nil }
        if isOver.load(ordering: .relaxed) { return .readingTimedOut(seconds: seconds) }
        // Two threads may lose a step to each other, which does no harm.
        let step = steps.load(ordering: .relaxed) &+ 1
        steps.store(step, ordering: .relaxed)
        guard step % Self.stepsBetweenLooks == 0, ContinuousClock.now > deadline else { return nil }
        isOver.store(true, ordering: .relaxed)
        return .readingTimedOut(seconds: seconds)
    }

    /// - Throws: `FormatError.readingTimedOut` after the deadline, `FormatError.readingCancelled` after `cancel()`.
    package func check() throws(FormatError) {
        if let failure { throw failure }
    }

    /// Two readings are never one.
    package static func == (left: ReadingBudget, right: ReadingBudget) -> Bool { left === right }
}
