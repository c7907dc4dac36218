import ArgumentParser
import Foundation
import Office

/// `gongkai demo`
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "用示例数据启动网站。",
        discussion: "第一次运行时建立数据文件夹并导入示例报告；以后运行保留已有数据。")

    @OptionGroup var data: DataOptions
    @OptionGroup var server: ServerOptions

    @Option(help: ArgumentHelp("示例报告的文件夹。", valueName: "文件夹"))
    var examples = "Examples/reports"

    func run() async throws {
        let calendar = try server.files.workdays()
        let isNew = !FileManager.default.fileExists(atPath: data.data)
        let records = try await data.records()
        defer { try? records.close() }
        if isNew {
            let tally = try await ReportImport(store: records.reports).run([examples], at: Date())
            for failure in tally.failures { Console.complain("\(failure.path)：\(failure.message)") }
            Console.print("已导入 \(tally.added) 份示例报告，数据在文件夹 \(data.data)。")
        } else {
            Console.print("使用已有的数据文件夹 \(data.data)。")
        }
        try await server.serve(records, calendar)
    }
}
