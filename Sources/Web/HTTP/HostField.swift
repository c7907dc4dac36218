import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

/// The host that a request is for: the `Host` field of HTTP/1.1 (RFC 9112, section 3.2), `:authority` of HTTP/2 (RFC
/// 9113, section 8.3.1).
///
/// Two hosts in one request are how a request is smuggled past a proxy that reads the other one.
package enum HostField {
    // A constant of letters, which the initializer never refuses.
    package static let name = HTTPField.Name("Host")!

    /// True where a request names one host, and the name is a host.
    package static func isOne(_ request: HTTPRequest) -> Bool {
        // The framework puts the first `Host` of HTTP/1.1 where HTTP/2 has its `:authority`.
        let named = ([request.authority].compactMap { $0 } + request.headerFields[values: name]).map { $0.utf8.map(\.lowercasedASCII) }
        guard let first = named.first, named.allSatisfy({ $0 == first }) else { return false }
        return isHost(first[...])
    }

    /// What the absolute form of a request's target (RFC 9112, section 3.2.2) has between `://` and the path; nil where it has
    /// no scheme.
    package static func authority(of target: [UInt8]) -> ArraySlice<UInt8>? {
        let scheme = target.prefix { $0.isToken }
        let rest = target[scheme.endIndex...]
        guard !scheme.isEmpty, rest.starts(with: "://".utf8) else { return nil }
        return rest.dropFirst(3).prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    }

    /// `name`, `name:port`, `192.0.2.1`, `[2001:db8::1]:8080`. Narrower than a URI's `reg-name`, which may hold commas
    /// and the like: no site has such a name.
    package static func isHost(_ text: ArraySlice<UInt8>) -> Bool {
        let host: ArraySlice<UInt8>
        var rest: ArraySlice<UInt8>
        if text.first == UInt8(ascii: "[") {
            guard let end = text.firstIndex(of: UInt8(ascii: "]")) else { return false }
            host = text[(text.startIndex + 1)..<end]
            rest = text[(end + 1)...]
            guard !host.contains(UInt8(ascii: "%")), host.contains(UInt8(ascii: ":")),
                NetworkAddress(String(decoding: host, as: UTF8.self)) != nil
            else { return false }
        } else {
            host = text.prefix { $0 != UInt8(ascii: ":") }
            rest = text[host.endIndex...]
            guard (1...255).contains(host.count), host.allSatisfy(isNameByte) else { return false }
        }
        guard let colon = rest.popFirst() else { return true }
        return colon == UInt8(ascii: ":") && rest.count <= 5 && rest.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
        default: false
        }
    }
}

/// Refuses requests that name no host, or more than one.
package struct HostMiddleware: RouterMiddleware {
    package init() {}
    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard HostField.isOne(request.head) else {
            throw PageError.badRequest("请求中没有写明要访问的网站（Host），或者写了不止一个。请用浏览器重新打开本站的网址。")
        }
        return try await next(request, context)
    }
}

/// Stands between the HTTP/1 decoder and the framework's types, which know neither the version nor how many `Host` fields
/// there were: takes all of them away where their number is wrong or the target names another host, so that
/// `HostMiddleware` refuses the request.
package final class HTTP1HostHandler: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPServerRequestPart
    package typealias InboundOut = HTTPServerRequestPart

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        let isNew = head.version.major > 1 || head.version.major == 1 && head.version.minor >= 1
        switch (isNew, head.headers["host"].count) {
        case (_, 1): if Self.namesAnother(head) { head.headers.remove(name: "Host") }
        // HTTP/1.0 knows no `Host`; the checks of old load balancers come without.
        case (false, 0): head.headers.add(name: "Host", value: "localhost")
        default: head.headers.remove(name: "Host")
        }
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    /// True for a target that names a host, and not the one of the field. The framework keeps its path alone.
    private static func namesAnother(_ head: HTTPRequestHead) -> Bool {
        let target = Array(head.uri.utf8)
        guard target.first != UInt8(ascii: "/"), head.uri != "*", head.method != .CONNECT else { return false }
        let field = head.headers["host"].first.map { $0.utf8.map(\.lowercasedASCII) } ?? []
        return HostField.authority(of: target).map { $0.map(\.lowercasedASCII) != field } ?? true
    }

    /// Puts itself into place in a connection of HTTP/1, from among the handlers behind the framework's; does nothing on HTTP/2.
    package final class Installer: ChannelInboundHandler, RemovableChannelHandler {
        package typealias InboundIn = NIOAny

        package func handlerAdded(context: ChannelHandlerContext) {
            let pipeline = context.pipeline.syncOperations
            guard let decoder = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) else { return }
            do {
                try pipeline.addHandler(HTTP1HostHandler(), position: .after(decoder))
            } catch {
                context.fireErrorCaught(error)
            }
        }
    }
}
