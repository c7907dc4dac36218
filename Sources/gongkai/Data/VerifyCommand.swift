import ArgumentParser
import Foundation
import Office
import Terminal

/// `gongkai verify`
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "检查全部数据是否完好。",
        discussion: """
            检查数据库的结构（表、索引、触发器、视图）和内容、各表之间的引用、每个原文件的校验值、每份报告的存档、审计记录，以及角色、密钥、账号、链接、设置和报告是否与记录相符。
            退出码：发现问题为 1，不能检查为 2，否则为 0。
            """)

    @OptionGroup var data: DataOptions

    func run() async throws {
        let storage = try await data.storage()
        defer { try? storage.close() }
        let result = try await Exit.unreadable { try await storage.verify() }
        let chain = try await verifyChain()
        // The structure was looked at already.
        let ofTheRecord = chain?.faults.filter { if case .structure = $0 { false } else { true } } ?? []
        let faults = result.faults + ofTheRecord.map { "审计记录：\($0)" }
        for fault in faults { Console.complain(fault) }
        if chain == nil { Console.complain("没有主密钥，没有核验审计记录。") }
        let unused = result.unusedFiles == 0 ? "" : "，其中 \(result.unusedFiles) 个没有被引用"
        Console.print("检查了数据库和 \(result.files) 个文件\(unused)：" + (faults.isEmpty ? "完好。" : "发现 \(faults.count) 个问题。"))
        if let reservation = chain?.reservation { Console.print("审计记录：\(reservation)") }
        if !faults.isEmpty { throw Exit.error }
    }

    /// Nil where the master key is not at hand.
    private func verifyChain() async throws -> AuditVerification? {
        guard try data.masterKey() != nil else { return nil }
        let records = try await data.records(evenIfAltered: true)
        defer { try? records.close() }
        return try await records.verifyAudit(by: .program, at: Date())
    }
}
