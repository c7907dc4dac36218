import ArgumentParser
import Foundation
import Office
import Terminal

/// `gongkai org dissolve NAME --since DAY`
struct OrganizationDissolveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dissolve", abstract: "撤销机构。", discussion: "它下面不能还有机构。它的年度报告和名称沿革保留。")

    @Argument(help: ArgumentHelp("机构。", valueName: "机构"))
    var organization: String

    @OptionGroup var change: ChangeOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        try await data.organizations { store in
            let dissolved = try await store.find(organization)
            try await store.dissolve(dissolved.id, since: change.since, basis: change.basis, by: .program, at: Date())
            Console.print("「\(dissolved.displayName)」自\(change.since.chinese)起撤销。")
        }
    }
}
