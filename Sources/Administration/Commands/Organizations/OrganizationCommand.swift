import ArgumentParser
import Foundation
import Law
import Office
import Terminal

/// `gongkai org …`
struct OrganizationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "org", abstract: "管理机构：机构树、名单的导入和导出、更名、合并、撤销。",
        discussion: """
            机构写名称、以前的名称、“上级/名称”或者编号。每次变动都记入审计记录。
            不能照办时说明原因，退出码为 2。
            """,
        subcommands: [
            OrganizationListCommand.self, OrganizationShowCommand.self, OrganizationAddCommand.self, OrganizationImportCommand.self,
            OrganizationExportCommand.self, OrganizationRenameCommand.self, OrganizationMoveCommand.self,
            OrganizationMergeCommand.self, OrganizationDissolveCommand.self,
        ])
}

extension DataOptions {
    /// Runs `work` on the organizations; what it cannot do for a reason that the person can mend is told as a refusal.
    func organizations<Value>(_ absence: Absence = .refused, _ work: (OrganizationStore) async throws -> Value) async throws -> Value {
        let records = try await records(absence)
        defer { try? records.close() }
        do {
            return try await work(records.organizations)
        } catch let error as OrganizationError {
            throw Refusal(error.description)
        } catch let error as OrganizationSheetError {
            throw Refusal(error.description)
        }
    }
}

/// From when a change holds, and on what basis.
struct ChangeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("自哪一天起。", valueName: "日期"))
    var since: Day

    @Option(help: ArgumentHelp("依据，例如批准文件的文号。", valueName: "文字"))
    var basis: String?
}
