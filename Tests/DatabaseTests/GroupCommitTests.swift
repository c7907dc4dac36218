import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Database

/// Writes that share a transaction: each is there whole, or not at all, whatever became of the others.
@Suite("Group commit", .opensDatabases)
struct GroupCommitTests {
    private func database(_ engine: TestEngine) async throws -> TestDatabase {
        let test = try TestDatabase(engine)
        try await test.database.write { db in
            try db.execute("create table thing (id bigint primary key, words text not null)")
            try db.execute("create table part (id bigint primary key, thing_id bigint not null references thing (id))")
        }
        return test
    }

    private func ids(_ test: TestDatabase) async throws -> [Int] {
        try await test.database.read { db in try db.rows("select id from thing order by id").map { try $0.int("id") } }
    }

    private struct Stop: Error {}

    /// Keeps the first write under way until the others wait behind it, so that they are carried out together.
    private func together(
        _ test: TestDatabase, _ count: Int, _ work: @escaping @Sendable (Int, Transaction) throws -> Void
    ) async throws -> [Result<Void, any Error>] {
        let gate = DispatchSemaphore(value: 0)
        let first = Task { try await test.database.write { _ in gate.wait() } }
        while !test.database.isWriting { try await Task.sleep(for: .milliseconds(2)) }
        return try await withThrowingTaskGroup(of: (Int, Result<Void, any Error>).self) { group in
            for number in 1...count {
                group.addTask {
                    do {
                        try await test.database.write { db in try work(number, db) }
                        return (number, .success(()))
                    } catch { return (number, .failure(error)) }
                }
            }
            while test.database.waitingWrites < count { try await Task.sleep(for: .milliseconds(2)) }
            gate.signal()
            try await first.value
            var ends: [Int: Result<Void, any Error>] = [:]
            for try await (number, end) in group { ends[number] = end }
            return (1...count).compactMap { ends[$0] }
        }
    }

    @Test(
        "of writes that wait together one fails alone: by an error of its own, by a statement, by one that it hid",
        arguments: TestEngine.all)
    func oneFailsAlone(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        let ends = try await together(test, 9) { number, db in
            try db.execute("insert into thing (id, words) values (\(number), 'a')")
            switch number {
            case 2: throw Stop()
            case 4: try db.execute("insert into thing (id, words) values (\(number), 'again')")
            case 6: _ = try? db.execute("insert into part (id, thing_id) values (1, 999)")
            case 8: _ = try? db.row("select nothing from nowhere")
            default: break
            }
        }
        #expect(try await ids(test) == [1, 3, 5, 7, 9])
        let failed = ends.map { if case .failure = $0 { true } else { false } }
        #expect(failed == [false, true, false, true, false, true, false, true, false])
        #expect(throws: Stop.self) { try ends[1].get() }
        #expect(throws: DatabaseError.self) { try ends[3].get() }
    }

