import Crypto
import Database
import Foundation
import Markup

/// Message authentication codes (HMAC) of values that stand in tables. An event holds the code and never the value: whoever has
/// the keys can tell that the value is still the one that was recorded, and nobody learns it from the event.
extension AuditLog {
    /// The code of a value in one place, `account.password#12`: the same value elsewhere has another.
    func code(of text: String, in place: String) throws(KeyError) -> String {
        var code = HMAC<SHA256>(key: try keys.current(.chain).key)
        // No event and no seal of the head begins so: one code cannot be taken for another.
        for part in ["value", place, text] {
            code.update(data: Data("\(part.utf8.count):".utf8))
            code.update(data: Data(part.utf8))
        }
        return Hex.text(code.finalize())
    }

    func passwordFact(_ hash: PasswordHash, of account: Int) throws(KeyError) -> (key: String, value: JSONValue) {
        (AuditFact.password, .string(try code(ofPassword: hash.text, account)))
    }

    func code(ofPassword hash: String, _ account: Int) throws(KeyError) -> String { try code(of: hash, in: "account.password#\(account)") }

    func code(ofSecondFactor secret: String, _ account: Int) throws(KeyError) -> String {
        try code(of: secret, in: "account.totp#\(account)")
    }

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

/// Names of facts by which tables are compared with the events.
package enum AuditFact {
    static let password = "password-code"
    static let formerPassword = "former-password-code"
    static let secondFactor = "second-factor-code"
    static let snapshot = "snapshot-code"
    static let source = "source-code"
    /// Whether a version was withdrawn by somebody whose reach is wider than its organization.
    static let above = "above"
    /// SHA-256 of a session's token.
    static let session = "session-sha256"
    /// SHA-256 of a one-time link's token.
    static let link = "link-sha256"

    /// What nobody reads: codes and hashes for the comparison.
    package static let unread: Set<String> = [password, formerPassword, secondFactor, snapshot, source, session, link]
}
