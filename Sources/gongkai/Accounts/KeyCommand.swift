import ArgumentParser
import Foundation
import Office

/// `gongkai key …`
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "key", abstract: "加密个人信息的密钥。", subcommands: [KeyRotateCommand.self])
}

/// `gongkai key rotate`
struct KeyRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "换一个新的主密钥，并用新的密钥重新加密个人信息。",
        discussion: "请先停止网站并备份。新的主密钥写入密钥文件（0600）；数据在服务器上时打印出来，请写入各节点的 GONGKAI_KEY。")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let place = try data.place
        let records = try await data.records()
        defer { try? records.close() }
        let file = ProcessInfo.processInfo.environment["GONGKAI_KEY"] == nil ? place.folder.map { $0 + "/key" } : nil
        let new = try await records.rotateKeys(keyFile: file, at: Date())
        if let file {
            Console.print("已更换，新的主密钥在 \(file)。请另行备份这个文件：没有它，个人信息不能解密。")
        } else {
            Console.print(new.base64)
            Console.complain("已更换。请把上面一行写入各节点的 GONGKAI_KEY，再启动网站，并另行妥善备份。")
        }
    }
}
