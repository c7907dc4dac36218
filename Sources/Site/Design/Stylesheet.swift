import Crypto
import Foundation

/// The one stylesheet, kept in the program. Its address carries a hash of its content, so that browsers may keep it
/// for good and never show an old one.
enum Stylesheet {
    static let text = base + frame + parts + reports + deadlines + desk + media
    static let bytes = Array(text.utf8)
    static let hash = SHA256.hash(data: Data(bytes)).prefix(8).map { byte in
        let hex = String(byte, radix: 16)
        return hex.utf8.count == 1 ? "0" + hex : hex
    }.joined()
    /// `/style-1a2b3c4d5e6f7a8b.css`
    static let path = "/style-\(hash).css"
}
