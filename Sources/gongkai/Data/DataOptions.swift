import ArgumentParser
import Database
import Foundation
import Office
import Synchronization

/// Where the data are kept.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("存放数据的文件夹，没有时新建；不写则为 data。", valueName: "文件夹"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "数据库地址，代替 --data：sqlite:文件路径，或 postgres://用户@主机:端口/数据库。"
                + "也可写在环境变量 GONGKAI_DATABASE 中，密码不会出现在进程列表里。", valueName: "地址"))
    var database: String?

    /// The place that the options name.
    ///
    /// - Throws: `Refusal` where they name two, or none that can be understood.
    var place: OfficePlace {
        get throws {
            if data != nil, database != nil { throw Refusal("--data 和 --database 只能写一个。") }
            if let data { return .folder(data) }
            let environment = ProcessInfo.processInfo.environment["GONGKAI_DATABASE"].flatMap { $0.isEmpty ? nil : $0 }
            guard let address = database ?? environment else { return .folder("data") }
            return try DataOptions.place(address)
        }
    }

    /// - Throws: `Refusal` for an address that cannot be understood; never repeats it.
    static func place(_ address: String) throws -> OfficePlace {
        do {
            return OfficePlace(try DatabaseURL(address))
        } catch {
            throw Refusal("\(error)")
        }
    }

    /// Opens the store, making it where there is none.
    ///
    /// - Throws: `Refusal`; `ExitCode` after the reason was told.
    func open() async throws -> ReportStore {
        try await records().reports
    }

    /// Opens the data of a place that must have some.
    ///
    /// - Throws: `Refusal`; `ExitCode` after the reason was told.
    func openExisting() async throws -> OfficeStorage {
        let place = try place
        if let path = place.database.sqlitePath, !FileManager.default.fileExists(atPath: path) {
            throw Refusal("没有数据库文件 \(path)。请用 --data 或 --database 指定数据的位置。")
        }
        return try await DataOptions.storage(place)
    }

    /// Opens everything that is kept there, with the master key of `GONGKAI_KEY`, or of the file `key` beside an SQLite
    /// file.
    ///
    /// - Throws: `Refusal`; `ExitCode` after the reason was told.
    func records() async throws -> Records {
        let place = try place
        do {
            let master = try ProcessInfo.processInfo.environment["GONGKAI_KEY"].map { text throws(KeyError) in
                try MasterKey(base64: text, place: "环境变量 GONGKAI_KEY")
            }
            return try await Records.open(place, master: master, at: Date())
        } catch let error as KeyError {
            throw Refusal(error.description)
        } catch {
            Console.complain("无法打开数据 \(place)：\(error)")
            throw Exit.unreadable
        }
    }

    /// What a copy of the data needs beside it.
    static let keyNotice = "主密钥不在其中：请把原来的密钥文件 key 放到新的数据旁边（chmod 600），或者设置 GONGKAI_KEY。"

    static func storage(_ place: OfficePlace) async throws -> OfficeStorage {
        do {
            return try await OfficeStorage.open(place, at: Date())
        } catch {
            Console.complain("无法打开数据 \(place)：\(error)")
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
