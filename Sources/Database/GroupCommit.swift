import Synchronization

/// Group commit: writes that would wait one after another for the same disk are carried out in one transaction, each
/// behind a savepoint of its own, and acknowledged together after one commit.
///
/// A commit waits for the disk, a change does not: with many writers nearly all of their time would be that waiting. A
/// write that finds no other under way has a transaction to itself, as if this were not there.
final class GroupCommit: Sendable {
    /// A write that waits for its turn.
    private struct Waiting: Sendable {
        let ticket: Ticket
        /// Does the work and keeps the result for whoever waits.
        let work: @Sendable (any DriverTransaction) throws -> Void
        let continuation: CheckedContinuation<Void, any Error>
    }

    /// What a waiting write is known by, and whether it is wanted still. It is set and read under the lock of the state, so that
    /// a write is either taken out of the queue or never put into it.
    private final class Ticket: Sendable {
        private let cancelled = Atomic(false)

        var isCancelled: Bool { cancelled.load(ordering: .relaxed) }
        func cancel() { cancelled.store(true, ordering: .relaxed) }
    }

    private struct State {
        var isBusy = false
        var queue: [Waiting] = []
    }

    private let driver: any Driver
    private let state = Mutex(State())

    /// A transaction takes no further write after this time: those that are done in it wait for its end.
    private static let longest = Duration.milliseconds(20)
    private static let most = 64

    init(_ driver: any Driver) {
        self.driver = driver
    }

    /// How many wait for their turn, and whether one is under way.
    var figures: (waiting: Int, isBusy: Bool) { state.withLock { ($0.queue.count, $0.isBusy) } }

    /// Carries out a write; when this returns, it is on the disk.
    ///
    /// - Throws: what the write throws, alone: the others of its transaction are not touched.
    func write<T: Sendable>(_ work: @escaping @Sendable (any DriverTransaction) throws -> T) async throws -> T {
        let isAlone = state.withLock { state in
            defer { state.isBusy = true }
            return !state.isBusy
        }
        if isAlone {
            defer { goOn() }
            return try await driver.write(isExclusive: false, work)
        }
        let result = Mutex<T?>(nil)
        try await wait { transaction in
            let value = try work(transaction)
            result.withLock { $0 = value }
        }
        guard let value = result.withLock({ $0 }) else { throw CancellationError() }
        return value
    }

    /// Waits until the work was done by whoever carries out the queue. A write that is cancelled before its turn leaves the
    /// queue; one whose turn has come is carried out.
    private func wait(_ work: @escaping @Sendable (any DriverTransaction) throws -> Void) async throws {
        let ticket = Ticket()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = state.withLock { state in
                    if !ticket.isCancelled { state.queue.append(Waiting(ticket: ticket, work: work, continuation: continuation)) }
                    return ticket.isCancelled
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) } else { start() }
            }
        } onCancel: {
            let waiting = state.withLock { state -> Waiting? in
                ticket.cancel()
                return state.queue.firstIndex { $0.ticket === ticket }.map { state.queue.remove(at: $0) }
            }
            waiting?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Begins with the queue where nobody is at it: the one before may have ended while this one came.
    private func start() {
        let isFree = state.withLock { state in
            defer { state.isBusy = true }
            return !state.isBusy
        }
        if isFree { goOn() }
    }

    /// Takes the next writes of the queue, or ends where there are none.
    private func goOn() {
        let batch = state.withLock { state in
            let batch = Array(state.queue.prefix(Self.most))
            state.queue.removeFirst(batch.count)
            state.isBusy = !batch.isEmpty
            return batch
        }
        guard !batch.isEmpty else { return }
        // A task of its own: whose write is carried out first must not take the others along when it is cancelled.
        Task {
            let left = await carryOut(batch)
            let cancelled = state.withLock { state in
                state.queue.insert(contentsOf: left.filter { !$0.ticket.isCancelled }, at: 0)
                return left.filter(\.ticket.isCancelled)
            }
            for waiting in cancelled { waiting.continuation.resume(throwing: CancellationError()) }
            goOn()
        }
    }

    /// Carries out writes in one transaction.
    ///
    /// - Returns: those for which there was no more time.
    private func carryOut(_ batch: [Waiting]) async -> ArraySlice<Waiting> {
        // How far the last try of the transaction went, and how each part of it ended.
        let reached = Mutex<[Result<Void, any Error>]>([])
        do {
            let ends = try await driver.write(isExclusive: false) { transaction in
                let end = ContinuousClock.now + Self.longest
                var ends: [Result<Void, any Error>] = []
                reached.withLock { $0 = [] }
                for waiting in batch where ends.isEmpty || ContinuousClock.now < end {
                    ends.append(try Self.part(waiting.work, transaction))
                    reached.withLock { [ends] in $0 = ends }
                }
                return ends
            }
            for (waiting, end) in zip(batch, ends) { waiting.continuation.resume(with: end) }
            return batch[ends.count...]
        } catch DatabaseError.unknownCommit(let server, let reason) {
            let ends = reached.withLock { $0 }
            for (waiting, end) in zip(batch, ends) {
                // What was undone is certain, whatever became of the commit.
                waiting.continuation.resume(with: end.flatMap { .failure(DatabaseError.unknownCommit(server: server, reason: reason)) })
            }
            return batch[ends.count...]
        } catch let error as DatabaseError where error.isOfServer {
            for waiting in batch { waiting.continuation.resume(throwing: error) }
            return []
        } catch {
            // The transaction was lost, and nothing of it is there: what one of them did to it must not be the others' end.
            var gone: DatabaseError?
            for waiting in batch {
                do {
                    if let gone { throw gone }
                    if waiting.ticket.isCancelled { throw CancellationError() }
                    try await driver.write(isExclusive: false, waiting.work)
                    waiting.continuation.resume()
                } catch {
                    if let error = error as? DatabaseError, error.isOfServer { gone = error }
                    waiting.continuation.resume(throwing: error)
                }
            }
            return []
        }
    }

    /// One write behind its savepoint: it leaves all that it did, or nothing.
    ///
    /// - Throws: where the transaction as a whole is lost.
    private static func part(
        _ work: (any DriverTransaction) throws -> Void, _ transaction: any DriverTransaction
    ) throws -> Result<Void, any Error> {
        let memory = transaction.memory
        try transaction.beginPart()
        do {
            try work(transaction)
        } catch {
            try transaction.undoPart()
            transaction.memory = memory
            return .failure(error)
        }
        try transaction.keepPart()
        return .success(())
    }
}
