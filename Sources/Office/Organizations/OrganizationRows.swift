import Database
import Law

/// How the tables of organizations become values.
package enum OrganizationRows {
    private static let columns: SQL =
        "o.id, o.region, o.name, o.kind, o.state, o.parent_id, o.jurisdiction, o.code, o.successor_id, o.ended, o.ended_basis"

    /// The organizations that meet all conditions, in the order in which they were made.
    package static func list(where conditions: SQL..., in db: ReadTransaction) throws -> [Organization] {
        try db.rows("select \(columns) from organization o\(where: conditions) order by o.id").map(organization)
    }

    package static func organization(_ id: Int, _ db: ReadTransaction) throws -> Organization? {
        try list(where: "o.id = \(id)", in: db).first
    }

    private static func organization(_ row: SQLRow) throws -> Organization {
        Organization(
            id: try row.int("id"), region: try row.text("region"), name: try row.optionalText("name"),
            kind: try row.optionalValue("kind", as: OrganizationKind.self), state: try row.value("state", as: OrganizationState.self),
            parentID: try row.optionalInt("parent_id"),
            jurisdiction: try row.optionalValue("jurisdiction") { Jurisdiction($0) }, code: try row.optionalText("code"),
            successorID: try row.optionalInt("successor_id"), ended: try row.optionalValue("ended") { Day(iso: $0) },
            endedBasis: try row.optionalText("ended_basis"))
    }

    package static func children(_ id: Int, _ db: ReadTransaction) throws -> [Organization] {
        try list(where: "o.parent_id = \(id)", in: db)
    }

    // MARK: Up and down

    /// From itself to the top of the tree.
    package static func ancestors(_ id: Int, _ db: ReadTransaction) throws -> [Int] {
        try db.rows(
            """
            with recursive up (id, parent_id, level) as (
              select id, parent_id, cast(0 as bigint) from organization where id = \(id)
              union all
              select o.id, o.parent_id, up.level + 1 from organization o join up on o.id = up.parent_id where up.level < 100)
            select id from up order by level
            """
        ).map { try $0.int("id") }
    }

    /// An organization and all below it, as the table `down` of a query (a recursive common table expression).
    package static func down(from id: Int) -> SQL {
        """
        with recursive down (id, level) as (
          select id, cast(0 as bigint) from organization where id = \(id)
          union all
          select o.id, down.level + 1 from organization o join down on o.parent_id = down.id where down.level < 100)
        """
    }

    /// All below it, those that are gone among them.
    package static func descendants(_ id: Int, _ db: ReadTransaction) throws -> [Organization] {
        try db.rows(
            "\(down(from: id)) select \(columns) from down join organization o on o.id = down.id where down.level > 0 order by o.id"
        ).map(organization)
    }

    /// How many levels it and those below it take.
    package static func height(_ id: Int, _ db: ReadTransaction) throws -> Int {
        try db.row("\(down(from: id)) select coalesce(max(level), 0) as level from down").map { try $0.int("level") + 1 } ?? 1
    }

    // MARK: What belongs to one

    package static func contact(_ id: Int, _ db: ReadTransaction) throws -> OrganizationContact {
        guard let row = try db.row("select * from organization_contact where organization_id = \(id)") else {
            return OrganizationContact()
        }
        return try contact(row)
    }

    package static func contact(_ row: SQLRow) throws -> OrganizationContact {
        var contact = OrganizationContact()
        for field in ContactField.allCases { contact[field] = try row.optionalText(field.rawValue) }
        return contact
    }

    package static func leaders(_ id: Int, _ db: ReadTransaction) throws -> [Leader] {
        try db.rows("select name, title, duties from organization_leader where organization_id = \(id) order by position").map(leader)
    }

    package static func leader(_ row: SQLRow) throws -> Leader {
        Leader(name: try row.text("name"), title: try row.text("title"), duties: try row.text("duties"))
    }

    /// Newest first.
    package static func names(_ id: Int, _ db: ReadTransaction) throws -> [NamePeriod] {
        try db.rows(
            "select region, name, since, until, basis from organization_name where organization_id = \(id) order by number desc"
        ).map(period)
    }

    package static func period(_ row: SQLRow) throws -> NamePeriod {
        NamePeriod(
            region: try row.text("region"), name: try row.text("name"), since: try row.optionalValue("since") { Day(iso: $0) },
            until: try row.optionalValue("until") { Day(iso: $0) }, basis: try row.optionalText("basis"))
    }
}
