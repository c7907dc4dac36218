import Crypto
import Database
import Foundation
import Markup

/// Message authentication codes (HMAC) of values that stand in tables. An event holds the code and never the value: whoever has
/// the keys can tell that the value is still the one that was recorded, and nobody learns it from the event.
extension AuditLog {
    /// The code of a value in one place, `account.password#12`: the same value elsewhere has another.
    package func code(of text: String, in place: String) throws(KeyError) -> String {
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
}

/// Names of facts by which tables are compared with the events.
package enum AuditFact {
    static let password = "password-code"
    static let formerPassword = "former-password-code"
    static let secondFactor = "second-factor-code"
    /// SHA-256 of a session's token.
    static let session = "session-sha256"
    /// SHA-256 of a one-time link's token.
    static let link = "link-sha256"

    /// Codes and digests, which no person reads.
    static let unread: Set<String> = [password, formerPassword, secondFactor, session, link]
}
