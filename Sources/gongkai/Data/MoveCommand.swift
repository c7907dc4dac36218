import ArgumentParser
import Foundation
import Office
import Terminal

/// `gongkai move --from … --to …`
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "把全部数据搬到另一个数据库，例如从 SQLite 搬到 PostgreSQL。",
        discussion: """
            目标必须是空的。各表在一个事务里写入，逐表核对行数和内容，有一处不同就全部撤销；来源保持原样。
            网站正在使用来源或目标时拒绝：请先停止它。
            退出码：不能搬为 2，否则为 0。
            """)

    @Option(help: ArgumentHelp("来源的数据库地址。", valueName: "地址"))
    var from: String

    @Option(help: ArgumentHelp("目标的数据库地址。", valueName: "地址"))
    var to: String

    @Flag(help: "列出每张表的行数和内容的 SHA-256。")
    var verbose = false

    func run() async throws {
        let source = try DataOptions.place(from)
        let target = try DataOptions.place(to)
        // What would be written at the source after it was copied would be lost without a word.
        var locks = [try await DataOptions.atRest(source)]
        if target != source { locks.append(try await DataOptions.atRest(target)) }
        defer { for lock in locks { lock?.release() } }
        try await Exit.unreadable {
            let moved = try await OfficeStorage.move(from: source, to: target, Program.house, at: Date())
            for table in moved.tables where verbose { Console.print("\(table.table)\t\(table.rows) 行\t\(table.digest)") }
            Console.print("已从 \(source) 搬到 \(target)：\(moved.tables.count) 张表，\(moved.files) 个文件，两边内容一致。")
            Console.complain(DataOptions.keyNotice)
        }
    }
}
