import Foundation

/// Hands the rows of one database's transaction to another's, a bounded number ahead.
final class RowPipe: @unchecked Sendable {
    enum Item {
        case table(SQLTable)
        case rows([SQLRow])
        case endOfTable(TableContent)
        case end
    }

    /// The other side has failed, and tells why itself.
    struct Broken: Error {}

    private let condition = NSCondition()
    private var items: [Item] = []
    private var isBroken = false
    private var starts = 0

    /// Both sides begin once: a transaction that is done again would find the pipe half empty.
    func begin() throws {
        condition.lock()
        defer { condition.unlock() }
        starts += 1
        if starts > 2 || isBroken { throw Broken() }
    }

    func put(_ item: Item) throws {
        condition.lock()
        defer { condition.unlock() }
        while items.count >= 8, !isBroken { condition.wait() }
        if isBroken { throw Broken() }
        items.append(item)
        condition.broadcast()
    }

    func take() throws -> Item {
        condition.lock()
        defer { condition.unlock() }
        while items.isEmpty, !isBroken { condition.wait() }
        if isBroken { throw Broken() }
        defer { condition.broadcast() }
        return items.removeFirst()
    }

    /// Makes the other side end.
    func breakOff() {
        condition.lock()
        isBroken = true
        condition.broadcast()
        condition.unlock()
    }
}
