import ArgumentParser
import Formats
import Foundation
import Office
import Terminal

/// `gongkai audit …`
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "核验和查阅审计记录。", subcommands: [AuditVerifyCommand.self, AuditListCommand.self])
}

/// `gongkai audit verify`
struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "核验全部审计记录。",
        discussion: """
            指出哪一条被改动、删除或者插入；也指出能藏起记录的东西：触发器、视图、与内容不符的索引，以及没有记录的角色和密钥。
            --anchors 指定一个文件，最好放在另一台机器上：核验时与其中的锚点对照，完好则在末尾加一行新的锚点。网站每小时也把锚点写入安全日志
            （audit-anchor）。有人把数据库整个换回旧状态，只有靠锚点才能发现。
            退出码：发现问题为 1，不能核验为 2，否则为 0。
            """)

    @OptionGroup var data: DataOptions

    @Option(help: ArgumentHelp("另行保存的锚点，每行一个“序号 校验值”；没有这个文件时新建。", valueName: "文件"))
    var anchors: String?

    func run() async throws {
        let kept = try anchors.map(AuditVerifyCommand.read) ?? []
        let records = try await data.records(evenIfAltered: true)
        defer { try? records.close() }
        let verification = try await records.verifyAudit(anchors: kept, by: .program, at: Date())
        for fault in verification.faults { Console.complain(fault.description) }
        let compared = anchors == nil ? "" : "，对照了 \(kept.count) 个锚点"
        Console.print(
            "核验了 \(verification.events) 条记录\(compared)：" + (verification.holds ? "完好。" : "发现 \(verification.faults.count) 处问题。"))
        if let reservation = verification.reservation { Console.print(reservation) }
        if !verification.holds { throw Exit.error }
        if let anchors { try AuditVerifyCommand.append(try await records.auditAnchor(), to: anchors) }
    }

    private static func read(_ path: String) throws -> [AuditAnchor] {
        let text: String
        do throws(FileAccessError) { text = String(decoding: try RegularFile.bytes(path), as: UTF8.self) } catch {
            if error.reason == .missing { return [] }
            throw Refusal("锚点文件 \(error)")
        }
        return try text.split(whereSeparator: \.isNewline).enumerated().map { index, line in
            guard let anchor = AuditAnchor(line) else { throw Refusal("锚点文件 \(path) 第 \(index + 1) 行不是“序号 校验值”。请改正后再核验。") }
            return anchor
        }
    }

    private static func append(_ anchor: AuditAnchor, to path: String) throws {
        // A pipe that nobody reads would make us wait.
        let handle = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard handle >= 0 else { throw Refusal("无法写入锚点文件 \(path)：\(String(cString: strerror(errno)))。") }
        let file = FileHandle(fileDescriptor: handle, closeOnDealloc: true)
        try file.write(contentsOf: Data("\(anchor)\n".utf8))
        try file.synchronize()
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
