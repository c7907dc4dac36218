import AnnualReport
import Database
import Office

/// Questions of those who work at the desk: only of the organizations that their right reaches.
extension ReportStore {
    /// Versions in no order, with the numbers of their findings.
    package func summaries(of versionIDs: [Int]) async throws -> [ReportSummary] {
        guard !versionIDs.isEmpty else { return [] }
        return try await database.read { db in
            try Self.summaries(" where v.id in (\(list: versionIDs))", from: Self.fromVersions, db)
        }
    }

    /// The years of those reports, the newest first.
    package func years(in scope: RightScope) async throws -> [Int] {
        let condition = Self.condition(scope, "r.organization_id")
        return try await database.read { db in
            try db.rows(
                "select distinct r.year from report r where r.year is not null and \(condition) order by r.year desc"
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
                where rule in (\(list: Self.waitingRules)) and version_id in (\(list: versionIDs))
                """)
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
        let condition = Self.condition(scope, "o.id")
        return try await database.read { db in
            try db.rows(
                "select distinct o.region from organization o where o.state = 'active' and \(condition) order by o.region"
            ).map { try $0.text("region") }
        }
    }

    /// What is said of rows that wait to be placed.
    private static let waitingRules = [Rule.unplacedRow, .mergedRows]

    static let waits: SQL = "exists (select 1 from report_finding w where w.version_id = v.id and w.rule in (\(list: waitingRules)))"

    /// That an organization is within reach.
    static func condition(_ scope: RightScope, _ column: SQL) -> SQL {
        if scope.isSite { return "1 = 1" }
        var parts: [SQL] = []
        if !scope.own.isEmpty { parts.append("\(column) in (\(list: scope.own.sorted()))") }
        if !scope.below.isEmpty {
            parts.append(
                """
                \(column) in (
                  with recursive reach (id) as (
                    select id from organization where id in (\(list: scope.below.sorted()))
                    union
                    select o.id from organization o join reach on o.parent_id = reach.id)
                  select id from reach)
                """)
        }
        return parts.isEmpty ? "1 = 0" : "(\(parts.joined(" or ")))"
    }
}
