import AnnualReport
import Office

/// The reports on a year that stand for a region, told from the tree of organizations as it was in that year: which are
/// added, which one is the government's own, which are left out, and who has none.
package struct RegionReports: Sendable {
    package var region: String
    package var year: Int
    /// All reports on the year that have to do with the region: one an organization.
    package var versions: [ReportVersion]
    /// False where no organization of the region is in the tree: then those count that reported in any year.
    package var isFromTree: Bool
    let tree: [MergeBody]
    let head: Int?
    package let plan: MergePlan
    private let names: [Int: String]

    init(region: String, year: Int, versions: [ReportVersion], tree: [MergeBody], head: Int?, isFromTree: Bool) {
        self.region = region
        self.year = year
        self.versions = versions
        self.tree = tree
        self.head = head
        self.isFromTree = isFromTree
        plan = MergePlan(tree, of: head, reported: Set(versions.map(\.organizationID)))
        names = Dictionary(tree.map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// The reports that are added, in the order of the tree.
    package var counted: [ReportVersion] {
        let byBody = Dictionary(versions.map { ($0.organizationID, $0) }) { first, _ in first }
        return plan.counted.compactMap { byBody[$0] }
    }

    /// The government's own report on its region.
    package var own: ReportVersion? { versions.first { plan.places[$0.organizationID] == .head } }

    /// The government whose region it is; nil where none is known.
    package var government: String? { head.flatMap { names[$0] } }

    /// Who should have reported and has not: the names of those right below whom they stand, and theirs.
    package var missing: [(above: String?, names: [String])] {
        let parents = Dictionary(tree.map { ($0.id, $0.parentID) }) { first, _ in first }
        var groups: [(above: String?, names: [String])] = []
        var places: [String?: Int] = [:]
        for id in plan.missing {
            let above = (parents[id] ?? nil).flatMap { $0 == head ? nil : names[$0] }
            let name = names[id] ?? ""
            if let place = places[above] {
                groups[place].names.append(name)
            } else {
                places[above] = groups.count
                groups.append((above, [name]))
            }
        }
        return groups
    }

    /// The reports whose figures the region's figures are: those that are added, or where there is none the
    /// government's own.
    package var figures: [ReportVersion] { counted.isEmpty ? own.map { [$0] } ?? [] : counted }

    /// How a merge of these reports takes them.
    func scope(of versions: [ReportVersion]) -> MergeScope {
        let known = Set(tree.map(\.id))
        return MergeScope(
            tree: tree, head: head,
            identities: versions.map { known.contains($0.organizationID) ? .body($0.organizationID) : .unknown })
    }
}
