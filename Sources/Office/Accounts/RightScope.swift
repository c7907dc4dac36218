/// Which organizations a right of somebody reaches: what a list may show.
package struct RightScope: Hashable, Sendable {
    /// True where it reaches all.
    package var isSite = false
    /// Each of these alone.
    package var own: Set<Int> = []
    /// Each of these with all below it.
    package var below: Set<Int> = []

    /// By the table of permissions.
    package init(_ right: Right, _ grants: [Grant]) {
        for grant in grants {
            switch Permission.reach(grant.role, right) {
            case .site: isSite = true
            case .own: if let id = grant.organizationID { own.insert(id) }
            case .below: if let id = grant.organizationID { below.insert(id) }
            case nil: break
            }
        }
    }
}

extension Principal {
    /// Which organizations a right of this person reaches.
    package func scope(_ right: Right) -> RightScope { RightScope(right, grants) }
}

extension RightScope {
    /// True where it reaches a thing's organization with all below it: a supervisor's right, not that of its own clerk.
    package func isAbove(_ path: [Int]) -> Bool { isSite || !below.isDisjoint(with: path) }

    /// True where it reaches a thing.
    ///
    /// - Parameter path: the organization that the thing belongs to, then those above it; empty for a thing of the
    ///   whole site.
    package func reaches(_ path: [Int]) -> Bool {
        isSite || path.first.map(own.contains) ?? false || path.contains(where: below.contains)
    }
}
