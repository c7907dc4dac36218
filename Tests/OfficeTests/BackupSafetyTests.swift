import Crypto
import Database
import Formats
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// Backups that somebody has altered or made: what is refused leaves nothing, anywhere.
@Suite(.opensDatabases) struct BackupSafetyTests {
    private let temporary: TemporaryRecords
    private let folder: String
    private var file: String { folder + "/backup.tar.gz" }
    private var target: String { folder + "/in/restored" }

    init() async throws {
        temporary = try await TemporaryRecords()
        folder = temporary.folder + "/backups"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try await temporary.records.reports.add(SampleReport("湖塘乡", 2021))
        try await temporary.records.storage.backUp(to: folder + "/backup.tar.gz", signedWith: temporary.master, at: .sample)
    }

    private func restore(_ path: String? = nil, key: MasterKey?, unsigned: Bool = false) async throws -> Bool {
        try await OfficeStorage.restore(path ?? file, to: .folder(target), signedWith: key, unsigned: unsigned, at: .sample)
    }

    /// The entries of the backup, changed, in an archive of their own, with sums made anew.
    private func altered(
        _ name: String = "altered.tar.gz", signed: Bool = false, sums: Bool = true, _ change: (inout [String: [UInt8]]) throws -> Void
    ) throws -> String {
        var entries: [String: [UInt8]] = [:]
        try TarReader.read(try RegularFile(file)) { name, next in
            while case let piece = try next(), !piece.isEmpty { entries[name, default: []] += piece }
        }
        let signature = entries.removeValue(forKey: Backup.signature)
        var sumText = entries.removeValue(forKey: Backup.sums) ?? []
        try change(&entries)
        if sums { sumText = Array(entries.sorted { $0.key < $1.key }.map { "\(FileStore.sha256($0.value))  \($0.key)\n" }.joined().utf8) }
        let tar = try TarWriter(path: folder + "/" + name)
        for (name, bytes) in entries.sorted(by: { $0.key < $1.key }) { try tar.add(name, bytes) }
        if signed, let signature { try tar.add(Backup.signature, signature) }
        try tar.add(Backup.sums, sumText)
        try tar.finish()
        return folder + "/" + name
    }

    /// The database of the backup, changed by statements.
    private func database(_ bytes: [UInt8], _ statements: [SQL]) async throws -> [UInt8] {
        let path = folder + "/draft-\(UUID().uuidString).sqlite"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let database = try Database(.sqlite(path: path))
        for statement in statements { try await database.write { db in try db.execute(statement) } }
        try await database.checkpoint()
        try database.close()
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        return try RegularFile.bytes(path)
    }

    private func expectNothingLeft() throws {
        let left = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { !$0.hasSuffix(".tar.gz") }
        #expect(left == [])
    }

    @Test func aSignedBackupIsProvenWithItsKeyAlone() async throws {
        await #expect(throws: StorageError.keyMissing(path: file)) { try await restore(key: nil) }
        await #expect(throws: StorageError.otherKey(path: file)) { try await restore(key: .random()) }
        await #expect(throws: StorageError.otherKey(path: file)) { try await restore(key: .random(), unsigned: true) }
        try expectNothingLeft()
        #expect(try await restore(key: temporary.master))
        #expect(!FileManager.default.fileExists(atPath: target + "/" + Backup.signature))
    }

    @Test func withoutTheKeyItIsTakenOnlyWhereThatIsSaid() async throws {
        #expect(try await restore(key: nil, unsigned: true) == false)
    }

