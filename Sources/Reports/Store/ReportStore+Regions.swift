import AnnualReport
import Database
import Law
import Office

/// Questions about a region as a whole, answered by the tree of organizations: a body and those below it never count twice.
extension ReportStore {
    /// Which reports stand for a region on a year.
    package func regionReports(_ region: String, year: Int) async throws -> RegionReports {
        try await database.read { db in try Self.regionReports(region, year, db) }
    }

    /// The reports of a region on a year added up, the government's own beside the sum.
    ///
    /// - Throws: `ReportStoreError.damagedReport`, `DatabaseError`.
    package func merged(_ region: String, year: Int) async throws -> (merged: MergedReport, reports: RegionReports) {
        try await database.read { db in
            let reports = try Self.regionReports(region, year, db)
            var versions: [ReportVersion] = []
            var snapshots: [AnnualReport] = []
            // Those below a body that counts are told for without their figures: one province's tree is enough to hold.
            for version in reports.versions {
                switch reports.plan.places[version.organizationID] {
                case .counted, .head:
                    guard let report = try Self.snapshot(version.id, db) else { continue }
                    snapshots.append(report)
                default:
                    snapshots.append(
                        AnnualReport(
                            source: .init(name: version.fileName, format: version.format, bytes: version.bytes, sha256: version.sha256),
                            organization: version.organization, year: version.year))
                }
                versions.append(version)
            }
            let merged = Merging.merge(snapshots, name: region, year: year, scope: reports.scope(of: versions))
            return (merged, reports)
        }
    }

    /// For each cell that is a count in some of these versions, the sum of the counts and how many have one.
    package func totals(of versions: [ReportVersion]) async throws -> [CellName: CellTotal] {
        let ids = versions.map(\.id)
        return try await database.read { db in
            var totals: [CellName: CellTotal] = [:]
            for start in stride(from: 0, to: ids.count, by: Self.mostParameters) {
                let part = ids[start..<min(ids.count, start + Self.mostParameters)]
                // In two halves: the sum of numbers as large as a file may hold would overflow the engine's own.
                let rows = try db.rows(
                    """
                    select cell, cast(sum(number / 1000000000) as bigint) as high,
                      cast(sum(number % 1000000000) as bigint) as low, count(*) as reports
                    from report_figure where kind = 'count' and version_id in (\(list: part)) group by cell
                    """)
                for row in rows {
                    guard let cell = CellName(try row.text("cell")) else { continue }
                    let (high, tooHigh) = try row.int("high").multipliedReportingOverflow(by: 1_000_000_000)
                    let own = CellTotal(sum: tooHigh ? nil : high.adding(try row.int("low")), reports: try row.int("reports"))
                    totals[cell] = totals[cell].map { $0 + own } ?? own
                }
            }
            return totals
        }
    }

    /// The regions that a reader may choose, by name: those of organizations of the tree, and those whose names are
    /// places. What an import took for a region and is none, the name of a folder, is not among them.
    ///
    /// - Parameter year: only those with a report on that year.
    package func places(year: Int? = nil) async throws -> [String] {
        try await database.read { db in
            try db.rows(
                """
                select o.region, max(case when o.kind is null then 0 else 1 end) as filed \(Self.fromCurrent)
                \(where: Self.conditions(year: year, region: nil)) group by o.region order by o.region
                """
            ).compactMap { row in
                let region = try row.text("region")
                return try row.int("filed") == 1 || OrganizationName.isPlace(region) ? region : nil
            }
        }
    }

    /// The region that a page shows to somebody who has not chosen: that of the highest government of the tree that has
    /// reports, else the first by name.
    package func usualPlace(year: Int? = nil) async throws -> String? {
        let places = try await places(year: year)
        let heads = try await database.read { db in
            try OrganizationRows.list(where: "o.kind in ('province', 'city', 'county')", "o.state = 'active'", in: db)
        }.sorted { ($0.kind?.level?.rawValue ?? 9, $0.id) < ($1.kind?.level?.rawValue ?? 9, $1.id) }
        let known = Set(places)
        return heads.first { known.contains($0.region) }?.region ?? places.first
    }

    private static let mostParameters = 500

    private static func regionReports(_ region: String, _ year: Int, _ db: ReadTransaction) throws -> RegionReports {
        let past = PastTree(year)
        let head = try past.head(of: region, db)
        // Below a government stand bodies of other regions, too: the counties of a city.
        let inRegion: SQL = "o.region = \(region)"
        let condition = head.map { "(\(inRegion) or o.id in (\(OrganizationRows.down(from: $0.id)) select id from down))" } ?? inRegion
        let versions = try db.rows(
            "select \(versionColumns) \(fromCurrent) where r.year = \(year) and \(condition) order by o.region, o.key, v.id"
        ).map(version)
        let organizations = try OrganizationRows.list(where: condition, in: db)
        let names = try past.names(of: organizations, condition, db)
        if organizations.contains(where: { $0.kind != nil }) {
            let tree = past.bodies(organizations.filter { $0.kind != nil }, names)
            return RegionReports(region: region, year: year, versions: versions, tree: tree, head: head?.id, isFromTree: true)
        }
        // Nobody of the region is in the tree: those that reported on any year are all that is known.
        let reported = try db.rows("select distinct r.organization_id \(fromCurrent) where \(inRegion)").map {
            try $0.int("organization_id")
        }
        let known = Set(reported)
        let bodies = organizations.filter { known.contains($0.id) }.map {
            MergeBody(id: $0.id, name: $0.displayName, mustReport: $0.name != nil)
        }
        let inferred = MergeScope.infer(bodies, name: region)
        return RegionReports(
            region: region, year: year, versions: versions, tree: inferred.tree, head: inferred.head, isFromTree: false)
    }
}

extension CellTotal {
    static func + (a: CellTotal, b: CellTotal) -> CellTotal {
        let sum = a.sum.flatMap { x in b.sum.flatMap(x.adding) }
        return CellTotal(sum: sum, reports: a.reports + b.reports)
    }
}
