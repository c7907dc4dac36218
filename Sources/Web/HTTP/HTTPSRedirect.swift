import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Sends who comes over plain HTTP to the same page over HTTPS. The name is the one that the reader's browser asked for: it goes
/// nowhere but back to that browser.
package struct HTTPSRedirect: HTTPResponder {
    package typealias Context = BasicRequestContext

    /// The port that HTTPS is served on.
    package let port: Int

    package init(port: Int) {
        self.port = port
    }

    package func respond(to request: Request, context: Context) async throws -> Response {
        guard request.method == .get || request.method == .head, HostField.isOne(request.head), let name = Self.name(request.head.authority)
        else {
            return Response(
                status: .badRequest, headers: [.contentType: "text/plain; charset=utf-8", .connection: "close"],
                body: .init(byteBuffer: .init(string: "本站只接受加密的连接。请用 https:// 开头的地址。\n")))
        }
        let path = request.head.path.flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil } ?? "/"
        return Response(
            status: .movedPermanently,
            headers: [.location: "https://\(name)\(port == 443 ? "" : ":\(port)")\(path)", .cacheControl: "max-age=3600"])
    }

    /// The host's name or address in a Host header, without its port; nil where there is none that an address may hold.
    package static func name(_ authority: String?) -> String? {
        guard let authority, authority.utf8.count <= 255 else { return nil }
        var name = authority.utf8[...]
        if name.first == UInt8(ascii: "[") {
            guard let end = name.firstIndex(of: UInt8(ascii: "]")), isPort(name[name.index(after: end)...]),
                NetworkAddress(String(Substring(name[..<end].dropFirst()))) != nil
            else { return nil }
            return String(Substring(name[...end]))
        }
        if let colon = name.firstIndex(of: UInt8(ascii: ":")) {
            guard isPort(name[colon...]) else { return nil }
            name = name[..<colon]
        }
        let isName = name.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        return isName && !name.isEmpty ? String(Substring(name)) : nil
    }

    /// Nothing, or a colon and digits.
    private static func isPort(_ text: Substring.UTF8View) -> Bool {
        text.isEmpty
            || text.first == UInt8(ascii: ":") && text.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

/// A second door, over plain HTTP, that leads to the site's HTTPS address; under the same limits.
///
/// - Parameter port: the port that HTTPS is served on.
package func buildRedirect(
    to port: Int, settings: ServerSettings, configuration: ApplicationConfiguration, clock: @escaping @Sendable () -> Date
) -> some ApplicationProtocol {
    var settings = settings
    settings.tls = nil
    var configuration = configuration
    configuration.availableConnectionsDelegate = MaximumAvailableConnections(settings.limits.connections, logger: settings.server)
    let server = GuardedServer(
        settings: settings, largestBody: 64 << 10, security: SecurityLog(logger: settings.security, metrics: .unwatched),
        metrics: .unwatched, clock: clock)
    return Application(
        responder: HTTPSRedirect(port: port), server: server.builder, configuration: configuration, logger: settings.server)
}
