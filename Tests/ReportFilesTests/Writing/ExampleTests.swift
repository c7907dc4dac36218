import AnnualReport
import Formats
import Foundation
import ReportFiles
import Testing

/// The files of `Examples/reports` against the values that they were written from.
struct ExampleTests {
    /// The folder that holds the sample reports, found from this file upward.
    static let folder: URL? = {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            let reports = folder.appending(path: "Examples/reports")
            if FileManager.default.fileExists(atPath: reports.path) { return reports }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    private func reading(_ path: String) throws -> AnnualReport {
        let folder = try #require(Self.folder)
        let bytes = try [UInt8](Data(contentsOf: folder.appending(path: path)))
        return try ReportReader.read(bytes, name: path).report
    }

    @Test(arguments: ExampleReports.all.map(\.path))
    func eachFileReadsWithTheFiguresThatItWasWrittenFrom(_ path: String) throws {
        let example = try #require(ExampleReports.all.first { $0.path == path })
        let report = try reading(path)
        #expect(report.organization == example.report.organization && report.year == example.report.year)
        #expect(report.template == example.report.template)
        #expect(report.figures == example.report.figures)
    }

    @Test(arguments: ExampleReports.all.map(\.path))
    func eachFileHasThePlantedMistakesAndNoOthers(_ path: String) throws {
        let example = try #require(ExampleReports.all.first { $0.path == path })
        let findings = try reading(path).findings()
        #expect(Set(findings.map(\.rule)) == example.rules, "\(findings.map(\.message))")
    }

    @Test(arguments: ExampleReports.all.map(\.path))
    func eachFileMadeAnewReadsWithTheSameFigures(_ path: String) throws {
        let example = try #require(ExampleReports.all.first { $0.path == path })
        let anew = try ReportReader.read(example.bytes(), name: path).report
        #expect(anew.figures == (try reading(path)).figures)
    }

    /// Writes the files when asked to: `WRITE_EXAMPLES=1 swift test --filter theFilesAreWrittenAnew`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["WRITE_EXAMPLES"] != nil))
    func theFilesAreWrittenAnew() throws {
        let folder = try #require(Self.folder)
        for example in ExampleReports.all {
            let file = folder.appending(path: example.path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(example.bytes()).write(to: file)
        }
    }

    @Test func theTextInGB18030IsNotUTF8() throws {
        let folder = try #require(Self.folder)
        let bytes = try Data(contentsOf: folder.appending(path: "青溪县/石桥镇2021年.txt"))
        #expect(String(data: bytes, encoding: .utf8) == nil)
    }

    @Test func mistakesThatOnlyLastYearTellsAreFound() throws {
        let bailu = try reading("云泽市/白鹭镇2023年.txt").findings(previous: reading("云泽市/白鹭镇2022年.txt"))
        #expect(Set(bailu.map(\.rule)) == [.carryForward])
        let water = try reading("云泽市/市水务局2023年.txt").findings(previous: reading("云泽市/市水务局2022年.txt"))
        #expect(water.map(\.rule) == [.narrativeCopied])
        let songlin = try reading("青溪县/松林镇2020年.htm").findings(previous: reading("青溪县/松林镇2019年.txt"))
        #expect(songlin.isEmpty)
    }

    @Test(arguments: [
        ("云泽市2020年.txt", [Rule.unplacedRow, .unitInCount, .wrongTerm]),
        ("向阳坪镇2020年.txt", [.unplacedRow, .notANumber, .wrongTerm]), ("坑口洲镇2020年.txt", [.mergedRows, .missingCell, .unitMissing]),
        ("荷塘坞乡2020年.txt", [.wrongArticle, .wrongTerm, .unitMissing]),
        ("高新区（望潮镇）2020年.txt", [.wrongForm, .missingRow, .unitMissing]),
    ])
    func realLayoutsKeepTheirAnomalies(_ name: String, _ rules: [Rule]) throws {
        let report = try reading("实例/" + name)
        #expect(name == "\(report.organization ?? "")2020年.txt")
        let found = Set(report.findings().map(\.rule))
        #expect(found.isSuperset(of: rules), "\(found)")
    }
}
