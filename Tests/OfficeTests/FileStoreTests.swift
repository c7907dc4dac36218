import Foundation
import Testing

@testable import Office

@Suite struct FileStoreTests {
    private let folder: String
    private let files: FileStore

    init() throws {
        folder = NSTemporaryDirectory() + "gongkai-test-" + UUID().uuidString
        files = try FileStore(folder: folder)
    }

    private func names() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains("/") }
    }

    @Test(arguments: [[], Array("政府信息".utf8), (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }])
    func aFileComesBackAsItWasKept(_ bytes: [UInt8]) throws {
        let sha256 = try files.keep(bytes)
        #expect(try files.bytes(sha256) == bytes)
        #expect(try names() == ["\(sha256.prefix(2))/\(sha256.dropFirst(2))"])
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test func theNameIsTheHash() throws {
        #expect(try files.keep(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test func theSameFileIsKeptOnce() throws {
        let first = try files.keep([1, 2, 3])
        #expect(try files.keep([1, 2, 3]) == first)
        #expect(try names().count == 1)
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test func aSpoiledFileIsToldAndPutRightByKeepingItAgain() throws {
        let sha256 = try files.keep([1, 2, 3])
        let name = try #require(try names().first)
        try Data([9]).write(to: URL(fileURLWithPath: folder + "/" + name))
        #expect(throws: ReportStoreError.damagedFile(sha256: sha256)) { try files.bytes(sha256) }
        _ = try files.keep([1, 2, 3])
        #expect(try files.bytes(sha256) == [1, 2, 3])
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test(arguments: ["", "../../etc/passwd", String(repeating: "a", count: 64), String(repeating: "../a", count: 16)])
    func nothingButAKeptHashIsFound(_ name: String) throws {
        #expect(throws: ReportStoreError.unknownFile(sha256: name)) { try files.bytes(name) }
        try FileManager.default.removeItem(atPath: folder)
    }

    @Test func aFileThatCannotBeWrittenLeavesNoDraft() throws {
        let bytes: [UInt8] = [1, 2, 3]
        // Something that is no folder stands where the file's folder should be.
        let parent = folder + "/" + FileStore.sha256(bytes).prefix(2)
        try Data().write(to: URL(fileURLWithPath: parent))
        #expect(throws: ReportStoreError.self) { try files.keep(bytes) }
        #expect(try names().isEmpty)
        try FileManager.default.removeItem(atPath: folder)
    }
}
