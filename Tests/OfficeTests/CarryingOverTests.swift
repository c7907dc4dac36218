import Foundation
import TestSupport
import Testing

@testable import Database
@testable import Office
@testable import Reports

@Suite("A database that the program made while its migrations were numbered", .opensDatabases)
struct CarryingOverTests {
    /// The master key of the database in the fixture, which nobody else uses.
    private static let key = "QGt4zYgpoqEmTnYN7a/vsDC/Rv+H3i6pLNqDnS5XaIQ="

    private func earlier() async throws -> (test: TestDatabase, place: OfficePlace, master: MasterKey) {
        let test = try TestDatabase(.sqlite)
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/numbered-migrations.sql")
        let dump = try String(contentsOf: file, encoding: .utf8)
        try await test.database.write { db in
            try db.engine.deferForeignKeys()
            try db.script(dump)
        }
        return (test, OfficePlace(test.url), try MasterKey(base64: Self.key, place: "fixture"))
    }

    @Test("it is opened, has the structure of this program, and its audit log and report are whole")
    func carriedOver() async throws {
        let (test, place, master) = try await earlier()
        #expect(try await test.database.catalogueFaults(try House.whole.migrations()) == [])
        let records = try await Records.open(place, master: master, cost: .trivial, at: .sample)
        defer { try? records.close() }
        #expect(try await records.structureFault() == nil)
        let verification = try await records.verifyAudit(by: .program, at: .sample)
        #expect(verification.faults == [] && verification.events == 2)
        let reports = try await records.reports.summaries(limit: 10)
        #expect(reports.items.map(\.version.displayName) == ["青溪县柳渡乡"])
        #expect(try await records.storage.verify().faults.filter { !$0.contains("引用的文件") } == [])
    }

    @Test("opened once more it is as it was left, and every migration is known by its id")
    func twice() async throws {
        let (_, place, master) = try await earlier()
        try await Records.open(place, master: master, cost: .trivial, at: .sample).close()
        let records = try await Records.open(place, master: master, cost: .trivial, at: .sample)
        defer { try? records.close() }
        let ids = try await records.database.read { db in
            try db.rows("select id from schema_migration order by id").map { try $0.text("id") }
        }
        #expect(ids == (try House.whole.migrations().map(\.id)).sorted())
    }

    @Test("one that somebody has altered is refused as before")
    func altered() async throws {
        let (test, place, master) = try await earlier()
        try await test.database.write { db in try db.script("create view mine as select * from account") }
        await #expect(throws: StorageError.self) { try await Records.open(place, master: master, cost: .trivial, at: .sample) }
    }
}

@Suite("Migrations of the capabilities")
struct MigrationFileTests {
    @Test("each file is named by the id in its first line, and is compiled in")
    func names() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Sources")
            .standardizedFileURL
        var files: [String] = []
        for target in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
            let folder = sources.appendingPathComponent("\(target)/Migrations")
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
                let migration = try Migration(Array(Data(contentsOf: folder.appendingPathComponent(name))))
                #expect(name == migration.id.split(separator: "/")[1] + ".sql" && migration.capability == target.lowercased())
                files.append(migration.id)
            }
        }
        #expect(files.sorted() == (try House.whole.migrations().map(\.id)).sorted())
    }
}
