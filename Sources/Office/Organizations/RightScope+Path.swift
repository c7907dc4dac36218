extension RightScope {
    /// True where it reaches a thing's organization with all below it: a supervisor's right, not that of its own clerk.
    package func isAbove(_ path: [Int]) -> Bool { isSite || !below.isDisjoint(with: path) }

    /// True where it reaches a thing, as `Permission.may` says of the same right.
    ///
    /// - Parameter path: the organization that the thing belongs to, then those above it; empty for a thing of the
    ///   whole site.
    package func reaches(_ path: [Int]) -> Bool {
        isSite || path.first.map(own.contains) ?? false || path.contains(where: below.contains)
    }
}
