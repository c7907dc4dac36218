import AnnualReport
import Database
import Office

/// The checks that need the same organization's report on the year before.
extension ReportStore {
    /// Makes the findings of those reports on `year` that are the current one or may become it, drafts, anew against the
    /// current one on the year before; where none is public, they have none. Versions that were replaced keep what was
    /// said of them in their time.
    static func pair(_ organizationID: Int, _ year: Int, _ db: Transaction) throws {
        let rows = try db.rows(
            """
            select v.id from report r join report_version v on v.report_id = r.id
            where r.organization_id = \(organizationID) and r.year = \(year) and (v.is_current = 1 or v.state = 'draft') order by v.id
            """)
        for row in rows { try pair(version: try row.int("id"), organizationID, year, db) }
    }

    /// The same for one version.
    static func pair(version id: Int, _ organizationID: Int, _ year: Int, _ db: Transaction) throws {
        try db.execute("delete from report_finding where version_id = \(id) and previous_version_id is not null")
        // A year read from a hostile file may be any number.
        guard let previousID = try current(organizationID, year &- 1, db), let report = try snapshot(id, db),
            let previous = try snapshot(previousID, db)
        else { return }
        try insert(report.findings(only: previous), id, previous: previousID, db)
    }

    /// The same for all versions whose findings quote one that is no longer public, those that were replaced among them: its
    /// figures stand nowhere any more.
    static func pairAnew(quoting version: ReportVersion, _ db: Transaction) throws {
        let rows = try db.rows(
            """
            select distinct v.id, v.organization_id, r.year from report_finding f
            join report_version v on v.id = f.version_id join report r on r.id = v.report_id
            where f.previous_version_id = \(version.id) order by v.id
            """)
        for row in rows {
            guard let year = try row.optionalInt("year") else { continue }
            try pair(version: try row.int("id"), try row.int("organization_id"), year, db)
        }
    }

    /// Adds findings after those that the version has.
    static func insert(_ findings: [Finding], _ id: Int, previous previousID: Int?, _ db: Transaction) throws {
        let last = try db.row("select coalesce(max(number), 0) as number from report_finding where version_id = \(id)")
        let start = try last?.int("number") ?? 0
        for (offset, finding) in findings.enumerated() {
            let snapshot = FindingSnapshot(finding)
            try db.execute(
                .insert(
                    into: "report_finding",
                    [
                        "version_id": id, "number": start + offset + 1, "previous_version_id": previousID, "rule": snapshot.rule,
                        "severity": finding.severity.rawValue, "message": snapshot.message, "basis": finding.basis,
                        "cells": try JSONText.encode(snapshot.cells), "expected": try snapshot.expected.map(JSONText.encode),
                        "found": try snapshot.found.map(JSONText.encode), "line": snapshot.line, "origin": snapshot.origin,
                    ]))
        }
    }

    /// The version that counts for an organization and year.
    static func current(_ organizationID: Int, _ year: Int, _ db: ReadTransaction) throws -> Int? {
        try db.row(
            """
            select v.id from report r join report_version v on v.report_id = r.id and v.is_current = 1
            where r.organization_id = \(organizationID) and r.year = \(year)
            """)?.int("id")
    }
}
