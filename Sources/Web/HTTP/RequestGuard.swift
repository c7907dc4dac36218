import NIOCore
import NIOHTTPTypes

/// Cuts off a request whose body comes too slowly, or does not end. The framework's own time limit begins anew with
/// every byte, so that a byte a second would hold a connection for days.
package final class RequestGuard: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPRequestPart
    package typealias InboundOut = HTTPRequestPart

    private let grace: TimeAmount
    private let bytesPerSecond: Int
    private let mostBytes: Int
    private let onCut: (SocketAddress?, SecurityEvent) -> Void
    private var began = NIODeadline.now()
    private var received = 0
    private var check: Scheduled<Void>?

    /// - Parameters:
    ///   - grace: what any body may take.
    ///   - bytesPerSecond: what a body must bring after that, from its beginning.
    ///   - mostBytes: beyond this the connection is closed, even if nobody reads the body.
    ///   - onCut: told when a connection is closed, and why.
    package init(
        grace: TimeAmount, bytesPerSecond: Int, mostBytes: Int, onCut: @escaping (SocketAddress?, SecurityEvent) -> Void
    ) {
        self.grace = grace
        self.bytesPerSecond = max(bytesPerSecond, 1)
        self.mostBytes = mostBytes
        self.onCut = onCut
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            began = context.eventLoop.now
            received = 0
            schedule(context, at: began + grace)
        case .body(let bytes):
            received += bytes.readableBytes
            if received > mostBytes { return cut(context, .bodyTooLarge) }
        case .end:
            check?.cancel()
            check = nil
        }
        context.fireChannelRead(data)
    }

    package func channelInactive(context: ChannelHandlerContext) {
        check?.cancel()
        check = nil
        context.fireChannelInactive()
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        check?.cancel()
        check = nil
    }

    private func schedule(_ context: ChannelHandlerContext, at deadline: NIODeadline) {
        check?.cancel()
        check = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
            self.check = nil
            let allowed = self.began + self.grace + .seconds(Int64(self.received / self.bytesPerSecond))
            if allowed <= context.eventLoop.now { self.cut(context, .slowRequest) } else { self.schedule(context, at: allowed) }
        }
    }

    private func cut(_ context: ChannelHandlerContext, _ event: SecurityEvent) {
        check?.cancel()
        check = nil
        onCut(context.channel.remoteAddress, event)
        context.close(promise: nil)
    }
}
