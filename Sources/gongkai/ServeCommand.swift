import ArgumentParser
import Foundation
import Terminal

/// `gongkai serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "启动网站。按 Ctrl-C 停止。",
        discussion: """
            第一次启动时打印一个一次性链接：一个人用它建立账号，管理和业务都由他办理，网站上的“开始使用”说明下一步。
            要从一开始就由三个人分任管理员的，加 --separate-administrators，打印三个链接。
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var server: ServerOptions

    @Flag(help: "新网站由三个人分任系统、安全、审计管理员（三员分立），打印三个一次性链接。")
    var separateAdministrators = false

    func run() async throws {
        let calendar = try server.files.workdays()
        let (records, lock) = try await data.served()
        defer { try? records.close() }
        try await server.serve(records, calendar, separatesAdministrators: separateAdministrators, holding: lock)
    }
}
