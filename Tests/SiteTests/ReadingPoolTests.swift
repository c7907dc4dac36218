import Formats
import Foundation
import NIOEmbedded
import Synchronization
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

/// Reading uploads on threads of its own, with a limit and a line.
@Suite struct ReadingPoolTests {
    /// Work that goes on until it is let go, or its budget ends.
    private final class Gate: Sendable {
        let isOpen = Mutex(false)
        let inside = Mutex(0)

        func open() { isOpen.withLock { $0 = true } }

        func work(_ limits: Limits) throws {
            inside.withLock { $0 += 1 }
            while !isOpen.withLock({ $0 }) {
                try limits.budget.check()
                usleep(1_000)
            }
        }

        func waitForInside(_ count: Int) async throws {
            while inside.withLock({ $0 }) < count { try await Task.sleep(for: .milliseconds(1)) }
        }
    }

    private func waitForLine(_ pool: ReadingPool, _ count: Int) async throws {
        while pool.waiting < count { try await Task.sleep(for: .milliseconds(1)) }
    }

    @Test("work runs on the pool's threads and not on those that answer, and its result comes back")
    func ownThreads() async throws {
        let pool = ReadingPool(width: 1)
        // Foundation gives its threads no name that the system knows; their priority tells them from all others.
        @Sendable func niceness() -> Int32 { getpriority(.init(PRIO_PROCESS.rawValue), 0) }
        let own = niceness()
        let inside = try await pool.run(for: .staff) { _ in niceness() }
        #expect(inside == ReadingThreads.niceness || own > ReadingThreads.niceness)
        let later = try await pool.run(for: .staff) { _ in
            try await Task.sleep(for: .milliseconds(1))
            return niceness()
        }
        #expect(later == inside && niceness() == own)
        await #expect(throws: FormatError.empty) { try await pool.run(for: .staff) { _ in throw FormatError.empty } }
    }

    @Test("who finds no place waits for one; beyond the line everybody is told to come again")
    func line() async throws {
        let (pool, gate) = (ReadingPool(width: 1, room: 1), Gate())
        async let first: Void = pool.run(for: .staff) { try gate.work($0) }
        try await gate.waitForInside(1)
        async let second = pool.run(for: .staff) { _ in 2 }
        try await waitForLine(pool, 1)
        await #expect(throws: PageError.busy) { try await pool.run(for: .staff) { _ in 3 } }
        gate.open()
        try await first
        #expect(try await second == 2)
    }

    @Test("visitors leave the last place to those who work here")
    func staffFirst() async throws {
        let (pool, gate) = (ReadingPool(width: 2), Gate())
        async let first: Void = pool.run(for: .visitor("a")) { try gate.work($0) }
        try await gate.waitForInside(1)
        async let visitor = pool.run(for: .visitor("a")) { _ in 1 }
        try await waitForLine(pool, 1)
        #expect(try await pool.run(for: .staff) { _ in 2 } == 2)
        #expect(pool.waiting == 1)
        gate.open()
        try await first
        #expect(try await visitor == 1)
    }

    @Test("a full line of strangers keeps no clerk waiting")
    func strangers() async throws {
        let (pool, gate) = (ReadingPool(width: 2, room: 3), Gate())
        let refused = Mutex(0)
        let strangers = (0..<8).map { number in
            Task { @Sendable in
                do { try await pool.run(for: .visitor("\(number)")) { try gate.work($0) } } catch { refused.withLock { $0 += 1 } }
            }
        }
        while refused.withLock({ $0 }) < 4 { try await Task.sleep(for: .milliseconds(1)) }
        // The free place is the clerk's, and when that is taken, the next in the clerks' line gets it.
        let own = Gate()
        async let first: Void = pool.run(for: .staff) { try own.work($0) }
        try await own.waitForInside(1)
        async let second = pool.run(for: .staff) { _ in 2 }
        try await waitForLine(pool, 4)
        own.open()
        try await first
        #expect(try await second == 2)
        #expect(pool.waiting == 3)
        gate.open()
        for stranger in strangers { await stranger.value }
        #expect(refused.withLock { $0 } == 4)
    }

    @Test("one address does not keep other visitors out: two of it wait at most, and households take turns")
    func households() async throws {
        let (pool, gate) = (ReadingPool(width: 2, room: 4), Gate())
        async let first: Void = pool.run(for: .visitor("a")) { try gate.work($0) }
        try await gate.waitForInside(1)
        let order = Mutex<[String]>([])
        @Sendable func wait(_ household: String) -> Task<Void, any Error> {
            Task { @Sendable in try await pool.run(for: .visitor(household)) { _ in order.withLock { $0.append(household) } } }
        }
        var waiting: [Task<Void, any Error>] = []
        for (number, household) in ["a", "a", "b", "c"].enumerated() {
            waiting.append(wait(household))
            try await waitForLine(pool, number + 1)
        }
        await #expect(throws: PageError.busy) { try await pool.run(for: .visitor("a")) { _ in } }
        // The line is full: the last of the longest household makes room for one who is not there yet.
        waiting.append(wait("d"))
        await #expect(throws: PageError.busy) { try await waiting[1].value }
        #expect(pool.waiting == 4)
        gate.open()
        try await first
        for place in [0, 2, 3, 4] { try await waiting[place].value }
        #expect(order.withLock { $0 } == ["a", "b", "c", "d"])
    }

    @Test("who waits too long is told to come again")
    func patience() async throws {
        let (pool, gate) = (ReadingPool(width: 1, patience: .milliseconds(5)), Gate())
        async let first: Void = pool.run(for: .staff) { try gate.work($0) }
        try await gate.waitForInside(1)
        await #expect(throws: PageError.busy) { try await pool.run(for: .staff) { _ in 2 } }
        gate.open()
        try await first
    }

    @Test("a reading ends when its connection is closed, and so does the waiting of one in line")
    func hangUp() async throws {
        let (pool, gate) = (ReadingPool(width: 1), Gate())
        let channel = NIOAsyncTestingChannel()
        let closed = Departure(channel.closeFuture)
        let first = Task { try await pool.run(for: .staff, until: closed) { try gate.work($0) } }
        try await gate.waitForInside(1)
        let second = Task { try await pool.run(for: .staff, until: closed) { _ in 2 } }
        try await waitForLine(pool, 1)
        try await channel.close().get()
        await #expect(throws: FormatError.readingCancelled) { try await first.value }
        await #expect(throws: CancellationError.self) { _ = try await second.value }
        #expect(try await pool.run(for: .staff) { _ in 3 } == 3)
    }

    @Test("a reading ends when its task is cancelled")
    func cancellation() async throws {
        let (pool, gate) = (ReadingPool(width: 1), Gate())
        let task = Task { try await pool.run(for: .staff) { try gate.work($0) } }
        try await gate.waitForInside(1)
        task.cancel()
        await #expect(throws: FormatError.readingCancelled) { try await task.value }
    }

    @Test("a reading without end ends at its deadline")
    func deadline() async throws {
        let (pool, gate) = (ReadingPool(width: 1, limits: Limits(readingSeconds: 0)), Gate())
        await #expect(throws: FormatError.readingTimedOut(seconds: 0)) { try await pool.run(for: .staff) { try gate.work($0) } }
    }
}
