import AnnualReport
import Database
import Office

extension ReportStore {
    /// Snapshots that cannot be read, and figures that are not those of the snapshot that they were taken from.
    static func brokenSnapshots(_ db: ReadTransaction) throws -> [String] {
        var faults: [String] = []
        var last = Int.min
        // Few at a time: a snapshot may be large.
        while true {
            let rows = try db.rows("select id, snapshot from report_version where id > \(last) order by id limit 20")
            for row in rows {
                let id = try row.int("id")
                do {
                    let report = try ReportSnapshot(json: row.text("snapshot")).report()
                    if try !Self.hasFigures(of: report, id, db) {
                        faults.append("报告 \(id) 的数字（表 report_figure）与它的存档不符：被改动过。请从备份恢复，或者撤回后重新导入原件。")
                    }
                } catch let error as DatabaseError {
                    throw error
                } catch {
                    faults.append("\(ReportStoreError.damagedReport(versionID: id, reason: "\(error)"))")
                }
            }
            guard let end = try rows.last?.int("id") else { return faults }
            last = end
        }
    }

    /// True where the table of figures holds what the report says, and nothing else.
    private static func hasFigures(of report: AnnualReport, _ id: Int, _ db: ReadTransaction) throws -> Bool {
        let kept = try db.rows("select \(StoredFigure.columns) from report_figure where version_id = \(id)")
        return try Set(kept.map(StoredFigure.init)) == Set(StoredFigure.all(of: report))
    }
}
