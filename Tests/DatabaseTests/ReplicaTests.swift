import Foundation
import TestSupport
import Testing

@testable import Database

/// Reads go to a replica that has come far enough, and to the primary otherwise.
@Suite(.opensDatabases, .serialized, .enabled(if: TestEngine.replicaAddress != nil, Comment(rawValue: TestEngine.skipped)))
struct ReplicaTests {
    private func isReplica(_ test: TestDatabase) async throws -> Bool {
        try await test.database.read { db in try db.row("select pg_is_in_recovery() as x")?.int("x") == 1 }
    }

    /// Runs one function on the replica itself.
    private func onReplica(_ function: String) throws {
        let address = try #require(TestEngine.serverAddress)
        let place = try #require(TestEngine.replicaAddress)
        let at = try #require(address.lastIndex(of: "@"))
        try Database.administer(
            try DatabaseURL(address[..<at] + "@" + place + "/postgres?target_session_attrs=any"), "select \(function)()")
    }

    /// A database whose table the replica has, too.
    private func replicated() async throws -> TestDatabase {
        let test = try TestDatabase(.postgres, parameters: "replica=\(try #require(TestEngine.replicaAddress))")
        try await test.database.write { db in try db.execute("create table thing (id bigint primary key)") }
        return test
    }

    @Test("A commit is seen by the next read, be the replica as far behind as it may")
    func readYourWrites() async throws {
        let test = try await replicated()
        for id in 1...50 {
            try await test.database.write { db in try db.execute("insert into thing (id) values (\(id))") }
            #expect(try await test.database.read { db in try db.row("select count(*) as n from thing")?.int("n") } == id)
        }
        // In the end the replica has it all and answers.
        var tries = 0
        while try await !isReplica(test), tries < 500 {
            tries += 1
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(try await isReplica(test))
    }

    @Test("While the replica stands still, what was committed is read from the primary")
    func standingReplica() async throws {
        let test = try await replicated()
        try onReplica("pg_wal_replay_pause")
        defer { try? onReplica("pg_wal_replay_resume") }
        try await test.database.write { db in try db.execute("insert into thing (id) values (1)") }
        #expect(try await test.database.read { db in try db.rows("select id from thing").count } == 1)
        #expect(try await !isReplica(test))
    }

    @Test("A replica that is not there is passed over")
    func deadReplica() async throws {
        let test = try TestDatabase(.postgres, parameters: "replica=127.0.0.1:1")
        try await test.database.write { db in try db.execute("create table thing (id bigint primary key)") }
        #expect(try await test.database.read { db in try db.rows("select id from thing").count } == 0)
        #expect(try await !isReplica(test))
    }

    @Test("Nothing can be changed by a read, on a replica either")
    func readOnly() async throws {
        let test = try await replicated()
        await #expect(throws: DatabaseError.self) {
            _ = try await test.database.read { db in try db.rows("insert into thing (id) values (1) returning id") }
        }
    }
}
