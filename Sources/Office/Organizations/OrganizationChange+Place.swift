import Database
import Law
import Markup

/// Where an organization stands, and how it ends.
extension OrganizationChange {
    // MARK: Moving

    package func move(_ id: Int, under parentID: Int?) throws -> Bool {
        let organization = try active(id)
        if organization.parentID == parentID { return false }
        let parent = try parentID.map(active)
        if let parent {
            if try OrganizationRows.ancestors(parent.id, db).contains(id) {
                throw OrganizationError.cycle(name: organization.displayName, under: parent.displayName)
            }
            try checkDepth(organization.displayName, under: parent.id, height: try OrganizationRows.height(id, db))
        }
        let kind = organization.kind ?? .bureau
        if let problem = OrganizationRule.problem(kind, name: organization.displayName, under: parent) { throw problem }
        let region = OrganizationDraft.region(kind, name: organization.displayName, parentRegion: parent?.region)
        if !kind.isRegion, region != organization.region {
            // The first of them is the one that moves: its own event tells it.
            try changeRegion(
                of: [organization] + residents(of: organization), to: region, since: Day(inChina: change.instant), silent: id)
        }
        try place(organization, under: parentID)
        return true
    }

    /// Writes what was found to be right.
    package func place(_ organization: Organization, under parentID: Int?) throws {
        try db.execute("update organization set parent_id = \(parentID) where id = \(organization.id)")
        try record(
            "organization.moved", organization.id, fields: ["parent"],
            facts: [
                ("from", JSONValue(organization.parentID)),
                ("to", JSONValue(parentID)),
            ])
    }

    /// Those below an organization whose names are unique in its region, too.
    package func residents(of organization: Organization) throws -> [Organization] {
        try OrganizationRows.descendants(organization.id, db).filter { below in
            below.state == .active && below.region == organization.region && !(below.kind?.isRegion ?? false)
        }
    }

    /// From a day on they report in another region.
    package func changeRegion(of organizations: [Organization], to region: String, since day: Day, silent: Int? = nil) throws {
        for organization in organizations {
            let name = organization.displayName
            try checkFree(name, OrganizationName.key(name), region, besides: organization.id)
            let last = try OrganizationRows.names(organization.id, db).first?.since
            let since = last.map { max($0, day) } ?? day
            try closeName(organization.id, until: since)
            try db.execute("update organization set region = \(region) where id = \(organization.id)")
            try addName(organization.id, region, name, since: since, basis: nil)
            if organization.id == silent { continue }
            try record(
                "organization.regionChanged", organization.id, fields: ["region"],
                facts: [("from", .string(organization.region)), ("to", .string(region)), ("since", .string("\(since)"))])
        }
    }

    // MARK: Ending

    package func merge(_ id: Int, into successorID: Int, since: Day, basis: String?) throws {
        let organization = try standing(id)
        if id == successorID { throw OrganizationError.intoItself(name: organization.displayName) }
        let successor = try active(successorID)
        try checkEnd(organization, since)
        try end(organization, .merged, into: successor, since: since, basis: basis.flatMap(Typed.text))
    }

    package func dissolve(_ id: Int, since: Day, basis: String?) throws {
        let organization = try standing(id)
        try checkEnd(organization, since)
        try end(organization, .dissolved, into: nil, since: since, basis: basis.flatMap(Typed.text))
    }

    private func checkEnd(_ organization: Organization, _ since: Day) throws {
        try checkDay(since, organization)
        let below = try OrganizationRows.children(organization.id, db).filter { $0.state == .active }
        if !below.isEmpty {
            throw OrganizationError.notEmpty(name: organization.displayName, below: below.map(\.displayName))
        }
    }

    private func end(
        _ organization: Organization, _ state: OrganizationState, into successor: Organization?, since: Day, basis: String?
    ) throws {
        let id = organization.id
        if let name = organization.name {
            // One that was never filed has borne its name all the same: its reports still find it.
            if organization.state == .unfiled { try addName(id, organization.region, name, since: nil, basis: nil) }
            try closeName(id, until: since)
            try db.execute("update organization set key = \("\(OrganizationName.key(name)) \(id)") where id = \(id)")
        }
        try db.execute(
            """
            update organization set state = \(state), successor_id = \(successor?.id), ended = \(since.description), ended_basis = \(basis)
            where id = \(id)
            """)
        var facts: [(key: String, value: JSONValue)] = [("name", .string(organization.displayName)), ("since", .string("\(since)"))]
        facts.append(("basis", JSONValue(basis)))
        if let successor {
            facts.append(("into", JSONValue(successor.id)))
            try record(
                "organization.tookOver", successor.id,
                facts: [("from", JSONValue(id)), ("name", .string(organization.displayName)), ("since", .string("\(since)"))])
        }
        try record(state == .merged ? "organization.merged" : "organization.dissolved", id, fields: ["state"], facts: facts)
        // Nobody works where nothing is any more.
        try AccountStore.takeAll(in: id, change)
    }
}
