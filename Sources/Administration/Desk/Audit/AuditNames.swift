import Foundation
import Markup
import Office
import Web

/// Events in words.
struct AuditNames: Sendable {
    /// Of all capabilities.
    let words: AuditWords
    let areas: [AuditArea]
    var accounts: [Int: String] = [:]
    var organizations: [Int: String] = [:]

    init(_ house: House, accounts: [Int: String] = [:], organizations: [Int: String] = [:]) {
        (words, areas, self.accounts, self.organizations) = (house.words, house.areas, accounts, organizations)
    }

    func actor(_ actor: Actor) -> String {
        switch actor {
        case .account(let id): accounts[id] ?? "第 \(id) 号账号"
        case .program: "命令行或程序"
        case .visitor: "未登录的人"
        }
    }

    func subject(_ text: String) -> String {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let id = Int(parts[1]) else { return text }
        switch parts[0] {
        case "account": if let name = accounts[id] { return name }
        case "organization": if let name = organizations[id] { return name }
        default: break
        }
        return words.subjects[parts[0]]?.replacingOccurrences(of: "#", with: "\(id)") ?? text
    }

    /// What happened, in words; the name of the action where it has none.
    func action(_ action: String) -> String { words.actions[action] ?? action }

    /// What else is known, in one line: 角色 信息员，次数 5.
    ///
    /// - Parameter isWhole: true where nothing may be cut: in what is taken away.
    func facts(_ facts: JSONValue, isWhole: Bool = false) -> String {
        guard case .object(let members) = facts else { return "" }
        return members.compactMap { member in
            if !isWhole, words.unread.contains(member.key) { return nil }
            let value: String? =
                switch member.value {
                case .string(let text): word(member.key, text)
                case .number(let digits): digits
                case .bool(let flag): flag ? "是" : "否"
                case .null: nil
                case .array, .object: isWhole ? member.value.description : Self.short(member.value.description)
                }
            return value.map { "\(words.facts[member.key] ?? member.key) \($0)" }
        }.joined(separator: "，")
    }

    private static func short(_ text: String) -> String { text.count > 80 ? text.prefix(80) + "…" : text }

    private func word(_ key: String, _ text: String) -> String {
        key == "issuer" ? Actor(text).map(actor) ?? text : words.values[key]?(text) ?? text
    }

    // MARK: Export

    static let columns = ["序号", "时间", "由谁", "类别", "事项", "对象", "单位", "变动字段", "说明"]

    func row(_ event: RecordedEvent) -> [String] {
        [
            "\(event.sequence)", BeijingTime.text(event.at), actor(event.actor),
            areas.first { $0.name == event.area }?.title ?? event.area,
            action(event.action), subject(event.subject), event.organizationID.map { organizations[$0] ?? "第 \($0) 号单位" } ?? "",
            event.fields.joined(separator: "、"), facts(event.facts, isWhole: true),
        ]
    }
}
