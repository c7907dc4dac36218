import ArgumentParser
import Foundation
import Office
import Terminal

/// `gongkai key …`
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "key", abstract: "加密个人信息的密钥。", subcommands: [KeyRotateCommand.self])
}

/// `gongkai key rotate`
struct KeyRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "换一个新的主密钥，并用新的密钥重新加密个人信息。",
        discussion: """
            请先停止全部节点并备份。密钥文件在数据旁边的，直接换成新的；主密钥在环境变量 GONGKAI_KEY 中的，
            用 --new-key-file 指定新密钥写到哪个文件（0600，没有时新建），换好后把其中内容写入各节点的 GONGKAI_KEY。
            """)

    @OptionGroup var data: DataOptions
    @Option(help: ArgumentHelp("新的主密钥写到这个文件。中途断开时请保留：它可能已经是唯一能打开数据的密钥。", valueName: "文件"))
    var newKeyFile: String?

    func run() async throws {
        let lock = try await DataOptions.atRest(try data.place)
        defer { lock?.release() }
        let records = try await data.records()
        defer { try? records.close() }
        do {
            let file = try await records.rotateKeys(newKeyFile: newKeyFile, at: Date())
            Console.print("已更换，新的主密钥在 \(file)。请另行备份这个文件：没有它，个人信息不能解密。")
            if newKeyFile != nil { Console.complain("请把文件的内容写入各节点的 GONGKAI_KEY，再启动网站。") }
        } catch let error as KeyError {
            throw Refusal(error.description)
        } catch {
            Console.complain("没有换成，或者不能确定是否换成：\(error)")
            if let newKeyFile { Console.complain("请保留 \(newKeyFile)，先后用原来的密钥和新的密钥运行 gongkai verify，能打开数据的就是现在的主密钥。") }
            throw Exit.unreadable
        }
    }
}
