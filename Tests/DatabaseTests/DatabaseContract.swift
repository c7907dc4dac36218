import Database
import Foundation
import TestSupport
import Testing

/// What every engine must do. Each test has a database of its own, on each engine.
@Suite(.opensDatabases) struct DatabaseContract {
    private func makeTable(_ test: TestDatabase) async throws {
        try await test.database.write { db in
            try db.execute(
                "create table thing (id bigint primary key, words text, size double precision, content bytea)")
        }
    }

    @Test(
        arguments: TestEngine.all,
        [
            SQLValue.null, .integer(0), .integer(.max), .integer(.min), .text(""), .text("政府信息公开 '\";--"), .text("𠮷"),
        ])
    func valuesComeBackAsTheyWentIn(_ engine: TestEngine, _ value: SQLValue) async throws {
        let test = try TestDatabase(engine)
        try await test.database.write { db in try db.execute("create table v (x \((value.isInteger ? "bigint" : "text") as SQL))") }
        try await test.database.write { db in try db.execute("insert into v (x) values (\(value))") }
        #expect(try await test.database.read { db in try db.row("select x from v")?.value("x") } == value)
    }

    @Test(arguments: TestEngine.all) func bytesAndFractionsComeBackAsTheyWentIn(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        let bytes = (0...255).map(UInt8.init)
        try await test.database.write { db in
            try db.execute("insert into thing (id, size, content) values (1, \(0.1), \(bytes))")
            try db.execute("insert into thing (id, size, content) values (2, \(-2.5), \([] as [UInt8]))")
        }
        let rows = try await test.database.read { db in try db.rows("select size, content from thing order by id") }
        #expect(try rows.map { try $0.real("size") } == [0.1, -2.5])
        #expect(try rows.map { try $0.blob("content") } == [bytes, []])
    }

    @Test(arguments: TestEngine.all) func instantsComeBackToTheMillisecond(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        let instant = Date(timeIntervalSince1970: 1_611_792_000.123)
        try await test.database.write { db in try db.execute("insert into thing (id) values (\(instant))") }
        let back = try await test.database.read { db in try #require(try db.row("select id from thing")).instant("id") }
        #expect(abs(back.timeIntervalSince(instant)) < 0.001)
    }

    @Test(arguments: TestEngine.all) func aThrowingTransactionLeavesNothing(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        struct Stop: Error {}
        try await makeTable(test)
        await #expect(throws: Stop.self) {
            try await test.database.write { db in
                try db.execute("insert into thing (id) values (1)")
                try db.execute("insert into thing (id) values (2)")
                throw Stop()
            }
        }
        #expect(try await count(test) == 0)
    }

