import Foundation
import Testing

@testable import Formats

/// ZIP archives as people send reports in: their own names, their own faults, within bounds.
@Suite("Bundles of files")
struct FileBundleTests {
    private let limits = Limits(fileBytes: 1000, unpackedBytes: 3000, entries: 20)

    private func files(_ zip: [UInt8]) throws -> [String: Result<[UInt8], FormatError>] {
        var files: [String: Result<[UInt8], FormatError>] = [:]
        for file in try FileBundle.files(of: zip, limits: limits).files { files[file.name] = file.content }
        return files
    }

    /// The archive as an old Windows packs it: the same names in GB 18030, without the mark that says UTF-8.
    private func inGB18030(_ zip: [UInt8], _ name: String, _ bytes: [UInt8]) throws -> [UInt8] {
        let utf8 = Array(name.utf8)
        #expect(bytes.count <= utf8.count)
        var zip = zip
        var place = 0
        while place + utf8.count <= zip.count {
            guard zip[place..<place + utf8.count].elementsEqual(utf8) else { place += 1; continue }
            // Slashes in front keep the length: an empty folder's name is nothing.
            let filled = bytes + Array(repeating: UInt8(ascii: "x"), count: utf8.count - bytes.count)
            zip.replaceSubrange(place..<place + utf8.count, with: filled)
            place += utf8.count
        }
        // Bit 11 of the flags, in the local header and in the directory.
        for (magic, offset) in [([0x50, 0x4B, 3, 4], 7), ([0x50, 0x4B, 1, 2], 9)] as [([UInt8], Int)] {
            var i = 0
            while i + 46 <= zip.count || i + 30 <= zip.count {
                if i + offset < zip.count, zip[i..<min(i + 4, zip.count)].elementsEqual(magic) { zip[i + offset] &= 0xF7 }
                i += 1
            }
        }
        return zip
    }

    @Test("a ZIP of files is one, an office document or a text is none")
    func kinds() throws {
        #expect(FileBundle.isBundle(try ZIPWriter.archive([("甲.txt", [1])])))
        #expect(!FileBundle.isBundle(try WordDocument(blocks: []).write()))
        #expect(!FileBundle.isBundle(Array("PK text".utf8)))
        #expect(!FileBundle.isBundle([]))
    }

    @Test("names come without their folders, in UTF-8 or as a Chinese Windows writes them; leavings are left out and counted")
    func names() throws {
        let zip = try ZIPWriter.archive([
            ("2025/白马镇.docx", [1, 2]), ("__MACOSX/2025/._白马镇.docx", [3]), (".DS_Store", [4]), ("Thumbs.db", [5]), ("b\\c.txt", [6]),
        ])
        let bundle = try FileBundle.files(of: zip, limits: limits)
        #expect(bundle.files.map(\.name) == ["白马镇.docx", "c.txt"])
        #expect(bundle.files.map { try? $0.content.get() } == [[1, 2], [6]])
        #expect(bundle.leftOut == 3)
        // 乗 is 81 5C in GB 18030: its second byte is a backslash, which parts no folders.
        let old = try inGB18030(ZIPWriter.archive([("乗马", [7])]), "乗马", [0x81, 0x5C, 0xC2, 0xED])
        #expect(try FileBundle.files(of: old, limits: limits).files.map(\.name) == ["乗马xx"])
    }

    @Test("an entry that leads out of the archive is a name and nothing more")
    func traversal() throws {
        let zip = try ZIPWriter.archive([("../../etc/passwd", [1]), ("../\u{301}evil.sh", [2]), ("/abs.txt", [3])])
        for file in try FileBundle.files(of: zip, limits: limits).files { #expect(!file.name.utf8.contains(UInt8(ascii: "/"))) }
    }

    @Test("a file too large is refused in its place, and the rest goes on; all together are bounded, and so is their number")
    func bounds() throws {
        let big = [UInt8](repeating: 0, count: 1001)
        let files = try files(ZIPWriter.archive([("a", [1]), ("b", big), ("c", [2])]))
        #expect(files["a"] == .success([1]) && files["c"] == .success([2]))
        #expect(files["b"] == .failure(.tooLarge(bytes: 1001, limit: 1000)))
        let many = try self.files(ZIPWriter.archive((0..<6).map { ("\($0)", [UInt8](repeating: 7, count: 900)) }))
        #expect(many.values.count { (try? $0.get()) != nil } == 3)
        let zip = try ZIPWriter.archive((0..<21).map { ("\($0)", [1]) })
        #expect(throws: FormatError.tooManyEntries(limit: 20)) { try FileBundle.files(of: zip, limits: limits) }
    }

    @Test("a damaged archive is told as such")
    func damaged() throws {
        let zip = try ZIPWriter.archive([("a.txt", Array(repeating: 65, count: 500))])
        #expect(throws: (any Error).self) { try FileBundle.files(of: Array(zip.prefix(40)), limits: limits) }
    }
}
