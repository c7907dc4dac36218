import CXML2
import Foundation
import ReportFiles

/// `benchmark write FORMAT FOLDER COUNT` makes reports; `benchmark rate WORK FOLDER SECONDS CORES` prints how many of the
/// folder's files a second the work takes (read, check, json, parse); `benchmark due SECONDS` how many due days;
/// `benchmark lines FOLDER` prints what is read and found in every file, to compare two builds by.
@main
enum Benchmark {
    static func main() async {
        let words = CommandLine.arguments
        do {
            switch words.dropFirst().first {
            case "write" where words.count == 5:
                guard let format = MadeReports.Format(rawValue: words[2]), let count = Int(words[4]) else { throw Misuse() }
                try write(format, to: URL(fileURLWithPath: words[3], isDirectory: true), count: count)
            case "rate" where words.count == 6:
                guard let seconds = Double(words[4]), let cores = Int(words[5]) else { throw Misuse() }
                let files = try load(URL(fileURLWithPath: words[3], isDirectory: true))
                xmlInitParser()
                let rate = await Rate.measure(files, seconds: seconds, cores: cores, work: try work(words[2]))
                guard rate > 0 else { throw Unreadable() }
                print(rate)
            case "due" where words.count == 3:
                guard let seconds = Double(words[2]) else { throw Misuse() }
                print(try DueDays.rate(seconds: seconds))
            case "lines" where words.count == 3:
                for file in try load(URL(fileURLWithPath: words[2], isDirectory: true)) {
                    FileHandle.standardOutput.write(Data(await Lines.line(file)))
                }
            default: throw Misuse()
            }
        } catch {
            FileHandle.standardError.write(Data("benchmark：\(error)\n".utf8))
            exit(2)
        }
    }

    struct Misuse: Error, CustomStringConvertible {
        let description =
            "用法：benchmark write 格式 文件夹 份数 | benchmark rate read|check|json|parse 文件夹 秒数 核数 | benchmark due 秒数 | benchmark lines 文件夹"
    }

    struct Unreadable: Error, CustomStringConvertible {
        let description = "有文件无法读取，测量无效"
    }

    private static func write(_ format: MadeReports.Format, to folder: URL, count: Int) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let reports = MadeReports(seed: 2_024)
        for number in 0..<count {
            let name = String(format: "%05d", number) + "." + format.ending
            try Data(reports.file(number, format)).write(to: folder.appendingPathComponent(name))
        }
    }

    private static func load(_ folder: URL) throws -> [Rate.File] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try names.map { Rate.File(name: $0, bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent($0)))) }
    }

    private static func work(_ name: String) throws -> @Sendable (Rate.File) -> Int {
        switch name {
        case "read": Rate.readOnly
        case "check": Rate.readAndCheck
        case "json": Rate.readCheckAndWrite
        case "parse": Rate.parsePage
        default: throw Misuse()
        }
    }
}
