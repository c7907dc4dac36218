import Database
import Foundation
import Markup
import TestSupport
import Testing

@testable import Office

/// A change is recorded in its transaction, or it is not committed.
@Suite("A unit of work", .opensDatabases) struct ChangeTests {
    private let temporary: TemporaryRecords
    private var records: Records { temporary.records }

    init() async throws { temporary = try await TemporaryRecords() }

    private func settings() async throws -> [String] {
        try await records.database.read { db in
            try db.rows("select name from setting where name like 'test%' order by name").map { try $0.text("name") }
        }
    }

    private static func insert(_ name: String, _ db: Transaction) throws {
        try db.execute("insert into setting (name, value, changed_at) values (\(name), '1', 0)")
    }

    @Test("rows that were altered without an event are not there: inserted, updated, deleted, counted by `returning`")
    func unrecorded() async throws {
        try await records.database.write { try Self.insert("test", $0) }
        let edits: [SQL] = [
            "insert into setting (name, value, changed_at) values ('test2', '1', 0)", "update setting set value = '2' where name = 'test'",
            "delete from setting where name = 'test'",
        ]
        for edit in edits {
            await #expect(throws: ChangeError.unrecorded(rows: 1)) {
                try await records.change(by: .program, at: .sample) { change in try change.db.execute(edit) }
            }
        }
        await #expect(throws: ChangeError.unrecorded(rows: 1)) {
            try await records.change(by: .program, at: .sample) { change in
                _ = try change.db.row("update setting set value = '2' where name = 'test' returning name")
            }
        }
        #expect(try await settings() == ["test"])
        let value = try await records.database.read { try $0.row("select value from setting where name = 'test'")?.text("value") }
        #expect(value == "1")
    }

    @Test("with its event it is there, and the event names the actor and the instant")
    func recorded() async throws {
        try await records.change(by: .account(7), at: .sample) { change in
            try Self.insert("test", change.db)
            try change.record(.site, "setting.changed", subject: .site, fields: ["test"], facts: ["test": .number("1")])
        }
        #expect(try await settings() == ["test"])
        let event = try #require(try await temporary.events("setting.changed").first)
        #expect(event.actor == .account(7) && abs(event.at.timeIntervalSince(.sample)) < 0.001 && event.fields == ["test"])
        #expect(try await records.verifyAudit(by: .program, at: .sample).faults.contains(.row(.setting("test"))) == false)
    }

    @Test("what alters nothing, or says why it needs no event, leaves none")
    func withoutEvent() async throws {
        let before = try await records.auditEvents(AuditFilter(), before: nil, limit: 1).total
        try await records.change(by: .program, at: .sample) { change in
            _ = try change.db.rows("select name from setting")
            try change.db.execute("delete from setting where name = 'nothing'")
        }
        try await records.change(by: .program, at: .sample) { change in
            change.leaveUnrecorded(because: "a test")
            try Self.insert("test1", change.db)
        }
        try await records.audited.writeUnrecorded(because: "a test") { try Self.insert("test2", $0) }
        try await records.audited.writeUnrecorded(because: "a test", isApart: true) { try Self.insert("test3", $0) }
        #expect(try await settings() == ["test1", "test2", "test3"])
        #expect(try await records.auditEvents(AuditFilter(), before: nil, limit: 1).total == before)
    }

    @Test("of changes that are committed together the one without an event fails alone")
    func together() async throws {
        let records = records
        let failed = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<20 {
                group.addTask {
                    do {
                        try await records.change(by: .program, at: .sample) { change in
                            try Self.insert("test\(number + 10)", change.db)
                            if number % 5 != 0 { try change.record(.site, "setting.changed", subject: .site) }
                        }
                        return nil
                    } catch ChangeError.unrecorded(rows: 1) {
                        return number
                    }
                }
            }
            return try await group.reduce(into: Set<Int>()) { failed, number in if let number { failed.insert(number) } }
        }
        #expect(failed == [0, 5, 10, 15])
        #expect(try await settings().count == 16)
        #expect(try await temporary.events("setting.changed").count == 16)
    }

    @Test("a part that another one does has its own actor, and its event counts for the whole; an exclusive change is the same")
    func parts() async throws {
        try await records.audited.exclusiveChange(by: .visitor, at: .sample) { change in
            try Self.insert("test", change.db)
            try change.acting(as: .program).record(.site, "setting.changed", subject: .site)
        }
        #expect(try await temporary.events("setting.changed").map(\.actor) == [.program])
        await #expect(throws: ChangeError.unrecorded(rows: 1)) {
            try await records.audited.exclusiveChange(by: .visitor, at: .sample) { change in try Self.insert("test2", change.db) }
        }
        #expect(try await settings() == ["test"])
    }

    @Test("an operator is told what was not kept, and that it is the program's fault")
    func words() {
        #expect("\(ChangeError.unrecorded(rows: 2))".contains("2 行") && "\(ChangeError.unrecorded(rows: 2))".contains("没有保存"))
    }
}
