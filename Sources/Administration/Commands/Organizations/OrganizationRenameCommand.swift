import ArgumentParser
import Foundation
import Office
import Terminal

/// `gongkai org rename NAME --to NEW --since DAY`
struct OrganizationRenameCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "机构更名。", discussion: "原名仍可查到；用原名的年度报告仍归它。")

    @Argument(help: ArgumentHelp("机构。", valueName: "机构"))
    var organization: String

    @Option(help: ArgumentHelp("新名称。", valueName: "名称"))
    var to: String

    @OptionGroup var change: ChangeOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        try await data.organizations { store in
            let old = try await store.find(organization)
            try await store.rename(old.id, to: to, since: change.since, basis: change.basis, by: .program, at: Date())
            Console.print("「\(old.displayName)」自\(change.since.chinese)起更名为「\(to)」。")
        }
    }
}
