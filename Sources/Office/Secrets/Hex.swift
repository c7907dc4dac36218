import Crypto
import Foundation

/// Bytes in lower-case hexadecimal.
enum Hex {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    static func sha256(_ text: String) -> String { self.text(SHA256.hash(data: Data(text.utf8))) }

    /// A random token of 32 bytes, for cookies and links. What is kept of it is its hash.
    static func token() -> String { text((0..<32).map { _ in UInt8.random(in: .min ... .max) }) }
}
