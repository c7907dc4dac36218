import Office
import Web

/// What waits for an administrator: accounts without a password or a role, proposals, handovers that were not confirmed.
enum AdministrationTasks {
    static func tasks(_ visit: DeskVisit) async throws -> [DeskTask] {
        var list: [DeskTask] = []
        let (principal, records) = (visit.principal, visit.records)
        if principal.has(.grantRoles) || principal.has(.issueLinks) {
            let accounts = try await records.accounts.all()
            let invited = accounts.filter { $0.state == .invited }.count
            let idle = accounts.filter { $0.state == .active && $0.grants.isEmpty }.count
            if invited > 0 { list.append(DeskTask(count: invited, words: "个账号还没有密码，等待开具一次性链接", address: PeoplePath.list().with(["state": "invited"]))) }
            if idle > 0 { list.append(DeskTask(count: idle, words: "个账号还没有角色", address: PeoplePath.list().with(["state": "active", "role": "none"]))) }
        }
        if principal.has(.decideProposals) {
            let administration = try await records.accounts.administration()
            let proposals = try await records.accounts.proposals(at: visit.now).filter {
                $0.mayConfirm(principal.accountID, principal.grants, in: administration)
            }
            if !proposals.isEmpty { list.append(DeskTask(count: proposals.count, words: "个事项等待确认", address: ProposalPath.list())) }
        }
        if principal.has(.manageAccounts) {
            let open = Set(try await records.accounts.proposals(at: visit.now).map(\.accountID))
            let stuck = try await records.accounts.all().filter { $0.state == .leaving && !open.contains($0.id) }.count
            if stuck > 0 { list.append(DeskTask(count: stuck, words: "个离岗交接没有获得确认，请重新办理", address: PeoplePath.list().with(["state": "leaving"]))) }
        }
        return list
    }
}
