import AnnualReport
import Database
import Law
import Office

/// How an organization stands with its report on a year and on the year before, for those who watch over it.
package struct ReportStanding: Sendable {
    package var organization: Organization
    /// How far down the tree, from 0 for the uppermost that is shown.
    package var level: Int
    package var year: YearStanding
    package var yearBefore: YearStanding
}

/// How far one year's report is.
package struct YearStanding: Sendable {
    /// The version that is worked on: a draft, else the current one. Nil where there is none.
    package var worked: ReportVersion?
    /// Of that version.
    package var findings = FindingCounts(errors: 0, warnings: 0, notices: 0)
    /// True where that version has rows that wait to be placed.
    package var hasUnplaced = false
    package var current: ReportVersion?
    /// The version that was withdrawn last, where nothing is left.
    package var withdrawn: ReportVersion?
    /// That it was sent back, while that is open.
    package var sentBack: ReportReturn?
    /// By which day it is due; nil where it need not be.
    package var due: Day?

    package init() {}

    package var isDraft: Bool { worked?.state == .draft }
    /// True where one should be public and none is.
    package var isMissing: Bool { due != nil && current == nil }
    package func isLate(on day: Day) -> Bool { isMissing && due.map { $0 < day } ?? false }
    package var hasErrors: Bool { worked != nil && findings.errors > 0 }
}

extension ReportStore {
    /// Those within reach in the order of the tree as it was at the end of the year, with their reports on it and on the
    /// year before. One that was not there stands there while it has a report on either.
    package func overview(in scope: RightScope, year: Int) async throws -> [ReportStanding] {
        try await overview(in: scope, years: [year])[year] ?? []
    }

    /// The same for several years.
    package func overview(in scope: RightScope, years: [Int]) async throws -> [Int: [ReportStanding]] {
        let condition = Self.condition(scope, "r.organization_id")
        let asked = Set(years + years.map { $0 &- 1 })
        return try await database.read { db in
            let standings = try Self.standings(condition, years: asked.sorted(), db)
            let nodes = OrganizationTree(try OrganizationRows.list(where: "o.kind is not null", in: db)).nodes(in: scope)
            let beginnings = try PastTree.beginnings(db)
            let towns = try SettingStore.read(db, [.townReportDay]).townReportDay
            func standing(_ organization: Organization, _ year: Int) -> YearStanding {
                var standing = standings[Key(organization.id, year)] ?? YearStanding()
                if PastTree(year).wasThere(organization, since: beginnings[organization.id]), let reporter = organization.kind?.reporter {
                    standing.due = ReportDue(on: year, by: reporter, towns: towns)?.day
                }
                return standing
            }
            var overview: [Int: [ReportStanding]] = [:]
            for year in Set(years) {
                let past = PastTree(year)
                let shown = nodes.filter { node in
                    let id = node.organization.id
                    return past.wasThere(node.organization, since: beginnings[id])
                        || standings[Key(id, year)] != nil || standings[Key(id, year &- 1)] != nil
                }
                let top = shown.map(\.level).min() ?? 0
                overview[year] = shown.map { node in
                    ReportStanding(
                        organization: node.organization, level: node.level - top, year: standing(node.organization, year),
                        yearBefore: standing(node.organization, year &- 1))
                }
            }
            return overview
        }
    }

    /// Reports within reach that tell no year: they stand in no year's overview.
    package func reportsWithoutYear(in scope: RightScope) async throws -> [ReportSummary] {
        let condition = Self.condition(scope, "r.organization_id")
        return try await database.read { db in
            try Self.summaries(" where r.year is null and \(condition) order by v.id", from: Self.fromWorked, db)
        }
    }

    private struct Key: Hashable {
        var organizationID: Int
        var year: Int

        init(_ organizationID: Int, _ year: Int) { (self.organizationID, self.year) = (organizationID, year) }
    }

    private static func standings(
        _ condition: SQL, years: [Int], _ db: ReadTransaction
    ) throws -> [Key: YearStanding] {
        let filter: SQL = "r.year in (\(list: years)) and \(condition)"
        var standings: [Key: YearStanding] = [:]
        func key(_ version: ReportVersion) -> Key { Key(version.organizationID, version.year ?? 0) }
        for row in try db.rows(
            """
            select \(versionColumns), \(findingCounts), case when \(waits) then 1 else 0 end as waits
            \(fromWorked) where \(filter)
            """)
        {
            let version = try version(row)
            var standing = YearStanding()
            (standing.worked, standing.findings) = (version, try findingCounts(row))
            standing.hasUnplaced = try row.int("waits") == 1
            standings[key(version)] = standing
        }
        for row in try db.rows("select \(versionColumns) \(fromCurrent) where \(filter)") {
            let version = try version(row)
            standings[key(version), default: YearStanding()].current = version
        }
        for row in try db.rows(
            "\(selectVersions) where v.state = 'withdrawn' and v.published_at is not null and \(filter) order by v.id")
        {
            let version = try version(row)
            standings[key(version), default: YearStanding()].withdrawn = version
        }
        for row in try db.rows(
            "\(selectReturns) and exists (select 1 from report r where r.id = v.report_id and \(filter)) order by t.id")
        {
            let sentBack = try sentBack(row)
            let version = try known(sentBack.versionID, db)
            standings[key(version), default: YearStanding()].sentBack = sentBack
        }
        return standings
    }
}

extension OrganizationTree {
    /// Those that a right reaches, in the order of the tree.
    package func nodes(in scope: RightScope) -> [Node] {
        var path: [Int] = []
        return nodes.filter { node in
            path.removeLast(max(0, path.count - node.level))
            path.append(node.organization.id)
            return scope.reaches(path.reversed())
        }
    }
}
