import Law

/// A body with disclosure duties, as lists show it.
package struct Organization: Hashable, Sendable, Identifiable {
    package let id: Int
    /// Within which its name is unique.
    package var region: String
    /// Nil for one whose only report names none.
    package var name: String?
    /// Nil while it is not in the tree.
    package var kind: OrganizationKind?
    package var state: OrganizationState
    /// Nil at the top of the tree, and outside of it.
    package var parentID: Int?
    package var jurisdiction: Jurisdiction?
    /// Its part of index numbers.
    package var code: String?
    /// Into which it was merged.
    package var successorID: Int?
    /// From which day it is no more.
    package var ended: Day?
    package var endedBasis: String?

    /// The name, or words in its place.
    package var displayName: String { name ?? "（单位名称不明）" }
}

/// An organization with all that is known of it.
package struct OrganizationDetails: Hashable, Sendable {
    package var organization: Organization
    package var contact: OrganizationContact
    package var leaders: [Leader]
    /// The names that it had, newest first.
    package var names: [NamePeriod]
    /// From the top of the tree to its parent.
    package var above: [Organization]
    /// Right below it, those that are gone among them.
    package var children: [Organization]
    package var successor: Organization?
    /// Those that were merged into it.
    package var predecessors: [Organization]
    /// How many report versions it has.
    package var reports: Int
}
