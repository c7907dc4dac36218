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
    /// its hash, each file that a row refers to, and what each capability knows to check of its own tables.
    package func verify() async throws -> Verification {
        var faults = try await database.catalogueFaults(try house.migrations()).map { "数据库的\($0)。请查明是谁改动的，改回原样；查不清的，从备份恢复。" }
        faults += try await database.faults()
        // First what is referred to: a file that is kept meanwhile is no fault.
        let referred = try await referredFiles()
        let kept = try await files.hashes()
        for sha256 in kept {
            do { _ = try await files.bytes(sha256) } catch let error as FileStoreError { faults.append("\(error)") }
        }
        let known = Set(kept)
        for (sha256, place) in referred.sorted(by: { $0.key < $1.key }) where !known.contains(sha256) {
            faults.append("表 \(place) 引用的文件 \(sha256) 不见了。请从备份恢复。")
        }
        for capability in house.capabilities { faults += try await capability.damages(self) }
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
}
