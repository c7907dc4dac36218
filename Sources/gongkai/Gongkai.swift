import ArgumentParser

/// The command line: one file a command.
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
        subcommands: [
            ReportCommand.self, LawCommand.self, OrganizationCommand.self, UserCommand.self, AuditCommand.self, ServeCommand.self,
            DemoCommand.self, BackupCommand.self, RestoreCommand.self, VerifyCommand.self, MoveCommand.self, KeyCommand.self,
            DocsCommand.self,
        ],
        helpNames: [.short, .long])

    /// Runs the command that the arguments name; what ArgumentParser itself says is put into Chinese.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
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

/// The fixed English words of ArgumentParser and what a user sees instead.
enum Wording {
    static func chinese(_ text: String) -> String {
        var text = text
        for (english, chinese) in phrases {
            while let place = text.firstRange(of: english) { text.replaceSubrange(place, with: chinese) }
        }
        return text
    }

    private static let phrases = [
        ("OVERVIEW: ", "说明："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
        ("SUBCOMMANDS:", "命令："), ("Show help information.", "显示帮助。"), ("Show the version.", "显示版本。"),
        ("Show subcommand help information.", "显示命令的帮助。"), ("<subcommand>", "<命令>"), ("(default: ", "（默认："),
        ("(values: ", "（可选："), ("; default: ", "；默认："), ("default: ", "默认："),
        (". Please provide one of the following:", "。可选："), ("Help:  ", "帮助："), ("See '", "请看 '"), ("' for detailed help.", "'。"),
        ("' for more information.", "'。"), ("Error: Missing expected argument ", "错误：缺少参数 "),
        ("Error: Missing one of: ", "错误：缺少其中之一："), ("Error: Unknown option ", "错误：没有这个选项："),
        ("Error: Missing value for ", "错误：缺少选项的值："), ("Error: Unexpected argument ", "错误：多余的参数："),
        ("Error: The value ", "错误：值 "), (" is invalid for ", " 不适用于 "), ("Error: ", "错误："), ("Did you mean ", "是不是 "),
        ("  See 请看", "  请看"), (" unexpected arguments: ", " 个多余的参数："),
    ]
}
