import ArgumentParser
import Foundation
import Office

/// `gongkai backup FILE`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "把全部数据备份到一个文件；网站运行时也可以。",
        discussion: """
            备份是一个 tar.gz 文件，里面有数据库、全部原文件和校验值（SHA256SUMS）；不覆盖已有的文件。
            退出码：不能备份为 2，否则为 0。
            """)

    @Argument(help: ArgumentHelp("备份文件，例如 gongkai-20261121.tar.gz。", valueName: "文件"))
    var file: String

    @OptionGroup var data: DataOptions

    func run() async throws {
        let storage = try await data.storage()
        defer { try? storage.close() }
        try await Exit.unreadable {
            let files = try await storage.backUp(to: file, at: Date())
            Console.print("已备份到 \(file)：数据库和 \(files) 个文件。")
        }
    }
}
