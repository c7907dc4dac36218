/// How far a right reaches from the organization that a role is held in.
package enum Reach: String, Sendable, CaseIterable {
    /// That organization alone.
    case own
    /// It and all below it.
    case below
    /// The whole site.
    case site

    package var title: String {
        switch self {
        case .own: "本单位"
        case .below: "本单位及下级"
        case .site: "全站"
        }
    }
}

/// Authorization: what accounts may do, by the rows of the table of permissions that each `Right` carries.
package enum Permission {
    /// How far a role's right reaches; nil if the role does not have it.
    package static func reach(_ role: Role, _ right: Right) -> Reach? { right.reach[role] }

    /// True where a role can look at most: what it is for is not built yet.
    package static func isIdle(_ role: Role, in house: House) -> Bool {
        house.rights.allSatisfy { reach(role, $0) == nil || $0 == .ownAccount || $0.isReading }
    }

    /// True where an account with these grants has the right for at least one thing. One's own account is everybody's.
    package static func has(_ right: Right, _ grants: [Grant]) -> Bool {
        right == .ownAccount || grants.contains { reach($0.role, right) != nil }
    }

    /// True where an account with these grants has the right for a thing.
    ///
    /// - Parameter path: the organization that the thing belongs to, then those above it up to the root; empty for a
    ///   thing of the whole site.
    package static func may(_ right: Right, _ grants: [Grant], on path: [Int]) -> Bool {
        RightScope(right, grants).reaches(path)
    }
}
