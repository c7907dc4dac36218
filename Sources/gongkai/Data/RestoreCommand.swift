import ArgumentParser
import Foundation
import Office

/// `gongkai restore FILE`
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "把备份恢复到一个空的位置。",
        discussion: """
            先核对备份里每个文件的校验值；目标里已有数据时不写入。
            退出码：备份不完好或不能恢复为 2，否则为 0。
            """)

    @Argument(help: ArgumentHelp("gongkai backup 写的文件。", valueName: "文件"))
    var file: String

    @OptionGroup var data: DataOptions

    func run() async throws {
        let place = try data.place
        let lock = try await DataOptions.atRest(place)
        defer { lock?.release() }
        try await Exit.unreadable {
            try await OfficeStorage.restore(file, to: place, at: Date())
            Console.print("已把 \(file) 恢复到 \(place)。")
            Console.complain(DataOptions.keyNotice)
        }
    }
}
