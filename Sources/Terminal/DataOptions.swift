import ArgumentParser
import Database
import Foundation
import Office

/// Where the data are kept.
package struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("存放数据的文件夹；不写则为 data。", valueName: "文件夹"))
    package var data: String?

    @Option(
        help: ArgumentHelp(
            "数据库地址，代替 --data：sqlite:文件路径，或 postgres://用户@主机:端口/数据库。"
                + "也可写在环境变量 GONGKAI_DATABASE 中，密码不会出现在进程列表里。", valueName: "地址"))
    package var database: String?

    package init() {}

    /// The place that the options name.
    ///
    /// - Throws: `Refusal` where they name two, or none that can be understood.
    package var place: OfficePlace {
        get throws {
            if data != nil, database != nil { throw Refusal("--data 和 --database 只能写一个。") }
            if let data { return .folder(data) }
            let environment = ProcessInfo.processInfo.environment["GONGKAI_DATABASE"].flatMap { $0.isEmpty ? nil : $0 }
            guard let address = database ?? environment else { return .folder("data") }
            return try DataOptions.place(address)
        }
    }

    /// - Throws: `Refusal` for an address that cannot be understood; never repeats it.
    package static func place(_ address: String) throws -> OfficePlace {
        do {
            return OfficePlace(try DatabaseURL(address))
        } catch {
            throw Refusal("\(error)")
        }
    }

    /// What a command does where there are no data yet.
    package enum Absence {
        /// Most commands: in the wrong folder they would go on with an empty office that nobody asked for.
        case refused
        /// Those that an office begins with: `serve`, `demo`, `report import`, `org import`.
        case begun
    }

    /// Opens everything that is kept there, with the master key of `GONGKAI_KEY`, or of the file `key` beside an SQLite
    /// file.
    ///
    /// - Throws: `Refusal`; `ExitCode` after the reason was told.
    package func records(_ absence: Absence = .refused, evenIfAltered: Bool = false) async throws -> Records {
        let place = try place
        return try await DataOptions.telling(place) {
            if absence == .refused { try await DataOptions.requireData(place) }
            let master = try ProcessInfo.processInfo.environment["GONGKAI_KEY"].map { text throws(KeyError) in
                try MasterKey(base64: text, place: "环境变量 GONGKAI_KEY")
            }
            return try await Records.open(place, Program.house, master: master, at: Date(), evenIfAltered: evenIfAltered)
        }
    }

    /// Opens the database and the files of a place that must have some, to save or to examine them: even
    /// those that somebody has altered.
    ///
    /// - Throws: `Refusal`; `ExitCode` after the reason was told.
    package func storage() async throws -> OfficeStorage {
        let place = try place
        return try await DataOptions.telling(place) {
            try await DataOptions.requireData(place)
            return try await OfficeStorage.open(place, Program.house, at: Date(), evenIfAltered: true)
        }
    }

    /// - Throws: `Refusal` where there are no data; `DatabaseError`.
    private static func requireData(_ place: OfficePlace) async throws {
        if try await place.holdsData { return }
        // The whole path: whoever is in another folder than he thinks sees it there.
        let file = place.database.sqlitePath.map { URL(fileURLWithPath: $0).path }
        let found = file.map { "没有数据库文件 \($0)" } ?? "数据库 \(place) 里还没有数据"
        throw Refusal("\(found)。请用 --data 或 --database 指定数据的位置；新的数据由 gongkai serve 建立。")
    }

    /// What a copy of the data needs beside it.
    package static let keyNotice = "主密钥不在其中：请把原来的密钥文件 key 放到新的数据旁边（chmod 600），或者设置 GONGKAI_KEY。"

    /// Holds the lock of data that must be at rest, so that no site is started on them.
    ///
    /// - Returns: nil where there is nothing to be locked yet.
    /// - Throws: `Refusal` where a site uses them; `ExitCode` after another reason was told.
    package static func atRest(_ place: OfficePlace) async throws -> AdvisoryLock? {
        if let path = place.database.sqlitePath, !FileManager.default.fileExists(atPath: path),
            !FileManager.default.fileExists(atPath: AdvisoryLock.file(beside: path))
        {
            return nil
        }
        if let lock = try await telling(place, { try await AdvisoryLock.take(place.database, .exclusive) }) { return lock }
        throw Refusal("网站正在使用 \(place)，没有照办。请先停止它（systemctl stop gongkai，或者在运行 gongkai serve 的窗口按 Ctrl-C）。")
    }

    /// Does what may fail for a reason that lies with the data's place, and tells it.
    package static func telling<T>(_ place: OfficePlace, _ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch let error as Refusal {
            throw error
        } catch let error as KeyError {
            throw Refusal(error.description)
        } catch let error as DatabaseError where error.namesPlace {
            throw Refusal(error.description)
        } catch {
            Console.complain("无法打开数据 \(place)：\(error)")
            throw Exit.unreadable
        }
    }
}

extension DatabaseError {
    /// True where the error says by itself which database it is about.
    fileprivate var namesPlace: Bool {
        switch self {
        case .cannotOpen, .cannotConnect: true
        default: false
        }
    }
}
