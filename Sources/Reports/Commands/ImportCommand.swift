import ArgumentParser
import Foundation
import Office
import ReportFiles
import Terminal

/// `gongkai report import FILE-or-folder…`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "导入年度报告并公布，每份都成为不可更改的版本。",
        discussion: """
            导入后立即在网站上公开；先看检查结果再公布的，用 --draft 存为草稿，在办公区公布。
            同一文件只存一次；更正后的报告成为新的版本，旧版本保留。
            退出码：有文件不能读取为 2，否则为 0。
            """)

    @Argument(help: ArgumentHelp("要导入的文件或文件夹。", valueName: "文件"))
    var files: [String]

    @Option(help: ArgumentHelp("报告所属的地区；不写则为文件所在文件夹的名称。", valueName: "名称"))
    var region: String?

    @Flag(help: "只存为草稿，不公布。")
    var draft = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let store = try await data.records(.begun).reports
        defer { try? store.close() }
        let bar = ProgressMeter()
        let tally = try await ReportImport(store: store, region: region, asDraft: draft).run(files, at: Date()) { done, total in
            bar.show(done, of: total)
        }
        bar.finish()
        for line in LeftOut.lines(tally.leftOut) { Console.complain(line) }
        for failure in tally.failures { Console.complain("\(failure.path)：\(failure.message)") }
        for file in tally.replaced {
            let number = file.version.number
            Console.complain("\(file.path)：与第 \(number) 版是同一份文件，没有改动；现在公布的不是第 \(number) 版。要改以它为准，请在办公区打开这一版，恢复公布。")
        }
        let published = tally.published == 0 ? "" : "，公布原有草稿 \(tally.published) 份"
        let draft = draft ? "（草稿，还没有公布）" : ""
        Console.print("新存 \(tally.added) 份\(draft)\(published)，已有 \(tally.alreadyThere) 份，不能读取 \(tally.failures.count) 份。")
        if !tally.failures.isEmpty { throw Exit.unreadable }
    }
}
