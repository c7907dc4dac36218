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
    /// How many things it has in each capability.
    package var holdings: [Holding]
}

/// How many things of a capability an organization has: a count of records.
package struct Holding: Hashable, Sendable, CustomStringConvertible {
    /// The capability's name.
    package let capability: String
    /// What they are called.
    package let title: String
    package let count: Int
    /// The measure word.
    package let unit: String

    package init(_ capability: String, _ title: String, _ count: Int, _ unit: String) {
        (self.capability, self.title, self.count, self.unit) = (capability, title, count, unit)
    }

    package var description: String { "\(count) \(unit)" }
}
