import Database
import Foundation
import Law
import Markup

/// What changes look up, check and write.
extension OrganizationChange {
    // MARK: Looking up

    package func organization(_ id: Int) throws -> Organization {
        guard let organization = try OrganizationRows.organization(id, db) else { throw OrganizationError.unknown(id: id) }
        return organization
    }

    /// One that stands in the tree.
    package func active(_ id: Int) throws -> Organization {
        let organization = try organization(id)
        guard organization.state == .active else {
            throw OrganizationError.notActive(name: organization.displayName, organization.state)
        }
        return organization
    }

    /// One that has not come to an end.
    package func standing(_ id: Int) throws -> Organization {
        let organization = try organization(id)
        guard !organization.state.isGone else {
            throw OrganizationError.notActive(name: organization.displayName, organization.state)
        }
        return organization
    }

    /// Who bears a name now.
    package func bearer(_ key: String, _ region: String) throws -> Organization? {
        try OrganizationRows.list(where: "o.region = \(region)", "o.key = \(key)", in: db).first
    }

    // MARK: Checking

    package func checkFree(_ name: String, _ key: String, _ region: String, besides id: Int) throws {
        guard let holder = try bearer(key, region), holder.id != id else { return }
        throw OrganizationError.nameTaken(
            name: name, region: region, holder: holder.id, isUnfiled: holder.state == .unfiled)
    }

    package func checkCode(_ code: String, of id: Int?) throws {
        guard let holder = try OrganizationRows.list(where: "o.code = \(code)", in: db).first, holder.id != id else { return }
        throw OrganizationError.codeTaken(
            code: code, holder: holder.displayName + (holder.state.isGone ? "（\(holder.state.title)）" : ""))
    }

    /// - Parameter height: how many levels come to stand there.
    package func checkDepth(_ name: String, under parentID: Int, height: Int) throws {
        if try OrganizationRows.ancestors(parentID, db).count + height > OrganizationRule.deepest {
            throw OrganizationError.tooDeep(name: name)
        }
    }

    /// A change holds from a day that has come, and not from before the one that it follows.
    package func checkDay(_ day: Day, _ organization: Organization) throws {
        if day > Day(inChina: change.instant) { throw OrganizationError.dayAhead(day) }
        let names = try OrganizationRows.names(organization.id, db)
        if let since = names.first(where: { $0.until == nil })?.since, day < since {
            throw OrganizationError.dayTooEarly(day, before: since)
        }
    }

    // MARK: Writing

    package func addName(_ id: Int, _ region: String, _ name: String, since: Day?, basis: String?) throws {
        let last = try db.row("select coalesce(max(number), 0) as number from organization_name where organization_id = \(id)")
        try db.execute(
            .insert(
                into: "organization_name",
                [
                    "organization_id": id, "number": (try last?.int("number") ?? 0) + 1, "region": region, "name": name,
                    "key": OrganizationName.key(name), "since": since?.description, "basis": basis,
                ]))
    }

    package func closeName(_ id: Int, until day: Day) throws {
        try db.execute("update organization_name set until = \(day.description) where organization_id = \(id) and until is null")
    }

    package func writeContact(_ id: Int, _ contact: OrganizationContact) throws {
        try db.execute("delete from organization_contact where organization_id = \(id)")
        if contact.isEmpty { return }
        let columns = ContactField.allCases.map { "\(name: $0.rawValue)" as SQL }
        let values = ContactField.allCases.map { "\(contact[$0])" as SQL }
        try db.execute(
            "insert into organization_contact (organization_id, \(columns.joined(", "))) values (\(id), \(values.joined(", ")))")
    }

    package func writeLeaders(_ id: Int, _ leaders: [Leader]) throws {
        try db.execute("delete from organization_leader where organization_id = \(id)")
        for (position, leader) in leaders.enumerated() {
            try db.execute(
                """
                insert into organization_leader (organization_id, position, name, title, duties)
                values (\(id), \(position), \(leader.name), \(leader.title), \(leader.duties))
                """)
        }
    }

    /// Values that may name or reach a person: the event holds them sealed.
    package func sealed(_ contact: OrganizationContact, _ leaders: [Leader]) -> [(key: String, value: String)] {
        ContactField.allCases.compactMap { field in contact[field].map { (field.rawValue, $0) } }
            + (leaders.isEmpty ? [] : [("leaders", Leader.text(leaders))])
    }

    package func record(
        _ action: String, _ id: Int, fields: [String] = [], personal: [(key: String, value: String)] = [],
        facts: [(key: String, value: JSONValue)]
    ) throws {
        var event = change.event(.organizations, action, subject: .organization(id), organization: id, fields: fields)
        event.facts = facts
        event.personal = personal
        try change.record(event)
    }
}
