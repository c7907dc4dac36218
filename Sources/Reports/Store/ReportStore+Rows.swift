import AnnualReport
import Database
import Foundation
import Office

/// How the store's tables become values.
extension ReportStore {
    static let versionColumns: SQL = """
        v.id, v.organization_id, v.number, o.region, v.organization, r.year, v.file_name, v.format, v.bytes, v.sha256,
        v.imported_at, v.base_version_id, v.state, v.is_current, v.published_at, v.withdrawn_at, v.withdrawn_reason,
        v.withdrawn_by, v.withdrawn_above
        """

    /// All versions with what they belong to.
    static let fromVersions: SQL = """
        from report r
        join organization o on o.id = r.organization_id
        join report_version v on v.report_id = r.id
        """

    /// The same with their columns; conditions follow.
    static let selectVersions: SQL = "select \(versionColumns) \(fromVersions)"

    /// The versions that count, one a report: the current published ones.
    static let fromCurrent: SQL = """
        from report r
        join organization o on o.id = r.organization_id
        join report_version v on v.report_id = r.id and v.is_current = 1
        """

    /// The versions that are worked on, one a report: `StoredReport.worked`.
    static let fromWorked: SQL = """
        from report r
        join organization o on o.id = r.organization_id
        join report_version v on v.report_id = r.id and (\(isWaiting("v")) or (v.is_current = 1 and not exists (
          select 1 from report_version d where d.report_id = r.id and \(isWaiting("d")))))
        """

    /// That a version is a draft which no later one replaced.
    static func isWaiting(_ version: SQL) -> SQL {
        """
        (\(version).state = 'draft' and not exists (select 1 from report_version later where later.report_id = \(version).report_id
          and later.number > \(version).number and later.state <> 'withdrawn'))
        """
    }

    static func version(_ row: SQLRow) throws -> ReportVersion {
        let id = try row.int("id")
        return ReportVersion(
            id: id, organizationID: try row.int("organization_id"), number: try row.int("number"),
            region: try row.text("region"), organization: try row.optionalText("organization"), year: try row.optionalInt("year"),
            fileName: try row.text("file_name"), format: try row.text("format"), bytes: try row.int("bytes"),
            sha256: try row.text("sha256"), importedAt: try row.instant("imported_at"),
            baseVersionID: try row.optionalInt("base_version_id"), state: try row.value("state", as: VersionState.self),
            isCurrent: try row.bool("is_current"),
            publishedAt: try row.optionalInstant("published_at"),
            withdrawal: try row.optionalInstant("withdrawn_at").map {
                .init(
                    at: $0, reason: try row.optionalText("withdrawn_reason") ?? "", accountID: try row.optionalInt("withdrawn_by"),
                    isFromAbove: try row.bool("withdrawn_above"))
            })
    }

    /// The report that a version keeps.
    static func snapshot(_ id: Int, _ db: ReadTransaction) throws -> AnnualReport? {
        guard let row = try db.row("select snapshot from report_version where id = \(id)") else { return nil }
        let json = try row.text("snapshot")
        do {
            return try ReportSnapshot(json: json).report()
        } catch {
            throw ReportStoreError.damagedReport(versionID: id, reason: "\(error)")
        }
    }

    /// The findings of a version, in the order of the rules.
    static func findings(_ id: Int, _ db: ReadTransaction) throws -> [StoredFinding] {
        let rows = try db.rows(
            """
            select rule, message, basis, cells, expected, found, line, origin, previous_version_id
            from report_finding where version_id = \(id) order by number
            """)
        do {
            let findings = try rows.map { row in
                StoredFinding(
                    finding: try FindingSnapshot(
                        rule: row.text("rule"), message: row.text("message"),
                        cells: JSONText.decode([String].self, row.text("cells")),
                        expected: try row.optionalText("expected").map { try JSONText.decode(FindingValueSnapshot.self, $0) },
                        found: try row.optionalText("found").map { try JSONText.decode(FindingValueSnapshot.self, $0) },
                        line: row.optionalInt("line"), origin: row.text("origin"), basis: row.text("basis")
                    ).finding(),
                    previousVersionID: try row.optionalInt("previous_version_id"))
            }
            let order = Dictionary(uniqueKeysWithValues: Rule.allCases.enumerated().map { ($1, $0) })
            // A stable sort: within a rule they stay as the check gave them.
            return findings.enumerated().sorted {
                (order[$0.element.finding.rule] ?? 0, $0.offset) < (order[$1.element.finding.rule] ?? 0, $1.offset)
            }.map(\.element)
        } catch let error as DatabaseError {
            throw error
        } catch {
            throw ReportStoreError.damagedReport(versionID: id, reason: "\(error)")
        }
    }
}
