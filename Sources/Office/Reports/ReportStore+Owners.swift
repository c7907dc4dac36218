import AnnualReport
import Database
import Foundation

/// Whose report a file is: by the name that it prints, or by the word of somebody who may upload for the organization.
extension ReportStore {
    /// Who may be meant by the name that a report prints.
    public struct Owners: Sendable {
        /// Of the organizations within reach those that bear the name, or are known by it.
        public var within: [Organization]
        /// Of the others in the same regions those that bear it: the report is theirs.
        public var beyond: [Organization]
    }

    /// - Parameter scope: what somebody may upload for.
    public func owners(of report: AnnualReport, in scope: RightScope) async throws -> Owners {
        guard let name = report.organization else { return Owners(within: [], beyond: []) }
        let regions = try await regions(in: scope)
        return try await database.read { db in
            var owners = Owners(within: [], beyond: [])
            for id in try Self.bearers(of: name, year: report.year, db) {
                guard let organization = try OrganizationRows.organization(id, db) else { continue }
                if scope.reaches(try OrganizationRows.ancestors(id, db)) {
                    owners.within.append(organization)
                } else if regions.contains(organization.region) {
                    owners.beyond.append(organization)
                }
            }
            if owners.within.isEmpty {
                owners.within = try Self.aliased(name, db).filter { scope.reaches(try OrganizationRows.ancestors($0.id, db)) }
            }
            return owners
        }
    }

    /// That a name is an organization's by somebody's word.
    public struct Alias: Hashable, Sendable {
        /// As the report printed it.
        public var name: String
        /// Who said so; nil for the program.
        public var accountID: Int?
        public var at: Date
    }

    /// By whose word a printed name is an organization's; nil where it is without.
    public func alias(_ name: String, of organizationID: Int) async throws -> Alias? {
        try await database.read { db in
            try db.row(
                "select name, account_id, confirmed_at from organization_alias where organization_id = ? and key = ?",
                [SQLValue(organizationID), .text(OrganizationName.key(name))]
            ).map {
                Alias(name: try $0.text("name"), accountID: try $0.optionalInt("account_id"), at: try $0.instant("confirmed_at"))
            }
        }
    }

    /// The active organizations of the tree that a printed name means, each in its own region.
    private static func bearers(of name: String, year: Int?, _ db: Reader) throws -> [Int] {
        // Either side may name the region before the organization: the tree's key is an end of the printed one, or the
        // printed one with the region before it.
        let key = OrganizationName.key(name).prefix(100)
        let ends = key.indices.map { String(key[$0...]) }
        guard !ends.isEmpty else { return [] }
        let marks = Array(repeating: "?", count: ends.count).joined(separator: ", ")
        let rows = try db.rows(
            """
            select distinct n.region, n.key from organization_name n join organization o on o.id = n.organization_id
            where o.state = 'active' and (n.key in (\(marks)) or n.key = n.region || ?) order by n.region, n.key
            """, ends.map { .text($0) } + [.text(String(key))])
        var found: [Int] = []
        for row in rows {
            let (region, key) = (try row.text("region"), try row.text("key"))
            guard OrganizationName.key(name, in: region) == OrganizationName.key(key, in: region),
                let id = try NameBearer.find(key, region: region, year: year, db),
                !found.contains(id), try OrganizationRows.organization(id, db)?.state == .active
            else { continue }
            found.append(id)
        }
        return found
    }

    /// The active organizations that a name is, by somebody's word.
    static func aliased(_ name: String, _ db: Reader) throws -> [Organization] {
        try OrganizationRows.list(
            "where o.state = 'active' and o.id in (select organization_id from organization_alias where key = ?)",
            [.text(OrganizationName.key(name))], db)
    }

    /// Keeps somebody's word that a name is an organization's, once.
    func keepAlias(_ name: String, of organizationID: Int, by actor: Actor, at instant: Date, _ db: Writer) throws {
        let kept = try db.execute(
            """
            insert into organization_alias (organization_id, key, name, account_id, confirmed_at) values (?, ?, ?, ?, ?)
            on conflict (organization_id, key) do nothing
            """,
            [
                SQLValue(organizationID), .text(OrganizationName.key(name)), .text(name), SQLValue(actor.accountID), SQLValue(instant),
            ])
        guard kept > 0 else { return }
        try audit?.append(
            AuditEvent(
                actor, .organizations, "organization.nameConfirmed", subject: .organization(organizationID),
                organization: organizationID, facts: ["name": .string(name)]), at: instant, db)
    }
}
