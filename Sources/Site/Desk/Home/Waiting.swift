import Foundation
import Office

/// One thing that waits for somebody at the desk.
struct Waiting: Sendable, Equatable {
    var count: Int
    var words: String
    var path: String

    /// What waits for a person, by what they may do about it.
    static func list(for principal: Principal, in records: Records, at instant: Date) async throws -> [Waiting] {
        var list: [Waiting] = []
        if principal.has(.grantRoles) || principal.has(.issueLinks) {
            let accounts = try await records.accounts.all()
            let invited = accounts.filter { $0.state == .invited }.count
            let idle = accounts.filter { $0.state == .active && $0.grants.isEmpty }.count
            if invited > 0 { list.append(Waiting(count: invited, words: "个账号还没有密码，等待开具一次性链接", path: "/desk/people?state=invited")) }
            if idle > 0 { list.append(Waiting(count: idle, words: "个账号还没有角色", path: "/desk/people?state=active&role=none")) }
        }
        if principal.has(.decideProposals) {
            let administration = try await records.accounts.administration()
            let proposals = try await records.accounts.proposals(at: instant).filter {
                $0.mayConfirm(principal.accountID, principal.grants, in: administration)
            }
            if !proposals.isEmpty { list.append(Waiting(count: proposals.count, words: "个事项等待确认", path: "/desk/proposals")) }
        }
        if principal.has(.manageAccounts) {
            let open = Set(try await records.accounts.proposals(at: instant).map(\.accountID))
            let stuck = try await records.accounts.all().filter { $0.state == .leaving && !open.contains($0.id) }.count
            if stuck > 0 { list.append(Waiting(count: stuck, words: "个离岗交接没有获得确认，请重新办理", path: "/desk/people?state=leaving")) }
        }
        return list + (try await ReportTasks.list(for: principal, in: records, at: instant))
    }
}
