import ArgumentParser
import Markup
import Office
import ReportFiles
import Terminal

/// `gongkai report read FILE…`
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "读取年度报告，显示三张表。",
        discussion: """
            可读：文本、HTML、DOCX、XLSX、CSV、PDF（有文字层）和本程序的 JSON。
            退出码：有文件不能读取为 2，否则为 0。
            """)

    @Argument(help: ArgumentHelp("要读取的文件或文件夹；- 为标准输入。", valueName: "文件"))
    var files: [String]

    @Flag(help: "每份报告输出一行 JSON（gongkai.report/1）。")
    var json = false

    func run() async throws {
        var input = ReportInput()
        let json = json
        try await input.read(files) { reading -> [UInt8] in
            let report = reading.report
            return json ? ReportJSON.line(report, findings: report.findings()) : Array(ReportText.tables(report).utf8) + [0x0A]
        } take: {
            Console.write($0)
        }
        if input.unreadable > 0 { throw Exit.unreadable }
    }
}
