import ArgumentParser
import Foundation
import Markup
import Office
import Terminal

/// `gongkai org show NAME|ID`
struct OrganizationShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "显示一个机构：联系方式、负责人、名称沿革。")

    @Argument(help: ArgumentHelp("机构。", valueName: "机构"))
    var organization: String

    @Flag(help: "输出一行 JSON。")
    var json = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        try await data.organizations { store in
            let id = try await store.find(organization).id
            guard let details = try await store.details(id) else { throw OrganizationError.unknown(id: id) }
            Console.print(json ? details.json.description : text(details))
        }
    }

    private func text(_ details: OrganizationDetails) -> String {
        let organization = details.organization
        var lines = ["\(organization.displayName)（编号 \(organization.id)）"]
        func add(_ name: String, _ value: String?) { if let value { lines.append("  \(name)：\(value)") } }
        add("状态", organization.state.title + (organization.ended.map { "（自\($0.chinese)起）" } ?? ""))
        add("依据", organization.endedBasis)
        add("并入", details.successor?.displayName)
        add("并入它的", details.predecessors.isEmpty ? nil : details.predecessors.map(\.displayName).joined(separator: "、"))
        add("类别", organization.kind?.title)
        add("上级机构", details.above.isEmpty ? nil : details.above.map(\.displayName).joined(separator: "/"))
        add("地区", organization.region)
        add("行政区划代码", organization.jurisdiction?.code)
        add("机构代码", organization.code)
        for field in ContactField.allCases { add(field.title, details.contact[field]) }
        for leader in details.leaders {
            add("负责人", [leader.title, leader.name, leader.duties].filter { !$0.isEmpty }.joined(separator: " "))
        }
        for name in details.names where details.names.count > 1 {
            let since = name.since.map { "自 \($0)" } ?? ""
            let until = name.until.map { "至 \($0.adding(-1))" } ?? "至今"
            add("名称", "\(name.name)（\(since)\(until)\(name.basis.map { "，\($0)" } ?? "")）")
        }
        add(
            "下级机构",
            details.children.isEmpty ? nil : details.children.filter { $0.state == .active }.map(\.displayName).joined(separator: "、"))
        for holding in details.holdings { add(holding.title, "\(holding)") }
        return lines.joined(separator: "\n")
    }
}

extension OrganizationDetails {
    /// As scripts read it.
    fileprivate var json: JSONValue {
        guard case .object(var members) = organization.json else { return organization.json }
        let names = self.names.map { name -> JSONValue in
            [
                "name": .string(name.name), "region": .string(name.region), "since": JSONValue(name.since?.description),
                "until": JSONValue(name.until?.description), "basis": JSONValue(name.basis),
            ]
        }
        let leaders = self.leaders.map { leader -> JSONValue in
            ["title": .string(leader.title), "name": .string(leader.name), "duties": .string(leader.duties)]
        }
        members +=
            [
                .init(
                    key: "contact",
                    value: .object(
                        ContactField.allCases.compactMap { field in contact[field].map { .init(key: field.rawValue, value: .string($0)) } })
                ),
                .init(key: "leaders", value: .array(leaders)), .init(key: "names", value: .array(names)),
                .init(key: "above", value: .array(above.map { JSONValue($0.id) })),
                .init(key: "children", value: .array(children.map { JSONValue($0.id) })),
            ] + holdings.map { .init(key: $0.capability, value: JSONValue($0.count)) }
        return .object(members)
    }
}
