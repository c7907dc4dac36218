import ArgumentParser
import Foundation
import Office
import Terminal

/// `gongkai org export FILE.csv|.xlsx`
struct OrganizationExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "把现有机构写成名单，可以改好再导入。", discussion: "列与 org import 相同。已合并、已撤销的不在其中。")

    @Argument(help: ArgumentHelp("写出的文件（.csv 或 .xlsx）。", valueName: "文件"))
    var file: String

    @OptionGroup var data: DataOptions

    func run() async throws {
        let output = try OutputFile(file, endings: ["csv", "xlsx"])
        try await data.organizations { store in
            let sheet = try await store.sheet()
            try output.write(output.ending == "xlsx" ? try sheet.workbook() : sheet.csv())
            Console.print("已写出 \(sheet.rows.count) 个机构：\(file)")
        }
    }
}
