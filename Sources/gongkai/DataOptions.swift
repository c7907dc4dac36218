import ArgumentParser
import Foundation
import Office
import Synchronization

/// Where the data are kept.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("存放数据的文件夹，没有时新建。", valueName: "文件夹"))
    var data = "data"

    /// Opens the store, making the folder where there is none.
    ///
    /// - Throws: `ExitCode` after the reason was told.
    func open() async throws -> ReportStore {
        try await records().reports
    }

    /// Opens everything that is kept there.
    ///
    /// - Throws: `ExitCode` after the reason was told.
    func records() async throws -> Records {
        do {
            let master = try ProcessInfo.processInfo.environment["GONGKAI_KEY"].map { text throws(KeyError) in
                try MasterKey(base64: text, place: "环境变量 GONGKAI_KEY")
            }
            return try await Records.open(dataFolder: data, master: master, at: Date())
        } catch {
            Console.complain("无法打开数据文件夹 \(data)：\(error)")
            throw Exit.unreadable
        }
    }
}

/// A progress bar that may be shown from another task.
final class ProgressMeter: Sendable {
    private let bar = Mutex<ProgressBar?>(nil)

    func show(_ done: Int, of total: Int) {
        bar.withLock { bar in
            if bar == nil { bar = ProgressBar(of: total) }
            bar?.show(done, of: total)
        }
    }

    func finish() {
        bar.withLock { $0?.finish() }
    }
}