    @Test func anAlteredBackupWithSumsMadeAnewIsRefused() async throws {
        let changed: (inout [String: [UInt8]]) throws -> Void = { entries in
            let kept = entries.keys.filter { $0.hasPrefix("files/") }
            for name in kept { entries[name] = nil }
            let bytes = Array("别的".utf8)
            entries[Backup.name(ofFile: FileStore.sha256(bytes))] = bytes
        }
        let unsigned = try altered("unsigned.tar.gz", changed)
        await #expect(throws: StorageError.unsigned(path: unsigned)) { try await restore(unsigned, key: temporary.master) }
        let signed = try altered("signed.tar.gz", signed: true, changed)
        for isUnsigned in [false, true] {
            await #expect(throws: StorageError.wrongSignature(path: signed)) {
                try await restore(signed, key: temporary.master, unsigned: isUnsigned)
            }
        }
        try expectNothingLeft()
        // An older one had none.
        #expect(try await restore(unsigned, key: temporary.master, unsigned: true) == false)
    }

    @Test(arguments: [
        "key", "gongkai.sqlite-wal", "files/ab/../../x", "../evil.sh", "files/zz/" + String(repeating: "0", count: 62),
        "files/ab/\(String(repeating: "0", count: 61))", "gongkai.sqlite/x", "FILES/ab/" + String(repeating: "0", count: 62), "a/b",
    ])
    func whatNoBackupHoldsIsRefusedBeforeAnythingIsWritten(_ name: String) async throws {
        let file = try altered { $0[name] = Array("x".utf8) }
        await #expect {
            try await restore(file, key: temporary.master, unsigned: true)
        } throws: { error in
            guard case StorageError.badBackup(file, let reason) = error else { return false }
            return reason.contains(name) && !reason.contains("NSCocoa")
        }
        try expectNothingLeft()
    }

    @Test func aFileThatIsNotWhatItsNameSaysIsRefused() async throws {
        let file = try altered { $0["files/ab/" + String(repeating: "0", count: 62)] = [1] }
        await #expect(throws: StorageError.self) { try await restore(file, key: nil, unsigned: true) }
        try expectNothingLeft()
    }

    /// What such a database would do in the name of the program, and what nothing would tell.
    @Test(arguments: [
        ("触发器 zz", ["create trigger zz after update of ended_at on desk_session begin update desk_session set ended_at = null; end"]),
        ("视图 v", ["create view v as select * from account"]),
        ("表 extra", ["create table extra (id bigint)"]),
        ("索引 audit_event_subject", ["drop index audit_event_subject"]),
        (
            "索引 audit_event_subject",
            ["drop index audit_event_subject", "create index audit_event_subject on audit_event (subject, sequence) where sequence <> 2"]
        ),
        ("表 account_role", ["alter table account_role add column more text"]),
        ("触发器 zz", ["create trigger zz instead of insert on w begin select 1; end"]),
    ])
    func aDatabaseWithMoreOrLessThanTheProgramMakesIsRefused(_ name: String, _ statements: [String]) async throws {
        var bytes: [UInt8] = []
        _ = try altered("copy.tar.gz") { bytes = $0[Backup.databaseName] ?? [] }
        let before = statements[0].contains("on w ") ? ["create view w as select 1 as one"] : []
        let foreign = try await database(bytes, (before + statements).map { SQL(tampering: $0) })
        let file = try altered { $0[Backup.databaseName] = foreign }
        await #expect {
            try await restore(file, key: nil, unsigned: true)
        } throws: { error in
            guard case StorageError.badBackup(_, let reason) = error else { return false }
            return reason.contains(name)
        }
        try expectNothingLeft()
    }

    @Test func anIndexThatHidesRowsIsMadeAnew() async throws {
        var bytes: [UInt8] = []
        _ = try altered("copy.tar.gz") { bytes = $0[Backup.databaseName] ?? [] }
        let hollow = try await database(bytes, RecordBlindingTests.hollowIndex)
        let file = try altered { $0[Backup.databaseName] = hollow }
        #expect(try await restore(file, key: nil, unsigned: true) == false)
        let records = try await Records.open(.folder(target), master: temporary.master, cost: .trivial, at: .sample)
        #expect(try await records.verifyAudit(by: .program, at: .sample).faults == [])
        try records.close()
    }

    @Test func aPathThatIsNoFileIsToldInChinese() async throws {
        await #expect(throws: StorageError.fileSystem(path: folder, reason: "是文件夹，不是文件。请写出其中的文件。")) {
            try await restore(folder, key: nil)
        }
        mkfifo(folder + "/pipe", 0o600)
        await #expect(throws: StorageError.self) { try await restore(folder + "/pipe", key: nil) }
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/in"))
        await #expect {
            try await restore(key: temporary.master)
        } throws: { error in
            "\(error)".contains("不是文件夹") && !"\(error)".contains("NSCocoa")
        }
    }

    @Test func theKeyMayLieInTheFolderBefore() async throws {
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        #expect(try MasterKey.file(target + "/key").base64.count == 44)
        #expect(try await restore(key: temporary.master))
        #expect(try FileManager.default.contentsOfDirectory(atPath: target).sorted() == ["files", OfficePlace.databaseName, "key"])
    }

    @Test func aBackupIsNotSignedWithAKeyThatOpensNothing() async throws {
        let other = folder + "/other.tar.gz"
        await #expect(throws: KeyError.wrongMaster) {
            try await temporary.records.storage.backUp(to: other, signedWith: .random(), at: .sample)
        }
        #expect(!FileManager.default.fileExists(atPath: other))
    }
}

