import Foundation
import Formats
import Synchronization
import Testing

@testable import Office

@Suite struct ReportImportTests {
    private let temporary: TemporaryStore
    private let folder: String

    init() async throws {
        temporary = try await TemporaryStore()
        folder = temporary.folder + "/in"
    }

    private func write(_ path: String, _ text: String) throws {
        let url = URL(fileURLWithPath: folder + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func text(_ name: String, _ year: Int = 2021) -> String {
        "\(name)\(year)年政府信息公开工作年度报告\n一、总体情况\n本报告由\(name)编制。\n"
    }

    @Test func foldersAreWalkedAndGiveTheirNameAsRegion() async throws {
        try write("甲县/a.txt", text("甲镇"))
        try write("甲县/b", text("乙镇"))
        try write("乙县/c.TXT", text("甲镇"))
        try write("乙县/.hidden.txt", text("丙镇"))
        try write("乙县/.hidden/d.txt", text("丙镇"))
        try write("乙县/photo.jpg", "no report")
        let tally = try await ReportImport(store: temporary.store).run([folder], at: .sample)
        #expect(tally == .init(added: 3, alreadyThere: 0, failures: []))
        #expect(Set(try await temporary.store.regions()) == ["甲县", "乙县"])
        #expect(try await temporary.store.summaries(region: "甲县").total == 2)
    }

    @Test func aGivenRegionHoldsForAllAndTheSameFilesAreThereAlready() async throws {
        try write("甲县/a.txt", text("甲镇"))
        try write("乙县/b.txt", text("乙镇"))
        let importer = ReportImport(store: temporary.store, region: "丙县")
        #expect(try await importer.run([folder + "/甲县", folder + "/乙县/b.txt"], at: .sample).added == 2)
        #expect(try await temporary.store.regions() == ["丙县"])
        #expect(try await importer.run([folder], at: .sample) == .init(added: 0, alreadyThere: 2, failures: []))
    }

    @Test func aFileByItsPathTakesItsFoldersName() async throws {
        try write("甲县/a.txt", text("甲镇"))
        try write("乙县/b.txt", text("乙镇"))
        _ = try await ReportImport(store: temporary.store).run([folder + "/乙县/../甲县/a.txt"], at: .sample)
        #expect(try await temporary.store.regions() == ["甲县"])
    }

    @Test func filesThatCannotBeReadAreToldAndTheRestGoesOn() async throws {
        try write("甲县/1.txt", text("甲镇"))
        try write("甲县/2.txt", "")
        try write("甲县/3.txt", text("乙镇"))
        try write("甲县/4.txt", String(repeating: "长", count: 2000))
        var limits = Limits.standard
        limits.fileBytes = 1000
        let tally = try await ReportImport(store: temporary.store, limits: limits)
            .run([folder, folder + "/none.txt"], at: .sample)
        #expect(tally.added == 2)
        #expect(tally.failures.map { ($0.path as NSString).lastPathComponent } == ["2.txt", "4.txt", "none.txt"])
        #expect(tally.failures[0].message == FormatError.empty.description)
        #expect(tally.failures[1].message == FormatError.tooLarge(bytes: 6000, limit: 1000).description)
        #expect(tally.failures[2].message.contains("找不到文件"))
    }

    @Test func manyFilesAreKeptInOrderAndProgressIsToldOnceEach() async throws {
        let count = 60
        for i in 0..<count { try write("甲县/\(String(format: "%03d", i)).txt", text("第\(i)镇")) }
        let steps = Mutex<[Int]>([])
        let tally = try await ReportImport(store: temporary.store).run([folder], at: .sample) { done, total in
            steps.withLock { $0.append(total == count ? done : -1) }
        }
        #expect(tally.added == count)
        #expect(steps.withLock { $0 } == Array(1...count))
        let names = try await temporary.store.latest(limit: count).map(\.version.fileName)
        #expect(names == names.sorted(by: >))
    }

    @Test func aLinkBackUpIsNotFollowed() async throws {
        try write("甲县/a.txt", text("甲镇"))
        try FileManager.default.createSymbolicLink(atPath: folder + "/甲县/up", withDestinationPath: folder)
        #expect(try await ReportImport(store: temporary.store).run([folder], at: .sample).added == 1)
    }
}
