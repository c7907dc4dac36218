import ArgumentParser
import Office
import Terminal

/// `gongkai docs …`: pages of the documentation that follow from the code.
struct DocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "由程序生成的文档。", subcommands: [PermissionsCommand.self])

    /// `gongkai docs permissions`
    struct PermissionsCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "permissions", abstract: "打印权限表（docs/permissions.md）。")

        func run() {
            Console.write(Array(PermissionSheet.markdown(Program.house).utf8))
        }
    }
}