    @Test(arguments: TestEngine.all) func aFailingStatementLeavesNothingOfItsTransaction(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        await #expect(throws: DatabaseError.self) {
            try await test.database.write { db in
                try db.execute("insert into thing (id) values (1)")
                try db.execute("insert into thing (id) values (1)")
            }
        }
        #expect(try await count(test) == 0)
    }

    @Test(arguments: TestEngine.all) func readersSeeOnlyWhatIsCommitted(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        let (inside, insideGate) = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        async let writing: Void = test.database.write { db in
            try db.execute("insert into thing (id) values (1)")
            insideGate.yield()
            release.wait()
        }
        for await _ in inside { break }
        #expect(try await count(test) == 0)
        release.signal()
        try await writing
        #expect(try await count(test) == 1)
    }

    @Test(arguments: TestEngine.all) func aReadKeepsItsStateWhileOthersCommit(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        let (inside, insideGate) = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        async let counts = test.database.read { db in
            let before = try db.row("select count(*) as n from thing")?.int("n")
            insideGate.yield()
            release.wait()
            return (before, try db.row("select count(*) as n from thing")?.int("n"))
        }
        for await _ in inside { break }
        try await test.database.write { db in try db.execute("insert into thing (id) values (1)") }
        release.signal()
        let (before, after) = try await counts
        #expect(before == 0 && after == 0)
        #expect(try await count(test) == 1)
    }

    @Test(arguments: TestEngine.all) func concurrentWritersLoseNoUpdate(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        try await test.database.write { db in try db.execute("insert into thing (id, size) values (1, 0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await test.database.write { db in
                        let n = try #require(try db.row("select size from thing where id = 1")).real("size")
                        try db.execute("update thing set size = \(n + 1) where id = 1")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await test.database.read { db in try db.row("select size from thing")?.real("size") } == 50)
    }

    @Test(arguments: TestEngine.all) func aWriterSeesItsOwnChangesAndCountsThem(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        let counts = try await test.database.write { db in
            [
                try db.execute("insert into thing (id) values (1), (2), (3)"),
                try db.rows("select id from thing").count,
                try db.execute("delete from thing where id > \(1)"),
                try db.execute("update thing set words = 'x' where id = \(99)"),
            ]
        }
        #expect(counts == [3, 3, 2, 0])
    }

    @Test(arguments: TestEngine.all) func upsertAndReturningAreUnderstood(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        func upsert(_ words: String) -> SQL {
            """
            insert into thing (id, words) values (\(1), \(words))
            on conflict (id) do update set words = excluded.words returning words
            """
        }
        let (old, new) = (upsert("旧"), upsert("新"))
        let words = try await test.database.write { db in
            _ = try db.row(old)
            return try db.row(new)?.text("words")
        }
        #expect(words == "新")
        #expect(try await count(test) == 1)
    }

    @Test(arguments: TestEngine.all) func aReaderCannotChangeAnything(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        await #expect(throws: DatabaseError.self) {
            _ = try await test.database.read { db in try db.rows("insert into thing (id) values (1) returning id") }
        }
        #expect(try await count(test) == 0)
    }

    @Test(arguments: TestEngine.all) func foreignKeysHold(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        try await test.database.write { db in
            try db.execute("create table part (thing_id bigint not null references thing (id))")
        }
        await #expect {
            try await test.database.write { db in try db.execute("insert into part (thing_id) values (\(7))") }
        } throws: { error in
            guard case DatabaseError.statement(_, .foreignKey, _) = error else { return false }
            return true
        }
    }

    @Test(arguments: TestEngine.all) func eachHandsOnRowsAndStopsWhenToldTo(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        struct Enough: Error {}
        try await makeTable(test)
        try await test.database.write { db in
            for id in 1...100 { try db.execute("insert into thing (id) values (\(id))") }
        }
        let sum = try await test.database.read { db in
            var sum = 0
            try db.each("select id from thing order by id") { row in
                // The same query inside itself must not disturb the outer one.
                sum += try #require(try db.row("select id from thing where id = \(row.int("id"))")).int("id")
            }
            return sum
        }
        #expect(sum == 5050)
        let seen = try await test.database.read { db in
            var seen = 0
            do {
                try db.each("select id from thing") { _ in
                    seen += 1; if seen == 3 { throw Enough() }
                }
            } catch is Enough {}
            return seen
        }
        #expect(seen == 3)
    }

    @Test(arguments: TestEngine.all) func aFailureThatIsCaughtStillEndsTheTransaction(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        await #expect {
            try await test.database.write { db in
                try db.execute("insert into thing (id) values (1)")
                do { try db.execute("insert into thing (id) values (1)") } catch {}
            }
        } throws: { error in
            guard case DatabaseError.statement(_, .unique, _) = error else { return false }
            return true
        }
        #expect(try await count(test) == 0)
    }

    @Test(arguments: TestEngine.all) func sumsAndComparisonsAreOfTheSameKinds(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        try await test.database.write { db in
            for (id, size) in [(3, 0.5), (40_000, 1.5), (-7, 2.0)] {
                try db.execute("insert into thing (id, size) values (\(id), \(size))")
            }
        }
        let row = try await test.database.read { db in
            try #require(
                try db.row(
                    """
                    select sum(id) as total, sum(size) as sizes, avg(size) as middle, count(*) as n, max(id) as most,
                      7 / 2 as half, sum(id * 100000000) as large, sum(id) - 39996 as zero, count(*) > 2 as many from thing
                    """))
        }
        #expect(try row.value("total") == .integer(39_996))
        #expect(try row.value("sizes") == .real(4))
        #expect(try row.real("middle") == 4.0 / 3)
        #expect(try row.value("n") == .integer(3))
        #expect(try row.value("most") == .integer(40_000))
        #expect(try row.value("half") == .integer(3))
        #expect(try row.value("large") == .integer(3_999_600_000_000))
        #expect(try row.value("zero") == .integer(0))
        #expect(try row.value("many") == .integer(1))
    }

    @Test(arguments: TestEngine.all) func nullGoesWhereAnyValueGoes(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        func insert(_ id: Int, _ words: String?, _ size: Double?, _ content: [UInt8]?) -> SQL {
            "insert into thing (id, words, size, content) values (\(id), \(words), \(size), \(content))"
        }
        let inserts = [insert(1, nil, nil, nil), insert(2, "字", 1.5, [0]), insert(3, nil, 2, nil)]
        try await test.database.write { db in
            for sql in inserts { try db.execute(sql) }
        }
        func filter(_ words: String?) -> SQL {
            "select id from thing where (cast(\(words) as text) is null or words = \(words)) order by id"
        }
        let filters = [filter(nil), filter("字")]
        let ids = try await test.database.read { db in try filters.map { sql in try db.rows(sql).map { try $0.int("id") } } }
        #expect(ids == [[1, 2, 3], [2]])
        let sizes = try await test.database.read { db in
            try db.rows("select size from thing order by id").map { try $0.optionalReal("size") }
        }
        #expect(sizes == [nil, 1.5, 2])
    }

    @Test(arguments: TestEngine.all) func textIsInTheOrderOfItsCharacters(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await makeTable(test)
        let words = ["a-b", "八", "B", "阿", "aa", "b", "", "𠮷", "ａ"]
        try await test.database.write { db in
            for (id, word) in words.enumerated() {
                try db.execute("insert into thing (id, words) values (\(id), \(word))")
            }
        }
        let sorted = try await test.database.read { db in try db.rows("select words from thing order by words").map { try $0.text("words") }
        }
        #expect(sorted == words.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
    }

    private func count(_ test: TestDatabase) async throws -> Int {
        try await test.database.read { db in try #require(try db.row("select count(*) as n from thing")).int("n") }
    }
}

extension SQLValue {
    fileprivate var isInteger: Bool { if case .integer = self { true } else { false } }
}
