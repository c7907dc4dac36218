import Foundation
import TestSupport
import Testing

@testable import Database

@Suite(.opensDatabases) struct MigrationTests {
    private let instant = Date(timeIntervalSince1970: 1_700_000_000)

    private func migration(_ number: Int, _ sql: String) throws -> Migration {
        try Migration(file: String(format: "%04d-step.sql", number), bytes: Array(sql.utf8))
    }

    private func tables(_ test: TestDatabase) async throws -> [String] {
        try await test.database.read { db in
            try db.tables().map(\.name).sorted()
        }
    }

    @Test(arguments: TestEngine.all) func stepsAreAppliedOnceInOrderAndRecorded(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let one = try migration(1, "create table a (id bigint primary key); insert into a (id) values (1);")
        let two = try migration(2, "insert into a (id) values (2);")
        try await test.database.migrate([one], at: instant)
        try await test.database.migrate([one, two], at: instant.addingTimeInterval(1))
        try await test.database.migrate([one, two], at: instant.addingTimeInterval(2))
        #expect(try await test.database.read { db in try db.rows("select id from a").count } == 2)
        let rows = try await test.database.read { db in try db.rows("select * from schema_migration order by number") }
        #expect(try rows.map { try $0.int("number") } == [1, 2])
        #expect(try rows.map { try $0.text("name") } == ["step", "step"])
        #expect(try rows[0].text("sha256") == one.checksum)
        #expect(one.checksum.utf8.count == 64)
        #expect(try rows.map { try $0.instant("applied_at") } == [instant, instant.addingTimeInterval(1)])
    }

    @Test(arguments: TestEngine.all) func aStepThatWasChangedAfterwardsIsRefused(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await test.database.migrate([migration(1, "create table a (id bigint);")], at: instant)
        let changed = try migration(1, "create table a (id bigint, more text);")
        await #expect(throws: DatabaseError.migrationChanged(number: 1, name: "step")) {
            try await test.database.migrate([changed], at: instant)
        }
    }

    @Test(arguments: TestEngine.all) func aDatabaseNewerThanTheProgramIsRefused(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let steps = try [migration(1, "create table a (id bigint);"), migration(2, "create table b (id bigint);")]
        try await test.database.migrate(steps, at: instant)
        await #expect(throws: DatabaseError.databaseNewer(database: 2, program: 1)) {
            try await test.database.migrate([steps[0]], at: instant)
        }
    }

    @Test(arguments: TestEngine.all) func aStepThatComesBetweenOthersIsNoFaultOfTheStructure(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let (one, two, four) = (
            try migration(1, "create table a (id bigint);"), try migration(2, "create table b (id bigint);"),
            try migration(4, "create table d (id bigint);")
        )
        try await test.database.migrate([one, four], at: instant)
        #expect(try await test.database.catalogueFaults([one, two, four]) == [])
        await #expect(throws: DatabaseError.databaseNewer(database: 4, program: 2)) { try await test.database.catalogueFaults([one, two]) }
        try await test.database.migrate([one, two, four], at: instant)
        #expect(try await test.database.catalogueFaults([one, two, four]) == [])
    }

    /// A step that comes between others finds their columns there already, and adds its own behind them.
    @Test(arguments: TestEngine.all) func columnsStandInTheOrderInWhichStepsWereTaken(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let (one, two, four) = (
            try migration(1, "create table a (id bigint);"), try migration(2, "alter table a add column early bigint;"),
            try migration(4, "alter table a add column late bigint;")
        )
        try await test.database.migrate([one, four], at: instant)
        try await test.database.migrate([one, two, four], at: instant.addingTimeInterval(60))
        #expect(try await test.database.catalogueFaults([one, two, four]) == [])
    }

    @Test(arguments: TestEngine.all) func anotherStructureIsToldWhileItIsOpen(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let steps = try [migration(1, "create table a (id bigint);"), migration(2, "create table b (id bigint);")]
        try await test.database.migrate(steps, at: instant)
        try await test.database.checkStructure(steps)
        await #expect(throws: DatabaseError.databaseNewer(database: 2, program: 1)) {
            try await test.database.checkStructure([steps[0]])
        }
        await #expect(throws: DatabaseError.databaseOlder(database: 2, program: 3)) {
            try await test.database.checkStructure(steps + [migration(3, "create table c (id bigint);")])
        }
        await #expect(throws: DatabaseError.migrationChanged(number: 2, name: "step")) {
            try await test.database.checkStructure([steps[0], migration(2, "create table c (id bigint);")])
        }
    }

    @Test(arguments: TestEngine.all) func aFailingStepLeavesNothingAndKeepsTheOnesBefore(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let steps = try [
            migration(1, "create table a (id bigint);"),
            migration(2, "create table b (id bigint); insert into nowhere (id) values (1);"),
        ]
        await #expect {
            try await test.database.migrate(steps, at: instant)
        } throws: { error in
            guard case DatabaseError.migrationFailed(2, "step", let reason) = error else { return false }
            return reason.contains("nowhere")
        }
        #expect(try await tables(test) == ["a", "schema_migration"])
        let mended = try [steps[0], migration(2, "create table b (id bigint);")]
        try await test.database.migrate(mended, at: instant)
        #expect(try await tables(test) == ["a", "b", "schema_migration"])
    }

    @Test(arguments: TestEngine.all) func numbersMustAscend(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        for wrong in [1, 2] {
            let steps = try [migration(2, "create table a (id bigint);"), migration(wrong, "select 1;")]
            await #expect(throws: DatabaseError.migrationNumbering(after: 2, found: wrong)) {
                try await test.database.migrate(steps, at: instant)
            }
        }
        #expect(try await tables(test).isEmpty)
    }

    /// A number that was never used is no missing step; what comes later into a gap is applied.
    @Test(arguments: TestEngine.all) func aNumberMayBeLeftOut(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let steps = try [migration(1, "create table a (id bigint);"), migration(3, "create table c (id bigint);")]
        try await test.database.migrate(steps, at: instant)
        try await test.database.checkStructure(steps)
        let filled = try [steps[0], migration(2, "create table b (id bigint);"), steps[1]]
        await #expect(throws: DatabaseError.databaseOlder(database: 1, program: 3)) { try await test.database.checkStructure(filled) }
        try await test.database.migrate(filled, at: instant)
        #expect(try await tables(test) == ["a", "b", "c", "schema_migration"])
    }

    @Test(arguments: ["reports.sql", "1-reports.sql", "0001.sql", "0000-a.sql", "0001-.sql", "0001-reports.txt"])
    func filesOfOtherNamesAreRefused(_ name: String) {
        #expect(throws: DatabaseError.migrationName(name)) { try Migration(file: name, bytes: []) }
    }

    @Test(arguments: TestEngine.all) func twoProcessesMigratingAtOnceApplyEachStepOnce(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let steps = try (1...5).map { try migration($0, "create table t\($0) (id bigint);") }
        let second = try test.second()
        let instant = instant
        async let a: Void = test.database.migrate(steps, at: instant)
        async let b: Void = second.migrate(steps, at: instant)
        _ = try await (a, b)
        #expect(try await tables(test).count == 6)
    }
}
