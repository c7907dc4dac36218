import ArgumentParser
import Foundation
import Office

/// `gongkai audit …`
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "核验和查阅审计记录。", subcommands: [AuditVerifyCommand.self, AuditListCommand.self])
}

/// `gongkai audit verify`
struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "核验全部审计记录。",
        discussion: "指出哪一条被改动、删除或者插入。退出码：发现问题为 1，不能核验为 2，否则为 0。")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let records = try await data.records()
        defer { try? records.close() }
        let verification = try await records.verifyAudit(by: .program, at: Date())
        for fault in verification.faults { Console.complain(fault.description) }
        Console.print("核验了 \(verification.events) 条记录：" + (verification.holds ? "完好。" : "发现 \(verification.faults.count) 处问题。"))
        if !verification.holds { throw Exit.error }
    }
}

/// `gongkai audit list`
struct AuditListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出最近的审计记录，新的在前。")

    @OptionGroup var data: DataOptions

    @Option(help: ArgumentHelp("最多列多少条。", valueName: "条数"))
    var limit = 50

    @Option(help: ArgumentHelp("只列这个对象的，如 account:3。", valueName: "对象"))
    var subject: String?

    func validate() throws {
        guard (1...100_000).contains(limit) else { throw ValidationError("--limit 应在 1 到 100000 之间。") }
    }

    func run() async throws {
        let records = try await data.records()
        defer { try? records.close() }
        var filter = AuditFilter()
        filter.subject = subject
        let (events, total) = try await records.auditEvents(filter, before: nil, limit: limit)
        for event in events {
            Console.print(
                "\(event.sequence)\t\(event.at.formatted(.iso8601))\t\(event.actor)\t\(event.action)\t\(event.subject)\t\(event.facts)")
        }
        Console.complain("共 \(total) 条。")
    }
}
