import AnnualReport
import Database

/// Questions over many reports, as the public may ask them. Of an organization and year the current published version is
/// the one meant; where none is public, there is no report.
extension ReportStore {
    /// A page of the list of reports: by year, the newest first and unknown years last, then by region and name.
    package func summaries(
        year: Int? = nil, region: String? = nil, offset: Int = 0, limit: Int = 50
    ) async throws -> ReportList {
        let (condition, values) = Self.condition(year: year, region: region)
        return try await database.read { db in
            let items = try Self.summaries(
                condition + " order by r.year desc nulls last, o.region, o.key, v.id limit ? offset ?",
                values + [SQLValue(limit), SQLValue(offset)], db)
            let total = try db.row(
                "select count(*) as n \(Self.fromCurrent)" + condition, values)
            return ReportList(items: items, total: try total?.int("n") ?? 0)
        }
    }

    /// The reports that became public last, the last one first.
    package func latest(limit: Int = 10) async throws -> [ReportSummary] {
        try await database.read { db in
            try Self.summaries(" order by v.published_at desc, v.id desc limit ?", [SQLValue(limit)], db)
        }
    }

    /// All years that have a report, the newest first.
    package func years(region: String? = nil) async throws -> [Int] {
        let (condition, values) = Self.condition(year: nil, region: region)
        return try await database.read { db in
            try db.rows(
                "select distinct r.year \(Self.fromCurrent)"
                    + (condition.isEmpty ? " where" : condition + " and") + " r.year is not null order by r.year desc",
                values
            ).map { try $0.int("year") }
        }
    }

    private static func condition(year: Int?, region: String?) -> (sql: String, values: [SQLValue]) {
        var parts: [String] = []
        var values: [SQLValue] = []
        if let year {
            parts.append("r.year = ?")
            values.append(SQLValue(year))
        }
        if let region {
            parts.append("o.region = ?")
            values.append(.text(region))
        }
        return (parts.isEmpty ? "" : " where " + parts.joined(separator: " and "), values)
    }

    /// Current versions with the numbers of their findings; `rest` holds conditions, order and limit. The findings are counted
    /// for the page alone, not for all that is sorted to find it.
    static func summaries(_ rest: String, _ values: [SQLValue], from: String = fromCurrent, _ db: Reader) throws -> [ReportSummary] {
        let ids = try db.rows("select v.id \(from)" + rest, values).map { try $0.int("id") }
        guard !ids.isEmpty else { return [] }
        let marks = Array(repeating: "?", count: ids.count).joined(separator: ", ")
        let rows = try db.rows(
            """
            select \(versionColumns), \(findingCounts),
              (select count(*) from report_version p where p.report_id = r.id and p.published_at is not null) as published
            \(fromVersions) where v.id in (\(marks))
            """, ids.map { SQLValue($0) })
        let items = try rows.map { row in
            ReportSummary(
                version: try version(row),
                findings: try findingCounts(row),
                olderVersions: try row.int("published") - 1)
        }
        let order = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        return items.sorted { (order[$0.version.id] ?? 0) < (order[$1.version.id] ?? 0) }
    }

    /// How many findings of each severity a version has, as columns of a query over versions.
    static let findingCounts = Severity.allCases.map { severity in
        """
        (select count(*) from report_finding f where f.version_id = v.id and f.severity = '\(severity.rawValue)')
        as \(severity.rawValue)s
        """
    }.joined(separator: ", ")

    static func findingCounts(_ row: SQLRow) throws -> FindingCounts {
        FindingCounts(errors: try row.int("errors"), warnings: try row.int("warnings"), notices: try row.int("notices"))
    }
}
