import AnnualReport
import Database
import Formats
import Foundation
import ReportFiles

extension ReportStore {
    /// Keeps a report that was read from a file. See `importReport(_:file:region:at:)` for a report alone.
    @discardableResult
    public func importReport(
        _ reading: ReportReading, file: [UInt8], region: String, by actor: Actor = .program, at instant: Date
    ) async throws -> ImportOutcome {
        try await importReport(reading.report, file: file, region: region, by: actor, at: instant)
    }

    /// Keeps a report as a new version of its organization's report on its year, unless the organization's same file
    /// is there already. An organization is region and name; a report that names none is kept by its file.
    ///
    /// The checks that need last year's report are made against the newest one of the same organization, and those of
    /// next year's report anew against this one. All of it is kept or nothing; a file without its version, which a
    /// loss of power may leave, is found again by its hash at the next import.
    ///
    /// - Parameter file: the bytes that the report was read from.
    /// - Throws: `ReportStoreError`, `DatabaseError`.
    @discardableResult
    public func importReport(
        _ report: AnnualReport, file: [UInt8], region: String, by actor: Actor = .program, at instant: Date
    ) async throws -> ImportOutcome {
        let region = region.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !region.isEmpty else { throw ReportStoreError.regionMissing }
        guard FileStore.sha256(file) == report.source.sha256 else {
            throw ReportStoreError.fileMismatch(name: report.source.name)
        }
        _ = try await files.keep(file)
        let snapshot = try ReportSnapshot(report).json()
        let findings = report.findings()
        return try await database.write { db in
            let organizationID = try Self.organization(report, region, db)
            if let row = try db.row(
                Self.selectVersions + " where v.organization_id = ? and v.sha256 = ?",
                [SQLValue(organizationID), .text(report.source.sha256)])
            {
                return .alreadyThere(try Self.version(row))
            }
            let (reportID, number) = try Self.nextVersion(organizationID, report.year, db)
            let id = try Counter.next("report_version", db)
            try db.execute(
                """
                insert into report_version (id, report_id, organization_id, number, organization, file_name, format,
                  bytes, sha256, imported_at, snapshot)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    SQLValue(id), SQLValue(reportID), SQLValue(organizationID), SQLValue(number),
                    SQLValue(report.organization), .text(report.source.name), .text(report.source.format),
                    SQLValue(file.count), .text(report.source.sha256), SQLValue(instant), .text(snapshot),
                ])
            try Self.insertFigures(of: report, id, db)
            try Self.insert(findings, id, previous: nil, db)
            if report.organization != nil, let year = report.year {
                try Self.pair(organizationID, year, db)
                // A year read from a hostile file may be any number.
                try Self.pair(organizationID, year &+ 1, db)
            }
            try audit?.append(
                AuditEvent(
                    actor, .reports, "report.imported", subject: .reportVersion(id), organization: organizationID,
                    facts: ["sha256": .string(report.source.sha256), "version": .number("\(number)")]), at: instant, db)
            guard let row = try db.row(Self.selectVersions + " where v.id = ?", [SQLValue(id)]) else {
                throw ReportStoreError.damagedReport(versionID: id, reason: "刚写入的版本不见了")
            }
            return .added(try Self.version(row))
        }
    }

    /// The organization of a report, made where it is new. One of the tree is found by the name that it bore in the
    /// report's year and keeps its name; the name of one that is not filed is spelt as the latest import prints it.
    private static func organization(_ report: AnnualReport, _ region: String, _ db: Writer) throws -> Int {
        let key = report.organization.map { OrganizationName.key($0, in: region) } ?? "#" + report.source.sha256
        if let id = try NameBearer.find(key, region: region, year: report.year, db) { return id }
        if let row = try db.row("select id from organization where region = ? and key = ?", [.text(region), .text(key)]) {
            let id = try row.int("id")
            try db.execute(
                "update organization set name = ? where id = ? and state = 'unfiled'", [SQLValue(report.organization), SQLValue(id)])
            return id
        }
        let id = try Counter.next("organization", db)
        try db.execute(
            "insert into organization (id, region, key, name) values (?, ?, ?, ?)",
            [SQLValue(id), .text(region), .text(key), SQLValue(report.organization)])
        return id
    }

    /// Counts a version onto the organization's report on that year. Reports whose year is unknown may be on
    /// different ones, so none is taken for a correction of another.
    private static func nextVersion(
        _ organizationID: Int, _ year: Int?, _ db: Writer
    ) throws -> (reportID: Int, number: Int) {
        if let year,
            let row = try db.row(
                "update report set versions = versions + 1 where organization_id = ? and year = ? returning id, versions",
                [SQLValue(organizationID), SQLValue(year)])
        {
            return (try row.int("id"), try row.int("versions"))
        }
        let id = try Counter.next("report", db)
        try db.execute(
            "insert into report (id, organization_id, year, versions) values (?, ?, ?, 1)",
            [SQLValue(id), SQLValue(organizationID), SQLValue(year)])
        return (id, 1)
    }

    private static func insertFigures(of report: AnnualReport, _ id: Int, _ db: Writer) throws {
        for row in report.rows {
            for (name, entry) in row.cells {
                let (kind, number, amount): (String, Int?, Amount?) =
                    switch entry.cell {
                    case .count(let n): ("count", n, nil)
                    case .amount(let amount): ("amount", nil, amount)
                    case .notApplicable: ("notApplicable", nil, nil)
                    case .blank: ("blank", nil, nil)
                    case .absent: ("absent", nil, nil)
                    }
                let origin = entry.origin
                // A row that stands twice in a table counts once, the first time.
                try db.execute(
                    """
                    insert into report_figure (version_id, cell, kind, number, amount, unit, line, grid, grid_row,
                      grid_column)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (version_id, cell) do nothing
                    """,
                    [
                        SQLValue(id), .text(name.description), .text(kind), SQLValue(number), SQLValue(amount?.value),
                        SQLValue(amount?.unit?.rawValue), .integer(Int64(origin.line)), .integer(Int64(origin.table)),
                        .integer(Int64(origin.row)), .integer(Int64(origin.column)),
                    ])
            }
        }
    }
}
