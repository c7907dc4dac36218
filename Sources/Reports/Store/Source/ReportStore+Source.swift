import Database
import Formats
import Office

/// What is kept of the text of a report's file.
package enum StoredSource: Hashable, Sendable {
    case text(SourceText)
    /// The file could not be read again, with the reason in words for a reader.
    case unreadable(String)
    /// Not made yet, of a version that an older program has kept: `fillSources` does that.
    case missing
}

/// The text of the reports' files, made once and kept.
extension ReportStore {
    /// The text of a file by its SHA-256.
    ///
    /// - Throws: `DatabaseError`.
    package func source(_ sha256: String) async throws -> StoredSource {
        try await database.read { db in try Self.source(sha256, db) }
    }

    static func source(_ sha256: String, _ db: ReadTransaction) throws -> StoredSource {
        guard let row = try db.row("select encoded, problem from report_source where sha256 = \(sha256)") else { return .missing }
        if let encoded = try row.optionalBlob("encoded") { return .text(SourceText(encoded: encoded)) }
        return .unreadable(try row.optionalText("problem") ?? "")
    }

    /// Keeps the text of a file; one that is there stays, so that anchors go on to mean what the figures beside it mean.
    static func keep(_ source: SourceText, of sha256: String, _ db: Transaction) throws {
        try db.execute(
            """
            insert into report_source (sha256, encoded) values (\(sha256), \(source.encoded))
            on conflict (sha256) do update set encoded = excluded.encoded, problem = null where report_source.encoded is null
            """)
    }

    /// Makes the text of each file that has none, the newest first: of versions that a program without this table has kept,
    /// and of those that could not be read the last time. One at a time, so that who asks for pages is not kept waiting.
    ///
    /// - Parameter read: reads a file of that name into a document.
    /// - Returns: how many were made.
    /// - Throws: `DatabaseError`, `CancellationError`.
    @discardableResult
    package func fillSources(_ read: @Sendable (_ file: [UInt8], _ name: String) async throws -> SourceDocument) async throws -> Int {
        let waiting = try await database.read { db in
            try db.rows(
                """
                select v.sha256, min(v.file_name) as file_name from report_version v
                left join report_source s on s.sha256 = v.sha256
                where s.encoded is null group by v.sha256 order by max(v.id) desc
                """
            ).map { (sha256: try $0.text("sha256"), name: try $0.text("file_name")) }
        }
        var made = 0
        for (sha256, name) in waiting {
            try Task.checkCancellation()
            do {
                let source = SourceText(try await read(try await files.bytes(sha256), name))
                try await database.writeUnrecorded(because: Self.isDerived) { db in try Self.keep(source, of: sha256, db) }
                made += 1
            } catch let error as DatabaseError {
                throw error
            } catch let error as CancellationError {
                throw error
            } catch {
                // A file that is damaged or gone is told by `verify`; its report stands without it.
                let problem = (error as? FormatError).map { "原件现在读不出来：\($0)" } ?? "原件现在打不开。数字是导入时读出并保存的，不受影响。"
                try await database.writeUnrecorded(because: Self.isDerived) { db in
                    try db.execute(
                        """
                        insert into report_source (sha256, problem) values (\(sha256), \(problem))
                        on conflict (sha256) do update set problem = excluded.problem where report_source.encoded is null
                        """)
                }
            }
        }
        return made
    }

    private static let isDerived: StaticString = "the text of a kept file is derived from it"

    /// What is wrong with the texts that are kept, in words for an operator.
    static func brokenSources(_ db: ReadTransaction) throws -> [String] {
        var faults: [String] = []
        try db.each("select sha256, encoded from report_source where encoded is not null order by sha256") { row in
            do {
                try SourceText(encoded: row.blob("encoded")).forEach { _ in }
            } catch let error as DamagedSourceText {
                faults.append("文件 \(try row.text("sha256")) 的\(error)。请从备份恢复数据库。")
            }
        }
        return faults
    }
}
