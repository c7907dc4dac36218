import AnnualReport
import Database
import Law

/// How an organization stands with its report on a year and on the year before, for those who watch over it.
public struct ReportStanding: Sendable {
    public var organization: Organization
    /// How far down the tree, from 0 for the uppermost that is shown.
    public var level: Int
    public var year: YearStanding
    public var yearBefore: YearStanding
}

/// How far one year's report is.
public struct YearStanding: Sendable {
    /// The version that is worked on: a draft, else the current one. Nil where there is none.
    public var worked: ReportVersion?
    /// Of that version.
    public var findings = FindingCounts(errors: 0, warnings: 0, notices: 0)
    /// True where that version has rows that wait to be placed.
    public var hasUnplaced = false
    public var current: ReportVersion?
    /// The version that was withdrawn last, where nothing is left.
    public var withdrawn: ReportVersion?
    /// That it was sent back, while that is open.
    public var sentBack: ReportReturn?
    /// By which day it is due; nil where it need not be.
    public var due: Day?

    public init() {}

    public var isDraft: Bool { worked?.state == .draft }
    /// True where one should be public and none is.
    public var isMissing: Bool { due != nil && current == nil }
    public func isLate(on day: Day) -> Bool { isMissing && due.map { $0 < day } ?? false }
    public var hasErrors: Bool { worked != nil && findings.errors > 0 }
}

extension ReportStore {
    /// Those within reach in the order of the tree, with their reports on a year and the year before. One that is gone
    /// stands there while it has a report on either.
    public func overview(in scope: RightScope, year: Int, town: TownReportDay = .standard) async throws -> [ReportStanding] {
        let years = [year, year &- 1]
        let (condition, values) = Self.condition(scope, "r.organization_id")
        return try await database.read { db in
            var standings = try Self.standings(condition, values, years: years, db)
            let tree = OrganizationTree(try OrganizationRows.list("where o.kind is not null", [], db))
            let nodes = tree.nodes(in: scope).filter { node in
                let isThere = node.organization.state == .active
                return isThere || years.contains { standings[Key(node.organization.id, $0)] != nil }
            }
            let top = nodes.map(\.level).min() ?? 0
            return nodes.map { node in
                func standing(_ year: Int) -> YearStanding {
                    var standing = standings.removeValue(forKey: Key(node.organization.id, year)) ?? YearStanding()
                    if node.organization.state == .active {
                        standing.due = ReportDue.day(node.organization.kind, year: year, town: town)
                    }
                    return standing
                }
                return ReportStanding(
                    organization: node.organization, level: node.level - top, year: standing(year), yearBefore: standing(year &- 1))
            }
        }
    }

    /// Reports within reach that tell no year: they stand in no year's overview.
    public func reportsWithoutYear(in scope: RightScope) async throws -> [ReportSummary] {
        let (condition, values) = Self.condition(scope, "r.organization_id")
        return try await database.read { db in
            try Self.summaries(" where r.year is null and \(condition) order by v.id", values, from: Self.fromWorked, db)
        }
    }

    private struct Key: Hashable {
        var organizationID: Int
        var year: Int

        init(_ organizationID: Int, _ year: Int) { (self.organizationID, self.year) = (organizationID, year) }
    }

    private static func standings(
        _ condition: String, _ values: [SQLValue], years: [Int], _ db: Reader
    ) throws -> [Key: YearStanding] {
        let filter = "r.year in (?, ?) and \(condition)"
        let filled = years.map { SQLValue($0) } + values
        var standings: [Key: YearStanding] = [:]
        func key(_ version: ReportVersion) -> Key { Key(version.organizationID, version.year ?? 0) }
        for row in try db.rows(
            """
            select \(versionColumns), \(findingCounts), case when \(waits) then 1 else 0 end as waits
            \(fromWorked) where \(filter)
            """, filled)
        {
            let version = try version(row)
            var standing = YearStanding()
            (standing.worked, standing.findings) = (version, try findingCounts(row))
            standing.hasUnplaced = try row.int("waits") == 1
            standings[key(version)] = standing
        }
        for row in try db.rows("select \(versionColumns) \(fromCurrent) where \(filter)", filled) {
            let version = try version(row)
            standings[key(version), default: YearStanding()].current = version
        }
        for row in try db.rows(
            "\(selectVersions) where v.state = 'withdrawn' and v.published_at is not null and \(filter) order by v.id", filled)
        {
            let version = try version(row)
            standings[key(version), default: YearStanding()].withdrawn = version
        }
        for row in try db.rows(
            "\(selectReturns) and exists (select 1 from report r where r.id = v.report_id and \(filter)) order by t.id", filled)
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
    public func nodes(in scope: RightScope) -> [Node] {
        var path: [Int] = []
        return nodes.filter { node in
            path.removeLast(max(0, path.count - node.level))
            path.append(node.organization.id)
            return scope.reaches(path.reversed())
        }
    }
}
