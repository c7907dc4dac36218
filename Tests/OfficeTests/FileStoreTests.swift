import Database
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// Files in a folder and in a database are kept alike.
@Suite(.opensDatabases) struct FileStoreTests {
    /// The store of files that belongs to an engine: a folder beside SQLite, a table on PostgreSQL.
    private struct Files {
        let test: TestDatabase
        let store: FileStore
        var folder: String { test.folder + "/files" }

        init(_ engine: TestEngine) async throws {
            test = try TestDatabase(engine)
            try await test.database.migrate(try House.whole.migrations(), at: .sample)
            store = engine == .sqlite ? try FileStore(folder: test.folder + "/files") : FileStore(database: test.database)
        }

        func spoil(_ sha256: String) async throws {
            switch test.engine {
            case .sqlite:
                let path = "\(folder)/\(sha256.prefix(2))/\(sha256.dropFirst(2))"
                try Data([9]).write(to: URL(fileURLWithPath: path))
            case .postgres:
                try await test.database.write { db in
                    try db.execute("update blob set bytes = \([9]) where sha256 = \(sha256)")
                }
            }
        }
    }

    @Test(arguments: TestEngine.all, [0, 12, 300_000])
    func aFileComesBackAsItWasKept(_ engine: TestEngine, _ size: Int) async throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let files = try await Files(engine)
        let sha256 = try await files.store.keep(bytes)
        #expect(try await files.store.bytes(sha256) == bytes)
        #expect(try await files.store.hashes() == [sha256])
    }

    @Test(arguments: TestEngine.all, [0, 12, 300_000, 256 << 10])
    func aFileIsHandedOnInPiecesTheLastOnceTheWholeIsProven(_ engine: TestEngine, _ size: Int) async throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let files = try await Files(engine)
        let sha256 = try await files.store.keep(bytes)
        let file = try await files.store.open(sha256)
        var pieces: [[UInt8]] = []
        try await file.forEach { pieces.append($0) }
        #expect(file.size == size && Array(pieces.joined()) == bytes && pieces.allSatisfy { $0.count <= 256 << 10 })
        try await files.spoil(sha256)
        var rest: [[UInt8]] = []
        await #expect(throws: FileStoreError.damagedFile(sha256: sha256)) {
            try await files.store.open(sha256).forEach { rest.append($0) }
        }
        #expect(rest.isEmpty)
        let unknown = String(repeating: "0", count: 64)
        await #expect(throws: FileStoreError.unknownFile(sha256: unknown)) { try await files.store.open(unknown) }
        await #expect(throws: FileStoreError.unknownFile(sha256: "../key")) { try await files.store.open("../key") }
    }

    @Test(arguments: TestEngine.all) func theNameIsTheHash(_ engine: TestEngine) async throws {
        let files = try await Files(engine)
        let sha256 = try await files.store.keep(Array("abc".utf8))
        #expect(sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(arguments: TestEngine.all) func theSameFileIsKeptOnce(_ engine: TestEngine) async throws {
        let files = try await Files(engine)
        let first = try await files.store.keep([1, 2, 3])
        #expect(try await files.store.keep([1, 2, 3]) == first)
        #expect(try await files.store.hashes() == [first])
    }

    @Test(arguments: TestEngine.all)
    func aSpoiledFileIsToldAndPutRightByKeepingItAgain(_ engine: TestEngine) async throws {
        let files = try await Files(engine)
        let sha256 = try await files.store.keep([1, 2, 3])
        try await files.spoil(sha256)
        await #expect(throws: FileStoreError.damagedFile(sha256: sha256)) { try await files.store.bytes(sha256) }
        try await files.store.keep([1, 2, 3])
        #expect(try await files.store.bytes(sha256) == [1, 2, 3])
    }

    @Test(
        arguments: TestEngine.all,
        ["", "../../etc/passwd", String(repeating: "a", count: 64), String(repeating: "../a", count: 16)])
    func nothingButAKeptHashIsFound(_ engine: TestEngine, _ name: String) async throws {
        let files = try await Files(engine)
        await #expect(throws: FileStoreError.unknownFile(sha256: name)) { try await files.store.bytes(name) }
    }

    @Test func aFileThatCannotBeWrittenLeavesNoDraft() async throws {
        let files = try await Files(.sqlite)
        let bytes: [UInt8] = [1, 2, 3]
        // Something that is no folder stands where the file's folder should be.
        let parent = files.folder + "/" + FileStore.sha256(bytes).prefix(2)
        try Data().write(to: URL(fileURLWithPath: parent))
        await #expect(throws: FileStoreError.self) { try await files.store.keep(bytes) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: files.folder).count == 1)
    }
}
