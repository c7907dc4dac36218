import Law

/// A body with disclosure duties, as lists show it.
public struct Organization: Hashable, Sendable, Identifiable {
    public let id: Int
    /// Within which its name is unique.
    public var region: String
    /// Nil for one whose only report names none.
    public var name: String?
    /// Nil while it is not in the tree.
    public var kind: OrganizationKind?
    public var state: OrganizationState
    /// Nil at the top of the tree, and outside of it.
    public var parentID: Int?
    public var jurisdiction: Jurisdiction?
    /// Its part of index numbers.
    public var code: String?
    /// Into which it was merged.
    public var successorID: Int?
    /// From which day it is no more.
    public var ended: Day?
    public var endedBasis: String?

    /// The name, or words in its place.
    public var displayName: String { name ?? "（单位名称不明）" }
}

/// An organization with all that is known of it.
public struct OrganizationDetails: Hashable, Sendable {
    public var organization: Organization
    public var contact: OrganizationContact
    public var leaders: [Leader]
    /// The names that it had, newest first.
    public var names: [NamePeriod]
    /// From the top of the tree to its parent.
    public var above: [Organization]
    /// Right below it, those that are gone among them.
    public var children: [Organization]
    public var successor: Organization?
    /// Those that were merged into it.
    public var predecessors: [Organization]
    /// How many report versions it has.
    public var reports: Int
}
