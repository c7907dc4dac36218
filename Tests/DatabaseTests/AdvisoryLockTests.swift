import Database
import TestSupport
import Testing

@Suite(.opensDatabases) struct AdvisoryLockTests {
    @Test("Many may share a lock, and nobody has it alone meanwhile", arguments: TestEngine.all)
    func shared(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let first = try #require(await AdvisoryLock.take(test.url, .shared))
        let second = try #require(await AdvisoryLock.take(test.url, .shared))
        #expect(try await AdvisoryLock.take(test.url, .exclusive) == nil)
        first.release()
        #expect(try await AdvisoryLock.take(test.url, .exclusive) == nil)
        #expect(await second.isHeld)
        second.release()
        #expect(await !second.isHeld)
        #expect(try await eventually(test.url, .exclusive) != nil)
    }

    @Test("Who has a lock alone shares it with nobody", arguments: TestEngine.all)
    func exclusive(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let alone = try #require(await AdvisoryLock.take(test.url, .exclusive))
        #expect(try await AdvisoryLock.take(test.url, .shared) == nil)
        #expect(try await AdvisoryLock.take(test.url, .exclusive) == nil)
        alone.release()
        #expect(try await eventually(test.url, .shared) != nil)
    }

    @Test("A lock keeps nobody from reading and writing", arguments: TestEngine.all)
    func work(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let lock = try #require(await AdvisoryLock.take(test.url, .exclusive))
        try await test.database.write { try $0.execute("create table thing (id bigint primary key)") }
        #expect(try await test.database.read { try $0.row("select count(*) as n from thing")?.int("n") } == 0)
        #expect(await lock.isHeld)
    }

    @Test("A lock beside a file in a folder that is not there is told")
    func noFolder() async {
        await #expect(throws: DatabaseError.self) { try await AdvisoryLock.take(.sqlite(path: "/nowhere/gongkai.sqlite"), .shared) }
    }

    /// A server takes a moment to see that a connection was closed.
    private func eventually(_ url: DatabaseURL, _ mode: AdvisoryLock.Mode) async throws -> AdvisoryLock? {
        for _ in 0..<100 {
            if let lock = try await AdvisoryLock.take(url, mode) { return lock }
            try await Task.sleep(for: .milliseconds(20))
        }
        return nil
    }
}
