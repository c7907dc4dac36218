import Dispatch
import TestSupport
import Testing

@testable import Database

/// Statements for whose answers nobody waits: sent with later ones where there is a server, they end as if each had been waited for.
@Suite(.opensDatabases) struct PipelineTests {
    private func database(_ engine: TestEngine) async throws -> TestDatabase {
        let test = try TestDatabase(engine)
        try await test.database.write { db in try db.script("create table thing (id bigint primary key, words text not null)") }
        return test
    }

    private func ids(_ test: TestDatabase) async throws -> [Int] {
        try await test.database.read(from: .primary) { db in try db.rows("select id from thing order by id").map { try $0.int("id") } }
    }

    @Test(arguments: TestEngine.all) func theyAreCarriedOutInOrderAndSeenByTheNextQuery(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        let seen = try await test.database.write { db in
            for id in 1...100 { try db.executeLater("insert into thing (id, words) values (\(id), 'a')") }
            try db.executeLater("update thing set words = 'b' where id > 50")
            return try db.row("select count(*) as n from thing where words = 'b'")?.int("n")
        }
        #expect(seen == 50)
        #expect(try await ids(test) == Array(1...100))
    }

    @Test(arguments: TestEngine.all) func whatIsWrongWithOneEndsTheTransaction(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        for asksLater in [true, false] {
            await #expect(throws: DatabaseError.self) {
                try await test.database.write { db in
                    try db.executeLater("insert into thing (id, words) values (1, 'a')")
                    try db.executeLater("insert into thing (id, words) values (1, 'b')")
                    if asksLater { _ = try db.rows("select 1 as n") }
                }
            }
            #expect(try await ids(test) == [])
        }
        try await test.database.write { db in try db.executeLater("insert into thing (id, words) values (2, 'c')") }
        #expect(try await ids(test) == [2])
    }

    @Test(arguments: TestEngine.all) func rowsThatTheyChangeAreCounted(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        let counts = try await test.database.write { db -> [Int] in
            let before = db.changedRows
            try db.executeLater("insert into thing (id, words) values (1, 'a')")
            return [before, db.changedRows]
        }
        #expect(counts == [0, 1])
    }

    /// In one transaction with others (group commit), each fails or succeeds by itself, although its statements reach the server
    /// with those of the next.
    @Test(arguments: TestEngine.all) func ofManyWritersEachEndsByItself(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        try await test.database.write { db in try db.execute("insert into thing (id, words) values (0, 'there')") }
        let failed = await withTaskGroup(of: (Int, Bool).self) { group in
            for id in 1...60 {
                group.addTask {
                    let isWrong = id % 7 == 0
                    do {
                        try await test.database.write { db in
                            try db.executeLater("insert into thing (id, words) values (\(isWrong ? 0 : id), 'a')")
                            if id % 3 == 0 { _ = try db.rows("select 1 as n") }
                            try db.executeLater("update thing set words = 'b' where id = \(id)")
                        }
                        return (id, false)
                    } catch {
                        return (id, true)
                    }
                }
            }
            return await group.reduce(into: Set<Int>()) { if $1.1 { $0.insert($1.0) } }
        }
        #expect(failed == Set((1...60).filter { $0 % 7 == 0 }))
        #expect(try await ids(test) == [0] + (1...60).filter { $0 % 7 != 0 })
        let there = try await test.database.read { db in try db.row("select words from thing where id = 0")?.text("words") }
        #expect(there == "there")
    }

    /// A statement that fits no table is refused before anything of its write is sent, its savepoint included: what is gone back
    /// to must not be the savepoint of the write before.
    @Test(arguments: TestEngine.all) func whatIsRefusedAtOnceUndoesNoOtherWrite(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        // While the first write waits, all others come into one transaction behind it.
        let gate = DispatchSemaphore(value: 0)
        let first = Task { try await test.database.write { _ in gate.wait() } }
        while !test.database.isWriting { try await Task.sleep(for: .milliseconds(1)) }
        let others = (1...10).map { id in
            Task {
                try await test.database.write { db in
                    if id % 5 == 0 { try db.execute("insert into nowhere (id) values (\(id))") }
                    try db.execute("insert into thing (id, words) values (\(id), 'a')")
                }
            }
        }
        while test.database.waitingWrites < others.count { try await Task.sleep(for: .milliseconds(1)) }
        gate.signal()
        try await first.value
        var acknowledged: [Int] = []
        for (id, write) in zip(1..., others) { if (try? await write.value) != nil { acknowledged.append(id) } }
        #expect(acknowledged == (1...10).filter { $0 % 5 != 0 })
        #expect(try await ids(test) == acknowledged)
    }

    @Test(arguments: TestEngine.all) func aStatementThatGoesLaterCountsAsOneRowForGood(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        let counts = try await test.database.write { db -> [Int] in
            try db.executeLater("insert into thing (id, words) values (1, 'a')")
            let kept = db.changedRows
            _ = try db.rows("select 1 as n")
            return [kept, db.changedRows]
        }
        #expect(counts == [1, 1])
    }

    @Test(arguments: TestEngine.all) func aWriteThatIsUndoneTakesBackWhatItRemembered(_ engine: TestEngine) async throws {
        struct Wrong: Error {}
        let test = try await database(engine)
        let numbers = await withTaskGroup(of: Int?.self) { group in
            for id in 1...40 {
                group.addTask {
                    try? await test.database.write { db in
                        let next = (db[memory: "next"] as? Int ?? 0) + 1
                        db[memory: "next"] = next
                        try db.execute("insert into thing (id, words) values (\(id), 'a')")
                        if id % 2 == 0 { throw Wrong() }
                        return next
                    }
                }
            }
            return await group.reduce(into: [Int]()) { if let number = $1 { $0.append(number) } }
        }
        // Each transaction begins at 1 and counts those that stay, one after the other.
        #expect(numbers.count == 20 && numbers.allSatisfy { (1...20).contains($0) })
        for number in Set(numbers) where number > 1 {
            #expect(numbers.count { $0 == number } <= numbers.count { $0 == number - 1 })
        }
    }
}
