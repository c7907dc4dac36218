import ArgumentParser
import Office

/// `gongkai verify`
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "检查全部数据是否完好。",
        discussion: """
            检查数据库本身、各表之间的引用、每个原文件的校验值和每份报告的存档。
            退出码：发现问题为 1，不能检查为 2，否则为 0。
            """)

    @OptionGroup var data: DataOptions

    func run() async throws {
        let storage = try await data.openExisting()
        defer { try? storage.close() }
        let result = try await Exit.unreadable { try await storage.verify() }
        for fault in result.faults { Console.complain(fault) }
        let unused = result.unusedFiles == 0 ? "" : "，其中 \(result.unusedFiles) 个没有被引用"
        Console.print("检查了数据库和 \(result.files) 个文件\(unused)：" + (result.faults.isEmpty ? "完好。" : "发现 \(result.faults.count) 个问题。"))
        if !result.faults.isEmpty { throw Exit.error }
    }
}
