import AnnualReport
import ArgumentParser
import Foundation
import Office
import ReportFiles
import Terminal

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
