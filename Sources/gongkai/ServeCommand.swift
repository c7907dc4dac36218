import ArgumentParser
import Foundation
import Hummingbird
import Law
import Office
import Site

/// `gongkai serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "启动网站。按 Ctrl-C 停止。")

    @OptionGroup var data: DataOptions
    @OptionGroup var server: ServerOptions

    func run() async throws {
        let calendar = try server.files.workdays()
        let records = try await data.records()
        defer { try? records.close() }
        try await server.serve(records, calendar)
    }
}

/// Where the site listens, and the days off that it knows.
struct ServerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("监听的地址和端口。", valueName: "地址:端口"))
    var listen = ListenAddress(host: "127.0.0.1", port: 8080)

    @OptionGroup var files: CalendarFiles

    /// Serves until the program is told to stop, then lets open requests end.
    func serve(_ records: Records, _ calendar: WorkdayCalendar) async throws {
        let host = listen.host
        let links = try await records.accounts.firstLinks(at: Date())
        let application = buildApplication(
            records: records, settings: SiteSettings(secret: try records.keys.tokenSecret()),
            configuration: ApplicationConfiguration(
                address: .hostname(listen.host, port: listen.port), serverName: nil),
            calendar: calendar,
            clock: { Date() },
            onReady: { port in
                let address = "http://\(host):\(port ?? 0)"
                Console.print("网站已启动：\(address)/")
                for link in links {
                    Console.print("还没有\(link.role.title)，72 小时内用这个一次性链接建立账号：\(address)/link/\(link.token)")
                }
            })
        do {
            try await application.runService()
        } catch {
            Console.complain("无法在 \(listen) 启动网站：\(error)。请检查端口是否已被占用，或用 --listen 换一个。")
            throw Exit.unreadable
        }
    }
}

/// An address and a port: 127.0.0.1:8080.
struct ListenAddress: ExpressibleByArgument, CustomStringConvertible {
    var host: String
    var port: Int

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    init?(argument: String) {
        guard let colon = argument.lastIndex(of: ":"), let port = Int(argument[argument.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        let host = String(argument[..<colon])
        self.init(host: host.isEmpty ? "0.0.0.0" : host.trimmingCharacters(in: ["[", "]"]), port: port)
    }

    var description: String { "\(host):\(port)" }
    var defaultValueDescription: String { description }
}
