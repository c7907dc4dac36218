import Foundation
import Office

/// The made-up county of the demonstration: its organizations, and an account for every role.
struct DemoOffice {
    /// One account of the demonstration.
    struct Person: Equatable {
        let login: String
        let role: Role
        /// Nil for administrators.
        let organization: String?

        /// No invented people: they are named after what they do.
        var name: String { "演示\(role.title)" }
    }

    static let people = [
        Person(login: "xinxi", role: .informationClerk, organization: "县政府办公室"),
        Person(login: "shenhe", role: .reviewer, organization: "县政府办公室"),
        Person(login: "baomi", role: .confidentialityReviewer, organization: "县政府办公室"),
        Person(login: "qianfa", role: .approver, organization: "县政府办公室"),
        Person(login: "shenqing", role: .requestHandler, organization: "县政府办公室"),
        Person(login: "zhuguan", role: .supervisor, organization: "青溪县"),
        Person(login: "xitong", role: .systemAdministrator, organization: nil),
        Person(login: "anquan", role: .securityAdministrator, organization: nil),
        Person(login: "shenji", role: .auditAdministrator, organization: nil),
    ]

    let records: Records
    /// Where the passwords are kept, readable by nobody else.
    let passwordFile: String

    /// The organizations of a list, unless there are some.
    func importOrganizations(_ path: String, at instant: Date) async throws {
        guard try await records.organizationNames().isEmpty else { return }
        guard let data = FileManager.default.contents(atPath: path) else { throw Refusal("\(path)：无法读取示例机构名单。") }
        let plan = try await records.organizations.importSheet(
            try OrganizationSheet([UInt8](data), name: path), by: .program, at: instant, isDryRun: false)
        Console.print("已导入 \(plan.lines.count) 个示例机构。")
    }

    /// An account for every role, unless there are accounts. The passwords are made once, or are all the one given.
    ///
    /// - Throws: `Refusal` where the given password is not good enough, or the file cannot be written.
    func makeAccounts(password: String?, at instant: Date) async throws {
        guard try await records.accounts.all().isEmpty else { return }
        // Before anything is made: half of the accounts would be worse than none.
        for person in DemoOffice.people {
            guard let password, let problem = PasswordPolicy.problem(password, login: person.login, name: person.name) else { continue }
            throw Refusal("环境变量 GONGKAI_DEMO_PASSWORD 的密码不能用：\(problem)")
        }
        let organizations = try await records.organizationNames()
        var lines: [String] = []
        for person in DemoOffice.people {
            let organization = person.organization.flatMap { name in organizations.first { $0.value == name }?.key }
            guard person.organization == nil || organization != nil else { continue }
            let chosen = password ?? DemoOffice.newPassword()
            let account = try await records.accounts.make(login: person.login, name: person.name, phone: nil, by: .program, at: instant)
            let link = try await records.accounts.issueLink(.password, for: account.id, by: .program, at: instant).token
            do {
                try await records.accounts.choosePassword(link, chosen, at: instant)
            } catch let error as AccountError {
                throw Refusal("环境变量 GONGKAI_DEMO_PASSWORD 的密码不能用：\(error)")
            }
            try await records.accounts.give(Grant(person.role, in: organization), to: account.id, by: .program, at: instant)
            lines.append("\(person.login)\t\(chosen)\t\(person.role.title)\(person.organization.map { "（\($0)）" } ?? "")")
        }
        try write(lines.joined(separator: "\n") + "\n")
    }

    /// Tells who can sign in.
    func printAccounts() {
        guard let data = FileManager.default.contents(atPath: passwordFile) else { return }
        Console.print("演示账号（账号、密码、角色），登录地址 /desk：")
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            Console.print("  " + line.split(separator: "\t").joined(separator: "  "))
        }
    }

    private func write(_ text: String) throws {
        let handle = open(passwordFile, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        let bytes = Array(text.utf8)
        guard handle >= 0, Foundation.write(handle, bytes, bytes.count) == bytes.count, fsync(handle) == 0, close(handle) == 0 else {
            throw Refusal("\(passwordFile)：无法写入演示账号的密码（\(String(cString: strerror(errno)))）。")
        }
    }

    /// Five groups of four letters and digits that nobody mistakes for another.
    private static func newPassword() -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        return (0..<5).map { _ in String((0..<4).map { _ in letters[Int.random(in: letters.indices)] }) }.joined(separator: "-")
    }
}
