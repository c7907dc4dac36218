import AnnualReport
import Database
import Foundation
import Law
import Office

/// Whose report a file is: by the name that it prints, or by the word of somebody who may upload for the organization.
extension ReportStore {
    /// Who may be meant by the name that a report prints.
    package struct Owners: Sendable {
        /// Of the organizations within reach those that bear the name, or are known by it.
        package var within: [Organization] = []
        /// The others that bear it: the report is theirs.
        package var beyond: [Organization] = []
        /// Within reach by the word of somebody who reaches less than who asks: to be asked, not to be taken.
        package var proposed: [Organization] = []

        package init() {}
    }

    /// - Parameters:
    ///   - scope: what somebody may upload for.
    ///   - account: who that is; one's own word counts for oneself.
    package func owners(of report: AnnualReport, in scope: RightScope, by account: Int? = nil) async throws -> Owners {
        guard let name = report.organization else { return Owners() }
        return try await owners(named: name, year: report.year, in: scope, by: account)
    }

    /// The same for a printed name.
    package func owners(named name: String, year: Int?, in scope: RightScope, by account: Int? = nil) async throws -> Owners {
        let regions = try await regions(in: scope)
        return try await database.read { db in
            var owners = Owners()
            for bearer in try Self.bearers(of: name, year: year, db) {
                if scope.reaches(try OrganizationRows.ancestors(bearer.organization.id, db)) {
                    owners.within.append(bearer.organization)
                } else if bearer.match == .full || regions.contains(bearer.organization.region) {
                    owners.beyond.append(bearer.organization)
                }
            }
            // The tree goes before anybody's word.
            guard owners.within.isEmpty, owners.beyond.isEmpty else { return owners }
            for (organization, giver) in try Self.aliased(name, db)
            where scope.reaches(try OrganizationRows.ancestors(organization.id, db)) {
                if try Self.counts(giver, for: scope, by: account, of: organization.id, db) {
                    owners.within.append(organization)
                } else {
                    owners.proposed.append(organization)
                }
            }
            return owners
        }
    }

    /// That a name is an organization's by somebody's word.
    package struct Alias: Hashable, Sendable {
        /// As the report printed it.
        package var name: String
        /// Who said so; nil for the program.
        package var accountID: Int?
        package var at: Date
    }

    /// By whose word a printed name is an organization's; nil where it is without.
    package func alias(_ name: String, of organizationID: Int) async throws -> Alias? {
        try await database.read { db in
            try db.row(
                """
                select name, account_id, confirmed_at from organization_alias
                where organization_id = \(organizationID) and key = \(OrganizationName.key(name))
                """
            ).map {
                Alias(name: try $0.text("name"), accountID: try $0.optionalInt("account_id"), at: try $0.instant("confirmed_at"))
            }
        }
    }

    /// Takes back that a name is an organization's: the next report that prints it is asked for. Those that are kept stay.
    ///
    /// - Returns: false where nobody has said so.
    @discardableResult
    package func dropAlias(_ name: String, of organizationID: Int, by actor: Actor, at instant: Date) async throws -> Bool {
        try await database.change(by: actor, at: instant) { change in
            let dropped = try change.db.execute(
                "delete from organization_alias where organization_id = \(organizationID) and key = \(OrganizationName.key(name))")
            guard dropped > 0 else { return false }
            try change.record(
                .organizations, "organization.nameWithdrawn", subject: .organization(organizationID),
                organization: organizationID, facts: ["name": .string(name)])
            return true
        }
    }

    // MARK: The tree

    /// A body that bears a printed name.
    struct Bearer {
        var organization: Organization
        var match: PrintedName.Match
    }

    /// How many regions' bodies of one name are looked at with their superiors, where the region is not printed.
    private static let fewRows = 20

    /// The active organizations of the tree that a printed name means, each in its own region.
    static func bearers(of name: String, year: Int?, _ db: ReadTransaction) throws -> [Bearer] {
        guard let printed = PrintedName(name) else { return [] }
        let (ends, rest) = (printed.candidates, printed.withoutRegion)
        let conditions: [SQL] = ["n.key in (\(list: ends))"] + rest.map { "n.key = n.region || \($0)" }
        let rows = try db.rows(
            """
            select distinct n.region, n.key from organization_name n join organization o on o.id = n.organization_id
            where o.state = 'active' and (\(conditions.joined(" or "))) order by n.region, n.key
            """)
        var found: [Bearer] = []
        for row in rows {
            let (region, key) = (try row.text("region"), try row.text("key"))
            var match = printed.matches(key, in: region)
            let isNamed = printed.key.contains(OrganizationName.key(region).dropLast())
            guard match != nil || isNamed || rows.count <= fewRows else { continue }
            guard let id = try NameBearer.find(key, region: region, year: year, db), !found.contains(where: { $0.organization.id == id }),
                let organization = try OrganizationRows.organization(id, db), organization.state == .active
            else { continue }
            if match == nil {
                let above = try OrganizationRows.ancestors(id, db).dropFirst().map { superior in
                    try OrganizationRows.names(superior, db).map { OrganizationName.key($0.name) }
                }
                match = printed.matches(key, in: region, above: above)
            }
            if let match { found.append(Bearer(organization: organization, match: match)) }
        }
        return found
    }

