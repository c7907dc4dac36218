import HTTPTypes
import Hummingbird

/// Headers that every answer carries: nothing is loaded from elsewhere, nothing runs, nobody frames the site. An answer
/// that does not say how long it may be kept is not kept, and over TLS no cookie goes out without `Secure`.
package struct SecurityHeadersMiddleware: RouterMiddleware {
    package init() {}
    package static let fields: [HTTPField] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self' data:; object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }

    /// A year. Subdomains are other offices' sites: nothing is said for them.
    package static let strictTransport = "max-age=31536000"

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for field in Self.fields { response.headers[field.name] = field.value }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        guard context.visit.isSecure else { return response }
        response.headers[.strictTransportSecurity] = Self.strictTransport
        let cookies = response.headers[values: .setCookie]
        if !cookies.isEmpty { response.headers[values: .setCookie] = cookies.map(Self.secured) }
        return response
    }

    private static func secured(_ cookie: String) -> String {
        let attributes = cookie.split(separator: ";").dropFirst().map { String($0).trimmingSpaces.lowercased() }
        return attributes.contains("secure") ? cookie : cookie + "; Secure"
    }
}
