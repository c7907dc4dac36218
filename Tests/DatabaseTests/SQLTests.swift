import Foundation
import TestSupport
import Testing

@testable import Database

@Suite("SQL binds whatever is interpolated", .opensDatabases) struct SQLTests {
    private enum State: String { case active, left }
    private enum Level: Int { case county = 3 }

    @Test("values become parameters: no text that is put in is ever read as SQL")
    func binding() {
        let (name, id, gone): (String, Int, String?) = ("'; drop table account; --", 7, nil)
        let sql: SQL = "update account set name = \(name), phone = \(gone) where id = \(id)"
        #expect(sql.text == "update account set name = ?, phone = ? where id = ?")
        #expect(sql.numbered == "update account set name = $1, phone = $2 where id = $3")
        #expect(sql.values == [.text(name), .null, .integer(7)])
    }

    @Test("each type that is stored has its value")
    func types() {
        let bytes: [UInt8] = [1, 2]
        let instant = Date(timeIntervalSince1970: 1.5)
        let sql: SQL = """
            \(true) \(false) \(Int64.max) \(0.5) \(bytes) \(instant) \(State.left) \(State?.none) \(State?.some(.active)) \(Level.county) \
            \(SQLValue.text("x")) \([UInt8]?.none) \(Date?.none)
            """
        #expect(
            sql.values == [
                .integer(1), .integer(0), .integer(.max), .real(0.5), .blob([1, 2]), .integer(1500), .text("left"), .null, .text("active"),
                .integer(3), .text("x"), .null, .null,
            ])
    }

    @Test("a part of a statement keeps its parameters wherever it is put")
    func parts() {
        let condition: SQL = "region = \("县") and year = \(2024)"
        var sql: SQL = "select \(1) as one from report where \(condition) and id = \(5)"
        #expect(sql.numbered == "select $1 as one from report where region = $2 and year = $3 and id = $4")
        sql += " limit \(10)" + " offset \(20)"
        #expect(sql.text.hasSuffix("id = ? limit ? offset ?"))
        #expect(sql.numbered.hasSuffix("id = $4 limit $5 offset $6"))
        #expect(sql.values == [.integer(1), .text("县"), .integer(2024), .integer(5), .integer(10), .integer(20)])
    }

    @Test("question marks of the statement's own are no parameters, nor are those of Chinese texts before them")
    func marks() {
        let sql: SQL = "select '?信息？' as a, \(1) as b -- why?"
        #expect(sql.numbered == "select '?信息？' as a, $1 as b -- why?")
        #expect(sql.values == [.integer(1)])
    }

    @Test("conditions join, none is no condition")
    func conditions() {
        let none: [SQL] = []
        #expect(("select 1\(where: none)" as SQL).text == "select 1")
        let two: [SQL] = ["a = \(1) or b = \(2)", "c = \(3)"]
        #expect(("select 1\(where: two)" as SQL).numbered == "select 1 where (a = $1 or b = $2) and (c = $3)")
        #expect(two.joined(" and ").text == "a = ? or b = ? and c = ?")
        #expect(none.joined(", ").isEmpty)
    }

    @Test("lists expand, names are quoted")
    func lists() {
        #expect(("id in (\(list: [1, 2, 3]))" as SQL).numbered == "id in ($1, $2, $3)")
        #expect(("state in (\(list: [State.active, .left]))" as SQL).values == [.text("active"), .text("left")])
        #expect(("id in (\(list: [Int]()))" as SQL).text == "id in (null)")
        #expect(("select \(name: "a\"b") from t" as SQL).text == "select \"a\"\"b\" from t")
    }

    @Test("nothing is in an empty list, on every engine", arguments: TestEngine.all)
    func emptyList(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let ids: [Int] = []
        let found = try await test.database.read { db in
            try db.rows("select n from (select cast(1 as bigint) as n) t where n in (\(list: ids))").count
        }
        #expect(found == 0)
    }

    @Test("statements of one text and other placeholders are other statements", arguments: TestEngine.all)
    func sameText(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let row = try await test.database.read { db in
            _ = try db.row("select '?' as a, \("b") as b")
            return try db.row("select '?' as a, \("c") as b")
        }
        #expect(try row?.text("a") == "?")
        #expect(try row?.text("b") == "c")
    }

    @Test("a transaction counts the rows that it changed, those of `returning` too, and none that it read", arguments: TestEngine.all)
    func changedRows(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let counts = try await test.database.write { db in
            try db.execute("create table t (id bigint primary key, n bigint)")
            var counts = [db.changedRows]
            func count() { counts.append(db.changedRows) }
            try db.execute("insert into t (id, n) values (1, 0), (2, 0), (3, 0)")
            count()
            _ = try db.rows("select id from t")
            try db.each("select id from t") { _ in }
            count()
            _ = try db.row("update t set n = n + 1 where id < 3 returning id")
            count()
            try db.execute("delete from t where id = 9")
            count()
            try db.execute("delete from t where id = 3")
            count()
            return counts
        }
        #expect(counts == [0, 3, 3, 5, 5, 6])
        // Another transaction of the same connection begins at nothing.
        #expect(try await test.database.write { db in db.changedRows } == 0)
    }

    @Test("an exclusive write is one transaction like others", arguments: TestEngine.all)
    func exclusive(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        struct Stop: Error {}
        try await test.database.exclusiveWrite { db in try db.execute("create table t (id bigint primary key)") }
        await #expect(throws: Stop.self) {
            try await test.database.exclusiveWrite { db in
                try db.execute("insert into t (id) values (1)")
                throw Stop()
            }
        }
        #expect(try await test.database.read { db in try db.rows("select id from t").count } == 0)
    }
}
