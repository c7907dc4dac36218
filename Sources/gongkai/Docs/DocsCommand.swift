import ArgumentParser
import Office
import Terminal

/// `gongkai docs …`: pages of the documentation that follow from the code.
struct DocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "由程序生成的文档。", subcommands: [PermissionsCommand.self, SchemaCommand.self])

    /// `gongkai docs permissions`
    struct PermissionsCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "permissions", abstract: "打印权限表（docs/permissions.md）。")

        func run() {
            Console.write(Array(PermissionSheet.markdown(Program.house).utf8))
        }
    }

    /// `gongkai docs schema`
    struct SchemaCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "schema", abstract: "打印数据库现在的结构（docs/schema.sql）。")

        func run() throws {
            Console.write(Array(try SchemaSheet.text(Program.house).utf8))
        }
    }
}
