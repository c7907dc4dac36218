import AnnualReport
import Database
import Foundation

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
    static func keep(_ report: AnnualReport, as version: NewVersion, at instant: Date, _ db: Writer) throws -> Int {
        let id = try Counter.next("report_version", db)
        let towns = try SettingStore.read(db).townReportDay
        try db.execute(
            """
            insert into report_version (id, report_id, organization_id, number, organization, file_name, format,
              bytes, sha256, imported_at, snapshot, base_version_id, state, town_day)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', ?)
            """,
            [
                SQLValue(id), SQLValue(version.reportID), SQLValue(version.organizationID), SQLValue(version.number),
                SQLValue(report.organization), .text(report.source.name), .text(report.source.format),
                SQLValue(version.bytes), .text(report.source.sha256), SQLValue(instant),
                .text(try ReportSnapshot(report).json()), SQLValue(version.baseID), SQLValue(towns.number),
            ])
        try insertFigures(of: report, id, db)
        try insert(report.findings(towns: towns), id, previous: nil, db)
        if report.organization != nil, let year = report.year {
            try pair(version: id, version.organizationID, year, db)
        }
        return id
    }

    /// A version that was written in this transaction.
    static func written(_ id: Int, _ db: Reader) throws -> ReportVersion {
        guard let row = try db.row(selectVersions + " where v.id = ?", [SQLValue(id)]) else {
            throw ReportStoreError.damagedReport(versionID: id, reason: "刚写入的版本不见了")
        }
        return try version(row)
    }

    private static func insertFigures(of report: AnnualReport, _ id: Int, _ db: Writer) throws {
        for values in figures(of: report) {
            try db.execute(
                """
                insert into report_figure (version_id, \(figureColumns)) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, [SQLValue(id)] + values)
        }
    }

    static let figureColumns = "cell, kind, number, amount, unit, line, grid, grid_row, grid_column"

    /// The figures of a report as their table holds them, in the order of `figureColumns`. A row that stands twice in a table
    /// counts once, the first time.
    static func figures(of report: AnnualReport) -> [[SQLValue]] {
        var names: Set<CellName> = []
        var rows: [[SQLValue]] = []
        for row in report.rows {
            for (name, entry) in row.cells where names.insert(name).inserted {
                let (kind, number, amount): (String, Int?, Amount?) =
                    switch entry.cell {
                    case .count(let n): ("count", n, nil)
                    case .amount(let amount): ("amount", nil, amount)
                    case .notApplicable: ("notApplicable", nil, nil)
                    case .blank: ("blank", nil, nil)
                    case .absent: ("absent", nil, nil)
                    }
                let origin = entry.origin
                rows.append([
                    .text(name.description), .text(kind), SQLValue(number), SQLValue(amount?.value),
                    SQLValue(amount?.unit?.rawValue), .integer(Int64(origin.line)), .integer(Int64(origin.table)),
                    .integer(Int64(origin.row)), .integer(Int64(origin.column)),
                ])
            }
        }
        return rows
    }
}
