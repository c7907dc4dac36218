/// Organizations with their places: the whole tree, in order.
package struct OrganizationTree: Sendable {
    /// One organization and how far down it stands, from 0.
    package struct Node: Hashable, Sendable {
        package var organization: Organization
        package var level: Int

        package init(organization: Organization, level: Int) {
            self.organization = organization
            self.level = level
        }
    }

    /// Each right behind its parent, siblings in the order in which they were made.
    package let nodes: [Node]

    package init(_ organizations: [Organization]) {
        let known = Set(organizations.map(\.id))
        let byParent = Dictionary(grouping: organizations) { organization in
            organization.parentID.flatMap { known.contains($0) ? $0 : nil }
        }
        var nodes: [Node] = []
        var waiting = (byParent[nil] ?? []).reversed().map { Node(organization: $0, level: 0) }
        while let node = waiting.popLast() {
            nodes.append(node)
            waiting += (byParent[node.organization.id] ?? []).reversed().map { Node(organization: $0, level: node.level + 1) }
        }
        self.nodes = nodes
    }

    /// Those that are there today: one that is gone has none below it.
    package var active: OrganizationTree { OrganizationTree(nodes.map(\.organization).filter { $0.state == .active }) }
}
