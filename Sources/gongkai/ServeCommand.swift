import ArgumentParser
import Foundation

/// `gongkai serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "启动网站。按 Ctrl-C 停止。")

    @OptionGroup var data: DataOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
        let calendar = try server.files.workdays()
        let (records, lock) = try await data.served()
        defer { try? records.close() }
        try await server.serve(records, calendar, holding: lock)
    }
}
