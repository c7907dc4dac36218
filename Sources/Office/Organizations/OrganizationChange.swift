import Database
import Foundation
import Law
import Markup

/// Changes of organizations as parts of a unit of work, each with its rules and its event.
package struct OrganizationChange {
    package let change: Change

    package init(_ change: Change) { self.change = change }

    package var db: Transaction { change.db }

    // MARK: Adding

    package func add(_ draft: OrganizationDraft, contact: OrganizationContact, leaders: [Leader]) throws -> Organization {
        let parent = try draft.parentID.map(active)
        if let problem = contact.problems.first { throw problem }
        for problem in [
            OrganizationRule.problem(name: draft.name),
            OrganizationRule.problem(draft.kind, name: draft.name, under: parent),
            draft.code.flatMap(OrganizationRule.problem(code:)),
            draft.jurisdiction.flatMap { OrganizationRule.problem(draft.kind, $0) },
            OrganizationRule.problem(leaders),
        ] {
            if let problem { throw problem }
        }
        if let parent { try checkDepth(draft.name, under: parent.id, height: 1) }
        let region = draft.region ?? OrganizationDraft.region(draft.kind, name: draft.name, parentRegion: parent?.region)
        let known = try bearer(OrganizationName.key(draft.name), region)
        if let known, known.state != .unfiled {
            throw OrganizationError.nameTaken(name: draft.name, region: region, holder: known.id, isUnfiled: false)
        }
        if let code = draft.code { try checkCode(code, of: known?.id) }
        return try insert(draft, region: region, filing: known?.id, contact: contact, leaders: leaders)
    }

    /// Writes what was found to be right.
    package func insert(
        _ draft: OrganizationDraft, region: String, filing known: Int?, contact: OrganizationContact, leaders: [Leader] = []
    ) throws -> Organization {
        let id = try known ?? Counter.next("organization", db)
        let key = OrganizationName.key(draft.name)
        if known == nil {
            try db.execute("insert into organization (id, region, key) values (\(id), \(region), \(key))")
        }
        try db.execute(
            """
            update organization set name = \(draft.name), kind = \(draft.kind), state = 'active', parent_id = \(draft.parentID),
              jurisdiction = \(draft.jurisdiction?.code), code = \(draft.code) where id = \(id)
            """)
        try addName(id, region, draft.name, since: nil, basis: nil)
        try writeContact(id, contact)
        try writeLeaders(id, leaders)
        try record(
            known == nil ? "organization.created" : "organization.filed", id, personal: sealed(contact, leaders),
            facts: [
                ("name", .string(draft.name)), ("region", .string(region)), ("kind", .string(draft.kind.rawValue)),
                ("parent", JSONValue(draft.parentID)), ("code", JSONValue(draft.code)),
                ("jurisdiction", JSONValue(draft.jurisdiction?.code)),
            ])
        return try organization(id)
    }

    // MARK: Editing

    package func edit(_ id: Int, to edit: OrganizationEdit) throws -> Bool {
        let organization = try active(id)
        if let problem = edit.contact.problems.first { throw problem }
        if let code = edit.code {
            if let problem = OrganizationRule.problem(code: code) { throw problem }
            try checkCode(code, of: id)
        }
        if let jurisdiction = edit.jurisdiction, let problem = OrganizationRule.problem(edit.kind, jurisdiction) { throw problem }
        if edit.kind != organization.kind {
            let parent = try organization.parentID.map(self.organization)
            let name = organization.displayName
            if let problem = OrganizationRule.problem(edit.kind, name: name, under: parent) { throw problem }
            for child in try OrganizationRows.children(id, db) where child.state == .active {
                guard child.kind?.canStand(under: edit.kind) ?? true else {
                    throw OrganizationError.childUnfit(name: name, child: child.displayName)
                }
            }
        }
        return try write(organization, edit)
    }

    /// Writes what was found to be right.
    package func write(_ organization: Organization, _ edit: OrganizationEdit) throws -> Bool {
        var fields: [String] = []
        var facts: [(key: String, value: JSONValue)] = []
        func compare(_ field: String, _ old: String?, _ new: String?) {
            guard old != new else { return }
            fields.append(field)
            facts.append((field, ["from": JSONValue(old), "to": JSONValue(new)]))
        }
        compare("kind", organization.kind?.rawValue, edit.kind.rawValue)
        compare("jurisdiction", organization.jurisdiction?.code, edit.jurisdiction?.code)
        compare("code", organization.code, edit.code)
        let contact = try OrganizationRows.contact(organization.id, db)
        let changed = ContactField.allCases.filter { contact[$0] != edit.contact[$0] }
        fields += changed.map(\.rawValue)
        if fields.isEmpty { return false }
        try db.execute(
            """
            update organization set kind = \(edit.kind), jurisdiction = \(edit.jurisdiction?.code), code = \(edit.code)
            where id = \(organization.id)
            """)
        if !changed.isEmpty { try writeContact(organization.id, edit.contact) }
        // A phone may be somebody's own.
        let values = changed.map { (key: $0.rawValue, value: edit.contact[$0] ?? "") }
        try record("organization.edited", organization.id, fields: fields, personal: values, facts: facts)
        return true
    }

    package func setLeaders(_ id: Int, _ leaders: [Leader]) throws -> Bool {
        let organization = try active(id)
        if let problem = OrganizationRule.problem(leaders) { throw problem }
        return try write(organization, leaders)
    }

    /// Writes what was found to be right.
    package func write(_ organization: Organization, _ leaders: [Leader]) throws -> Bool {
        if try OrganizationRows.leaders(organization.id, db) == leaders { return false }
        try writeLeaders(organization.id, leaders)
        try record(
            "organization.leadersEdited", organization.id, fields: ["leaders"], personal: sealed(OrganizationContact(), leaders),
            facts: [("count", .number("\(leaders.count)"))])
        return true
    }

    // MARK: Renaming

    package func rename(_ id: Int, to name: String, since: Day, basis: String?) throws {
        let organization = try active(id)
        let name = Typed.text(name) ?? ""
        if let problem = OrganizationRule.problem(name: name) { throw problem }
        if organization.name == name { throw OrganizationError.nameSame(name) }
        try checkDay(since, organization)
        let key = OrganizationName.key(name)
        // A region is named after its government: a county that becomes a city takes all below it along.
        let isOwnRegion = organization.region == OrganizationName.key(organization.displayName)
        let region = isOwnRegion ? key : organization.region
        try checkFree(name, key, region, besides: id)
        try closeName(id, until: since)
        try db.execute("update organization set name = \(name), key = \(key), region = \(region) where id = \(id)")
        try addName(id, region, name, since: since, basis: basis.flatMap(Typed.text))
        if region != organization.region { try changeRegion(of: residents(of: organization), to: region, since: since) }
        try record(
            "organization.renamed", id, fields: ["name"],
            facts: [
                ("from", .string(organization.displayName)), ("to", .string(name)), ("since", .string("\(since)")),
                ("basis", JSONValue(basis.flatMap(Typed.text))),
            ])
    }
}