/// A program does not work on a database that somebody else has added to.
@Suite(.opensDatabases) struct ForeignStructureTests {
    private static let alterations: [(TestEngine, String, [String])] = [
        (.sqlite, "触发器 zz", ["create trigger zz after insert on audit_event begin delete from unrecorded_event; end"]),
        (.sqlite, "视图 v", ["create view v as select 1 as one"]),
        (
            .postgres, "触发器 zz",
            [
                "create function f() returns trigger language plpgsql as 'begin return null; end'",
                "create trigger zz before insert on audit_event for each row execute function f()",
            ]
        ),
        (.postgres, "函数 f()", ["create function f() returns bigint language sql as 'select 1::bigint'"]),
        (.postgres, "视图 v", ["create view v as select 1 as one"]),
        (.postgres, "规则 r", ["create rule r as on insert to unrecorded_event do instead nothing"]),
        (.postgres, "继承的表", ["create table child () inherits (account_role)"]),
        (.postgres, "停用的约束触发器", ["alter table account_role disable trigger all"]),
        (.postgres, "行级策略 p", ["create policy p on audit_event using (true)"]),
        (.postgres, "约束 account_role_pkey", ["alter table account_role drop constraint account_role_pkey"]),
        (
            .postgres, "索引 audit_event_subject",
            ["drop index audit_event_subject", "create index audit_event_subject on audit_event (subject)"]
        ),
    ]

    @Test(arguments: alterations.indices) func itIsRefusedAtTheStartAndNamedByBothVerifications(_ index: Int) async throws {
        let (engine, name, statements) = Self.alterations[index]
        guard TestEngine.all.contains(engine) else { return }
        let test = try TestDatabase(engine)
        let master = MasterKey.random()
        let place = OfficePlace(test.url)
        let records = try await Records.open(place, master: master, cost: .trivial, at: .sample)
        try await records.database.write { db in for statement in statements { try db.execute(SQL(tampering: statement)) } }
        try records.close()
        await #expect {
            try await Records.open(place, master: master, cost: .trivial, at: .sample)
        } throws: { error in
            guard case StorageError.foreignStructure(_, let faults) = error else { return false }
            return faults.contains { $0.contains(name) }
        }
        let again = try await Records.open(place, master: master, cost: .trivial, at: .sample, evenIfAltered: true)
        #expect(try await again.storage.verify().faults.contains { $0.contains(name) })
        #expect(try await again.verifyAudit(by: .program, at: .sample).faults.contains { $0.description.contains(name) })
        try again.close()
    }

    @Test(arguments: TestEngine.all) func aDatabaseOfTheProgramHasNothingElse(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        #expect(try await test.database.catalogueFaults(try House.whole.migrations()) == [])
        let storage = try await OfficeStorage.open(OfficePlace(test.url), at: .sample)
        #expect(try await storage.database.catalogueFaults(try House.whole.migrations()) == [])
        if engine == .sqlite { try await storage.database.write { db in try db.execute("analyze") } }
        #expect(try await storage.database.catalogueFaults(try House.whole.migrations()) == [])
        try storage.close()
    }

    @Test(arguments: TestEngine.all) func anOlderDatabaseIsThatOfAnEarlierProgram(_ engine: TestEngine) async throws {
        let test = try TestDatabase(engine)
        let all = try House.whole.migrations()
        try await test.database.migrate(Array(all.prefix(3)), at: .sample)
        #expect(try await test.database.catalogueFaults(all) == [])
        try await test.database.write { db in try db.execute("drop index audit_event_at") }
        #expect(try await test.database.catalogueFaults(all).map(\.description) == ["表 audit_event 的索引 audit_event_at 不见了"])
    }
}
