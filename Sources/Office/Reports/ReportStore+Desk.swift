import AnnualReport
import Database

/// Questions of those who work at the desk: only of the organizations that their right reaches.
extension ReportStore {
    /// Versions in no order, with the numbers of their findings.
    package func summaries(of versionIDs: [Int]) async throws -> [ReportSummary] {
        guard !versionIDs.isEmpty else { return [] }
        return try await database.read { db in
            try Self.summaries(
                " where v.id in (\(Self.marks(versionIDs.count)))", versionIDs.map { SQLValue($0) }, from: Self.fromVersions, db)
        }
    }

    /// The years of those reports, the newest first.
    package func years(in scope: RightScope) async throws -> [Int] {
        let (condition, values) = Self.condition(scope, "r.organization_id")
        return try await database.read { db in
            try db.rows(
                "select distinct r.year from report r where r.year is not null and \(condition) order by r.year desc", values
            ).map { try $0.int("year") }
        }
    }

    /// How many rows of each version wait to be placed; versions without such a row are left out.
    package func unplacedRows(of versionIDs: [Int]) async throws -> [Int: Int] {
        guard !versionIDs.isEmpty else { return [:] }
        return try await database.read { db in
            var counts: [Int: Int] = [:]
            for row in try db.rows(
                """
                select version_id, cells from report_finding
                where rule in (\(Self.waitingRules)) and version_id in (\(Self.marks(versionIDs.count)))
                """, versionIDs.map { SQLValue($0) })
            {
                // The groups of table four, and rows on one line, share a finding that names them all.
                let cells = try JSONText.decode([String].self, try row.text("cells"))
                counts[try row.int("version_id"), default: 0] += cells.count
            }
            return counts
        }
    }

    /// The regions in which somebody may keep reports: those of the active organizations that the right reaches.
    package func regions(in scope: RightScope) async throws -> [String] {
        let (condition, values) = Self.condition(scope, "o.id")
        return try await database.read { db in
            try db.rows(
                "select distinct o.region from organization o where o.state = 'active' and \(condition) order by o.region", values
            ).map { try $0.text("region") }
        }
    }

    /// What is said of rows that wait to be placed.
    private static let waitingRules = [Rule.unplacedRow, .mergedRows].map { "'\($0.rawValue)'" }.joined(separator: ", ")

    static let waits =
        "exists (select 1 from report_finding w where w.version_id = v.id and w.rule in (\(waitingRules)))"

    /// That an organization is within reach.
    static func condition(_ scope: RightScope, _ column: String) -> (sql: String, values: [SQLValue]) {
        if scope.isSite { return ("1 = 1", []) }
        let own = scope.own.sorted().map { SQLValue($0) }
        let below = scope.below.sorted().map { SQLValue($0) }
        var parts: [String] = []
        if !own.isEmpty { parts.append("\(column) in (\(marks(own.count)))") }
        if !below.isEmpty {
            parts.append(
                """
                \(column) in (
                  with recursive reach (id) as (
                    select id from organization where id in (\(marks(below.count)))
                    union
                    select o.id from organization o join reach on o.parent_id = reach.id)
                  select id from reach)
                """)
        }
        return (parts.isEmpty ? "1 = 0" : "(" + parts.joined(separator: " or ") + ")", own + below)
    }
}
