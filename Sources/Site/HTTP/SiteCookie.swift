import Hummingbird

/// The cookies that something depends on. Over TLS their names begin with `__Host-`, so that a browser takes them from
/// this very host alone: neither a neighbouring site nor an answer in plain can put its own in their place.
enum SiteCookie: String, Sendable, CaseIterable {
    /// Who is signed in.
    case session
    /// What a visitor's forms are tied to.
    case form

    func name(isSecure: Bool) -> String { (isSecure ? "__Host-" : "") + rawValue }

    func value(of request: Request, _ context: SiteContext) -> String? {
        request.cookies[name(isSecure: context.visit.isSecure)]?.value
    }

    /// - Parameter seconds: how long it lives; nil for as long as the browser is open.
    func made(_ value: String, seconds: Int? = nil, _ context: SiteContext) -> Cookie {
        let isSecure = context.visit.isSecure
        guard let seconds else {
            return Cookie(name: name(isSecure: isSecure), value: value, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
        }
        return Cookie(
            name: name(isSecure: isSecure), value: value, maxAge: seconds, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
