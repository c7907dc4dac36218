import ArgumentParser
import Foundation
import Office
import Terminal

/// `gongkai backup FILE`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "把全部数据备份到一个文件；网站运行时也可以。",
        discussion: """
            备份是一个 tar.gz 文件，里面有数据库、全部原文件、校验值（SHA256SUMS）和用主密钥做的签名；不覆盖已有的文件。
            主密钥不在备份里，要另行保管。没有主密钥时（数据在服务器上、又没有设 GONGKAI_KEY）备份没有签名，恢复时要加 --unsigned。
            退出码：不能备份为 2，否则为 0。
            """)

    @Argument(help: ArgumentHelp("备份文件，例如 gongkai-20261121.tar.gz。", valueName: "文件"))
    var file: String

    @OptionGroup var data: DataOptions

    func run() async throws {
        let storage = try await data.storage()
        defer { try? storage.close() }
        let master = try data.masterKey()
        try await Exit.unreadable {
            let files = try await storage.backUp(to: file, signedWith: master, at: Date())
            Console.print("已备份到 \(file)：数据库和 \(files) 个文件" + (master == nil ? "。" : "，已用主密钥签名。"))
            if master == nil {
                Console.complain("没有主密钥，备份没有签名：以后不能证明它没有被改动过，恢复时要加 --unsigned。请设置 GONGKAI_KEY 后重新备份。")
            }
            let place = try data.place.keyFile.map { "（\($0)）" } ?? ""
            Console.complain("主密钥\(place)不在备份里。请另外保管一份，不要与备份放在一起：没有它，备份不能核对，个人信息也不能解密。")
        }
    }
}
