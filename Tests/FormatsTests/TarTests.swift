import Foundation
import Testing

@testable import Formats

@Suite struct TarTests {
    private let path = NSTemporaryDirectory() + "gongkai-tar-\(UUID().uuidString).tar.gz"

    /// An archive as any program may write it: a head of 512 bytes for each entry, and nothing in them.
    private static func archive(_ names: [String], type: Character = "0") -> [UInt8] {
        let heads = names.flatMap { name -> [UInt8] in
            var head = [UInt8](repeating: 0, count: 512)
            func put(_ text: String, at place: Int) { head.replaceSubrange(place..<place + text.utf8.count, with: text.utf8) }
            put(name, at: 0)
            put("0000600\0" + "0000000\0" + "0000000\0" + "00000000000\0" + "00000000000\0" + "        " + String(type), at: 100)
            put("elsewhere", at: 157)
            put("ustar\000", at: 257)
            let sum = head.reduce(0) { $0 + Int($1) }
            put(String(repeating: "0", count: 6 - String(sum, radix: 8).count) + String(sum, radix: 8) + "\0 ", at: 148)
            return head
        }
        return heads + [UInt8](repeating: 0, count: 1024)
    }

    private func entries(_ names: [String], type: Character = "0") throws -> [String] {
        defer { unlink(path) }
        try Data(Self.archive(names, type: type)).write(to: URL(fileURLWithPath: path))
        var read: [String] = []
        try TarReader.read(try RegularFile(path)) { name, _ in read.append(name) }
        return read
    }

    @Test func whatIsWrittenIsReadBack() throws {
        #expect(try entries(["a", "files/ab/c"]) == ["a", "files/ab/c"])
        defer { unlink(path) }
        let tar = try TarWriter(path: path)
        try tar.add("a", Array("内容".utf8))
        #expect(throws: FormatError.badEntryName("甲")) { try tar.add("甲", []) }
        try tar.finish()
        try TarReader.read(try RegularFile(path)) { name, next in
            let bytes = try next()
            #expect(bytes == Array("内容".utf8) && name == "a")
        }
    }

    /// Hard link, symbolic link, device, folder, named pipe.
    @Test(arguments: ["1", "2", "3", "5", "6"] as [Character]) func anEntryThatIsNoFileIsRefused(_ type: Character) throws {
        #expect(throws: FormatError.badEntryName("a")) { try entries(["a"], type: type) }
    }

    /// A combining mark joins itself to the slash before it: as characters, `..` and the slash are no longer there.
    @Test(arguments: ["../evil", "../\u{301}evil.sh", "a/../\u{301}b", "/\u{301}etc", "/etc/passwd", "..", "a/.."])
    func aNameThatLeadsOutIsRefusedWhateverFollowsTheSlash(_ name: String) throws {
        #expect(!EntryName.isSafe(name))
        // Without a locale the library may have no name for it at all.
        #expect(throws: FormatError.self) { try entries([name]) }
        let zip = try ZIPWriter.archive([(name: name, bytes: [1])])
        #expect(throws: FormatError.self) { try ArchiveReader.entries(of: zip) }
    }

    @Test func aBackslashPartsFoldersAlsoBeforeACombiningMark() throws {
        #expect(EntryName.withSlashes("word\\\u{301}x") == "word/\u{301}x")
        #expect(!EntryName.isSafe(EntryName.withSlashes("..\\\u{301}x")))
    }

    @Test func aNameThatIsNotAllowedIsRefused() throws {
        defer { unlink(path) }
        try Data(Self.archive(["good", "bad"])).write(to: URL(fileURLWithPath: path))
        #expect(throws: FormatError.badEntryName("bad")) {
            try TarReader.read(try RegularFile(path), allowing: { $0 == "good" }) { _, _ in }
        }
    }
}
