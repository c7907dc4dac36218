import Crypto
import Foundation
import Hummingbird
import Markup
import Office

/// Proof that a form was sent from our own page: its field belongs to the reader's session, or to a visitor's cookie
/// (signed double submit), under a key that only this server has. Nothing is kept between the two requests, so any node
/// can answer. A token from before signing in is none afterwards.
package struct FormToken: Sendable {
    package static let fieldName = "token"
    /// How long an open page stays good.
    package static let lifetime = 12 * 3600

    private let key: SymmetricKey

    package init(key: [UInt8]) {
        self.key = SymmetricKey(data: key)
    }

    /// A new secret for a visitor's cookie.
    package static func newSecret() -> String {
        Hex.text((0..<16).map { _ in UInt8.random(in: .min ... .max) })
    }

    /// What the forms of a session are tied to: longer than any visitor's secret, so that no cookie can stand for it.
    package static func secret(session token: String) -> String { Hex.sha256("form " + token) }

    /// What a reader's forms are tied to; nil for a visitor who has no secret yet.
    package static func secret(of request: Request, _ context: SiteContext) -> String? {
        context.formSecret ?? SiteCookie.form.value(of: request, context).flatMap { isSecret($0) ? $0 : nil }
    }

    /// True for what `newSecret` makes: anything else in a cookie was put there by somebody else.
    package static func isSecret(_ text: String) -> Bool {
        text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// The field's value for a reader's secret and a form: `issued.signature`.
    package func field(secret: String, form: String, at now: Date) -> String {
        let issued = Int(now.timeIntervalSince1970)
        return "\(issued)." + Hex.text(signature(secret: secret, form: form, issued: issued))
    }

    package func accepts(_ field: String?, secret: String?, form: String, at now: Date) -> Bool {
        guard let field, let secret else { return false }
        let parts = field.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, let issued = Int(Substring(parts[0])), let given = Hex.bytes(Substring(parts[1])) else { return false }
        let age = Int(now.timeIntervalSince1970).subtractingReportingOverflow(issued)
        // A minute ahead is another node's clock.
        guard !age.overflow, (-60...Self.lifetime).contains(age.partialValue) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            given, authenticating: message(secret: secret, form: form, issued: issued), using: key)
    }

    /// True if a form's token was made for the reader of a request and for this form.
    func accepts(_ field: String?, form: String, _ request: Request, _ context: SiteContext) -> Bool {
        accepts(field, secret: Self.secret(of: request, context), form: form, at: context.now)
    }

    private func signature(secret: String, form: String, issued: Int) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message(secret: secret, form: form, issued: issued), using: key))
    }

    private func message(secret: String, form: String, issued: Int) -> Data {
        Data("\(secret)|\(form)|\(issued)".utf8)
    }
}
