import ArgumentParser
import Foundation
import Office
import ReportFiles
import Terminal

/// `gongkai org import FILE`
struct OrganizationImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "从 CSV 或 XLSX 名单导入机构。",
        discussion: """
            按表头认列，次序不限：上级机构、名称、类别、行政区划代码、机构代码、地址、电话、负责人等；上级可以写在下级后面。
            名单里没有的列和机构保持不变。负责人一人一行，写成“职务/姓名/分工”。
            有一行不对就都不导入，并逐行说明；更名、合并、撤销不能用名单办理。
            """)

    @Argument(help: ArgumentHelp("名单文件（.csv 或 .xlsx）。", valueName: "文件"))
    var file: String

    @Flag(help: "只列出会新增和修改什么，不导入。")
    var dryRun = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let bytes: [UInt8]
        do throws(UnreadableFile) {
            bytes = try ReportPath(path: file).bytes()
        } catch {
            throw Refusal(error.description)
        }
        try await data.organizations(dryRun ? .refused : .begun) { store in
            let sheet = try OrganizationSheet(bytes, name: file)
            let plan = try await store.importSheet(sheet, by: .program, at: Date(), isDryRun: dryRun)
            if !plan.ignored.isEmpty { Console.complain("没有认出的列，未导入：\(plan.ignored.joined(separator: "、"))。") }
            if dryRun { tell(plan) }
            Console.print(summary(plan))
        }
    }

    private func tell(_ plan: OrganizationPlan) {
        for line in plan.lines {
            var text = "第 \(line.row) 行  \(line.action.title)  \(line.name)"
            if case .change(let columns) = line.action { text += "：\(columns.joined(separator: "、"))" }
            Console.print(text)
        }
    }

    private func summary(_ plan: OrganizationPlan) -> String {
        if plan.isEmpty { return "\(plan.lines.count) 个机构都没有变化。" }
        let counts = ["新增", "归入", "修改", "不变"].filter { $0 != "归入" || plan.count($0) > 0 }.map { "\($0) \(plan.count($0)) 个" }
        return (dryRun ? "将" : "已") + counts.joined(separator: "，") + "。"
    }
}
