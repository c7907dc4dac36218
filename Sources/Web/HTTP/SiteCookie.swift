import HTTPTypes
import Hummingbird

/// The cookies that something depends on. Over TLS their names begin with `__Host-`, so that a browser takes them from
/// this very host alone: neither a neighbouring site nor an answer in plain can put its own in their place.
package enum SiteCookie: String, Sendable, CaseIterable {
    /// Who is signed in.
    case session
    /// What a visitor's forms are tied to.
    case form

    package func name(isSecure: Bool) -> String { (isSecure ? "__Host-" : "") + rawValue }

    package func value(of request: Request, _ context: SiteContext) -> String? {
        CookieHeader.value(name(isSecure: context.visit.isSecure), of: request.headers)
    }

    /// - Parameter seconds: how long it lives; nil for as long as the browser is open.
    package func made(_ value: String, seconds: Int? = nil, _ context: SiteContext) -> Cookie {
        let isSecure = context.visit.isSecure
        guard let seconds else {
            return Cookie(name: name(isSecure: isSecure), value: value, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
        }
        return Cookie(
            name: name(isSecure: isSecure), value: value, maxAge: seconds, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}

/// The `Cookie` header of a request (RFC 6265), cut as bytes where a browser cuts it.
///
/// A neighbouring site may set cookies of any other name for the whole domain. A reader that also cuts at U+037E, which
/// equals a semicolon as a character, or trims more white space than a browser does, takes such a cookie for the one with `__Host-`.
package enum CookieHeader {
    /// The value of a cookie; nil where there is none, or more than one: the second is of somebody else's making.
    package static func value(_ name: String, of headers: HTTPFields) -> String? {
        var found: String?
        for line in headers[values: .cookie] {
            for pair in Array(line.utf8).split(separator: UInt8(ascii: ";")) {
                let pair = pair.trimmingBlanks
                guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), pair[..<equals].elementsEqual(name.utf8) else { continue }
                let value = String(decoding: pair[(equals + 1)...], as: UTF8.self)
                if let found, !found.isSame(value) { return nil }
                found = value
            }
        }
        return found
    }
}
