import AnnualReport
import Database
import Foundation
import Office

/// What placing a row would make of a report.
package struct PlacementRehearsal: Sendable {
    /// The report with the row placed.
    package var report: AnnualReport
    /// What the checks say that they did not say before.
    package var added: [Finding]
    /// What they said before and say no more.
    package var gone: [Finding]
    /// How many stay as they are.
    package var unchanged: Int
}

/// Rows that the reader could not place, placed by a person: each makes a new version of the same file.
extension ReportStore {
    /// What would become of a version's report, without changing anything.
    ///
    /// - Throws: `PlacingError`, `ReportStoreError.unknownVersion`, `.superseded`, `.damagedReport`, `DatabaseError`.
    package func rehearsePlacing(_ row: RowName, _ cells: [Cell], in versionID: Int) async throws -> PlacementRehearsal {
        try await database.read { db in
            let (stored, report) = try Self.placed(row, cells, versionID, db)
            var findings = report.findings(towns: try SettingStore.read(db, [.townReportDay]).townReportDay)
            if stored.version.organization != nil, let year = stored.version.year,
                let previousID = try Self.current(stored.version.organizationID, year &- 1, db),
                let previous = try Self.snapshot(previousID, db)
            {
                findings += report.findings(only: previous)
            }
            let before = Set(stored.findings.map(\.finding))
            let after = Set(findings)
            return PlacementRehearsal(
                report: report, added: findings.filter { !before.contains($0) },
                gone: stored.findings.map(\.finding).filter { !after.contains($0) }, unchanged: before.intersection(after).count)
        }
    }

    /// Places a row of the version that is worked on: the report with these cells becomes a new version with the same
    /// file, checked anew; a draft where that one was, else public, since what the checks say was shown before. All of it
    /// is kept with its event, or nothing.
    ///
    /// - Throws: as `rehearsePlacing` does.
    @discardableResult
    package func place(
        _ row: RowName, _ cells: [Cell], in versionID: Int, by actor: Actor, at instant: Date
    ) async throws -> ReportVersion {
        try await database.change(by: actor, at: instant) { change in
            let (stored, report) = try Self.placed(row, cells, versionID, change.db)
            let base = stored.version
            guard
                let counted = try change.db.row(
                    """
                    update report set versions = versions + 1
                    where id = (select report_id from report_version where id = \(versionID)) returning id, versions
                    """)
            else { throw ReportStoreError.unknownVersion(versionID) }
            let number = try counted.int("versions")
            let id = try Self.keep(
                report,
                as: NewVersion(
                    reportID: try counted.int("id"), organizationID: base.organizationID, number: number, bytes: base.bytes,
                    baseID: base.id), change)
            for placement in stored.placements + [RowPlacement(row: row, accountID: actor.accountID, at: instant)] {
                try change.db.execute(
                    """
                    insert into report_placement (version_id, row_name, account_id, placed_at)
                    values (\(id), \(placement.row.description), \(placement.accountID), \(placement.at))
                    """)
            }
            var event = change.event(
                .reports, "report.row-placed", subject: .reportVersion(id), organization: base.organizationID,
                facts: [
                    "row": .string(row.description), "version": .number("\(number)"),
                    "state": .string((base.isCurrent ? VersionState.published : .draft).rawValue),
                ])
            event.facts += try change.audit.versionFacts(id, change.db)
            try change.record(event)
            if base.isCurrent { try Self.makeCurrent(try Self.written(id, change.db), change) }
            return try Self.written(id, change.db)
        }
    }

    /// A version that is still the one that is worked on, and its report with the row placed.
    private static func placed(
        _ row: RowName, _ cells: [Cell], _ versionID: Int, _ db: ReadTransaction
    ) throws -> (stored: StoredReport, report: AnnualReport) {
        guard let stored = try report(versionID, db) else { throw ReportStoreError.unknownVersion(versionID) }
        guard stored.isWorkedOn else {
            guard let other = stored.worked else { throw ReportStoreError.withdrawn(number: stored.version.number) }
            throw ReportStoreError.superseded(newestNumber: other.number, newestID: other.id)
        }
        return (stored, try stored.report.placing(row, cells))
    }

    /// The rows of a version that were placed by hand.
    static func placements(_ id: Int, _ db: ReadTransaction) throws -> [RowPlacement] {
        try db.rows(
            "select row_name, account_id, placed_at from report_placement where version_id = \(id) order by placed_at, row_name"
        ).map { row in
            guard let name = RowName(try row.text("row_name")) else {
                throw ReportStoreError.damagedReport(versionID: id, reason: "人工归位的行名无法辨认")
            }
            return RowPlacement(row: name, accountID: try row.optionalInt("account_id"), at: try row.instant("placed_at"))
        }
    }
}
