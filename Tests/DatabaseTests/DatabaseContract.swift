import Database
import Foundation
import Testing

/// What every engine must do. Each test opens a database of its own.
@Suite struct DatabaseContract {
    private let folder: TemporaryFolder
    private let database: Database

    init() throws {
        folder = try TemporaryFolder()
        database = try Database(.sqlite(path: folder.path + "/test.sqlite"))
    }

    private func makeTable() async throws {
        try await database.write { db in
            try db.execute(
                "create table thing (id bigint primary key, words text, size double precision, content bytea)")
        }
    }

    @Test(arguments: [
        SQLValue.null, .integer(0), .integer(.max), .integer(.min), .text(""), .text("政府信息公开 '\";--"), .text("𠮷"),
    ])
    func valuesComeBackAsTheyWentIn(_ value: SQLValue) async throws {
        try await database.write { db in try db.execute("create table v (x \(value.isInteger ? "bigint" : "text"))") }
        try await database.write { db in try db.execute("insert into v (x) values (?)", [value]) }
        #expect(try await database.read { db in try db.row("select x from v")?.value("x") } == value)
    }

    @Test func bytesAndFractionsComeBackAsTheyWentIn() async throws {
        try await makeTable()
        let bytes = (0...255).map(UInt8.init)
        try await database.write { db in
            try db.execute("insert into thing (id, size, content) values (?, ?, ?)", [1, 0.1, .blob(bytes)])
            try db.execute("insert into thing (id, size, content) values (?, ?, ?)", [2, -2.5, .blob([])])
        }
        let rows = try await database.read { db in try db.rows("select size, content from thing order by id") }
        #expect(try rows.map { try $0.real("size") } == [0.1, -2.5])
        #expect(try rows.map { try $0.blob("content") } == [bytes, []])
    }

    @Test func instantsComeBackToTheMillisecond() async throws {
        try await makeTable()
        let instant = Date(timeIntervalSince1970: 1_611_792_000.123)
        try await database.write { db in try db.execute("insert into thing (id) values (?)", [SQLValue(instant)]) }
        let back = try await database.read { db in try #require(try db.row("select id from thing")).instant("id") }
        #expect(abs(back.timeIntervalSince(instant)) < 0.001)
    }

    @Test func aThrowingTransactionLeavesNothing() async throws {
        struct Stop: Error {}
        try await makeTable()
        await #expect(throws: Stop.self) {
            try await database.write { db in
                try db.execute("insert into thing (id) values (1)")
                try db.execute("insert into thing (id) values (2)")
                throw Stop()
            }
        }
        #expect(try await count() == 0)
    }

    @Test func aFailingStatementLeavesNothingOfItsTransaction() async throws {
        try await makeTable()
        await #expect(throws: DatabaseError.self) {
            try await database.write { db in
                try db.execute("insert into thing (id) values (1)")
                try db.execute("insert into thing (id) values (1)")
            }
        }
        #expect(try await count() == 0)
    }

    @Test func readersSeeOnlyWhatIsCommitted() async throws {
        try await makeTable()
        let (inside, insideGate) = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        async let writing: Void = database.write { db in
            try db.execute("insert into thing (id) values (1)")
            insideGate.yield()
            release.wait()
        }
        for await _ in inside { break }
        #expect(try await count() == 0)
        release.signal()
        try await writing
        #expect(try await count() == 1)
    }

    @Test func aReadKeepsItsStateWhileOthersCommit() async throws {
        try await makeTable()
        let (inside, insideGate) = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        async let counts = database.read { db in
            let before = try db.row("select count(*) as n from thing")?.int("n")
            insideGate.yield()
            release.wait()
            return (before, try db.row("select count(*) as n from thing")?.int("n"))
        }
        for await _ in inside { break }
        try await database.write { db in try db.execute("insert into thing (id) values (1)") }
        release.signal()
        let (before, after) = try await counts
        #expect(before == 0 && after == 0)
        #expect(try await count() == 1)
    }

    @Test func concurrentWritersLoseNoUpdate() async throws {
        try await makeTable()
        try await database.write { db in try db.execute("insert into thing (id, size) values (1, 0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await self.database.write { db in
                        let n = try #require(try db.row("select size from thing where id = 1")).real("size")
                        try db.execute("update thing set size = ? where id = 1", [.real(n + 1)])
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.read { db in try db.row("select size from thing")?.real("size") } == 50)
    }

    @Test func aWriterSeesItsOwnChangesAndCountsThem() async throws {
        try await makeTable()
        let counts = try await database.write { db in
            [
                try db.execute("insert into thing (id) values (1), (2), (3)"),
                try db.rows("select id from thing").count,
                try db.execute("delete from thing where id > ?", [1]),
                try db.execute("update thing set words = 'x' where id = ?", [99]),
            ]
        }
        #expect(counts == [3, 3, 2, 0])
    }

    @Test func upsertAndReturningAreUnderstood() async throws {
        try await makeTable()
        let upsert = """
            insert into thing (id, words) values (?, ?)
            on conflict (id) do update set words = excluded.words returning words
            """
        let words = try await database.write { db in
            _ = try db.row(upsert, [1, "旧"])
            return try db.row(upsert, [1, "新"])?.text("words")
        }
        #expect(words == "新")
        #expect(try await count() == 1)
    }

    @Test func aReaderCannotChangeAnything() async throws {
        try await makeTable()
        await #expect(throws: DatabaseError.self) {
            _ = try await database.read { db in try db.rows("insert into thing (id) values (1) returning id") }
        }
        #expect(try await count() == 0)
    }

    @Test func foreignKeysHold() async throws {
        try await makeTable()
        try await database.write { db in
            try db.execute("create table part (thing_id bigint not null references thing (id))")
        }
        let sql = "insert into part (thing_id) values (?)"
        await #expect {
            try await database.write { db in try db.execute(sql, [7]) }
        } throws: { error in
            guard case DatabaseError.statement(_, .foreignKey, _) = error else { return false }
            return true
        }
    }

    @Test func eachHandsOnRowsAndStopsWhenToldTo() async throws {
        struct Enough: Error {}
        try await makeTable()
        try await database.write { db in
            for id in 1...100 { try db.execute("insert into thing (id) values (?)", [SQLValue(id)]) }
        }
        let sum = try await database.read { db in
            var sum = 0
            try db.each("select id from thing order by id") { row in
                // The same query inside itself must not disturb the outer one.
                sum += try #require(try db.row("select id from thing where id = ?", [.integer(Int64(row.int("id")))])).int("id")
            }
            return sum
        }
        #expect(sum == 5050)
        let seen = try await database.read { db in
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

    private func count() async throws -> Int {
        try await database.read { db in try #require(try db.row("select count(*) as n from thing")).int("n") }
    }
}

extension SQLValue {
    fileprivate var isInteger: Bool { if case .integer = self { true } else { false } }
}
