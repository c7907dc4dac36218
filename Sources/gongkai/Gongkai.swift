import Administration
import ArgumentParser
import Office
import Reports
import Requests
import Terminal
import Web

/// The capabilities that this program is made of. A new one is mounted by a line here.
let wings = Wings([Administration.wing, Reports.wing, Requests.wing])

/// The command line: the commands of the capabilities, and those of the program as a whole.
@main
struct Gongkai: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gongkai",
        abstract: "公开：政府信息公开工作的一个程序。",
        discussion: """
            读取、检查、汇总、保存和展示政府信息公开工作年度报告；计算答复期限、信息处理费和救济途径。
            数据在一个 SQLite 文件和一个文件夹里，不需要另装数据库；也可以放在 PostgreSQL 里。
            """,
        version: "0.1.0",
        subcommands: wings.commands + [
            ServeCommand.self, DemoCommand.self, BackupCommand.self, RestoreCommand.self, VerifyCommand.self, MoveCommand.self,
            DocsCommand.self,
        ],
        helpNames: [.short, .long])

    /// Runs the command that the arguments name; what ArgumentParser itself says is put into Chinese.
    static func main() async {
        do {
            try await Program.$house.withValue(wings.house) {
                var command = try parseAsRoot()
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    try command.run()
                }
            }
        } catch {
            leave(error)
        }
    }

    private static func leave(_ error: any Error) -> Never {
        if let refusal = error as? Refusal {
            Console.complain("错误：\(refusal)")
            exit(withError: Exit.unreadable)
        }
        let code = exitCode(for: error)
        let text = Wording.chinese(fullMessage(for: error))
        if !text.isEmpty {
            if code.isSuccess { Console.print(text) } else { Console.complain(text) }
        }
        // ArgumentParser leaves wrong use with 64; here it is 2, as everything that could not be done.
        exit(withError: code == .validationFailure ? Exit.unreadable : code)
    }
}
