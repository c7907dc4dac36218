import Database
import Markup
import Office

/// Message authentication codes of what reports hold: an event has the code of the row that it made.
extension AuditLog {
    /// The code of what a version of a report is, whatever its state: all that never changes of its row.
    func code(ofVersion row: SQLRow) throws -> String {
        let id = try row.int("id")
        let parts = [
            "\(try row.int("report_id"))", "\(try row.int("organization_id"))", "\(try row.int("number"))",
            try row.optionalText("organization") ?? "", try row.text("file_name"), try row.text("format"), "\(try row.int("bytes"))",
            try row.text("sha256"), try row.text("snapshot"),
        ]
        return try code(of: parts.map { "\($0.utf8.count):\($0)" }.joined(), in: "report_version#\(id)")
    }

    /// The columns that `code(ofVersion:)` reads.
    static let versionColumns: SQL = "id, report_id, organization_id, number, organization, file_name, format, bytes, sha256, snapshot"

    /// What an event says of a version that was just written: the code of its row, and of its file's text where that is there.
    func versionFacts(_ id: Int, _ db: ReadTransaction) throws -> [(key: String, value: JSONValue)] {
        guard let row = try db.row("select \(Self.versionColumns) from report_version where id = \(id)") else { return [] }
        var facts: [(key: String, value: JSONValue)] = [(AuditFact.snapshot, .string(try code(ofVersion: row)))]
        let sha256 = try row.text("sha256")
        if let source = try db.row("select sha256, encoded from report_source where sha256 = \(sha256)"),
            let code = try code(ofSource: source)
        {
            facts.append((AuditFact.source, .string(code)))
        }
        return facts
    }

    /// Nil for a file without text.
    func code(ofSource row: SQLRow) throws -> String? {
        guard let encoded = try row.optionalBlob("encoded") else { return nil }
        return try code(of: FileStore.sha256(encoded), in: "report_source#\(row.text("sha256"))")
    }
}

extension AuditFact {
    static let snapshot = "snapshot-code"
    static let source = "source-code"
    /// Whether a version was withdrawn by an account whose reach is wider than its organization.
    static let above = "above"
}

extension AuditSubject {
    package static func reportVersion(_ id: Int) -> AuditSubject { AuditSubject("report-version", id) }
}

extension AuditArea {
    package static let reports = AuditArea("reports", "年度报告")
}
