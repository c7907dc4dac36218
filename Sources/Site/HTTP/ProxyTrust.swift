import HTTPTypes

/// Which proxies are believed when they say for whom they ask.
public struct ProxyTrust: Sendable {
    /// The header that the proxies write. Only one is read: a proxy passes the other on as the reader sent it.
    public enum Header: String, Sendable, CaseIterable {
        /// `X-Forwarded-For` and `X-Forwarded-Proto`.
        case xForwardedFor = "x-forwarded-for"
        /// `Forwarded` (RFC 7239).
        case forwarded
    }

    /// The proxies' own addresses.
    public var proxies: [AddressRange]
    public var header: Header

    public init(proxies: [AddressRange] = [], header: Header = .xForwardedFor) {
        self.proxies = proxies
        self.header = header
    }

    func trusts(_ address: NetworkAddress?) -> Bool {
        guard let address else { return false }
        return proxies.contains { $0.contains(address) }
    }

    /// Whoever stands behind a request: the connection's other end, or, if that is a trusted proxy, the right-most
    /// address in its header that is no trusted proxy itself. What stands left of that may be anybody's invention.
    func client(peer: NetworkAddress?, headers: HTTPFields, overTLS: Bool) -> Client {
        let claimed = headers.contains(.xForwardedFor) || headers.contains(.forwarded)
        guard trusts(peer) else {
            return Client(address: peer, isSecure: overTLS, isBehindProxy: false, hasUnprovenClaim: claimed)
        }
        var address = peer
        var isSecure = overTLS
        let hops = hops(headers)
        if header == .xForwardedFor, let scheme = headers[values: .xForwardedProto].last {
            isSecure = Self.last(scheme).lowercased() == "https"
        }
        for hop in hops.reversed() {
            // A hop that hides itself (`unknown`) ends what is known; the proxy that wrote it answers for it.
            guard let next = hop.address else { break }
            address = next
            if let scheme = hop.scheme { isSecure = scheme == "https" }
            if !trusts(next) { break }
        }
        return Client(address: address, isSecure: isSecure, isBehindProxy: true, hasUnprovenClaim: false)
    }

    private struct Hop {
        var address: NetworkAddress?
        var scheme: String?
    }

    private func hops(_ headers: HTTPFields) -> [Hop] {
        switch header {
        case .xForwardedFor:
            headers[values: .xForwardedFor].flatMap { $0.split(separator: ",") }.map { Hop(address: Self.node($0)) }
        case .forwarded:
            headers[values: .forwarded].flatMap { Self.split($0, at: ",") }.map { element in
                var hop = Hop()
                for pair in Self.split(element, at: ";") {
                    let parts = pair.split(separator: "=", maxSplits: 1)
                    guard parts.count == 2 else { continue }
                    let value = Self.unquoted(Self.trimmed(parts[1]))
                    switch Self.trimmed(parts[0]).lowercased() {
                    case "for": hop.address = Self.node(value)
                    case "proto": hop.scheme = value.lowercased()
                    default: break
                    }
                }
                return hop
            }
        }
    }

    /// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]:4711`.
    private static func node(_ text: some StringProtocol) -> NetworkAddress? {
        let text = trimmed(text)
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            return NetworkAddress(text[text.index(after: text.startIndex)..<end])
        }
        if let address = NetworkAddress(text) { return address }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 ? NetworkAddress(parts[0]) : nil
    }

    /// Splits where no quotes are open.
    private static func split(_ text: some StringProtocol, at separator: Character) -> [String] {
        var isQuoted = false
        return String(text).split { character in
            if character == "\"" { isQuoted.toggle() }
            return character == separator && !isQuoted
        }.map(String.init)
    }

    private static func last(_ list: String) -> String { trimmed(list.split(separator: ",").last ?? "") }

    private static func trimmed(_ text: some StringProtocol) -> String { String(text).trimmingSpaces }

    private static func unquoted(_ text: String) -> String {
        text.count >= 2 && text.first == "\"" && text.last == "\"" ? String(text.dropFirst().dropLast()) : text
    }
}

/// Whoever asks, as far as it can be known.
struct Client: Sendable, Equatable {
    /// Nil where there is no network address at all (a socket in the file system, a test).
    var address: NetworkAddress?
    /// True if the reader's own connection is encrypted: to this program, or to a proxy that says so.
    var isSecure = false
    /// True if a trusted proxy asked for somebody.
    var isBehindProxy = false
    /// True if somebody who is no trusted proxy claims to ask for another.
    var hasUnprovenClaim = false
}

extension HTTPField.Name {
    // Fixed names of letters and hyphens, which are never refused.
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For") ?? .via
    static let xForwardedProto = HTTPField.Name("X-Forwarded-Proto") ?? .via
    static let forwarded = HTTPField.Name("Forwarded") ?? .via
    static let requestID = HTTPField.Name("X-Request-ID") ?? .via
}
