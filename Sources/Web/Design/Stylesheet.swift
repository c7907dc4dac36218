import Crypto
import Foundation
import Markup

/// The one stylesheet of a site, kept in the program. Its address carries a digest of its content, so that browsers may keep it
/// for good and never show an old one.
package struct Stylesheet: Sendable {
    package let bytes: [UInt8]
    /// `/style-1a2b3c4d5e6f7a8b.css`
    package let path: String

    /// - Parameter styles: of the parts of pages that capabilities bring.
    package init(_ styles: [String]) {
        bytes = Array(([Self.base, Self.frame, Self.parts, Self.forms, Self.desk] + styles + [Self.media]).joined().utf8)
        path = "/style-\(Hex.text(SHA256.hash(data: bytes).prefix(8))).css"
    }
}
