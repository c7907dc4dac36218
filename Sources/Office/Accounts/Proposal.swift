import Foundation

/// What one administrator may not do alone: it waits until another has looked at it and decides.
///
/// Without this the administrators were separate in name only: whoever gives roles and issues links could make anybody
/// an administrator, and be that person.
package struct Proposal: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// Somebody shall be an administrator.
        case role(Role)
        /// An administrator shall get a one-time link; it is good from the confirmation on.
        case link(OneTimeLink.Purpose)
        /// Somebody leaves, and what nobody else does goes to a successor: roles, which the security administrator gives.
        case leaving(successor: Int, grants: [Grant])

        var key: String {
            switch self {
            case .role: "role"
            case .link: "link"
            case .leaving: "leaving"
            }
        }

        /// What a proposer must have the right to.
        var right: Right {
            switch self {
            case .role: .grantRoles
            case .link: .issueLinks
            case .leaving: .manageAccounts
            }
        }
    }

    /// Seconds after which nobody has decided and it lapses.
    static let lifetime = 7.0 * 86_400

    package let id: Int
    package let kind: Kind
    /// Whom it is about.
    package let accountID: Int
    /// The account of who proposed it.
    package let proposedBy: Int
    package let proposedAt: Date

    /// True for those who may confirm it: another administrator than the one who proposed it, and not the one that it is
    /// about, but for one person who does all. A leaving gives roles, so that the security administrator decides it.
    package func mayConfirm(_ account: Int, _ grants: [Grant], in administration: AdministrationMode) -> Bool {
        guard administration.isOnePerson(account) || !concerns(account) else { return false }
        return grants.contains { grant in
            switch kind {
            case .role, .link: grant.role.isAdministrator
            case .leaving: grant.role == .securityAdministrator
            }
        }
    }

    /// True for those who may decline it: all who may confirm it, and who proposed it.
    package func mayDecline(_ account: Int, _ grants: [Grant], in administration: AdministrationMode) -> Bool {
        account == proposedBy || mayConfirm(account, grants, in: administration)
    }

    /// True where one person would confirm what takes two (一人办理): that asks for the password again, and is marked.
    package func isConfirmedAlone(by account: Int, in administration: AdministrationMode) -> Bool {
        administration.isOnePerson(account) && concerns(account)
    }

    /// True for who proposed it, and whom it is about.
    private func concerns(_ account: Int) -> Bool { account == proposedBy || account == accountID }
}

/// What came of an act that may need a second administrator.
package enum ActOutcome: Sendable, Equatable {
    case done
    /// Another administrator has to confirm it.
    case waits
}
