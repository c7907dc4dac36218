import AnnualReport
import Database
import Office

/// Questions over many reports, as the public may ask them. Of an organization and year the current published version is
/// the one meant; where none is public, there is no report.
extension ReportStore {
    /// A page of the list of reports: by year, the newest first and unknown years last, then by region and name.
    package func summaries(
        year: Int? = nil, region: String? = nil, offset: Int = 0, limit: Int = 50
    ) async throws -> ReportList {
        try await list(where: Self.conditions(year: year, region: region), offset: offset, limit: limit)
    }

    /// The same for those reports that meet all conditions.
    func list(where conditions: [SQL], offset: Int, limit: Int) async throws -> ReportList {
        try await database.read { db in
            let items = try Self.summaries(
                "\(where: conditions) order by r.year desc nulls last, o.region, o.key, v.id limit \(limit) offset \(offset)", db)
            let total = try db.row("select count(*) as n \(Self.fromCurrent)\(where: conditions)")
            return ReportList(items: items, total: try total?.int("n") ?? 0)
        }
    }

    /// The reports that became public last, the last one first.
    package func latest(limit: Int = 10) async throws -> [ReportSummary] {
        try await database.read { db in
            try Self.summaries(" order by v.published_at desc, v.id desc limit \(limit)", db)
        }
    }

    /// All years that have a report, the newest first.
    package func years(region: String? = nil) async throws -> [Int] {
        let conditions = Self.conditions(year: nil, region: region) + ["r.year is not null"]
        return try await database.read { db in
            try db.rows("select distinct r.year \(Self.fromCurrent)\(where: conditions) order by r.year desc").map { try $0.int("year") }
        }
    }

    static func conditions(year: Int?, region: String?) -> [SQL] {
        var conditions: [SQL] = []
        if let year { conditions.append("r.year = \(year)") }
        if let region { conditions.append("o.region = \(region)") }
        return conditions
    }

    /// Current versions with the numbers of their findings; `rest` holds conditions, order and limit. The findings are counted
    /// for the page alone, not for all that is sorted to find it.
    static func summaries(_ rest: SQL, from: SQL = fromCurrent, _ db: ReadTransaction) throws -> [ReportSummary] {
        let ids = try db.rows("select v.id \(from)\(rest)").map { try $0.int("id") }
        guard !ids.isEmpty else { return [] }
        let rows = try db.rows(
            """
            select \(versionColumns), \(findingCounts),
              (select count(*) from report_version p where p.report_id = r.id and p.published_at is not null) as published
            \(fromVersions) where v.id in (\(list: ids))
            """)
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
    static let findingCounts = Severity.allCases.map { severity -> SQL in
        """
        (select count(*) from report_finding f where f.version_id = v.id and f.severity = \(severity))
        as \(name: severity.rawValue + "s")
        """
    }.joined(", ")

    static func findingCounts(_ row: SQLRow) throws -> FindingCounts {
        FindingCounts(errors: try row.int("errors"), warnings: try row.int("warnings"), notices: try row.int("notices"))
    }
}
