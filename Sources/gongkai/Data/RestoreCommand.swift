import ArgumentParser
import Foundation
import Office
import Terminal

/// `gongkai restore FILE`
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "把备份恢复到一个空的位置。",
        discussion: """
            先用主密钥核对签名，再核对每个文件的校验值和数据库的结构，都对才写入；目标里已有数据时不写入。
            主密钥取自 --key、环境变量 GONGKAI_KEY，或者已经放在目标文件夹里的 key，是备份当时的那一个。
            退出码：备份不完好或不能恢复为 2，否则为 0。
            """)

    @Argument(help: ArgumentHelp("gongkai backup 写的文件。", valueName: "文件"))
    var file: String

    @Option(help: ArgumentHelp("备份当时的主密钥文件，用来核对签名。", valueName: "文件"))
    var key: String?

    @Flag(help: "接受没有签名的旧备份，或者没有主密钥、不能核对签名的备份。签名不对的仍然不恢复。")
    var unsigned = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let place = try data.place
        let master = try data.masterKey(in: key)
        let lock = try await DataOptions.atRest(place)
        defer { lock?.release() }
        try await Exit.unreadable {
            let isProven = try await OfficeStorage.restore(
                file, to: place, Program.house, signedWith: master, unsigned: unsigned, at: Date())
            Console.print("已把 \(file) 恢复到 \(place)\(isProven ? "，签名已核对" : "")。")
            if !isProven { Console.complain("没有核对签名：不能证明备份没有被改动过。") }
            Console.complain(DataOptions.keyNotice)
        }
    }
}
