import ArgumentParser
import Foundation
import Office
import Reports
import Terminal

/// `gongkai demo`
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "用示例数据启动网站。",
        discussion: """
            第一次运行时建立数据：一个虚构的县和它的单位、示例报告、每种角色一个账号；以后运行保留已有数据。
            演示账号的密码随机生成一次，存在数据文件夹的 demo-accounts（0600）里；设了环境变量 GONGKAI_DEMO_PASSWORD 的，都用它。
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var server: ServerOptions

    @Option(help: ArgumentHelp("示例数据的文件夹；不写则为当前文件夹里的 Examples，或者和程序一起安装的。", valueName: "文件夹"))
    var examples: String?

    func run() async throws {
        let calendar = try server.files.workdays()
        let place = try data.place
        // Before anything is made: without them there would be an empty office.
        let isNew = try await Exit.unreadable { try await !place.holdsData }
        let folder = isNew ? try ExampleFolder.find(examples) : nil
        let (records, lock) = try await data.served()
        defer { try? records.close() }
        let office = DemoOffice(records: records, passwordFile: (place.folder ?? ".") + "/demo-accounts")
        if try await records.reports.isEmpty() {
            let examples = try folder ?? ExampleFolder.find(examples)
            // First the tree, so that reports find their organizations in it.
            try await office.importOrganizations(ExampleFolder.list(in: examples), at: Date())
            let tally = try await ReportImport(store: records.reports).run([examples + "/reports"], at: Date())
            for failure in tally.failures { Console.complain("\(failure.path)：\(failure.message)") }
            Console.print("已从 \(examples) 导入 \(tally.added) 份示例报告，数据在 \(place)。")
        } else {
            Console.print("使用已有的数据 \(place)。")
        }
        try await office.makeAccounts(password: ProcessInfo.processInfo.environment["GONGKAI_DEMO_PASSWORD"], at: Date())
        office.printAccounts()
        try await server.serve(records, calendar, separatesAdministrators: true, holding: lock)
    }
}
