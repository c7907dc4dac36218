import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOSSL
import Synchronization

/// How connections are served: HTTP/1.1, or TLS with HTTP/2 and HTTP/1.1, behind limits of time, size and number.
package struct GuardedServer: Sendable {
    package let settings: ServerSettings
    /// The most that a body may carry, in bytes. A body that nobody wants is read to four times this much, so that its
    /// sender's browser can see the page that says so.
    package let largestBody: Int
    package let security: SecurityLog
    package let metrics: SiteMetrics
    package let clock: @Sendable () -> Date

    package init(
        settings: ServerSettings, largestBody: Int, security: SecurityLog, metrics: SiteMetrics, clock: @escaping @Sendable () -> Date
    ) {
        self.settings = settings
        self.largestBody = largestBody
        self.security = security
        self.metrics = metrics
        self.clock = clock
    }

    package var builder: HTTPServerBuilder {
        HTTPServerBuilder { responder in
            let count = ConnectionCount(mostPerAddress: settings.limits.connectionsPerAddress)
            guard let tls = settings.tls else {
                let channel = HTTP1Channel(responder: responder, configuration: requests)
                return GuardedChannel(server: self, count: count, isTLS: false) { channel }
            }
            let channel = try RenewableChannel(tls) { certificate in
                try HTTP2UpgradeChannel(tlsConfiguration: certificate, configuration: connections, responder: responder)
            }
            return GuardedChannel(server: self, count: count, isTLS: true) { channel.current }
        }
    }

    private var requests: HTTP1Channel.Configuration {
        let limits = settings.limits
        let (largestBody, onCut) = (largestBody, onCut)
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                HTTP1HostHandler.Installer(),
                RequestGuard(
                    grace: .seconds(Int64(limits.bodySeconds)), bytesPerSecond: limits.slowestBytesPerSecond,
                    mostBytes: largestBody.multipliedReportingOverflow(by: 4).partialValue, onCut: onCut),
            ],
            idleTimeout: .seconds(Int64(limits.headSeconds)),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headBytes / 2, maxHeaderListSize: limits.headBytes, maxHeaderFieldCount: 100))
    }

    private var connections: HTTP2ChannelConfiguration {
        HTTP2ChannelConfiguration(
            idleTimeout: .seconds(settings.limits.headSeconds), gracefulCloseTimeout: .seconds(settings.limits.headSeconds),
            streamConfiguration: requests)
    }

    package var onCut: @Sendable (SocketAddress?, SecurityEvent) -> Void {
        { [security, clock] address, event in
            security.note(event, address: address?.ipAddress.flatMap { NetworkAddress($0) }, at: clock())
        }
    }
}

/// The channel that new connections get: another one after the certificate was renewed.
private final class RenewableChannel: Sendable {
    private let channel: Mutex<HTTP2UpgradeChannel>

    init(_ identity: TLSIdentity, _ make: @escaping @Sendable (TLSConfiguration) throws -> HTTP2UpgradeChannel) throws {
        channel = Mutex(try make(identity.configuration))
        identity.onRenewal { [self] certificate in
            let renewed = try make(certificate)
            channel.withLock { $0 = renewed }
        }
    }

    var current: HTTP2UpgradeChannel { channel.withLock { $0 } }
}

/// A channel with a guard before it.
package struct GuardedChannel<Base: ServerChildChannel>: ServerChildChannel {
    package let server: GuardedServer
    package let count: ConnectionCount
    package let isTLS: Bool
    package let base: @Sendable () -> Base

    package init(server: GuardedServer, count: ConnectionCount, isTLS: Bool, base: @escaping @Sendable () -> Base) {
        self.server = server
        self.count = count
        self.isTLS = isTLS
        self.base = base
    }

    package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        // What the system takes at once of an answer: the rest waits its turn, so that a crowd that fetches large pages keeps
        // nobody waiting who wants a small one, and slow readers hold little of the system's memory.
        try? channel.syncOptions?.setOption(.socketOption(.so_sndbuf), value: 128 << 10)
        try? channel.syncOptions?.setOption(.writeSpin, value: 0)
        let address = channel.remoteAddress?.ipAddress.flatMap { NetworkAddress($0) }
        let isAllowed = count.enter(address)
        let (metrics, onCut, limits) = (server.metrics, server.onCut, server.settings.limits)
        metrics.connectionOpened()
        channel.closeFuture.whenComplete { [count] _ in
            count.leave(address)
            metrics.connectionClosed()
        }

        let guardian = ConnectionGuard(
            handshake: isTLS ? .seconds(Int64(limits.headSeconds)) : nil, interval: .seconds(Int64(min(limits.headSeconds, 20))),
            bytesPerSecond: limits.slowestBytesPerSecond
        ) { onCut($0, .slowRequest) }
        do {
            try channel.pipeline.syncOperations.addHandler(guardian)
            if isTLS { try channel.pipeline.syncOperations.addHandler(PlainRequestAnswer()) }
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
        let value = base().setup(channel: channel, logger: logger)
        if isTLS, let tls = try? channel.pipeline.syncOperations.handler(type: NIOSSLServerHandler.self) {
            try? channel.pipeline.syncOperations.addHandler(HandshakeWatch(guardian), position: .after(tls))
        }
        // A proxy brings many readers; it is known, and watches its own door.
        if !isAllowed, !server.settings.proxies.trusts(address) {
            onCut(channel.remoteAddress, .tooManyConnections)
            // Only once the channel is complete: a setup that fails would stop the server from accepting.
            value.whenComplete { _ in channel.close(promise: nil) }
        }
        return value
    }

    package func handle(value: Base.Value, logger: Logger) async {
        await base().handle(value: value, logger: logger)
    }
}
