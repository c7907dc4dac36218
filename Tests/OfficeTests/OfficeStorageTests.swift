import Database
import Foundation
import Subprocess
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// Backup, restore, verify and move, from each engine to each.
@Suite(.opensDatabases) struct OfficeStorageTests {
    /// An office with three reports, on an engine.
    private struct Office {
        let test: TestDatabase
        let storage: OfficeStorage
        let store: ReportStore
        var folder: String { test.folder }

        init(_ engine: TestEngine) async throws {
            test = try TestDatabase(engine)
            storage = try await OfficeStorage.open(OfficePlace(test.url), at: .sample)
            store = try await storage.reports(OfficeStorageTests.master)
            try await store.add(SampleReport("湖塘乡", 2020, carriedOver: 2))
            try await store.add(SampleReport("湖塘乡", 2021, carriedIn: 1))
            try await store.add(SampleReport(nil, nil))
        }
    }

    private static let master = MasterKey.random()

    /// What all tables hold, but for the record of the migrations and the files.
    private func contents(_ storage: OfficeStorage) async throws -> [String: String] {
        let empty = try TestDatabase(.sqlite)
        try await empty.database.migrate(try House.whole.migrations(), at: .sample)
        let copied = try await storage.database.copyTables(to: empty.database, excluding: [FileStore.table], clearing: false)
        // What was done to the data as a whole is noted on both sides, each its own.
        return Dictionary(
            uniqueKeysWithValues: copied.filter { $0.table != "unrecorded_event" }.map { ($0.table, "\($0.rows) \($0.digest)") })
    }

