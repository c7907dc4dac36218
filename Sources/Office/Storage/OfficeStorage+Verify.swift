import AnnualReport
import Database
import Foundation

extension OfficeStorage {
    /// What checking has found.
    package struct Verification: Sendable {
        /// What is wrong, in words for an operator; empty where all is well.
        package var faults: [String]
        package var files: Int
        /// Files that no row refers to, as an import that was broken off leaves them: no fault.
        package var unusedFiles: Int
    }

    /// Reads everything once: the database's catalogue, the database itself, each reference between rows, each kept file and
    /// its hash, each file that a row refers to, each report's snapshot and source text, and
    /// each figure with the snapshot that it was taken from.
    package func verify() async throws -> Verification {
        var faults = try await database.catalogueFaults(try Migrations.all()).map { "数据库的\($0)。请查明是谁改动的，改回原样；查不清的，从备份恢复。" }
        faults += try await database.faults()
        // First what is referred to: a file that is kept meanwhile is no fault.
        let referred = try await referredFiles()
        let kept = try await files.hashes()
        for sha256 in kept {
            do { _ = try await files.bytes(sha256) } catch let error as ReportStoreError { faults.append("\(error)") }
        }
        let known = Set(kept)
        for (sha256, place) in referred.sorted(by: { $0.key < $1.key }) where !known.contains(sha256) {
            faults.append("表 \(place) 引用的文件 \(sha256) 不见了。请从备份恢复。")
        }
        faults += try await brokenSnapshots()
        faults += try await ReportStore(self).brokenSources()
        return Verification(
            faults: faults, files: kept.count, unusedFiles: kept.count { referred[$0] == nil })
    }

    /// Every file that a row refers to, with the name of one such table.
    private func referredFiles() async throws -> [String: String] {
        try await database.read(from: .primary) { db in
            var referred: [String: String] = [:]
            for table in try db.tables() where ![SQLTable.migrations, FileStore.table].contains(table.name) {
                for column in table.columns.map(\.name) where column == "sha256" || column.hasSuffix("_sha256") {
                    try db.each("select \(name: column) as name from \(name: table.name) where \(name: column) is not null") { row in
                        referred[try row.text("name")] = table.name
                    }
                }
            }
            return referred
        }
    }

    private func brokenSnapshots() async throws -> [String] {
        try await database.read(from: .primary) { db in
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
    }

    /// True where the table of figures holds what the report says, and nothing else.
    private static func hasFigures(of report: AnnualReport, _ id: Int, _ db: ReadTransaction) throws -> Bool {
        let kept = try db.rows("select \(StoredFigure.columns) from report_figure where version_id = \(id)")
        return try Set(kept.map(StoredFigure.init)) == Set(StoredFigure.all(of: report))
    }
}
