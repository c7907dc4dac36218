import AnnualReport
import ArgumentParser
import Foundation
import ReportFiles

/// `gongkai report …`
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "读取、检查、汇总和导入年度报告。",
        subcommands: [ReadCommand.self, CheckCommand.self, MergeCommand.self, ImportCommand.self])
}

/// The files of a command, read in parallel and taken in order; what cannot be read is told on standard error.
struct ReportInput {
    private(set) var unreadable = 0

    /// - Throws: `ExitCode` where a folder cannot be walked; what `take` throws.
    mutating func read<Value: Sendable>(
        _ arguments: [String], prepare: @Sendable @escaping (ReportReading) -> Value, take: (Value) throws -> Void
    ) async throws {
        let selection: ReportPath.Selection
        do throws(UnreadableFile) {
            selection = try ReportPath.all(arguments)
        } catch {
            Console.complain(error.description)
            throw Exit.unreadable
        }
        let files = selection.files
        for line in LeftOut.lines(selection.leftOut) { Console.complain(line) }
        var bar = ProgressBar(of: files.count)
        var failed = 0
        try await ReportBatch.read(files, prepare: { reading, _ in prepare(reading) }) { _, result, done in
            switch result {
            case .success(let value): try take(value)
            case .failure(let error):
                bar.finish()
                Console.complain(error.description)
                failed += 1
            }
            bar.show(done, of: files.count)
        }
        bar.finish()
        unreadable += failed
    }

    /// All reports of the files.
    mutating func reports(_ arguments: [String]) async throws -> [AnnualReport] {
        var reports: [AnnualReport] = []
        try await read(arguments, prepare: \.report) { reports.append($0) }
        return reports
    }
}

/// A file that a command writes its result to.
struct OutputFile {
    let path: String
    let ending: String

    /// - Throws: `ValidationError` for an ending that is not among those allowed.
    init(_ path: String, endings: [String]) throws {
        self.path = path
        ending = (path as NSString).pathExtension.lowercased()
        guard endings.contains(ending) else {
            throw ValidationError("写出的文件名应以 \(endings.map { "." + $0 }.joined(separator: "、")) 结尾：\(path)")
        }
    }

    /// Writes the file whole or not at all.
    func write(_ bytes: [UInt8]) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            Console.complain("\(path)：无法写入。请检查文件夹是否存在、是否有写入权限。")
            throw Exit.unreadable
        }
    }
}
