import ArgumentParser
import Foundation
import Office
import Terminal

/// `gongkai org add NAME --kind KIND`
struct OrganizationAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "加入一个机构。", discussion: "年度报告中出现过的同名单位归入机构树，已有的报告仍是它的。")

    @Argument(help: ArgumentHelp("机构名称。", valueName: "名称"))
    var name: String

    @Option(help: ArgumentHelp("类别。", valueName: "类别"))
    var kind: OrganizationKind

    @Option(help: ArgumentHelp("上级机构；不写则在最上级。", valueName: "机构"))
    var under: String?

    @Option(help: ArgumentHelp("行政区划代码：6 位数字，乡镇街道为 9 位。", valueName: "代码"))
    var jurisdiction: Jurisdiction?

    @Option(help: ArgumentHelp("机构代码，用于索引号。", valueName: "代码"))
    var code: String?

    @Option(help: ArgumentHelp("所属地区；不写则随上级机构。", valueName: "名称"))
    var region: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        try await data.organizations { store in
            var parentID: Int?
            if let under { parentID = try await store.find(under).id }
            let draft = OrganizationDraft(
                name: name, kind: kind, parentID: parentID, region: region, jurisdiction: jurisdiction, code: code)
            let organization = try await store.add(draft, by: .program, at: Date())
            Console.print("已加入：\(organization.displayName)（编号 \(organization.id)）")
        }
    }
}

extension OrganizationKind: ExpressibleByArgument {
    package init?(argument: String) { self.init(word: argument) }
    package static var allValueStrings: [String] { allCases.map(\.title) }
    package static var allValueDescriptions: [String: String] { [:] }
    package var defaultValueDescription: String { title }
}

extension Jurisdiction: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
