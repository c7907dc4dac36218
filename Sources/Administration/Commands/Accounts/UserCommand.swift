import ArgumentParser
import Foundation
import Office
import Web
import Terminal

/// `gongkai user …`
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "管理账号：建立、授予角色、开具一次性链接、离岗。",
        subcommands: [
            UserListCommand.self, UserAddCommand.self, UserGiveCommand.self, UserTakeCommand.self, UserLinkCommand.self,
            UserLeaveCommand.self, UserAnonymizeCommand.self,
        ])
}

/// `gongkai user list`
struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出账号、状态和角色。")
    @OptionGroup var data: DataOptions

    func run() async throws {
        let records = try await data.records()
        defer { try? records.close() }
        let organizations = try await records.organizationNames()
        for account in try await records.accounts.all() {
            let roles = account.grants.map { grant in
                grant.organizationID.map { "\(grant.role.title)（\(organizations[$0] ?? "第 \($0) 号单位")）" } ?? grant.role.title
            }
            Console.print("\(account.id)\t\(account.login)\t\(account.name)\t\(account.state.title)\t\(roles.joined(separator: "；"))")
        }
    }
}

/// `gongkai user add`
struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "建立账号。角色和密码链接另行给出。")
    @OptionGroup var data: DataOptions
    @Argument(help: ArgumentHelp("账号，登录时填写。", valueName: "账号")) var login: String
    @Option(help: ArgumentHelp("姓名。", valueName: "姓名")) var name: String
    @Option(help: ArgumentHelp("办公电话，加密保存。", valueName: "电话")) var phone: String?

    func run() async throws {
        try await data.withAccounts { accounts, _ in
            let account = try await accounts.make(login: login, name: name, phone: phone, by: .program, at: Date())
            Console.print("已建立第 \(account.id) 号账号 \(account.login)。")
        }
    }
}

/// Whose role it is, and where.
struct GrantOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("账号。", valueName: "账号")) var login: String
    @Option(help: ArgumentHelp("角色。", valueName: "角色")) var role: Role
    @Option(help: ArgumentHelp("单位的名称或编号；管理员不写。", valueName: "单位")) var organization: String?

    func grant(in organizations: [Int: String]) throws -> Grant {
        guard let organization else { return Grant(role) }
        if let id = Int(organization), organizations[id] != nil { return Grant(role, in: id) }
        let found = organizations.filter { $0.value == organization }.map(\.key)
        guard found.count == 1 else {
            throw Refusal(found.isEmpty ? "没有名为“\(organization)”的单位。" : "名为“\(organization)”的单位有 \(found.count) 个，请写编号：\(found.sorted())。")
        }
        return Grant(role, in: found[0])
    }
}

/// `gongkai user give`
struct UserGiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "give", abstract: "授予角色。")
    @OptionGroup var data: DataOptions
    @OptionGroup var grant: GrantOptions

    func run() async throws {
        try await data.withAccounts { accounts, records in
            let account = try await accounts.required(grant.login)
            try await accounts.give(try grant.grant(in: try await records.organizationNames()), to: account.id, by: .program, at: Date())
            Console.print("\(account.name)现在是\(grant.role.title)。")
        }
    }
}

/// `gongkai user take`
struct UserTakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "take", abstract: "收回角色。")
    @OptionGroup var data: DataOptions
    @OptionGroup var grant: GrantOptions

    func run() async throws {
        try await data.withAccounts { accounts, records in
            let account = try await accounts.required(grant.login)
            let isLast = try await accounts.take(
                try grant.grant(in: try await records.organizationNames()), from: account.id, by: .program, at: Date())
            Console.print("\(account.name)不再是\(grant.role.title)。")
            if isLast { Console.complain("现在没有别人在那里担任\(grant.role.title)，请尽快另行授予。") }
        }
    }
}

/// `gongkai user link`
struct UserLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "link", abstract: "开具一次性链接，用来设置密码或者解除动态验证码。")
    @OptionGroup var data: DataOptions
    @Argument(help: ArgumentHelp("账号。", valueName: "账号")) var login: String
    @Flag(help: "解除动态验证码，而不是设置密码。") var secondFactor = false
    @OptionGroup var address: AddressOption

    func run() async throws {
        try await data.withAccounts { accounts, records in
            let account = try await accounts.required(login)
            let purpose = secondFactor ? OneTimeLink.Purpose.secondFactor : .password
            let token = try await accounts.issueLink(purpose, for: account.id, by: .program, at: Date()).token
            let settings = try await records.settings.current(at: Date())
            let link = SiteLinks(fixed: address.publicURL).link("/link/\(token)", settings)
            Console.print(link.text)
            if link.doubt == .noAddress { Console.complain("还不知道网站的地址：请在办公区“设置”里填写，或者用 --public-url 指定；这个链接前面要加上它。") }
            Console.complain("请交给\(account.name)。\(Int(purpose.lifetime / 3600)) 小时内有效，只能用一次。")
        }
    }
}

/// `gongkai user leave`
struct UserLeaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "leave", abstract: "办理离岗：登录和链接失效，角色收回，由接手的人担任。")
    @OptionGroup var data: DataOptions
    @Argument(help: ArgumentHelp("账号。", valueName: "账号")) var login: String
    @Option(help: ArgumentHelp("接手的账号。", valueName: "账号")) var successor: String?

    func run() async throws {
        try await data.withAccounts { accounts, _ in
            let account = try await accounts.required(login)
            var heir: Int?
            if let successor { heir = try await accounts.required(successor).id }
            try await accounts.leave(account.id, successor: heir, by: .program, at: Date())
            Console.print("\(account.name)已离岗。")
        }
    }
}

/// `gongkai user anonymize`
struct UserAnonymizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anonymize", abstract: "销毁离岗人员的个人信息：姓名、账号、电话，以及审计记录里的个人数据。不能恢复。",
        discussion: "做过的事仍然记在这个编号名下，审计记录照样可以核验。以前的备份里还有这些内容。")
    @OptionGroup var data: DataOptions
    @Argument(help: ArgumentHelp("账号。", valueName: "账号")) var login: String

    func run() async throws {
        try await data.withAccounts { accounts, _ in
            let account = try await accounts.required(login)
            try await accounts.anonymize(account.id, by: .program, at: Date())
            Console.print("已销毁第 \(account.id) 号账号的个人信息。")
        }
    }
}

extension Role: ExpressibleByArgument {
    /// By its key or its title.
    package init?(argument: String) {
        guard let role = Role(rawValue: argument) ?? Role.allCases.first(where: { $0.title == argument }) else { return nil }
        self = role
    }

    package static var allValueStrings: [String] { allCases.map(\.title) }
    package static var allValueDescriptions: [String: String] { [:] }
}

extension DataOptions {
    /// Opens the records, does something with accounts, and tells what cannot be done in words.
    func withAccounts(_ body: (AccountStore, Records) async throws -> Void) async throws {
        let records = try await records()
        defer { try? records.close() }
        do {
            try await body(records.accounts, records)
        } catch let error as AccountError {
            throw Refusal(error.description)
        }
    }
}

extension AccountStore {
    /// - Throws: `AccountError.unknown`.
    func required(_ login: String) async throws -> Account {
        guard let account = try await account(login: login) else { throw AccountError.unknown }
        return account
    }
}
