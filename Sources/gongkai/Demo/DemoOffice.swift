import Formats
import Foundation
import Office
import Terminal

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

    /// The organizations of a list, and the county's name for the site, unless there are some.
    func importOrganizations(_ path: String, at instant: Date) async throws {
        guard try await records.organizationNames().isEmpty else { return }
        let bytes: [UInt8]
        do { bytes = try RegularFile.bytes(path) } catch { throw Refusal("示例机构名单 \(error)") }
        let plan = try await records.organizations.importSheet(
            try OrganizationSheet(bytes, name: path), by: .program, at: instant, isDryRun: false)
        try await records.settings.change(by: .program, at: instant) { $0.officeName = "青溪县政府信息公开（演示）" }
        Console.print("已导入 \(plan.lines.count) 个示例机构。")
    }

    /// An account for every role. The passwords are made once, or are all the one given, and stand in the file before the
    /// accounts have them: a start that was broken off is finished by the next. Accounts of somebody's own are left alone.
    ///
    /// - Throws: `Refusal` where the given password is not good enough, or the file cannot be written.
    func makeAccounts(password: String?, at instant: Date) async throws {
        let there = try await records.accounts.all()
        let organizations = try await records.organizationNames()
        var lines = passwordLines()
        guard there.isEmpty || !lines.isEmpty else { return }
        let missing = DemoOffice.people.filter { person in
            // One that once had a password is its owner's affair.
            there.first { $0.login == person.login }.map { $0.passwordSetAt == nil && $0.state == .invited } ?? true
        }.compactMap { person -> (person: Person, grant: Grant)? in
            guard let name = person.organization else { return (person, Grant(person.role)) }
            return organizations.first { $0.value == name }.map { (person, Grant(person.role, in: $0.key)) }
        }
        for (person, _) in missing where lines[person.login] == nil {
            if let password, let problem = PasswordPolicy.problem(password, login: person.login, name: person.name) {
                throw Refusal("环境变量 GONGKAI_DEMO_PASSWORD 的密码不能用：\(problem)")
            }
            lines[person.login] = password ?? DemoOffice.newPassword()
        }
        if missing.isEmpty { return }
        try write(lines)
        for (person, grant) in missing {
            let account: Account
            if let known = there.first(where: { $0.login == person.login }) {
                account = known
            } else {
                account = try await records.accounts.make(login: person.login, name: person.name, phone: nil, by: .program, at: instant)
            }
            // The password last: who has one is finished.
            if !account.grants.contains(grant) { try await records.accounts.give(grant, to: account.id, by: .program, at: instant) }
            let link = try await records.accounts.issueLink(.password, for: account.id, by: .program, at: instant).token
            try await records.accounts.choosePassword(link, lines[person.login] ?? "", at: instant)
        }
    }

    /// Tells who can sign in.
    func printAccounts() {
        guard let bytes = try? RegularFile.bytes(passwordFile) else { return }
        Console.print("演示账号（账号、密码、角色），登录地址 /desk：")
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            Console.print("  " + line.split(separator: "\t").joined(separator: "  "))
        }
    }

    /// The passwords by login, as the file has them; empty where there is none.
    private func passwordLines() -> [String: String] {
        let text = (try? RegularFile.bytes(passwordFile)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let pairs = text.split(separator: "\n").compactMap { line -> (String, String)? in
            let parts = line.split(separator: "\t")
            return parts.count >= 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private func write(_ passwords: [String: String]) throws {
        let text = DemoOffice.people.compactMap { person in
            passwords[person.login].map { "\(person.login)\t\($0)\t\(person.role.title)\(person.organization.map { "（\($0)）" } ?? "")\n" }
        }.joined()
        let handle = open(passwordFile, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
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
