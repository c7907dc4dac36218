import Crypto
import Foundation
import Markup

extension Hex {
    /// The SHA-256 digest of a text in UTF-8.
    package static func sha256(_ text: String) -> String { self.text(SHA256.hash(data: Data(text.utf8))) }

    /// A random token of 32 bytes, for cookies and links. Only its digest is stored.
    static func token() -> String { text((0..<32).map { _ in UInt8.random(in: .min ... .max) }) }
}
