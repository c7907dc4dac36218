import ArgumentParser
import Foundation
import Markup
import Office
import Terminal

/// `gongkai org list`
struct OrganizationListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "列出机构树。", discussion: "缩进表示上下级。没有归入机构树的，是只在年度报告中出现过的单位。")

    @Flag(help: "已合并、已撤销的也列出。")
    var all = false

    @Flag(help: "每个机构输出一行 JSON。")
    var json = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        try await data.organizations { store in
            let whole = try await store.tree()
            let tree = all ? whole : whole.active
            let unfiled = try await store.unfiled()
            if json {
                for node in tree.nodes { Console.print(node.organization.json.description) }
                for organization in unfiled { Console.print(organization.json.description) }
                return
            }
            for node in tree.nodes { Console.print(line(node)) }
            if tree.nodes.isEmpty { Console.print("机构树还是空的。请用 org add 或 org import 加入机构。") }
            if !unfiled.isEmpty {
                Console.print("没有归入机构树：")
                for organization in unfiled { Console.print("  \(organization.displayName)（\(organization.region)，编号 \(organization.id)）") }
            }
        }
    }

    private func line(_ node: OrganizationTree.Node) -> String {
        let organization = node.organization
        var words = [organization.kind?.title ?? "", "编号 \(organization.id)"]
        if let code = organization.code { words.append("代码 \(code)") }
        if organization.state.isGone { words.append(organization.state.title) }
        return String(repeating: "  ", count: node.level) + organization.displayName + "（\(words.joined(separator: "，"))）"
    }
}

extension Organization {
    /// As scripts read it.
    var json: JSONValue {
        [
            "id": JSONValue(id), "name": JSONValue(name), "region": .string(region), "kind": JSONValue(kind?.rawValue),
            "state": .string(state.rawValue), "parent": JSONValue(parentID), "jurisdiction": JSONValue(jurisdiction?.code),
            "code": JSONValue(code), "successor": JSONValue(successorID), "ended": JSONValue(ended?.description),
        ]
    }
}
