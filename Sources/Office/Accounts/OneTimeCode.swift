import Crypto
import Foundation
import Markup

/// Codes of the second factor that an app on the telephone shows: TOTP (RFC 6238), six digits, thirty seconds, SHA-1.
package struct OneTimeCode: Sendable, Equatable {
    package static let period = 30
    private let secret: [UInt8]

    /// A new secret of 20 bytes.
    package static func random() -> OneTimeCode {
        OneTimeCode(secret: (0..<20).map { _ in UInt8.random(in: .min ... .max) })
    }

    init(secret: [UInt8]) {
        self.secret = secret
    }

    /// Reads Base32, as apps take it; nil for anything else.
    package init?(base32 text: String) {
        var bytes: [UInt8] = []
        var buffer = 0
        var bits = 0
        for character in text.uppercased() where character != " " && character != "=" {
            guard let value = OneTimeCode.alphabet.firstIndex(of: character) else { return nil }
            buffer = (buffer << 5 | value) & 0xFFFF
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        guard bytes.count >= 10 else { return nil }
        secret = bytes
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    package var base32: String {
        var text = ""
        var buffer = 0
        var bits = 0
        for byte in secret {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(OneTimeCode.alphabet[buffer >> bits & 31])
            }
        }
        if bits > 0 { text.append(OneTimeCode.alphabet[buffer << (5 - bits) & 31]) }
        return text
    }

    /// The address that an app reads from a QR code.
    package func address(issuer: String, login: String) -> String {
        let name = issuer.percentEncoded
        return "otpauth://totp/\(name):\(login.percentEncoded)?secret=\(base32)&issuer=\(name)"
    }

    /// The code of a step of thirty seconds since 1970.
    func code(step: Int) -> String {
        let message = withUnsafeBytes(of: UInt64(max(step, 0)).bigEndian) { Data($0) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let place = Int(hash[19] & 15)
        let number = hash[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let digits = "\(number % 1_000_000)"
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The code that is shown at an instant.
    package func code(at instant: Date) -> String { code(step: OneTimeCode.step(at: instant)) }

    static func step(at instant: Date) -> Int { Int(instant.timeIntervalSince1970) / period }

    /// The step whose code this is: now, or one before or after, for clocks that differ.
    ///
    /// - Parameter last: the last step that was used; no code is taken twice.
    func step(of typed: String, at instant: Date, after last: Int?) -> Int? {
        let digits = typed.filter { !$0.isWhitespace }
        let now = OneTimeCode.step(at: instant)
        return (now - 1...now + 1).first { step in
            var difference = digits.utf8.count == 6 ? 0 : 1
            for (a, b) in zip(digits.utf8, code(step: step).utf8) { difference |= Int(a ^ b) }
            return difference == 0 && last.map { step > $0 } ?? true
        }
    }
}