    @Test(arguments: TestEngine.all)
    func aBackupThatIsRestoredHoldsTheSame(_ engine: TestEngine) async throws {
        let office = try await Office(engine)
        let file = office.folder + "/backup.tar.gz"
        #expect(try await office.storage.backUp(to: file, signedWith: Self.master, at: .sample) == 3)
        let place = OfficePlace.folder(office.folder + "/restored")
        try await OfficeStorage.restore(file, to: place, signedWith: Self.master, at: .sample)
        let restored = try await OfficeStorage.open(place, at: .sample)
        #expect(try await contents(restored) == contents(office.storage))
        #expect(try await restored.files.hashes() == office.storage.files.hashes())
        #expect(try await restored.verify().faults == [])
        // Neither a draft nor the copy of the database stays beside them.
        #expect(try FileManager.default.contentsOfDirectory(atPath: office.folder).allSatisfy { !$0.contains(".part-") })
        let own = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(own == 0o600)
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func aFolderThatIsThereKeepsItsModeAndWhatIsPutIntoItIsItsOwnersAlone() async throws {
        let office = try await Office(.sqlite)
        let file = office.folder + "/backup.tar.gz"
        try await office.storage.backUp(to: file, signedWith: Self.master, at: .sample)
        let folder = office.folder + "/restored"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o750])
        try await OfficeStorage.restore(file, to: .folder(folder), signedWith: Self.master, at: .sample)
        #expect(try mode(folder) == 0o750)
        #expect(try mode(folder + "/" + OfficePlace.databaseName) == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["files", OfficePlace.databaseName])
        let restored = try await OfficeStorage.open(.folder(folder), at: .sample)
        #expect(try await restored.verify().faults == [])
        #expect(try await contents(restored) == contents(office.storage))
        #expect(try mode(folder + "/" + OfficePlace.databaseName + "-wal") == 0o600)
    }

    @Test func aNewDatabaseIsItsOwnersAlone() async throws {
        let office = try await Office(.sqlite)
        let path = try #require(office.test.url.sqlitePath)
        #expect(try mode(path) == 0o600)
        #expect(try mode(path + "-wal") == 0o600)
    }

    @Test func aRestorationEndsSessionsAndLinksAndIsRecorded() async throws {
        let temporary = try await TemporaryRecords()
        let account = try await temporary.account("zhang")
        guard case .signedIn(let token, _) = try await temporary.signIn("zhang") else { return #expect(Bool(false), "not signed in") }
        let link = try await temporary.records.accounts.issueLink(.password, for: account.id, by: .program, at: .sample).token
        let file = temporary.folder + "/backup.tar.gz"
        try await temporary.records.storage.backUp(to: file, signedWith: temporary.master, at: .sample)

        let place = OfficePlace.folder(temporary.folder + "/restored")
        #expect(try await OfficeStorage.restore(file, to: place, signedWith: temporary.master, at: .sample))
        let restored = try await Records.open(place, master: temporary.master, cost: .trivial, at: .sample)
        #expect(try await restored.sessions.principal(token, at: .sample) == nil)
        #expect(try await restored.accounts.link(link, at: .sample) == nil)
        let events = try await restored.auditEvents(AuditFilter(), before: nil, limit: 2).events
        #expect(events.first?.action == "site.restored")
        #expect(try await restored.verifyAudit(by: .program, at: .sample).holds)
        try restored.close()
        // The source records the backup when it is opened next, once.
        for _ in 1...2 {
            let again = try await Records.open(OfficePlace(temporary.test.url), master: temporary.master, cost: .trivial, at: .sample)
            #expect(try await temporary.events("site.backedUp").count == 1)
            try again.close()
        }
    }

    @Test(arguments: TestEngine.all)
    func aBackupTakenWhileOthersWriteIsOneState(_ engine: TestEngine) async throws {
        let office = try await Office(engine)
        let store = office.store
        async let writing: Void = {
            for i in 0..<20 { try await store.add(SampleReport("镇\(i)", 2021)) }
        }()
        let file = office.folder + "/backup.tar.gz"
        try await office.storage.backUp(to: file, signedWith: Self.master, at: .sample)
        try await writing
        let place = OfficePlace.folder(office.folder + "/restored")
        try await OfficeStorage.restore(file, to: place, signedWith: Self.master, at: .sample)
        let restored = try await OfficeStorage.open(place, at: .sample)
        #expect(try await restored.verify().faults == [])
        #expect(try await restored.reports(Self.master).summaries().total >= 3)
    }

    @Test func aBackupGoesOverNoFile() async throws {
        let office = try await Office(.sqlite)
        let file = office.folder + "/backup.tar.gz"
        try Data("宝贵".utf8).write(to: URL(fileURLWithPath: file))
        await #expect(throws: StorageError.fileExists(path: file)) {
            try await office.storage.backUp(to: file, signedWith: Self.master, at: .sample)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data("宝贵".utf8))
    }

    @Test(arguments: ["cut", "changed", "foreign"])
    func aBackupThatIsNotWholeRestoresNothing(_ way: String) async throws {
        let office = try await Office(.sqlite)
        let file = office.folder + "/backup.tar.gz"
        try await office.storage.backUp(to: file, signedWith: Self.master, at: .sample)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        switch way {
        case "cut": bytes.removeLast(bytes.count / 3)
        case "changed": bytes[bytes.count / 2] ^= 0x55
        default: bytes = Data("这不是备份".utf8)
        }
        try bytes.write(to: URL(fileURLWithPath: file))
        let folder = office.folder + "/restored"
        await #expect {
            try await OfficeStorage.restore(file, to: .folder(folder), signedWith: Self.master, at: .sample)
        } throws: { error in
            guard case StorageError.badBackup(file, _) = error else { return false }
            return true
        }
        #expect(!FileManager.default.fileExists(atPath: folder))
        #expect(try FileManager.default.contentsOfDirectory(atPath: office.folder).allSatisfy { !$0.contains(".part-") })
    }

    @Test(arguments: TestEngine.all)
    func nothingIsRestoredOverData(_ engine: TestEngine) async throws {
        let office = try await Office(.sqlite)
        let file = office.folder + "/backup.tar.gz"
        try await office.storage.backUp(to: file, signedWith: Self.master, at: .sample)
        let other = try await Office(engine)
        let before = try await contents(other.storage)
        await #expect(throws: StorageError.self) {
            try await OfficeStorage.restore(file, to: OfficePlace(other.test.url), signedWith: Self.master, at: .sample)
        }
        #expect(try await contents(other.storage) == before)
        await #expect(throws: StorageError.notEmpty(place: office.folder)) {
            try await OfficeStorage.restore(file, to: .folder(office.folder), signedWith: Self.master, at: .sample)
        }
    }

    @Test(arguments: TestEngine.all, TestEngine.all)
    func aMoveBringsAllOver(_ from: TestEngine, _ to: TestEngine) async throws {
        let office = try await Office(from)
        let target = try TestDatabase(to)
        let moved = try await OfficeStorage.move(from: office.storage.place, to: OfficePlace(target.url), at: .sample)
        #expect(moved.files == 3)
        #expect(moved.tables.first { $0.table == "report_version" }?.rows == 3)
        let there = try await OfficeStorage.open(OfficePlace(target.url), at: .sample)
        #expect(try await contents(there) == contents(office.storage))
        #expect(try await there.verify().faults == [])
        let reports = try await there.reports(Self.master)
        #expect(try await reports.summaries() == office.store.summaries())
        // Ids go on where they stood.
        #expect(try await reports.add(SampleReport("南塘镇", 2021)).version.id == 4)
        await #expect(throws: StorageError.self) {
            _ = try await OfficeStorage.move(from: office.storage.place, to: OfficePlace(target.url), at: .sample)
        }
    }

    @Test(.enabled(if: TestEngine.serverAddress != nil, Comment(rawValue: TestEngine.skipped)))
    func aRowThatDoesNotFitIsNamedAndNothingIsMoved() async throws {
        let office = try await Office(.sqlite)
        // SQLite takes a word for a number.
        try await office.storage.database.write { db in try db.execute("update report_version set bytes = '许多' where id = 2") }
        #expect(try await office.storage.verify().faults.count == 1)
        let target = try TestDatabase(.postgres)
        await #expect {
            _ = try await OfficeStorage.move(from: office.storage.place, to: OfficePlace(target.url), at: .sample)
        } throws: { error in
            guard case DatabaseError.rowDoesNotFit("report_version", "id=2", _) = error else { return false }
            return true
        }
        #expect(try await target.database.isEmpty(excluding: [FileStore.table]))
        // Mended, it goes the second time.
        try await office.storage.database.write { db in try db.execute("update report_version set bytes = 9 where id = 2") }
        let moved = try await OfficeStorage.move(from: office.storage.place, to: OfficePlace(target.url), at: .sample)
        #expect(moved.files == 3)
    }

    @Test(arguments: TestEngine.all)
    func whatIsMissingOrBrokenIsFound(_ engine: TestEngine) async throws {
        let office = try await Office(engine)
        #expect(try await office.storage.verify().faults == [])
        let hashes = try await office.storage.files.hashes()
        try await office.storage.files.keep(Array("没有被引用".utf8))
        #expect(try await office.storage.verify().unusedFiles == 1)
        switch engine {
        case .sqlite:
            let paths = hashes.map { "\(office.folder)/files/\($0.prefix(2))/\($0.dropFirst(2))" }
            try Data([1]).write(to: URL(fileURLWithPath: paths[0]))
            try FileManager.default.removeItem(atPath: paths[1])
        case .postgres:
            try await office.storage.database.write { db in
                try db.execute("update blob set bytes = \([1]) where sha256 = \(hashes[0])")
                try db.execute("delete from blob where sha256 = \(hashes[1])")
            }
        }
        try await office.storage.database.write { db in
            try db.execute("update report_version set snapshot = '{' where id = 3")
        }
        let faults = try await office.storage.verify().faults
        #expect(faults.count == 3)
        #expect(faults.contains { $0.contains(hashes[0]) && $0.contains("已损坏") })
        #expect(faults.contains { $0.contains(hashes[1]) && $0.contains("report_version") })
        #expect(faults.contains { $0.contains("第 3 号报告") })
    }

    @Test func rowsThatReferToNothingAreFound() async throws {
        let office = try await Office(.sqlite)
        let name = office.folder + "/test.sqlite"
        try office.storage.close()
        // Another program that looks at no foreign keys.
        let words = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('delete from report where id = 1'); c.commit()"
        let other = try await Subprocess.run(.name("python3"), arguments: ["-c", words, name], output: .discarded)
        try #require(other.terminationStatus == .exited(0))
        let storage = try await OfficeStorage.open(office.storage.place, at: .sample)
        let faults = try await storage.verify().faults
        #expect(faults.count == 1 && faults[0].contains("report_id"))
    }
}
