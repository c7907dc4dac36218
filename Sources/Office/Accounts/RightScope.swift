/// Which organizations a right of somebody reaches: what a list may show.
package struct RightScope: Hashable, Sendable {
    /// True where it reaches all.
    package var isSite = false
    /// Each of these alone.
    package var own: Set<Int> = []
    /// Each of these with all below it.
    package var below: Set<Int> = []

    /// What `Permission.may` says yes to.
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
