import Crypto
import Foundation

/// Proof that a form was sent from our own page (signed double submit): the page's field and the reader's cookie belong
/// together under a key that only this server has. Nothing is kept between the two requests, so any node can answer.
struct FormToken: Sendable {
    static let cookieName = "form"
    static let fieldName = "token"
    /// How long an open page stays good.
    static let lifetime = 12 * 3600

    private let key: SymmetricKey

    init(key: [UInt8]) {
        self.key = SymmetricKey(data: key)
    }

    /// A new secret for a reader's cookie.
    static func newSecret() -> String {
        hex((0..<16).map { _ in UInt8.random(in: .min ... .max) })
    }

    /// True for what `newSecret` makes: anything else in a cookie was put there by somebody else.
    static func isSecret(_ text: String) -> Bool {
        text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// The field's value for a reader's secret and a form: `issued.signature`.
    func field(secret: String, form: String, at now: Date) -> String {
        let issued = Int(now.timeIntervalSince1970)
        return "\(issued)." + Self.hex(signature(secret: secret, form: form, issued: issued))
    }

    func accepts(_ field: String?, secret: String?, form: String, at now: Date) -> Bool {
        guard let field, let secret, Self.isSecret(secret) else { return false }
        let parts = field.split(separator: ".")
        guard parts.count == 2, let issued = Int(parts[0]), let given = Self.bytes(parts[1]) else { return false }
        let age = Int(now.timeIntervalSince1970).subtractingReportingOverflow(issued)
        // A minute ahead is another node's clock.
        guard !age.overflow, (-60...Self.lifetime).contains(age.partialValue) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            given, authenticating: message(secret: secret, form: form, issued: issued), using: key)
    }

    private func signature(secret: String, form: String, issued: Int) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message(secret: secret, form: form, issued: issued), using: key))
    }

    private func message(secret: String, form: String, issued: Int) -> Data {
        Data("\(secret)|\(form)|\(issued)".utf8)
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private static func bytes(_ hex: Substring) -> [UInt8]? {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
    }
}
