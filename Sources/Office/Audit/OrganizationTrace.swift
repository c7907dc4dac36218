import Database

/// What the events say of the tree of organizations: under whom each stands, and whether it is there. A right that reaches all
/// below an organization reaches whatever the tree puts there.
struct OrganizationTrace: AuditTrace {
    private struct Place {
        var parent: Int?
        var state: OrganizationState
    }

    private var places: [Int: Place] = [:]

    mutating func add(_ event: AuditRow) {
        guard let id = event.id("organization") else { return }
        switch event.action {
        case "organization.found": places[id] = Place(parent: nil, state: .unfiled)
        case "organization.created", "organization.filed":
            // Nil where an older event does not tell it: then nothing is compared.
            places[id] = event.members["parent"].map { _ in Place(parent: event.members.int("parent"), state: .active) }
        case "organization.moved": places[id]?.parent = event.members.int("to")
        case "organization.merged": places[id]?.state = .merged
        case "organization.dissolved": places[id]?.state = .dissolved
        default: break
        }
    }

    func faults(_ db: ReadTransaction, _ log: AuditLog, _ uncoded: inout Int) throws -> [RowFault] {
        var faults: [RowFault] = []
        var seen: Set<Int> = []
        try db.each("select id, parent_id, state from organization order by id") { row in
            let id = try row.int("id")
            seen.insert(id)
            guard let place = places[id] else { return }
            if try row.optionalInt("parent_id") != place.parent || row.text("state") != place.state.rawValue {
                faults.append(.organization(id))
            }
        }
        return faults + places.keys.filter { !seen.contains($0) }.sorted().map { .organization($0) }
    }
}
