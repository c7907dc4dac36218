import Logging

/// How the site is reached and watched. The defaults serve a desk: no proxy, no TLS, metrics for this machine alone.
package struct ServerSettings: Sendable {
    package var proxies = ProxyTrust()
    package var limits = ServerLimits()
    /// Certificate and key for TLS by the program itself; nil for plain HTTP.
    package var tls: TLSIdentity?
    /// Who may read `/metrics`. For anybody else the page does not exist.
    package var metricsFrom: [AddressRange] = AddressRange.loopback
    package var metrics = PrometheusRegistry()
    /// What goes on in the server itself.
    package var server = Logger(label: "server")
    /// A line for each request, at level `info`.
    package var access = Logger(label: "access")
    package var security = Logger(label: SecurityLog.label)

    package init() {}

    /// What to tell an operator who listens where others can hear: nil on this machine alone, over TLS, or behind a
    /// proxy that brings it.
    package func openness(host: String) -> String? {
        let isLocal = host == "localhost" || NetworkAddress(host)?.isLoopback ?? false
        guard tls == nil, proxies.proxies.isEmpty, !isLocal else { return nil }
        return "网站监听 \(host)，没有加密：密码和登录凭据以明文传送。请用 --tls-certificate 和 --tls-key 启用 TLS；前面有反向代理的，用 --trusted-proxy 写明它的地址。"
    }
}

/// What a connection and a request may cost.
package struct ServerLimits: Sendable, Equatable {
    /// Requests a second that one address may keep up, ten times as many at once; 0 for no limit.
    package var requestsPerSecond = 50.0
    /// Open connections in all. Further ones wait in the system's queue.
    package var connections = 4_096
    /// Open connections of one address.
    package var connectionsPerAddress = 256
    /// Seconds within which a handshake and a request's head must be there, and an idle connection lives.
    package var headSeconds = 30
    /// Seconds that a body may take without regard to its size.
    package var bodySeconds = 30
    /// What a body must bring a second after that, and an answer must be taken by, in bytes.
    package var slowestBytesPerSecond = 1_024
    /// The most bytes of a head.
    package var headBytes = 32 << 10

    package init() {}

    /// The rule for all requests of an address together.
    package var everything: RateRule? {
        requestsPerSecond > 0 ? RateRule("everything", burst: requestsPerSecond * 10, perSecond: requestsPerSecond) : nil
    }
}
