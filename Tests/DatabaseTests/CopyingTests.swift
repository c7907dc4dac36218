import TestSupport
import Testing

@testable import Database

/// Tables are copied whole, whatever refers to what.
@Suite(.opensDatabases) struct CopyingTests {
    private let schema = """
        create table a_part (id bigint primary key, body_id bigint not null references body (id));
        create table body (id bigint primary key, parent_id bigint references body (id), name text, size double precision, seal bytea);
        create table word (language text, word text, primary key (language, word));
        """
    // A table may refer to one that comes later on SQLite alone.
    private var ordered: String {
        let lines = schema.split(separator: "\n")
        return [lines[1], lines[0], lines[2]].joined(separator: "\n")
    }

    private func database(_ engine: TestEngine) async throws -> TestDatabase {
        let test = try TestDatabase(engine)
        try await test.database.migrate([try Migration(Array("-- part/0001-bodies\n\(ordered)".utf8))], at: .now)
        return test
    }

    private func fill(_ test: TestDatabase) async throws {
        try await test.database.write { db in
            // A parent with a higher id than its child's.
            try db.execute("insert into body (id, name, size) values (1000, '县', \(0.1))")
            for id in 1...250 {
                try db.execute(
                    """
                    insert into body (id, parent_id, name, size, seal) values (\(id), 1000, \(id % 3 == 0 ? nil : "镇\(id)'\""),
                      \(Double(id) / 7), \([UInt8(truncatingIfNeeded: id), 0] as [UInt8]))
                    """)
                try db.execute("insert into a_part (id, body_id) values (\(id), \(id))")
            }
            for word in ["b", "B", "八", "阿", "", "a-b", "aa"] {
                try db.execute("insert into word (language, word) values ('zh', \(word))")
            }
        }
    }

    @Test(arguments: TestEngine.all, TestEngine.all)
    func allRowsComeOverAndTheDigestsAgree(_ from: TestEngine, _ to: TestEngine) async throws {
        let source = try await database(from)
        let target = try await database(to)
        try await fill(source)
        let contents = try await source.database.copyTables(to: target.database, clearing: false)
        #expect(contents.map(\.table) == ["body", "word", "a_part"])
        #expect(contents.map(\.rows) == [251, 7, 250])
        let again = try await target.database.read { db in
            try SQLTable.inOrderOfReferences(db.tables()).filter { $0.name != SQLTable.migrations }.map { try db.content($0) }
        }
        #expect(again == contents)
        // Foreign keys hold afterwards as before.
        await #expect(throws: DatabaseError.self) {
            try await target.database.write { db in try db.execute("insert into a_part (id, body_id) values (999, 999)") }
        }
    }

    @Test(arguments: TestEngine.all)
    func aTargetWithRowsIsRefusedAndKeepsThem(_ engine: TestEngine) async throws {
        let source = try await database(.sqlite)
        let target = try await database(engine)
        try await fill(source)
        try await target.database.write { db in try db.execute("insert into word (language, word) values ('en', 'x')") }
        await #expect(throws: DatabaseError.notEmpty(table: "word")) {
            _ = try await source.database.copyTables(to: target.database, clearing: false)
        }
        #expect(try await target.database.read { db in try db.rows("select * from word").count } == 1)
    }

    @Test(arguments: TestEngine.all)
    func otherTablesAreRefused(_ engine: TestEngine) async throws {
        let source = try await database(.sqlite)
        let target = try TestDatabase(engine)
        try await fill(source)
        await #expect(throws: DatabaseError.unlikeTables(table: "body")) {
            _ = try await source.database.copyTables(to: target.database, clearing: true)
        }
    }

    @Test(arguments: TestEngine.all)
    func tablesTellTheirColumnsKeysAndReferences(_ engine: TestEngine) async throws {
        let test = try await database(engine)
        let tables = try await test.database.read { db in try db.tables() }
        #expect(tables.map(\.name) == ["a_part", "body", "schema_migration", "word"])
        #expect(tables[1].columns.map(\.type) == ["bigint", "bigint", "text", "double precision", "bytea"])
        #expect(tables[1].references == [.init(columns: ["parent_id"], table: "body", targets: ["id"])])
        #expect(tables[3].primaryKey == ["language", "word"])
    }
}
