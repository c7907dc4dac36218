import NIOCore
import NIOTLS

/// Stands nearest to the socket: closes a connection whose handshake does not end, or whose reader does not take what
/// was asked for.
package final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    // Bytes pass unopened, in whatever wrapping.
    package typealias InboundIn = NIOAny
    package typealias OutboundIn = NIOAny

    private let handshake: TimeAmount
    private let interval: TimeAmount
    private let leastBytes: Int
    private let onCut: (SocketAddress?) -> Void
    private var isOpen: Bool
    private var hasWritten = false
    private var waiting = 0
    private var next: Scheduled<Void>?
    private var deadline: Scheduled<Void>?

    /// - Parameters:
    ///   - handshake: what a TLS handshake may take; nil for plain HTTP.
    ///   - interval: how often the waiting bytes are looked at.
    ///   - bytesPerSecond: how fast they must be taken.
    package init(handshake: TimeAmount?, interval: TimeAmount, bytesPerSecond: Int, onCut: @escaping (SocketAddress?) -> Void) {
        self.handshake = handshake ?? .zero
        isOpen = handshake == nil
        self.interval = interval
        leastBytes = max(bytesPerSecond, 1) * Int(interval.nanoseconds / 1_000_000_000)
        self.onCut = onCut
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        let loop = context.eventLoop.assumeIsolated()
        if !isOpen {
            deadline = loop.scheduleTask(in: handshake) { if !self.isOpen { self.cut(context) } }
        }
        next = loop.scheduleTask(in: interval) { self.check(context) }
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        next?.cancel()
        deadline?.cancel()
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        hasWritten = true
        context.write(data, promise: promise)
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // A server that stops does not wait for who has not even introduced himself.
        if event is ChannelShouldQuiesceEvent, !isOpen { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    /// The handshake has ended: from here on requests have their own limits.
    package func handshakeEnded() {
        isOpen = true
        deadline?.cancel()
    }

    private func check(_ context: ChannelHandlerContext) {
        next = context.eventLoop.assumeIsolated().scheduleTask(in: interval) { self.check(context) }
        let now = (try? context.channel.syncOptions?.getOption(ChannelOptions.bufferedWritableBytes)) ?? 0
        defer {
            waiting = now
            hasWritten = false
        }
        // More is written only when there was room again.
        guard now > 0, waiting > 0, !hasWritten, now + leastBytes > waiting else { return }
        cut(context)
    }

    private func cut(_ context: ChannelHandlerContext) {
        next?.cancel()
        onCut(context.channel.remoteAddress)
        context.close(promise: nil)
    }
}

/// Stands behind the TLS handler and tells the guard when the handshake has ended.
package final class HandshakeWatch: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = NIOAny
    private let guardian: ConnectionGuard

    package init(_ guardian: ConnectionGuard) {
        self.guardian = guardian
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted = event as? TLSUserEvent { guardian.handshakeEnded() }
        context.fireUserInboundEventTriggered(event)
    }
}
