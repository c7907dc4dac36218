import Office
import Web

/// What waits for an administrator: accounts without a password or a role, proposals, handovers that were not confirmed.
enum AdministrationTasks {
    static func tasks(_ visit: DeskVisit) async throws -> [DeskTask] {
        var list: [DeskTask] = []
        func add(_ count: Int, _ words: String, _ address: Address) {
            if count > 0 { list.append(DeskTask(count: count, words: words, address: address)) }
        }
        let (principal, records) = (visit.principal, visit.records)
        let seesAccounts = principal.has(.grantRoles) || principal.has(.issueLinks) || principal.has(.manageAccounts)
        let accounts = seesAccounts ? try await records.accounts.all() : []
        let seesProposals = principal.has(.decideProposals) || principal.has(.manageAccounts)
        let proposals = seesProposals ? try await records.accounts.proposals(at: visit.now) : []
        if principal.has(.grantRoles) || principal.has(.issueLinks) {
            let invited = accounts.count { $0.state == .invited }
            let idle = accounts.count { $0.state == .active && $0.grants.isEmpty }
            add(invited, "个账号还没有密码，等待开具一次性链接", AccountPath.list().with(["state": "invited"]))
            add(idle, "个账号还没有角色", AccountPath.list().with(["state": "active", "role": AccountFilter.noRole]))
        }
        if principal.has(.decideProposals) {
            let administration = try await records.accounts.administration()
            let mine = proposals.count { $0.mayConfirm(principal.accountID, principal.grants, in: administration) }
            add(mine, "个事项等待确认", ProposalPath.list())
        }
        if principal.has(.manageAccounts) {
            let open = Set(proposals.map(\.accountID))
            let stuck = accounts.count { $0.state == .leaving && !open.contains($0.id) }
            add(stuck, "个离岗交接没有获得确认，请重新办理", AccountPath.list().with(["state": "leaving"]))
        }
        return list
    }
}
