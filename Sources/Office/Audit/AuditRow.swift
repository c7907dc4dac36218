import Crypto
import Database
import Foundation
import Markup

/// One row of the chain, as the hash sees it.
package struct AuditRow: Sendable {
    package let sequence: Int
    package let at: SQLValue
    package let actor: String
    package let organizationID: Int?
    package let area: String
    package let action: String
    package let subject: String
    package let fields: String
    package let facts: String
    package let sealed: [UInt8]?
    /// The hash of the event before.
    package let previous: String
    package let keyID: Int

    /// In the table's order.
    package var values: [SQLValue] {
        [
            SQLValue(sequence), at, .text(actor), SQLValue(organizationID), .text(area), .text(action), .text(subject),
            .text(fields), .text(facts), sealed.map(SQLValue.blob) ?? .null, .text(previous), SQLValue(keyID),
        ]
    }

    /// The hash of this content. Each value goes in with its kind and length, so that no two rows have the same bytes.
    package func hash(_ key: SymmetricKey) -> String {
        var code = HMAC<SHA256>(key: key)
        for value in values {
            let (kind, bytes): (UInt8, [UInt8]) =
                switch value {
                case .null: (0, [])
                case .integer(let n): (1, withUnsafeBytes(of: n.bigEndian, Array.init))
                case .real(let x): (2, withUnsafeBytes(of: x.bitPattern.bigEndian, Array.init))
                case .text(let text): (3, Array(text.utf8))
                case .blob(let bytes): (4, bytes)
                }
            code.update(data: [kind] + withUnsafeBytes(of: UInt64(bytes.count).bigEndian, Array.init) + bytes)
        }
        return Hex.text(code.finalize())
    }

    package static let columns: SQL =
        "sequence, at, actor, organization_id, capability, action, subject, fields, facts, sealed, previous, key_id, hash"

    package init(
        sequence: Int, at: SQLValue, actor: String, organizationID: Int?, area: String, action: String, subject: String,
        fields: String, facts: String, sealed: [UInt8]?, previous: String, keyID: Int
    ) {
        (self.sequence, self.at, self.actor, self.organizationID) = (sequence, at, actor, organizationID)
        (self.area, self.action, self.subject, self.fields) = (area, action, subject, fields)
        (self.facts, self.sealed, self.previous, self.keyID) = (facts, sealed, previous, keyID)
    }

    package init(_ row: SQLRow) throws(DatabaseError) {
        self.init(
            sequence: try row.int("sequence"), at: try row.value("at"), actor: try row.text("actor"),
            organizationID: try row.optionalInt("organization_id"), area: try row.text("capability"),
            action: try row.text("action"), subject: try row.text("subject"), fields: try row.text("fields"),
            facts: try row.text("facts"), sealed: try row.optionalBlob("sealed"),
            previous: try row.text("previous"), keyID: try row.int("key_id"))
    }
}
