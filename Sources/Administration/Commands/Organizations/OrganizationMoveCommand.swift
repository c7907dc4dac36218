import ArgumentParser
import Foundation
import Office
import Terminal

/// `gongkai org move NAME --under PARENT`
struct OrganizationMoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "move", abstract: "把机构连同下级移到另一个上级机构下面。")

    @Argument(help: ArgumentHelp("机构。", valueName: "机构"))
    var organization: String

    @Option(help: ArgumentHelp("新的上级机构。", valueName: "机构"))
    var under: String?

    @Flag(help: "移到最上级。")
    var top = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        if (under == nil) != top { throw ValidationError("请写明 --under 上级机构 或者 --top，只写一个。") }
    }

    func run() async throws {
        try await data.organizations { store in
            let moved = try await store.find(organization)
            var parent: Organization?
            if let under { parent = try await store.find(under) }
            let isMoved = try await store.move(moved.id, under: parent?.id, by: .program, at: Date())
            let place = parent.map { "「\($0.displayName)」下面" } ?? "最上级"
            Console.print(isMoved ? "「\(moved.displayName)」已移到\(place)。" : "「\(moved.displayName)」本来就在\(place)，没有变化。")
        }
    }
}
