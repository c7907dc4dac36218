/// One body of a tree of organizations, as merging needs to know it.
package struct MergeBody: Hashable, Sendable, Identifiable {
    package var id: Int
    package var name: String
    /// The body right above it; nil, or one that is not in the tree, for a body at the top.
    package var parentID: Int?
    /// True for a body that publishes a report of its own; a branch or an inner unit is told in that of the body above.
    package var mustReport: Bool

    package init(id: Int, name: String, parentID: Int? = nil, mustReport: Bool = true) {
        self.id = id
        self.name = name
        self.parentID = parentID
        self.mustReport = mustReport
    }
}

/// Whose reports a merged figure adds up. Walks a tree of organizations from the top and stops at the first body that
/// has a report: that report stands for all below it, so that nobody is counted twice, and each body is told for once.
package struct MergePlan: Sendable {
    /// What becomes of a body.
    package enum Place: Hashable, Sendable {
        /// Its report is added.
        case counted
        /// It is the government whose region is merged: its own report stands beside the sum and never in it.
        case head
        /// A body above it is counted, whose report stands for it, too.
        case covered(by: Int)
        /// It has to report and has not, nor has one above it. Those below it that have are counted in its stead.
        case missing
        /// It has no report, and need not have one.
        case notExpected
    }

    /// Every body in question, once.
    package private(set) var places: [Int: Place] = [:]
    /// The same in the order of the tree: each after the one above it.
    package private(set) var order: [Int] = []

    /// - Parameters:
    ///   - tree: in any order. Of two with the same id the first counts.
    ///   - head: the government whose region is merged; nil for the whole tree, which then has none.
    ///   - reported: who has a report on the year.
    package init(_ tree: [MergeBody], of head: Int? = nil, reported: Set<Int>) {
        let bodies = Dictionary(tree.map { ($0.id, $0) }) { first, _ in first }
        var below: [Int: [Int]] = [:]
        var tops: [Int] = []
        var listed: Set<Int> = []
        for body in tree where listed.insert(body.id).inserted {
            if let parent = body.parentID, bodies[parent] != nil {
                below[parent, default: []].append(body.id)
            } else {
                tops.append(body.id)
            }
        }
        func walk(from starts: [Int]) {
            var waiting: [(id: Int, cover: Int?)] = starts.reversed().map { ($0, nil) }
            while let (id, cover) = waiting.popLast() {
                guard places[id] == nil, let body = bodies[id] else { continue }
                let place: Place =
                    if id == head { .head } else if let cover { .covered(by: cover) } else if reported.contains(id) { .counted } else {
                        body.mustReport ? .missing : .notExpected
                    }
                places[id] = place
                order.append(id)
                let inherited = place == .counted ? id : cover
                waiting += (below[id] ?? []).reversed().map { ($0, inherited) }
            }
        }
        if let head {
            walk(from: [head])
        } else {
            walk(from: tops)
            // A list from outside may name two bodies as each other's superior: they hang on no top.
            walk(from: tree.map(\.id))
        }
    }

    /// Whose reports are added, in the order of the tree.
    package var counted: [Int] { order.filter { places[$0] == .counted } }
    /// Who should have reported and did not, in the order of the tree.
    package var missing: [Int] { order.filter { places[$0] == .missing } }
}
