import Database
import Law

/// All organizations as they are, for a list to be compared with.
struct OrganizationRegister {
    /// What a name is unique by.
    struct Designation: Hashable {
        var region: String
        var key: String
    }

    let byID: [Int: Organization]
    /// Those that bear a name now, the unfiled among them.
    let byKey: [String: [Organization]]
    /// Who bore a name, now or once.
    let bearers: [Designation: [Int]]
    let byCode: [String: Organization]
    let contacts: [Int: OrganizationContact]
    let leaders: [Int: [Leader]]

    init(_ db: ReadTransaction) throws {
        let all = try OrganizationRows.list(in: db)
        byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
        byKey = Dictionary(grouping: all.filter { !$0.state.isGone && $0.name != nil }) { organization in
            OrganizationName.key(organization.displayName, in: organization.state == .unfiled ? organization.region : "")
        }
        byCode = Dictionary(all.compactMap { organization in organization.code.map { ($0, organization) } }) { first, _ in first }
        var bearers: [Designation: [Int]] = [:]
        try db.each("select organization_id, region, key from organization_name order by organization_id, number") { row in
            let designation = Designation(region: try row.text("region"), key: try row.text("key"))
            bearers[designation, default: []].append(try row.int("organization_id"))
        }
        self.bearers = bearers
        var contacts: [Int: OrganizationContact] = [:]
        try db.each("select * from organization_contact") { row in
            contacts[try row.int("organization_id")] = try OrganizationRows.contact(row)
        }
        self.contacts = contacts
        var leaders: [Int: [Leader]] = [:]
        try db.each("select organization_id, name, title, duties from organization_leader order by organization_id, position") { row in
            leaders[try row.int("organization_id"), default: []].append(try OrganizationRows.leader(row))
        }
        self.leaders = leaders
    }

    /// Those that stand in the tree, in the order in which they were made.
    var active: [Organization] { byID.values.filter { $0.state == .active }.sorted { $0.id < $1.id } }

    /// The names from the top of the tree to an organization.
    func path(_ organization: Organization) -> [String] {
        var names: [String] = []
        var next: Organization? = organization
        while let here = next, names.count <= OrganizationRule.deepest {
            names.append(here.displayName)
            next = here.parentID.flatMap { byID[$0] }
        }
        return names.reversed()
    }
}

extension OrganizationSheet {
    /// The tree as a list that reads back equal: parents before what is below them.
    init(_ register: OrganizationRegister) {
        let nodes = OrganizationTree(register.active).nodes
        let bearers = Dictionary(grouping: nodes) { OrganizationName.key($0.organization.displayName) }
        self.init(
            columns: OrganizationColumn.all,
            rows: nodes.map { node in
                let organization = node.organization
                let parent = organization.parentID.flatMap { register.byID[$0] }
                var cells: [OrganizationColumn: String] = [:]
                cells[.parent] = parent.map { parent in
                    let isUnique = bearers[OrganizationName.key(parent.displayName)]?.count == 1
                    return isUnique ? parent.displayName : "/" + register.path(parent).joined(separator: "/")
                }
                cells[.name] = organization.displayName
                if let kind = organization.kind {
                    cells[.kind] = kind.title
                    let usual = OrganizationDraft.region(kind, name: organization.displayName, parentRegion: parent?.region)
                    if usual != organization.region { cells[.region] = organization.region }
                }
                cells[.jurisdiction] = organization.jurisdiction?.code
                cells[.code] = organization.code
                for field in ContactField.allCases { cells[.contact(field)] = register.contacts[organization.id]?[field] }
                if let leaders = register.leaders[organization.id] { cells[.leaders] = Leader.text(leaders) }
                return cells
            })
    }
}
