import Dispatch
import Synchronization

/// Hands the rows of one database's transaction to another's, a bounded number ahead: one side puts, the other takes.
/// Each waits on a thread of its engine's own.
final class RowPipe: Sendable {
    enum Item: Sendable {
        case table(SQLTable)
        case rows([SQLRow])
        case endOfTable(TableContent)
        case end
    }

    /// The other side has failed, and tells why itself.
    struct Broken: Error {}

    private struct State {
        var items: [Item] = []
        var isBroken = false
        var starts = 0
    }

    private let state = Mutex(State())
    /// Places that are free, and items that can be taken.
    private let free = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)

    init() {
        for _ in 0..<8 { free.signal() }
    }

    /// Both sides begin once: a transaction that is done again would find the pipe half empty.
    func begin() throws {
        try state.withLock { state in
            state.starts += 1
            if state.starts > 2 || state.isBroken { throw Broken() }
        }
    }

    func put(_ item: Item) throws {
        try wait(for: free)
        try state.withLock { state in
            if state.isBroken { throw Broken() }
            state.items.append(item)
        }
        filled.signal()
    }

    func take() throws -> Item {
        try wait(for: filled)
        let item = try state.withLock { state in
            if state.isBroken { throw Broken() }
            return state.items.removeFirst()
        }
        free.signal()
        return item
    }

    /// Makes the other side end.
    func breakOff() {
        state.withLock { $0.isBroken = true }
        free.signal()
        filled.signal()
    }

    private func wait(for semaphore: DispatchSemaphore) throws {
        // Once it is broken, nobody signals any more.
        if state.withLock({ $0.isBroken }) { throw Broken() }
        semaphore.wait()
    }
}
