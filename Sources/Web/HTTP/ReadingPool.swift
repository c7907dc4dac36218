import Formats
import NIOCore
import Synchronization

/// Reads uploaded files on threads of its own, a few at a time; the others wait in a bounded line. Reading is the hardest
/// work that a stranger may ask for: it is bounded in number, time and memory, and nobody who asks for a page waits for it.
package final class ReadingPool: Sendable {
    /// Whose file it is. Visitors never take the last place and wait in lines of their own, so that a clerk is not kept
    /// waiting by strangers.
    package enum Guest: Hashable {
        /// Households take turns.
        case visitor(Household)
        case staff

        package var isStaff: Bool { self == .staff }
    }

    private let threads: ReadingThreads
    private let limits: Limits
    private let width: Int
    private let room: Int
    /// How many visitors of one household may wait.
    private let longest: Int
    private let patience: Duration
    private let state = Mutex(State())

    private struct State {
        var inside = 0
        var visitors = 0
        var staffLine: [Ticket] = []
        var visitorLines = HouseholdLines<Ticket>()
    }

    /// - Parameters:
    ///   - width: how many files are read at once: a reading takes up to some 60 MB beside its file of 16 MB.
    ///   - room: how many of each kind may wait.
    ///   - longest: how many visitors of one household may wait.
    ///   - patience: how long each waits.
    ///   - limits: what bounds each reading.
    package init(
        width: Int = 2, room: Int = 16, longest: Int = 2, patience: Duration = .seconds(60),
        limits: Limits = Limits(readingSeconds: 30)
    ) {
        threads = ReadingThreads(width: width)
        (self.width, self.room, self.longest, self.patience, self.limits) = (width, room, longest, patience, limits)
    }

    /// How many wait.
    package var waiting: Int { state.withLock { $0.staffLine.count + $0.visitorLines.count } }

    /// Does the work on one of the pool's threads.
    ///
    /// - Parameters:
    ///   - gone: tells when nobody waits for the result any more; the work is then told to end.
    ///   - work: gets the limits that bound it, with a running budget.
    /// - Throws: `PageError.busy` where too many wait, or it takes too long to get in; `CancellationError` where the caller
    ///   went away in line; else what `work` throws.
    package func run<Value: Sendable>(
        for guest: Guest, until gone: Departure? = nil, _ work: @Sendable @escaping (Limits) async throws -> Value
    ) async throws -> Value {
        let ticket = Ticket(guest)
        guard let gone else { return try await run(ticket, work) }
        return try await gone.during({ ticket.cancel() }) { try await run(ticket, work) }
    }

    private func run<Value: Sendable>(
        _ ticket: Ticket, _ work: @Sendable @escaping (Limits) async throws -> Value
    ) async throws -> Value {
        try await withTaskCancellationHandler {
            try await enter(ticket)
            defer { leave(ticket) }
            let limits = limits.started()
            ticket.begin(limits.budget)
            // A task of its own begins on the pool's threads; a mere preference would let work that never waits stay here.
            return try await withThrowingTaskGroup(of: Value.self) { group in
                group.addTask(executorPreference: threads) { try await work(limits) }
                guard let value = try await group.next() else { throw CancellationError() }
                return value
            }
        } onCancel: {
            ticket.cancel()
        }
    }

    // MARK: The line

    private func enter(_ ticket: Ticket) async throws {
        let (mayEnter, crowdedOut) = state.withLock { state -> (Bool?, Ticket?) in
            if isFirst(ticket, state), admits(ticket.guest, state) {
                count(ticket, &state)
                return (true, nil)
            }
            return line(ticket, &state)
        }
        crowdedOut?.turn.decide(.turnedAway)
        guard let mayEnter else { throw PageError.busy }
        if mayEnter { return }
        let waiting = Task { [patience] in
            try await Task.sleep(for: patience)
            ticket.turn.decide(.turnedAway)
        }
        defer { waiting.cancel() }
        switch await ticket.turn.decision() {
        case .comeIn: return
        case .turnedAway:
            forget(ticket)
            throw PageError.busy
        case .gone:
            forget(ticket)
            throw CancellationError()
        }
    }

    /// True where nobody of the kind waits already.
    private func isFirst(_ ticket: Ticket, _ state: State) -> Bool {
        ticket.guest.isStaff ? state.staffLine.isEmpty : state.visitorLines.count == 0
    }

    /// Puts a ticket in its line: false for whether it may enter, nil where there is no room; and who gives the room up.
    private func line(_ ticket: Ticket, _ state: inout State) -> (Bool?, Ticket?) {
        guard case .visitor(let household) = ticket.guest else {
            guard state.staffLine.count < room else { return (nil, nil) }
            state.staffLine.append(ticket)
            return (false, nil)
        }
        guard state.visitorLines.count(of: household) < longest else { return (nil, nil) }
        var crowdedOut: Ticket?
        if state.visitorLines.count >= room {
            crowdedOut = state.visitorLines.makeRoom(for: household)?.waiter
            guard crowdedOut != nil else { return (nil, nil) }
        }
        state.visitorLines.add(ticket, household)
        return (false, crowdedOut)
    }

    private func leave(_ ticket: Ticket) {
        giveBack(ticket)
        admitNext()
    }

    private func giveBack(_ ticket: Ticket) {
        state.withLock { state in
            state.inside -= 1
            if !ticket.guest.isStaff { state.visitors -= 1 }
        }
    }

    /// Lets in whoever comes first among those whom a free place admits, staff before visitors.
    private func admitNext() {
        while true {
            let next = state.withLock { state -> Ticket? in
                let ticket: Ticket?
                if admits(.staff, state), !state.staffLine.isEmpty {
                    ticket = state.staffLine.removeFirst()
                } else if state.visitorLines.count > 0, admits(.visitor(""), state) {
                    ticket = state.visitorLines.next()
                } else {
                    ticket = nil
                }
                if let ticket { count(ticket, &state) }
                return ticket
            }
            guard let next else { return }
            // Who went away meanwhile gives the place back.
            if !next.turn.decide(.comeIn) { giveBack(next) }
        }
    }

    private func admits(_ guest: Guest, _ state: State) -> Bool {
        state.inside < width && (guest.isStaff || state.visitors < max(1, width - 1))
    }

    private func count(_ ticket: Ticket, _ state: inout State) {
        state.inside += 1
        if !ticket.guest.isStaff { state.visitors += 1 }
    }

    private func forget(_ ticket: Ticket) {
        state.withLock { state in
            switch ticket.guest {
            case .staff: state.staffLine.removeAll { $0 === ticket }
            case .visitor(let household): state.visitorLines.remove(ticket.id, household)
            }
        }
    }
}

/// One caller's place in the line, and then at work.
private final class Ticket: Sendable, Identifiable {
    private struct State {
        var budget: ReadingBudget?
        var isCancelled = false
    }

    let guest: ReadingPool.Guest
    let turn = Turn()
    private let state = Mutex(State())

    init(_ guest: ReadingPool.Guest) { self.guest = guest }

    /// The reading begins; one that was cancelled before ends at once.
    func begin(_ budget: ReadingBudget) {
        let isCancelled = state.withLock { state in
            state.budget = budget
            return state.isCancelled
        }
        if isCancelled { budget.cancel() }
    }

    /// Ends the waiting, or the reading.
    func cancel() {
        turn.decide(.gone)
        let budget = state.withLock { state in
            state.isCancelled = true
            return state.budget
        }
        budget?.cancel()
    }
}
