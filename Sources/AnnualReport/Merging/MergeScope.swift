import Law

/// What a merge reckons with beside the reports: the tree of organizations, the government whose region is merged, and
/// which body each report is of.
package struct MergeScope: Sendable {
    /// Which body of the tree a report is of.
    package enum Identity: Hashable, Sendable {
        case body(Int)
        case unknown
        /// Several bodies bear the name.
        case ambiguous
    }

    package var tree: [MergeBody]
    /// Nil where the whole tree is merged and no government stands over it.
    package var head: Int?
    /// As many as the reports.
    package var identities: [Identity]
    /// True where bodies that are known from their reports alone make up the tree.
    var isInferred = false

    package init(tree: [MergeBody], head: Int?, identities: [Identity]) {
        self.tree = tree
        self.head = head
        self.identities = identities
    }

    /// The scope where no tree is known: each name that reported is a body.
    ///
    /// - Parameter name: that of the merged report.
    package init(inferredFrom reports: [AnnualReport], name: String) {
        var ids: [String: Int] = [:]
        var bodies: [MergeBody] = []
        identities = []
        for report in reports {
            let key = OrganizationName.key(report.label)
            let id = ids[key] ?? ids.count
            if ids.updateValue(id, forKey: key) == nil { bodies.append(MergeBody(id: id, name: report.label)) }
            identities.append(.body(id))
        }
        (tree, head) = Self.infer(bodies, name: name)
        isInferred = true
    }

    /// Who stands below whom, as names tell: 青溪县石桥镇 stands below 青溪县, and the county whose name is that of the merge
    /// is its government.
    ///
    /// - Parameter name: that of the merged report.
    package static func infer(_ bodies: [MergeBody], name: String) -> (tree: [MergeBody], head: Int?) {
        var governments: [String: Int] = [:]
        for body in bodies where OrganizationName.isCountyOrAbove(body.name) { governments[OrganizationName.key(body.name)] = body.id }
        let head = governments[OrganizationName.key(name)]
        let tree = bodies.map { body in
            var body = body
            if body.id != head { body.parentID = above(OrganizationName.key(body.name), governments) ?? head }
            return body
        }
        return (tree, head)
    }

    /// The lowest government whose name stands before the rest of a name.
    private static func above(_ key: String, _ governments: [String: Int]) -> Int? {
        // No government has so long a name; one that a file makes up is not tried at each of its characters.
        let key = key.prefix(100)
        var end = key.endIndex
        while end > key.startIndex {
            end = key.index(before: end)
            if let id = governments[String(key[..<end])] { return id }
        }
        return nil
    }

    /// - Parameter reported: the bodies with a report on the year.
    func plan(_ reported: Set<Int>) -> MergePlan { MergePlan(tree, of: head, reported: reported) }
}

extension AnnualReport {
    /// What people call it: its organization, or its file where it names none.
    var label: String { organization ?? source.name }
}
