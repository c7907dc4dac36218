import Testing

@testable import Formats

@Suite struct ArchiveTests {
    @Test func whatIsWrittenIsReadBackAndTheSameBytesEachTime() throws {
        let entries = [(name: "甲/a.txt", bytes: Array("正文".utf8)), (name: "b", bytes: [])]
        let zip = try ZIPWriter.archive(entries)
        #expect(try ZIPWriter.archive(entries) == zip)
        let back = try ArchiveReader.entries(of: zip)
        #expect(back.map(\.name) == ["甲/a.txt", "b"])
        #expect(back.map(\.bytes) == entries.map(\.bytes))
        #expect(try ArchiveReader.names(in: zip) == ["甲/a.txt", "b"])
    }

    @Test func bombsAreRefused() throws {
        let zeros = [UInt8](repeating: 0x20, count: 4 << 20)
        let zip = try ZIPWriter.archive([(name: "word/document.xml", bytes: zeros)])
        let ratio = Samples.error { () throws(FormatError) in try SourceDocument(reading: zip, name: "a.docx") }
        #expect(ratio == .ratioTooHigh(entry: "word/document.xml", limit: 200))
        var limits = Limits()
        limits.unpackedBytes = 1 << 20
        let size = Samples.error { () throws(FormatError) in try ArchiveReader.entries(of: zip, limits: limits) }
        #expect(size == .unpackedTooLarge(limit: 1 << 20))
    }

    @Test func tooManyEntriesAreRefused() throws {
        var limits = Limits()
        limits.entries = 3
        let zip = try ZIPWriter.archive((0..<4).map { (name: "f\($0)", bytes: []) })
        #expect(Samples.error { () throws(FormatError) in try ArchiveReader.names(in: zip, limits: limits) } == .tooManyEntries(limit: 3))
    }

    @Test func cutAndDoubledArchivesAreRefused() throws {
        let zip = try Samples.docxBytes("<w:p/>")
        let cut = Array(zip.prefix(zip.count / 2))
        let found = Samples.error { () throws(FormatError) in try SourceDocument(reading: cut, name: "a.docx") }
        if case .damagedArchive = found {} else { Issue.record("\(String(describing: found))") }
        let twice = Samples.error { () throws(FormatError) in try ZIPWriter.archive([(name: "a", bytes: []), (name: "a", bytes: [])]) }
        #expect(twice == .badEntryName("a"))
    }

    @Test func namesThatLeadOutsideAreRefused() throws {
        let zip = try ZIPWriter.archive([(name: "../etc/x", bytes: [1])])
        #expect(Samples.error { () throws(FormatError) in try ArchiveReader.entries(of: zip) } == .badEntryName("../etc/x"))
    }
}
