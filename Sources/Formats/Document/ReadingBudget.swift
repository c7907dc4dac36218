import Synchronization

/// The deadline and the cancellation flag of one reading. A file may be made so that reading it takes hours; every long
/// loop asks here whether it may go on.
package final class ReadingBudget: Sendable, Equatable {
    /// Seconds from the start to the deadline; nil for a reading without one.
    package let seconds: Int?
    private let deadline: ContinuousClock.Instant?
    /// False while the reading may go on: the one thing that every step looks at.
    @usableFromInline let hasEnded = Atomic<Bool>(false)
    private let isCancelled = Atomic<Bool>(false)
    /// How often the budget was asked: only every so often it looks at the clock.
    @usableFromInline let steps = Atomic<UInt32>(0)
    @usableFromInline static let stepsBetweenLooks: UInt32 = 32

    /// Never over and cancelled by nobody: for what is no reading of a foreign file.
    package static let unbounded = ReadingBudget(seconds: nil)

    /// Starts now.
    package init(seconds: Int?) {
        self.seconds = seconds
        deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    }

    /// Ends the reading at its next check. May be called from any thread.
    package func cancel() {
        isCancelled.store(true, ordering: .relaxed)
        hasEnded.store(true, ordering: .relaxed)
    }

    /// Why the reading must end; nil while it may go on. Costs a nanosecond; for loops whose callers cannot throw.
    @inlinable package var failure: FormatError? {
        // Two threads may lose a step to each other, which does no harm.
        let step = steps.load(ordering: .relaxed) &+ 1
        steps.store(step, ordering: .relaxed)
        if step % Self.stepsBetweenLooks == 0 { lookAtClock() }
        return hasEnded.load(ordering: .relaxed) ? reason : nil
    }

    @usableFromInline func lookAtClock() {
        if let deadline, ContinuousClock.now > deadline { hasEnded.store(true, ordering: .relaxed) }
    }

    @usableFromInline var reason: FormatError {
        isCancelled.load(ordering: .relaxed) ? .readingCancelled : .readingTimedOut(seconds: seconds ?? 0)
    }

    /// - Throws: `FormatError.readingTimedOut` after the deadline, `FormatError.readingCancelled` after `cancel()`.
    @inlinable package func check() throws(FormatError) {
        if let failure { throw failure }
    }

    /// Two readings are never one.
    package static func == (left: ReadingBudget, right: ReadingBudget) -> Bool { left === right }
}
