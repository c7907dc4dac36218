import ArgumentParser
import Foundation
import Office

/// `gongkai verify`
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "检查全部数据是否完好。",
        discussion: """
            检查数据库本身、各表之间的引用、每个原文件的校验值、每份报告的存档和审计记录。
            退出码：发现问题为 1，不能检查为 2，否则为 0。
            """)

    @OptionGroup var data: DataOptions

    func run() async throws {
        let storage = try await data.storage()
        defer { try? storage.close() }
        let result = try await Exit.unreadable { try await storage.verify() }
        let chain = try await verifyChain()
        let faults = result.faults + (chain?.faults.map { "审计记录：\($0)" } ?? [])
        for fault in faults { Console.complain(fault) }
        if chain == nil { Console.complain("没有主密钥，没有核验审计记录。") }
        let unused = result.unusedFiles == 0 ? "" : "，其中 \(result.unusedFiles) 个没有被引用"
        Console.print("检查了数据库和 \(result.files) 个文件\(unused)：" + (faults.isEmpty ? "完好。" : "发现 \(faults.count) 个问题。"))
        if !faults.isEmpty { throw Exit.error }
    }

    /// Nil where the master key is not at hand.
    private func verifyChain() async throws -> AuditVerification? {
        let keyFile = try data.place.folder.map { $0 + "/key" }
        let hasKey =
            ProcessInfo.processInfo.environment["GONGKAI_KEY"] != nil || keyFile.map { FileManager.default.fileExists(atPath: $0) } ?? false
        guard hasKey else { return nil }
        let records = try await data.records()
        defer { try? records.close() }
        return try await records.verifyAudit(by: .program, at: Date())
    }
}
