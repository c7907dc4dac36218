import AnnualReport
import Database
import Law
import Office

/// The tree of organizations as it was at the end of a year, by whose end its reports are on: without those that were
/// gone by then or not there yet, and with the names that they bore.
struct PastTree {
    /// The last day of the year; nil for a year that no calendar has.
    private let end: Day?

    init(_ year: Int) { end = Day(year: year, month: 12, day: 31) }

    /// The government whose region it is.
    func head(of region: String, _ db: ReadTransaction) throws -> Organization? {
        let governments = try OrganizationRows.list(
            where: "o.region = \(region)", "o.kind in ('province', 'city', 'county')", in: db)
        let periods = try names(of: governments, "o.region = \(region)", db)
        return governments.first { wasThere($0, periods[$0.id] ?? []) }
    }

    /// The names that organizations bore in time, oldest first.
    ///
    /// - Parameter condition: what the organizations were found by.
    func names(
        of organizations: [Organization], _ condition: SQL, _ db: ReadTransaction
    ) throws -> [Int: [NamePeriod]] {
        guard !organizations.isEmpty else { return [:] }
        var names: [Int: [NamePeriod]] = [:]
        for row in try db.rows(
            """
            select n.organization_id, n.region, n.name, n.since, n.until, n.basis from organization_name n
            join organization o on o.id = n.organization_id where \(condition) order by n.organization_id, n.number
            """)
        {
            names[try row.int("organization_id"), default: []].append(try OrganizationRows.period(row))
        }
        return names
    }

    /// The bodies that were there, below those that were. One whose superior was not there yet stands below the next
    /// one above that was.
    func bodies(_ organizations: [Organization], _ names: [Int: [NamePeriod]]) -> [MergeBody] {
        let byID = Dictionary(organizations.map { ($0.id, $0) }) { first, _ in first }
        let there = Set(organizations.filter { wasThere($0, names[$0.id] ?? []) }.map(\.id))
        return organizations.filter { there.contains($0.id) }.map { organization in
            var above = organization.parentID
            var steps = 0
            while let id = above, !there.contains(id), steps < OrganizationRule.deepest {
                above = byID[id]?.parentID
                steps += 1
            }
            return MergeBody(
                id: organization.id, name: name(organization, names[organization.id] ?? []), parentID: above,
                mustReport: organization.kind != .office)
        }
    }

    private func wasThere(_ organization: Organization, _ names: [NamePeriod]) -> Bool {
        wasThere(organization, since: names.first?.since)
    }

    /// True where the body was there at the end of the year.
    ///
    /// - Parameter since: the first day of its first name; nil where nobody said.
    func wasThere(_ organization: Organization, since: Day?) -> Bool {
        guard let end else { return organization.state == .active }
        if let ended = organization.ended, ended <= end { return false }
        return since.map { $0 <= end } ?? true
    }

    /// The first days of the organizations' first names, where they were told.
    static func beginnings(_ db: ReadTransaction) throws -> [Int: Day] {
        var days: [Int: Day] = [:]
        for row in try db.rows("select organization_id, since from organization_name where number = 1 and since is not null") {
            days[try row.int("organization_id")] = try row.optionalValue("since") { Day(iso: $0) }
        }
        return days
    }

    private func name(_ organization: Organization, _ names: [NamePeriod]) -> String {
        guard let end else { return organization.displayName }
        return names.last { ($0.since.map { $0 <= end } ?? true) && ($0.until.map { $0 > end } ?? true) }?.name ?? organization.displayName
    }
}
