import HTTPTypes

/// Which proxies are believed when they say for whom they ask.
package struct ProxyTrust: Sendable {
    /// The header that the proxies write. Only one is read: a proxy passes the other on as the reader sent it.
    package enum Header: String, Sendable, CaseIterable {
        /// `X-Forwarded-For` and `X-Forwarded-Proto`.
        case xForwardedFor = "x-forwarded-for"
        /// `Forwarded` (RFC 7239).
        case forwarded
    }

    /// The proxies' own addresses.
    package var proxies: [AddressRange]
    package var header: Header

    package init(proxies: [AddressRange] = [], header: Header = .xForwardedFor) {
        self.proxies = proxies
        self.header = header
    }

    package func trusts(_ address: NetworkAddress?) -> Bool {
        guard let address else { return false }
        return proxies.contains { $0.contains(address) }
    }

    /// Whoever stands behind a request: the connection's other end, or, if that is a trusted proxy, the right-most
    /// address in its header that is no trusted proxy itself. What stands left of that may be anybody's invention.
    ///
    /// Where the header of a trusted proxy cannot be read up to there, the client is unknown. It is never taken for the proxy:
    /// that would lend a stranger the proxy's own address, which may have rights that he has not. A request without any
    /// sign of a proxy is the proxy machine's own, such as a monitor's.
    package func client(peer: NetworkAddress?, headers: HTTPFields, overTLS: Bool) -> Client {
        guard trusts(peer) else {
            let claimed = headers.contains(.xForwardedFor) || headers.contains(.forwarded)
            return Client(address: peer, isSecure: overTLS, isBehindProxy: false, hasUnprovenClaim: claimed)
        }
        var client = Client(address: nil, isSecure: overTLS, isBehindProxy: true)
        if header == .xForwardedFor, let scheme = headers[values: .xForwardedProto].last {
            let list = Array(scheme.utf8)[...]
            let last = list[(list.lastIndex(of: UInt8(ascii: ",")).map { $0 + 1 } ?? list.startIndex)...]
            client.isSecure = last.trimmingBlanks.isEqual("https", ignoringCase: true)
        }
        if !Self.signs.contains(where: headers.contains) {
            client.address = peer
            return client
        }
        var chain = ForwardedChain(headers, header: header)
        for _ in 0..<Self.mostHops {
            // A chain of our own proxies alone: the left-most of them asks for itself.
            guard let hop = chain.next() else { return client }
            client.address = hop.address
            guard hop.address != nil else { return client }
            if let isSecure = hop.isSecure { client.isSecure = isSecure }
            guard trusts(hop.address) else { return client }
        }
        client.address = nil
        return client
    }

    /// What proxies write. A reader can make some of them drop one of these by naming it in `Connection`, hardly all.
    private static let signs: [HTTPField.Name] = [
        .xForwardedFor, .forwarded, .xForwardedProto, .via, HTTPField.Name("X-Forwarded-Host")!, HTTPField.Name("X-Real-IP")!,
    ]

    /// No reader stands behind more proxies of ours than these.
    private static let mostHops = 32
}

/// Whoever asks, as far as it can be known.
package struct Client: Sendable, Equatable {
    /// Nil where it is unknown: no trusted proxy's header tells it, or there is no network address at all (a socket in the
    /// file system, a test). All unknown clients share the limits of one.
    package var address: NetworkAddress?
    /// True if the reader's own connection is encrypted: to this program, or to a proxy that says so.
    package var isSecure = false
    /// True if a trusted proxy asked for somebody.
    package var isBehindProxy = false
    /// True if somebody who is no trusted proxy claims to ask for another.
    package var hasUnprovenClaim = false

    package init(address: NetworkAddress? = nil, isSecure: Bool = false, isBehindProxy: Bool = false, hasUnprovenClaim: Bool = false) {
        self.address = address
        self.isSecure = isSecure
        self.isBehindProxy = isBehindProxy
        self.hasUnprovenClaim = hasUnprovenClaim
    }
}

extension HTTPField.Name {
    // Constants of letters and hyphens, which the initializer never refuses.
    package static let xForwardedFor = Self("X-Forwarded-For")!
    package static let xForwardedProto = Self("X-Forwarded-Proto")!
    package static let forwarded = Self("Forwarded")!
    package static let requestID = Self("X-Request-ID")!
}
