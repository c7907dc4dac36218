import Foundation
import TestSupport
import Testing

@testable import Database

@Suite(.opensDatabases) struct MigrationTests {
    private let instant = Date(timeIntervalSince1970: 1_700_000_000)

    private func migration(_ number: Int, _ sql: String) throws -> Migration {
        try Migration(Array("-- part/\(String(format: "%04d", number))-step\n\(sql)".utf8))
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
        let rows = try await test.database.read { db in try db.rows("select * from schema_migration order by position") }
        #expect(try rows.map { try $0.int("position") } == [1, 2])
        #expect(try rows.map { try $0.text("id") } == ["part/0001-step", "part/0002-step"])
        #expect(try rows[0].text("sha256") == one.checksum)
        #expect(one.checksum.utf8.count == 64)
        #expect(try rows.map { try $0.instant("applied_at") } == [instant, instant.addingTimeInterval(1)])
    }

    @Test(arguments: TestEngine.all) func aStepThatWasChangedAfterwardsIsRefused(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try await test.database.migrate([migration(1, "create table a (id bigint);")], at: instant)
        let changed = try migration(1, "create table a (id bigint, more text);")
        await #expect(throws: DatabaseError.migrationChanged(id: "part/0001-step")) {
            try await test.database.migrate([changed], at: instant)
        }
    }

    @Test(arguments: TestEngine.all) func aDatabaseNewerThanTheProgramIsRefused(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let steps = try [migration(1, "create table a (id bigint);"), migration(2, "create table b (id bigint);")]
        try await test.database.migrate(steps, at: instant)
        await #expect(throws: DatabaseError.databaseNewer(unknown: ["part/0002-step"])) {
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
        await #expect(throws: DatabaseError.databaseNewer(unknown: ["part/0004-step"])) {
            try await test.database.catalogueFaults([one, two])
        }
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
        await #expect(throws: DatabaseError.databaseNewer(unknown: ["part/0002-step"])) {
            try await test.database.checkStructure([steps[0]])
        }
        await #expect(throws: DatabaseError.databaseOlder(missing: ["part/0003-step"])) {
            try await test.database.checkStructure(steps + [migration(3, "create table c (id bigint);")])
        }
        await #expect(throws: DatabaseError.migrationChanged(id: "part/0002-step")) {
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
            guard case DatabaseError.migrationFailed("part/0002-step", let reason) = error else { return false }
            return reason.contains("nowhere")
        }
        #expect(try await tables(test) == ["a", "schema_migration"])
        let mended = try [steps[0], migration(2, "create table b (id bigint);")]
        try await test.database.migrate(mended, at: instant)
        #expect(try await tables(test) == ["a", "b", "schema_migration"])
    }

    @Test(arguments: TestEngine.all) func anIDStandsForOneMigration(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let steps = try [migration(2, "create table a (id bigint);"), migration(2, "select 1;")]
        await #expect(throws: DatabaseError.migrationRepeated(id: "part/0002-step")) {
            try await test.database.migrate(steps, at: instant)
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
        await #expect(throws: DatabaseError.databaseOlder(missing: ["part/0002-step"])) { try await test.database.checkStructure(filled) }
        try await test.database.migrate(filled, at: instant)
        #expect(try await tables(test) == ["a", "b", "c", "schema_migration"])
    }

    @Test(arguments: [
        "", "create table a (id bigint);", "-- a", "-- a/1-step", "-- a/0001", "-- a/0001-", "-- /0001-step", "-- A/0001-step",
        "-- a/0001-step.sql", "-- a/0001-step ", "-- a/b/0001-step", "--a/0001-step", "-- a\u{301}/0001-step",
    ])
    func aFileBeginsWithItsID(_ line: String) {
        #expect(throws: DatabaseError.migrationName(line)) { try Migration(Array((line + "\nselect 1;").utf8)) }
    }

    @Test func aFileSaysWhatItHoldsOfANumberedStep() throws {
        let young = try Migration(Array("-- part/0002-step\nselect 1;".utf8))
        let old = try Migration(Array("-- part/0001-step\n-- Formerly 0007.\nselect 1;".utf8))
        #expect(young.id == "part/0002-step" && young.capability == "part" && young.formerly == nil)
        #expect(old.formerly == 7)
    }

    /// One numbered step was cut into two migrations, of two capabilities.
    private func successors() throws -> [Migration] {
        try [
            Migration(Array("-- a/0001-step\n-- Formerly 0001.\ncreate table a (id bigint);".utf8)),
            Migration(Array("-- a/0002-step\n-- Formerly 0003.\nalter table a add column more bigint;".utf8)),
            Migration(Array("-- b/0001-step\n-- Formerly 0001.\ncreate table b (id bigint);".utf8)),
            Migration(Array("-- b/0002-step\ncreate table c (id bigint);".utf8)),
        ]
    }

    private func numbered(_ engine: TestEngine, _ numbers: [Int]) async throws -> TestDatabase {
        let test = try TestDatabase(engine)
        try await test.database.write { db in
            try db.script(MigrationTable.numberedStatement)
            try db.script("create table a (id bigint);")
            try db.script("create table b (id bigint);")
            if numbers.contains(3) { try db.script("alter table a add column more bigint;") }
            for number in numbers {
                try db.script(
                    "insert into schema_migration (number, name, sha256, applied_at) values (\(number), 'step', '0', \(number * 1000))")
            }
        }
        return test
    }

    @Test(arguments: TestEngine.all) func aDatabaseWithNumberedStepsIsCarriedOver(_ engine: TestEngine) async throws {
        for numbers in [[1], [1, 3]] {
            let test = try await numbered(engine, numbers)
            #expect(try await test.database.catalogueFaults(try successors()) == [])
            try await test.database.migrate(try successors(), at: instant)
            try await test.database.checkStructure(try successors())
            #expect(try await test.database.catalogueFaults(try successors()) == [])
            #expect(try await tables(test) == ["a", "b", "c", "schema_migration"])
            let first = try await test.database.read { db in try db.rows("select id, applied_at from schema_migration order by position")[0]
            }
            #expect(try first.text("id") == "a/0001-step" && first.instant("applied_at") == Date(timeIntervalSince1970: 1))
        }
    }

    @Test(arguments: TestEngine.all) func aNumberThatNoMigrationHoldsIsOfANewerProgram(_ engine: TestEngine) async throws {
        let test = try await numbered(engine, [1, 3, 4])
        await #expect(throws: DatabaseError.databaseNewer(unknown: ["4"])) { try await test.database.catalogueFaults(try successors()) }
        await #expect(throws: DatabaseError.databaseNewer(unknown: ["4"])) {
            try await test.database.migrate(try successors(), at: instant)
        }
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
