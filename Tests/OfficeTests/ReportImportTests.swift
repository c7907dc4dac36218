import Foundation
import Formats
import ReportFiles
import Synchronization
import TestSupport
import Testing

@testable import Office
@testable import Reports

@Suite(.opensDatabases) struct ReportImportTests {
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
        #expect(try await temporary.store.regions() == ["乙县", "甲县"])
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

/// Folders of reports come from elsewhere, as archives: what is no regular file in them is never opened.
@Suite(.opensDatabases) struct ForeignFolderTests {
    private let temporary: TemporaryStore
    private let folder: String

    init() async throws {
        temporary = try await TemporaryStore()
        folder = temporary.folder + "/in"
        try FileManager.default.createDirectory(atPath: folder + "/青溪县", withIntermediateDirectories: true)
        try Data("甲镇2021年政府信息公开工作年度报告\n一、总体情况\n本报告由甲镇编制。\n".utf8).write(to: URL(fileURLWithPath: folder + "/青溪县/a.txt"))
    }

    private func imported() async throws -> ReportImport.Tally {
        try await ReportImport(store: temporary.store).run([folder], at: .sample)
    }

    @Test func linksAreLeftOutAndNamed() async throws {
        let key = temporary.folder + "/outside"
        try Data("不许公开".utf8).write(to: URL(fileURLWithPath: key))
        try FileManager.default.createSymbolicLink(atPath: folder + "/青溪县/key.txt", withDestinationPath: key)
        try FileManager.default.createSymbolicLink(atPath: folder + "/青溪县/up", withDestinationPath: "..")
        try FileManager.default.createSymbolicLink(atPath: folder + "/青溪县/none.txt", withDestinationPath: "nowhere")
        let tally = try await imported()
        #expect(tally.added == 1 && tally.failures.isEmpty)
        #expect(tally.leftOut.map(\.what) == ["链接", "链接", "链接"])
        #expect(tally.leftOut.map { ($0.path as NSString).lastPathComponent } == ["key.txt", "none.txt", "up"])
        let lines = LeftOut.lines(tally.leftOut)
        #expect(lines.count == 4 && lines[0].contains("有 3 项不是普通文件") && lines[1].hasSuffix("key.txt（链接）"))
    }

    @Test func pipesAndSocketsAreLeftOutAndNobodyWaits() async throws {
        #expect(mkfifo(folder + "/青溪县/fifo.txt", 0o600) == 0)
        let tally = try await imported()
        #expect(tally.added == 1)
        #expect(tally.leftOut == [LeftOut(path: folder + "/青溪县/fifo.txt", what: "管道")])
    }

    /// `tar` makes hard links, too, to whatever lies where it unpacks.
    @Test func aPrivateFileUnderASecondNameIsNotRead() async throws {
        let own = temporary.folder + "/private"
        #expect(FileManager.default.createFile(atPath: own, contents: Data("不许公开".utf8), attributes: [.posixPermissions: 0o600]))
        #expect(link(own, folder + "/青溪县/b.txt") == 0)
        let tally = try await imported()
        #expect(tally.added == 1)
        #expect(tally.failures.count == 1 && tally.failures[0].message.contains("硬链接"))
    }

    @Test func aKeyIsNoReportAndTheDataOfAnOfficeAreNoReports() async throws {
        let key = MasterKey.random().base64 + "\n"
        try Data(key.utf8).write(to: URL(fileURLWithPath: folder + "/青溪县/key"))
        let data = folder + "/data"
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        for name in ["gongkai.sqlite", "key"] { try Data(key.utf8).write(to: URL(fileURLWithPath: data + "/" + name)) }
        let tally = try await imported()
        #expect(tally.added == 1)
        #expect(tally.failures.map(\.path) == [folder + "/青溪县/key"])
        #expect(tally.failures[0].message.contains("密钥"))
        #expect(tally.leftOut == [LeftOut(path: data, what: "本程序的数据文件夹")])
    }

    /// Between the walk and the reading, whoever can write into the folder may put a link in the place of a folder.
    @Test func aFolderThatBecomesALinkAfterTheWalkIsNotFollowed() throws {
        let files = try ReportPath.all([folder]).files
        #expect(files.count == 1)
        try FileManager.default.moveItem(atPath: folder + "/青溪县", toPath: temporary.folder + "/moved")
        try FileManager.default.createSymbolicLink(atPath: folder + "/青溪县", withDestinationPath: temporary.folder + "/moved")
        #expect(throws: UnreadableFile.self) { try files[0].bytes() }
        // The same path, given by hand, may go over a link.
        #expect(try ReportPath(path: files[0].path).bytes().count > 0)
    }

    @Test(arguments: ["fifo", "folder", "/dev/zero", "none"])
    func aPathByHandMustNameARegularFile(_ name: String) throws {
        mkfifo(folder + "/fifo", 0o600)
        try FileManager.default.createDirectory(atPath: folder + "/folder", withIntermediateDirectories: true)
        let path = name.hasPrefix("/") ? name : folder + "/" + name
        let words = ["fifo": "是管道", "folder": "是文件夹", "/dev/zero": "是设备", "none": "找不到文件"]
        let error = #expect(throws: UnreadableFile.self) { try ReportPath(path: path).bytes() }
        #expect(error?.message.contains(words[name] ?? "") == true)
        // A link to it is no other thing.
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: path)
        #expect(throws: UnreadableFile.self) { try ReportPath(path: folder + "/link").bytes() }
    }

    @Test func aFileThatIsTooLargeIsToldWithItsOwnSize() throws {
        let path = folder + "/large.txt"
        #expect(FileManager.default.createFile(atPath: path, contents: nil))
        #expect(truncate(path, 300 << 20) == 0)
        let error = #expect(throws: UnreadableFile.self) { try ReportPath(path: path).bytes() }
        #expect(error?.message.contains("300 MiB") == true)
    }
}
