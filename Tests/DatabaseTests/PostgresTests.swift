import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Database

/// What only a server across a connection can do: be away, be slow, be in two minds.
@Suite(.opensDatabases, .enabled(if: TestEngine.serverAddress != nil, Comment(rawValue: TestEngine.skipped)))
struct PostgresTests {
    private func database(_ parameters: String = "") async throws -> TestDatabase {
        let test = try TestDatabase(.postgres, parameters: parameters)
        try await test.database.write { db in try db.execute("create table thing (id bigint primary key, words text)") }
        return test
    }

    private func count(_ test: TestDatabase) async throws -> Int {
        try await test.database.read { db in try #require(try db.row("select count(*) as n from thing")).int("n") }
    }

    /// A database whose connections can be told from others'.
    private func named() async throws -> TestDatabase {
        let name = "test_" + UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased()
        let test = try TestDatabase(.postgres, parameters: "application_name=\(name)")
        try await test.database.write { db in
            try db.execute("create table thing (id bigint primary key, words text)")
            try db.execute("create table name (words text)")
            try db.execute("insert into name (words) values (\(name))")
        }
        return test
    }

    /// Ends all its connections from outside, as a restart would.
    private func cut(_ test: TestDatabase) async throws {
        let name = try await test.database.read { db in try #require(try db.row("select words from name")).text("words") }
        try Database.administer(
            DatabaseURL(try #require(TestEngine.serverAddress)),
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '\(name)'")
    }

    @Test("A write and a read find a new connection after the old ones were cut")
    func reconnects() async throws {
        let test = try await named()
        for id in 1...3 {
            try await cut(test)
            try await test.database.write { db in try db.execute("insert into thing (id) values (\(id))") }
            try await cut(test)
            #expect(try await count(test) == id)
        }
    }

    @Test("A write whose connection breaks before the commit is done again, once")
    func brokenBeforeCommit() async throws {
        let test = try await named()
        let runs = Mutex(0)
        try await test.database.write { db in
            let run = runs.withLock { runs in
                runs += 1
                return runs
            }
            try db.execute("insert into thing (id) values (1)")
            if run == 1 { try db.execute("select pg_terminate_backend(pg_backend_pid())") }
        }
        #expect(runs.withLock { $0 } == 2)
        #expect(try await count(test) == 1)
    }

    @Test("A read whose connection breaks is done again")
    func brokenRead() async throws {
        let test = try await named()
        let runs = Mutex(0)
        let answer = try await test.database.read { db in
            if runs.withLock({ runs in
                runs += 1; return runs
            }) == 1 {
                _ = try db.rows("select pg_terminate_backend(pg_backend_pid()) as x")
            }
            return try db.row("select 7 as x")?.int("x")
        }
        #expect(answer == 7)
    }

    @Test("A connection that breaks in the commit is an error of its own and nothing is done twice")
    func unknownCommit() async throws {
        let test = try await named()
        try await test.database.write { db in
            try db.execute(
                """
                create function cut() returns trigger language plpgsql as
                'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'
                """)
            try db.execute(
                "create constraint trigger cut after insert on thing deferrable initially deferred for each row execute function cut()")
        }
        let runs = Mutex(0)
        await #expect {
            try await test.database.write { db in
                runs.withLock { $0 += 1 }
                try db.execute("insert into thing (id) values (1)")
            }
        } throws: { error in
            guard case DatabaseError.unknownCommit = error else { return false }
            return true
        }
        #expect(runs.withLock { $0 } == 1)
        #expect(try await count(test) == 0)
    }

    @Test("Every contender gets through, however many there are")
    func contention() async throws {
        let test = try await database("pool=20")
        let second = try test.second()
        try await test.database.write { db in try db.execute("insert into thing (id, words) values (1, '0')") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for i in 0..<120 {
                let database = i % 2 == 0 ? test.database : second
                group.addTask {
                    try await database.write { db in
                        let words = try #require(try db.row("select words from thing where id = 1")).text("words")
                        try db.execute("update thing set words = \("\((Int(words) ?? 0) + 1)") where id = 1")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await test.database.read { db in try db.row("select words from thing")?.text("words") } == "120")
        try second.close()
    }

    @Test("Two that each read what the other writes are not both let through")
    func writeSkew() async throws {
        let test = try await database()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in 1...8 {
                group.addTask {
                    try await test.database.write { db in
                        // At most one may be on duty.
                        guard try db.row("select id from thing limit 1") == nil else { return }
                        try db.execute("insert into thing (id) values (\(id))")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await count(test) == 1)
    }

    @Test("Calls wait for a connection, and a cancelled one leaves the line")
    func waiting() async throws {
        let test = try await database("pool=1")
        let (inside, gate) = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        async let holding: Void = test.database.write { db in
            try db.execute("insert into thing (id) values (1)")
            gate.yield()
            release.wait()
        }
        for await _ in inside { break }
        let waiting = Task { try await count(test) }
        let gone = Task { try await count(test) }
        gone.cancel()
        await #expect(throws: CancellationError.self) { try await gone.value }
        release.signal()
        try await holding
        #expect(try await waiting.value == 1)
        #expect(try await count(test) == 1)
    }

    @Test("A task that is cancelled stops its statement at the server")
    func cancelling() async throws {
        let test = try await database("pool=1")
        let (inside, gate) = AsyncStream.makeStream(of: Void.self)
        let sleeping = Task {
            try await test.database.write { db in
                try db.execute("insert into thing (id) values (1)")
                gate.yield()
                try db.execute("select pg_sleep(600)")
            }
        }
        for await _ in inside { break }
        sleeping.cancel()
        await #expect(throws: CancellationError.self) { try await sleeping.value }
        // The one connection is free again, and nothing has happened.
        #expect(try await count(test) == 0)
    }

    @Test("A statement that takes too long is ended and told as such")
    func timeout() async throws {
        let test = try await database("statement_timeout=1")
        await #expect {
            _ = try await test.database.read { db in try db.rows("select pg_sleep(600) as x") }
        } throws: { error in
            guard case DatabaseError.statement("select pg_sleep(600) as x", .timeout, _) = error else { return false }
            return true
        }
    }

    @Test("A prepared statement whose table was changed is prepared anew")
    func stalePlan() async throws {
        let test = try await database("pool=1")
        let other = try test.second()
        let select: @Sendable (ReadTransaction) throws -> [String] = { try $0.rows("select * from thing").first?.columns ?? [] }
        try await test.database.write { db in try db.execute("insert into thing (id) values (1)") }
        #expect(try await test.database.read(select) == ["id", "words"])
        try await other.write { db in try db.execute("alter table thing add column more bigint") }
        #expect(try await test.database.read(select) == ["id", "words", "more"])
        try other.close()
    }

    @Test("More statements than a connection remembers")
    func manyStatements() async throws {
        let test = try await database("pool=1")
        for round in 1...2 {
            let sum = try await test.database.read { db in
                try (1...(PreparedStatements.limit + 50)).reduce(0) { sum, n in
                    sum + (try db.row("select \(1) + \(raw: "\(n)") as n")?.int("n") ?? 0)
                }
            }
            let n = PreparedStatements.limit + 50
            #expect(sum == n * (n + 1) / 2 + n, "round \(round)")
        }
        let known = try await test.database.write { db in try db.row("select count(*) as n from pg_prepared_statements")?.int("n") }
        #expect(try #require(known) <= PreparedStatements.limit + 2)
    }

    @Test("A server that is not there is told without the password")
    func notThere() {
        #expect {
            _ = try Database(DatabaseURL("postgres://clerk:s3cret@127.0.0.1:1/gongkai"))
        } throws: { error in
            guard case DatabaseError.cannotConnect("postgres://clerk@127.0.0.1:1/gongkai", _) = error else { return false }
            return !"\(error)".contains("s3cret")
        }
    }

    @Test("A wrong password is told without the password")
    func wrongPassword() throws {
        let address = try #require(TestEngine.serverAddress)
        let end = try #require(address.lastIndex(of: "@"))
        #expect {
            _ = try Database(DatabaseURL("postgres://gongkai:s3cret" + address[end...]))
        } throws: { error in
            guard case DatabaseError.cannotConnect(_, let reason) = error else { return false }
            return reason.contains("password") && !"\(error)".contains("s3cret")
        }
    }

    @Test("A pool tells who has a connection, who waits and who has waited in vain, and so does each replica's")
    func figures() async throws {
        let replica = try #require(TestEngine.replicaAddress)
        for wait in [1, 600] {
            let test = try TestDatabase(.postgres, parameters: "pool=1&wait=\(wait)&replica=\(replica)")
            var primary = PoolFigures(server: "primary", most: 1, idle: 1)
            #expect(test.database.pools == [primary, PoolFigures(server: "replica \(replica)", most: 1)])
            let (entered, enter) = AsyncStream.makeStream(of: Void.self)
            let done = DispatchSemaphore(value: 0)
            let holder = Task {
                try await test.database.write { _ in
                    enter.yield()
                    done.wait()
                }
            }
            for await _ in entered { break }
            (primary.inUse, primary.idle) = (1, 0)
            #expect(test.database.pools[0] == primary)
            let waiting = Task { try await test.database.read(from: .primary) { _ in } }
            if wait == 1 {
                await #expect(throws: DatabaseError.self) { try await waiting.value }
                primary.timedOut = 1
            } else {
                while test.database.pools[0].waiting == 0 { try await Task.sleep(for: .milliseconds(5)) }
                primary.waiting = 1
            }
            #expect(test.database.pools[0] == primary)
            done.signal()
            try await holder.value
            if wait != 1 { try await waiting.value }
            (primary.inUse, primary.idle, primary.waiting) = (0, 1, 0)
            #expect(test.database.pools[0] == primary)
        }
    }

    @Test("What went wrong with a statement is told by its state, its constraint and the statement, never by what was typed")
    func withoutValues() async throws {
        let test = try await database()
        try await test.database.write { db in
            try db.execute(
                "create table name (words text, constraint name_known unique (words), constraint name_short check (length(words) < 9))")
            try db.execute("insert into name values ('张三')")
        }
        let cases: [(SQL, String)] = [
            ("select cast(\("张三") as bigint) as n", "SQLSTATE 22P02"),
            ("select cast(\("张三") as date) as n", "SQLSTATE 22007"),
            ("insert into name values (\("张三"))", "SQLSTATE 23505，约束 name_known"),
            ("insert into name values (\("张三的很长的一个名字"))", "SQLSTATE 23514，约束 name_short"),
            ("select nothing from thing where words = \("张三")", "SQLSTATE 42703"),
        ]
        for (sql, words) in cases {
            let error = await #expect(throws: DatabaseError.self) { try await test.database.write { db in try db.rows(sql) } }
            let told = try #require(error).description
            #expect(told.contains(words) && told.contains(sql.text) && !told.contains("张三"), "\(told)")
        }
        // Here the server's words say what is missing.
        await #expect {
            _ = try await test.database.read { db in try db.rows("select nothing from thing") }
        } throws: { "\($0)".contains("\"nothing\"") }
    }

    @Test("A database in another order of characters is refused with the way out")
    func otherOrder() throws {
        let address = try #require(TestEngine.serverAddress)
        let name = "order_" + UUID().uuidString.prefix(8).lowercased()
        try Database.administer(
            DatabaseURL(address), "create database \(name) template template0 locale_provider icu icu_locale 'zh'")
        defer { try? Database.administer(try DatabaseURL(address), "drop database \(name) with (force)") }
        let slash = try #require(address.lastIndex(of: "/"))
        #expect {
            _ = try Database(DatabaseURL(address[..<slash] + "/" + name))
        } throws: { error in
            "\(error)".contains("--locale=C.UTF-8")
        }
    }
}
