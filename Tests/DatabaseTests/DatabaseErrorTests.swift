import Database
import Foundation
import TestSupport
import Testing

/// Errors name the statement, the column and what happened.
@Suite(.opensDatabases) struct DatabaseErrorTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(arguments: TestEngine.all) func aBrokenStatementIsNamed(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let sql: SQL = "select x from nowhere"
        await #expect {
            _ = try await test.database.read { db in try db.rows(sql) }
        } throws: { error in
            guard case DatabaseError.statement("select x from nowhere", .other, let reason) = error else { return false }
            return reason.contains("nowhere") && "\(error)".contains("select x from nowhere")
        }
    }

    @Test(arguments: TestEngine.all) func aUniqueViolationIsToldApart(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        await #expect {
            try await test.database.write { db in
                try db.execute("create table t (id bigint primary key)")
                try db.execute("insert into t (id) values (1)")
                try db.execute("insert into t (id) values (1)")
            }
        } throws: { error in
            guard case DatabaseError.statement("insert into t (id) values (1)", .unique, _) = error else { return false }
            return "\(error)".contains("违反唯一约束")
        }
    }

    @Test(arguments: TestEngine.all) func aMarkWithoutAValueIsAnError(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        for sql in ["select ? as x", "select \(1) as x, ? as y"] as [SQL] {
            await #expect {
                _ = try await test.database.read { db in try db.rows(sql) }
            } throws: { error in
                guard case DatabaseError.statement = error else { return false }
                return true
            }
        }
    }

    @Test(arguments: TestEngine.all) func aMissingColumnAndAWrongTypeNameColumnAndStatement(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let sql = "select 'abc' as words, null as gone"
        let row = try await test.database.read { db in try #require(try db.row("select 'abc' as words, null as gone")) }
        #expect(throws: DatabaseError.missingColumn("word", sql: sql)) { try row.text("word") }
        #expect(throws: DatabaseError.wrongType("words", expected: "整数", found: "文本", sql: sql)) { try row.int("words") }
        #expect(throws: DatabaseError.wrongType("gone", expected: "文本", found: "空值", sql: sql)) {
            try row.text("gone")
        }
        #expect(try row.optionalText("gone") == nil)
        #expect(throws: DatabaseError.self) { try row.optionalInt("words") }
    }

    private enum State: String { case active, left }

    @Test(arguments: TestEngine.all) func aValueThatNobodyKnowsNamesColumnValueAndStatement(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let sql = "select 'left' as state, 'gone' as other, null as none, 2 as truth, 1 as yes"
        let row = try await test.database.read { db in
            try #require(try db.row("select 'left' as state, 'gone' as other, null as none, 2 as truth, 1 as yes"))
        }
        #expect(try row.value("state", as: State.self) == .left)
        #expect(try row.optionalValue("state", as: State.self) == .left)
        #expect(try row.optionalValue("none", as: State.self) == nil)
        #expect(throws: DatabaseError.unknownValue(column: "other", value: "gone", sql: sql)) { try row.value("other", as: State.self) }
        #expect(throws: DatabaseError.unknownValue(column: "other", value: "gone", sql: sql)) {
            try row.optionalValue("other", as: State.self)
        }
        #expect(throws: DatabaseError.wrongType("none", expected: "文本", found: "空值", sql: sql)) { try row.value("none", as: State.self) }
        #expect(throws: DatabaseError.unknownValue(column: "other", value: "gone", sql: sql)) { try row.value("other") { Int($0) } }
        #expect(try row.bool("yes"))
        #expect(throws: DatabaseError.unknownValue(column: "truth", value: "2", sql: sql)) { try row.bool("truth") }
        #expect("\(DatabaseError.unknownValue(column: "other", value: "gone", sql: sql))".contains("较新的程序"))
    }

    @Test(arguments: [
        ("mysql://clerk:secret@host/db", DatabaseError.unsupportedAddress(scheme: "mysql")),
        ("data", .unsupportedAddress(scheme: "data")),
        ("sqlite:", .incompleteAddress(scheme: "sqlite")),
    ])
    func addressesOfOtherKindsAreRefusedWithoutRepeatingSecrets(_ text: String, _ expected: DatabaseError) {
        #expect(throws: expected) { try DatabaseURL(text) }
        #expect(!expected.description.contains("secret"))
    }

    @Test func anAddressKeepsItsPath() throws {
        #expect(try DatabaseURL("sqlite:data/a:b.sqlite").sqlitePath == "data/a:b.sqlite")
    }

    @Test func aFolderThatIsNotThereCannotBeOpened() {
        #expect {
            try Database(.sqlite(path: folder.path + "/none/test.sqlite"))
        } throws: { error in
            guard case DatabaseError.cannotOpen(let path, _) = error else { return false }
            return path.hasSuffix("/none/test.sqlite")
        }
    }

    @Test func aFileThatIsNoDatabaseCannotBeOpened() throws {
        let path = folder.path + "/text.sqlite"
        try Data("这不是数据库，只是一段文字，而且足够长，超过文件头。".utf8 + Array(repeating: 0x61, count: 4096)).write(to: URL(fileURLWithPath: path))
        #expect(throws: DatabaseError.self) { try Database(.sqlite(path: path)) }
    }

    @Test func aCommitIsOnDiskBeforeItIsAcknowledged() async throws {
        let test = try TestDatabase(.sqlite)
        let (journal, synchronous) = try await test.database.write { db in
            (try db.row("pragma journal_mode")?.text("journal_mode"), try db.row("pragma synchronous")?.int("synchronous"))
        }
        #expect(journal == "wal")
        #expect(synchronous == 2)
    }

    @Test(arguments: TestEngine.all) func aClosedDatabaseAnswersWithAnError(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        try test.database.close()
        await #expect(throws: DatabaseError.self) { _ = try await test.database.read { db in try db.rows("select 1 as x") } }
        await #expect(throws: DatabaseError.self) { try await test.database.write { db in try db.execute("select 1") } }
    }
}
