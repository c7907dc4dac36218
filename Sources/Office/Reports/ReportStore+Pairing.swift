import AnnualReport
import Database

/// The checks that need the same organization's report on the year before.
extension ReportStore {
    /// Makes the findings of the newest report on `year` that rest on the newest one on the year before, in place of
    /// those that were there. Does nothing while there is no report on `year`; takes none away while there is none on
    /// the year before. Older versions keep what was said of them in their time.
    static func pair(_ organizationID: Int, _ year: Int, _ db: Writer) throws {
        guard let id = try newest(organizationID, year, db), let previousID = try newest(organizationID, year &- 1, db),
            let report = try snapshot(id, db), let previous = try snapshot(previousID, db)
        else { return }
        try db.execute(
            "delete from report_finding where version_id = ? and previous_version_id is not null", [SQLValue(id)])
        let rules = Set(Check.all.filter(\.needsPrevious).map(\.rule))
        try insert(report.findings(previous: previous).filter { rules.contains($0.rule) }, id, previous: previousID, db)
    }

    /// Adds findings after those that the version has.
    static func insert(_ findings: [Finding], _ id: Int, previous previousID: Int?, _ db: Writer) throws {
        let last = try db.row(
            "select coalesce(max(number), 0) as number from report_finding where version_id = ?", [SQLValue(id)])
        let start = try last?.int("number") ?? 0
        for (offset, finding) in findings.enumerated() {
            let snapshot = FindingSnapshot(finding)
            try db.execute(
                """
                insert into report_finding (version_id, number, previous_version_id, rule, severity, message, basis,
                  cells, expected, found, line, origin)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    SQLValue(id), SQLValue(start + offset + 1), SQLValue(previousID), .text(snapshot.rule),
                    .text(finding.severity.rawValue), .text(snapshot.message), .text(finding.basis),
                    .text(try JSONText.encode(snapshot.cells)),
                    SQLValue(try snapshot.expected.map(JSONText.encode)), SQLValue(try snapshot.found.map(JSONText.encode)),
                    SQLValue(snapshot.line), .text(snapshot.origin),
                ])
        }
    }

    static func newest(_ organizationID: Int, _ year: Int, _ db: Reader) throws -> Int? {
        try db.row(
            """
            select v.id from report r join report_version v on v.report_id = r.id and v.number = r.versions
            where r.organization_id = ? and r.year = ?
            """, [SQLValue(organizationID), SQLValue(year)])?.int("id")
    }
}
