import Database
import Formats
import Foundation
import ReportFiles
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// The text of a report's file: made once, kept, never read from the file again.
@Suite(.opensDatabases) struct ReportSourceTests {
    private let temporary: TemporaryStore
    private var store: ReportStore { temporary.store }

    init() async throws {
        temporary = try await TemporaryStore()
    }

    private static let file = Array("松林镇2021年政府信息公开工作年度报告\n\n一、总体情况\n第二行 <b>\n".utf8)

    private func lines(_ source: SourceText) throws -> [String] {
        var lines: [String] = []
        try source.forEach { part in
            if case .line(let text, let number) = part { lines.append("\(number ?? 0) \(String(decoding: source[text], as: UTF8.self))") }
        }
        return lines
    }

    @Test func anImportKeepsTheTextOfItsFile() async throws {
        let reading = try ReportReader.read(Self.file, name: "a.txt")
        let version = try await store.importReport(reading, file: Self.file, region: "某县", at: .sample).version
        guard case .text(let source) = try await store.source(version.sha256) else { return #expect(Bool(false), "no text") }
        #expect(try lines(source) == ["1 松林镇2021年政府信息公开工作年度报告", "2 ", "3 一、总体情况", "4 第二行 <b>"])
        #expect(source == SourceText(reading.document))
    }

    @Test func anImportOfAFileThatIsThereFillsWhatIsMissing() async throws {
        let reading = try ReportReader.read(Self.file, name: "a.txt")
        let version = try await store.importReport(reading.report, file: Self.file, region: "某县", at: .sample).version
        #expect(try await store.source(version.sha256) == .missing)
        let again = try await store.importReport(reading, file: Self.file, region: "某县", at: .sample)
        #expect(again == .alreadyThere(version))
        #expect(try await store.source(version.sha256) == .text(SourceText(reading.document)))
    }

    @Test func textsThatAreMissingAreMadeOnceAndOneThatFailsIsToldAndTriedAgain() async throws {
        let reading = try ReportReader.read(Self.file, name: "a.txt")
        let good = try await store.importReport(reading.report, file: Self.file, region: "某县", at: .sample).version
        let bad = try await store.add(SampleReport("东镇", 2021)).version
        let read: @Sendable ([UInt8], String) async throws -> SourceDocument = { bytes, name in
            guard bytes == Self.file else { throw FormatError.empty }
            return try SourceDocument(reading: bytes, name: name)
        }
        #expect(try await store.fillSources(read) == 1)
        #expect(try await store.source(good.sha256) == .text(SourceText(reading.document)))
        #expect(try await store.source(bad.sha256) == .unreadable("原件现在读不出来：\(FormatError.empty)"))
        let made = try await store.fillSources { bytes, _ in
            // The one that is there is not read again.
            #expect(bytes != Self.file)
            return SourceDocument(format: .text, utf8: Array("行".utf8), blocks: [.line(TextRange(0, 3), number: 1)])
        }
        #expect(made == 1)
        guard case .text(let source) = try await store.source(bad.sha256) else { return #expect(Bool(false), "no text") }
        #expect(try lines(source) == ["1 行"])
        #expect(try await store.fillSources(read) == 0)
    }

    @Test func backupsMovesAndVerifyCarryIt() async throws {
        let folder = temporary.folder
        let storage = try await OfficeStorage.open(.folder(folder + "/office"), at: .sample)
        let reading = try ReportReader.read(Self.file, name: "a.txt")
        let master = MasterKey.random()
        let version = try await storage.reports(master).importReport(reading, file: Self.file, region: "某县", at: .sample).version
        let moved = folder + "/moved"
        _ = try await OfficeStorage.move(from: storage.place, to: .folder(moved), at: .sample)
        let there = try await OfficeStorage.open(.folder(moved), at: .sample)
        #expect(try await there.reports(master).source(version.sha256) == .text(SourceText(reading.document)))
        #expect(try await there.verify().faults == [])
        try await there.database.write { db in
            try db.execute("update report_source set encoded = \([1, 1, 0, 200, 1])")
        }
        let faults = try await there.verify().faults
        #expect(faults.count == 1 && faults[0].contains("原文的存档在第"), "\(faults)")
    }

    /// Every kind of part, with the numbers at which the encoding changes its length.
    private var document: SourceDocument {
        let utf8 = Array("甲<&\"行".utf8)
        let cells = [
            GridCell(row: 0, column: 0, rowSpan: 2, text: TextRange(0, 3)), GridCell(row: 0, column: 200, text: TextRange(3, 6), line: 127),
            GridCell(row: 2, column: 0, columnSpan: 201, text: TextRange(0, 0), line: 70_000),
        ]
        return SourceDocument(
            format: .csv, utf8: utf8,
            blocks: [
                .line(TextRange(0, 9), number: nil), .line(TextRange(0, 0), number: nil), .line(TextRange(0, 0), number: 128),
                .grid(Grid(number: 1, name: "表", rowCount: 3, columnCount: 201, cells: cells, absentIsBlank: true)),
            ])
    }

    @Test func whatIsEncodedIsReadBack() throws {
        let source = SourceText(document)
        var parts: [String] = []
        try source.forEach { part in
            switch part {
            case .line(let text, let number): parts.append("line \(number ?? 0) \(String(decoding: source[text], as: UTF8.self))")
            case .grid(let number, let name):
                parts.append("grid \(number) \(name.map { String(decoding: source[$0], as: UTF8.self) } ?? "")")
            case .row(let line): parts.append("row \(line ?? 0)")
            case .gap(let places): parts.append("gap \(places)")
            case .cell(let text, let column, let rows, let columns):
                parts.append("cell \(column) \(rows)x\(columns) \(String(decoding: source[text], as: UTF8.self))")
            case .endOfGrid: parts.append("end")
            case .cut: parts.append("cut")
            }
        }
        #expect(
            parts == [
                "line 0 甲<&\"行", "line 128 ", "grid 1 表", "row 127", "cell 0 2x1 甲", "gap 199", "cell 200 1x1 <&\"", "row 0",
                "row 70000", "cell 0 1x201 ", "end",
            ])
    }

    @Test func damagedBytesAreToldAndNeverReadBeyondTheirEnd() throws {
        let encoded = SourceText(document).encoded
        for length in 0..<encoded.count { try? SourceText(encoded: Array(encoded[..<length])).forEach { _ in } }
        for place in encoded.indices {
            for value: UInt8 in [0, 1, 2, 7, 0x7F, 0x80, 0xFF] {
                var changed = encoded
                changed[place] = value
                let source = SourceText(encoded: changed)
                try? source.forEach { part in if case .line(let text, _) = part { _ = source[text] } }
            }
        }
        #expect(throws: DamagedSourceText(offset: 0)) { try SourceText(encoded: [9, 1]).forEach { _ in } }
        #expect(throws: DamagedSourceText(offset: 1)) { try SourceText(encoded: [1, 200]).forEach { _ in } }
        #expect(throws: DamagedSourceText(offset: 7)) {
            try SourceText(encoded: [1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]).forEach { _ in }
        }
    }

    @Test func oneWideRowIsCutLikeALongFileAndNoCharacterIsCutInTwo() throws {
        let utf8 = Array(String(repeating: "长", count: 3_000).utf8)
        let cells = (0..<500).map { GridCell(row: 0, column: $0, text: TextRange(0, utf8.count)) }
        let source = SourceText(
            SourceDocument(
                format: .csv, utf8: utf8,
                blocks: [.grid(Grid(number: 1, rowCount: 1, columnCount: 500, cells: cells, absentIsBlank: true))]))
        #expect(source.encoded.count < SourceText.longest + 10_000)
        var isCut = false
        try source.forEach { part in
            if case .cut = part { isCut = true }
            if case .cell(let text, _, _, _) = part { #expect(String(validating: source[text], as: UTF8.self) != nil) }
        }
        #expect(isCut)
    }
}