    @Test("all that are acknowledged are there, however many wait, each once, and none that failed", arguments: TestEngine.all)
    func manyWriters(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        let acknowledged = await withTaskGroup(of: [Int].self) { group in
            for lane in 0..<32 {
                group.addTask {
                    var ids: [Int] = []
                    for step in 0..<20 {
                        let id = step * 32 + lane
                        do {
                            try await test.database.write { db in
                                try db.execute("insert into thing (id, words) values (\(id), 'a')")
                                if id % 7 == 0 { throw Stop() }
                                try db.execute("insert into part (id, thing_id) values (\(id), \(id))")
                            }
                            ids.append(id)
                        } catch {}
                    }
                    return ids
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        let expected = (0..<640).filter { $0 % 7 != 0 }
        #expect(acknowledged.sorted() == expected)
        #expect(try await ids(test) == expected)
        let parts = try await test.database.read { db in try db.row("select count(*) as n from part")?.int("n") }
        #expect(parts == expected.count)
    }

    @Test("a write that is cancelled while it waits is never carried out; the others are", arguments: TestEngine.all)
    func cancelledWaiting(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        let gate = DispatchSemaphore(value: 0)
        let first = Task { try await test.database.write { _ in gate.wait() } }
        while !test.database.isWriting { try await Task.sleep(for: .milliseconds(2)) }
        let tasks = (1...4).map { number in
            Task {
                try await test.database.write { db in
                    try db.execute("insert into thing (id, words) values (\(number), 'a')")
                }
            }
        }
        while test.database.waitingWrites < 4 { try await Task.sleep(for: .milliseconds(2)) }
        tasks[1].cancel()
        await #expect(throws: CancellationError.self) { try await tasks[1].value }
        gate.signal()
        try await first.value
        for place in [0, 2, 3] { _ = try await tasks[place].value }
        #expect(try await ids(test) == [1, 3, 4])
    }

    @Test("where the transaction is lost as a whole, each write of it is tried by itself", arguments: TestEngine.all)
    func lostTransaction(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        let tries = Mutex<[Int: Int]>([:])
        let ends = try await together(test, 5) { number, db in
            tries.withLock { $0[number, default: 0] += 1 }
            try db.execute("insert into thing (id, words) values (\(number), 'a')")
            // As a full disk does: no savepoint is left to go back to.
            if number == 3 {
                try db.script("rollback")
                throw Stop()
            }
        }
        let ok = ends.map { if case .success = $0 { true } else { false } }
        #expect(ok == [true, true, false, true, true])
        #expect(try await ids(test) == [1, 2, 4, 5])
        #expect(tries.withLock { $0[1] ?? 0 } >= 2)
    }

    /// A server that is away, as all learn when the first one does.
    private final class AwayDriver: Driver {
        let calls = Mutex(0)
        let isKnown = Mutex(false)

        func write<T: Sendable>(isExclusive: Bool, _ body: @escaping @Sendable (any DriverTransaction) throws -> T) async throws -> T {
            calls.withLock { $0 += 1 }
            while !isKnown.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(2)) }
            throw DatabaseError.cannotConnect(server: "gone", reason: "away")
        }

        func read<T: Sendable>(from source: ReadSource, _ body: @escaping @Sendable (any DriverTransaction) throws -> T) async throws -> T {
            throw DatabaseError.closed
        }

        func catalogue(of script: [String]) async throws -> [CatalogueEntry] { [] }
        func close() throws {}
    }

    @Test("where the server is away all that wait are told together: none waits for its own failure behind the others'")
    func serverAway() async throws {
        let driver = AwayDriver()
        let group = GroupCommit(driver)
        let first = Task { try await group.write { _ in } }
        while !group.figures.isBusy { try await Task.sleep(for: .milliseconds(2)) }
        let tasks = (0..<20).map { _ in Task { try await group.write { _ in } } }
        while group.figures.waiting < 20 { try await Task.sleep(for: .milliseconds(2)) }
        driver.isKnown.withLock { $0 = true }
        for task in [first] + tasks {
            await #expect(throws: DatabaseError.cannotConnect(server: "gone", reason: "away")) { try await task.value }
        }
        #expect(driver.calls.withLock { $0 } == 2)
    }

    @Test("two programs that write at once lose nothing of what they acknowledged", arguments: TestEngine.all)
    func twoPrograms(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        let other = try Database(test.url)
        defer { try? other.close() }
        try await test.database.write { db in try db.execute("insert into thing (id, words) values (0, '0')") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<16 {
                let database = lane % 2 == 0 ? test.database : other
                group.addTask {
                    for _ in 0..<5 {
                        try await database.write { db in
                            let words = try #require(try db.row("select words from thing where id = 0")).text("words")
                            let next = (Int(words) ?? 0) + 1
                            try db.execute("update thing set words = \("\(next)") where id = 0")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let words = try await test.database.read(from: .primary) { db in try db.row("select words from thing where id = 0")?.text("words") }
        #expect(words == "80")
    }
}
