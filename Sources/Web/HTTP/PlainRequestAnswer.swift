import NIOCore

/// Stands before the TLS handler: who speaks plain HTTP to a port of TLS (`http://` typed before the address) gets an answer that
/// says so, where TLS alone would close the connection without a word.
package final class PlainRequestAnswer: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = ByteBuffer
    package typealias OutboundOut = ByteBuffer

    private var isAnswered = false

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        if isAnswered { return }
        // A TLS record begins with its type, a number below 32; a method of HTTP with a capital letter.
        guard let first = bytes.getInteger(at: bytes.readerIndex, as: UInt8.self), (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
        else {
            context.fireChannelRead(data)
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
            return
        }
        isAnswered = true
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: Self.answer))).whenComplete { _ in channel.close(promise: nil) }
    }

    private static let answer: String = {
        let page = """
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>请用 https</title></head>\
            <body><h1>请用 https 打开</h1><p>本站只接受加密的连接。请把地址开头的 http:// 改成 https://，再打开一次。</p></body></html>
            """
        return """
            HTTP/1.1 400 Bad Request\r
            Content-Type: text/html; charset=utf-8\r
            Content-Length: \(page.utf8.count)\r
            Content-Security-Policy: default-src 'none'\r
            X-Content-Type-Options: nosniff\r
            Cache-Control: no-store\r
            Connection: close\r
            \r
            \(page)
            """
    }()
}
