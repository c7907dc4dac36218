import ArgumentParser
import Foundation
import Office
import Terminal

/// `gongkai org merge A --into B --since DAY`
struct OrganizationMergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "把一个机构并入另一个。", discussion: "被并入的机构下面不能还有机构。它的年度报告仍是它自己的。")

    @Argument(help: ArgumentHelp("被并入的机构。", valueName: "机构"))
    var organization: String

    @Option(help: ArgumentHelp("并入哪个机构。", valueName: "机构"))
    var into: String

    @OptionGroup var change: ChangeOptions
    @OptionGroup var data: DataOptions

    func run() async throws {
        try await data.organizations { store in
            let (merged, successor) = (try await store.find(organization), try await store.find(into))
            try await store.merge(
                merged.id, into: successor.id, since: change.since, basis: change.basis, by: .program, at: Date())
            Console.print("「\(merged.displayName)」自\(change.since.chinese)起并入「\(successor.displayName)」。")
        }
    }
}