    /// Who of the tree bears a name that is said to be an organization's; nil where nobody else does.
    static func otherBearer(_ name: String, year: Int?, than organization: Organization, _ db: ReadTransaction) throws -> Organization? {
        let bearers = try bearers(of: name, year: year, db)
        guard !bearers.contains(where: { $0.organization.id == organization.id }) else { return nil }
        if let other = bearers.first(where: { $0.match == .full || $0.organization.region == organization.region }) {
            return other.organization
        }
        // One that is known from its reports alone has no place in the tree, and yet it is somebody.
        guard let printed = PrintedName(name) else { return nil }
        let ends = printed.candidates
        return try OrganizationRows.list(
            where: "o.state = 'unfiled'", "o.id <> \(organization.id)", "o.key in (\(list: ends))", in: db
        ).first { other in
            guard let name = other.name, let match = printed.matches(OrganizationName.key(name), in: other.region) else { return false }
            return match == .full || other.region == organization.region
        }
    }

    /// True where a report's printed name is one of the organization's own.
    static func bears(_ name: String, year: Int?, _ organizationID: Int, _ db: ReadTransaction) throws -> Bool {
        try bearers(of: name, year: year, db).contains { $0.organization.id == organizationID }
    }

    // MARK: Somebody's word

    /// The active organizations that a name is, by somebody's word.
    static func aliased(_ name: String, _ db: ReadTransaction) throws -> [(organization: Organization, giver: Int?)] {
        let rows = try db.rows(
            "select organization_id, account_id from organization_alias where key = \(OrganizationName.key(name)) order by organization_id")
        return try rows.compactMap { row in
            guard let organization = try OrganizationRows.organization(try row.int("organization_id"), db), organization.state == .active
            else { return nil }
            return (organization, try row.optionalInt("account_id"))
        }
    }

    /// A word counts for those whose reach is not wider than that of whoever gave it: a clerk's word does not decide what a
    /// supervisor uploads.
    private static func counts(
        _ giver: Int?, for scope: RightScope, by account: Int?, of organizationID: Int, _ db: ReadTransaction
    ) throws -> Bool {
        if !scope.isSite, scope.below.isEmpty, scope.own == [organizationID] { return true }
        guard let giver, giver != account else { return true }
        let given = RightScope(.importReports, try AccountStore.grants(db, of: giver)[giver] ?? [])
        if given.isSite { return true }
        guard !scope.isSite else { return false }
        return try scope.own.allSatisfy { given.reaches(try OrganizationRows.ancestors($0, db)) }
            && scope.below.allSatisfy { try !given.below.isDisjoint(with: OrganizationRows.ancestors($0, db)) }
    }

    /// Keeps somebody's word that a name is an organization's, in the place of an earlier one's.
    ///
    /// - Throws: `ReportStoreError.borne` where the name is another's.
    func keepAlias(_ name: String, year: Int?, of organizationID: Int, _ change: Change) throws {
        guard let organization = try OrganizationRows.organization(organizationID, change.db) else { return }
        if let other = try Self.otherBearer(name, year: year, than: organization, change.db) {
            throw ReportStoreError.borne(name: name, by: other)
        }
        if try Self.bears(name, year: year, organizationID, change.db) { return }
        let kept = try change.db.execute(
            """
            insert into organization_alias (organization_id, key, name, account_id, confirmed_at)
            values (\(organizationID), \(OrganizationName.key(name)), \(name), \(change.actor.accountID), \(change.instant))
            on conflict (organization_id, key) do update
              set name = excluded.name, account_id = excluded.account_id, confirmed_at = excluded.confirmed_at
            where coalesce(organization_alias.account_id, 0) <> coalesce(excluded.account_id, 0)
            """)
        guard kept > 0 else { return }
        try change.record(
            .organizations, "organization.nameConfirmed", subject: .organization(organizationID),
            organization: organizationID, facts: ["name": .string(name)])
    }
}
