import AnnualReport
import Database
import Foundation
import Office

/// What a new version belongs to.
struct NewVersion {
    var reportID: Int
    var organizationID: Int
    var number: Int
    /// The file's size.
    var bytes: Int
    /// The version of which a row was placed to make this one; nil for an import.
    var baseID: Int?
}

/// How a version comes into the tables, whether it was imported or made of another.
extension ReportStore {
    /// Writes a version with its figures and findings, those beside the year before among them, as a draft, and gives its
    /// id.
    static func keep(_ report: AnnualReport, as version: NewVersion, _ change: Change) throws -> Int {
        let id = try Counter.next("report_version", change.db)
        let towns = try SettingStore.read(change.db, [.townReportDay]).townReportDay
        try change.db.execute(
            .insert(
                into: "report_version",
                [
                    "id": id, "report_id": version.reportID, "organization_id": version.organizationID, "number": version.number,
                    "organization": report.organization, "file_name": report.source.name, "format": report.source.format,
                    "bytes": version.bytes, "sha256": report.source.sha256, "imported_at": change.instant,
                    "snapshot": try ReportSnapshot(report).json(), "base_version_id": version.baseID,
                    "state": VersionState.draft.rawValue, "town_day": towns.number,
                ]))
        for figure in StoredFigure.all(of: report) { try change.db.execute(figure.insert(version: id)) }
        try insert(report.findings(towns: towns), id, previous: nil, change.db)
        if report.organization != nil, let year = report.year {
            try pair(version: id, version.organizationID, year, change.db)
        }
        return id
    }

    /// A version that was written in this transaction.
    static func written(_ id: Int, _ db: ReadTransaction) throws -> ReportVersion {
        guard let row = try db.row("\(selectVersions) where v.id = \(id)") else {
            throw ReportStoreError.damagedReport(versionID: id, reason: "刚写入的版本不见了")
        }
        return try version(row)
    }
}
