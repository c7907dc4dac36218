import Synchronization
import Testing

@testable import Database

@Suite struct SlotsTests {
    @Test("Who waits too long is told, and takes no place")
    func tooLong() async throws {
        let slots = Slots(1)
        try await slots.take(within: .seconds(60))
        await #expect(throws: Slots.NoneFree.self) { try await slots.take(within: .milliseconds(10)) }
        slots.giveBack()
        try await slots.take(within: .seconds(60))
    }

    @Test("Who is cancelled leaves the line, and the next one moves up")
    func cancelled() async throws {
        let slots = Slots(1)
        try await slots.take(within: .seconds(60))
        let gone = (0..<20).map { _ in Task { try await slots.take(within: .seconds(60)) } }
        let next = Task { try await slots.take(within: .seconds(60)) }
        for task in gone { task.cancel() }
        for task in gone { await #expect(throws: CancellationError.self) { try await task.value } }
        slots.giveBack()
        try await next.value
    }

    @Test("Never more at once than there are places, and all get one")
    func bound() async throws {
        let slots = Slots(3)
        let inside = Inside()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    try await slots.take(within: .seconds(900))
                    inside.count.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                    await Task.yield()
                    inside.count.withLock { $0.now -= 1 }
                    slots.giveBack()
                }
            }
            try await group.waitForAll()
        }
        #expect(inside.count.withLock { $0.most } <= 3)
        #expect(inside.count.withLock { $0.now } == 0)
    }

    private final class Inside: Sendable {
        let count = Mutex((now: 0, most: 0))
    }
}
