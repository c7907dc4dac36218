import Dispatch
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// Access log: finds out the client's address, gives the request its number and its one instant, counts it, and writes a line.
package struct RequestLogMiddleware: RouterMiddleware {
    package let settings: ServerSettings
    /// True where readers come over HTTPS, whatever a request says of itself.
    package let isAlwaysSecure: Bool
    package let watch: Watch
    package let clock: @Sendable () -> Date

    package init(
        settings: ServerSettings, isAlwaysSecure: Bool, watch: Watch, clock: @escaping @Sendable () -> Date
    ) {
        (self.settings, self.isAlwaysSecure, self.watch, self.clock) = (settings, isAlwaysSecure, watch, clock)
    }

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let peer = context.visit.peer
        var visit = Visit(peer: peer)
        visit.client = settings.proxies.client(peer: peer, headers: request.headers, overTLS: settings.tls != nil)
        visit.isSecure = isAlwaysSecure || visit.client.isSecure
        let given = visit.client.isBehindProxy ? request.headers[.requestID].flatMap { Visit.isNumber($0) ? $0 : nil } : nil
        visit.number = given ?? Visit.newNumber()
        visit.instant = clock()
        visit.watch = watch
        context.visit = visit
        // The framework's key, so that its own lines carry our number too.
        context.logger[metadataKey: "hb.request.id"] = .string(visit.number)
        if visit.client.hasUnprovenClaim { context.note(.untrustedForwarded) }

        let began = DispatchTime.now().uptimeNanoseconds
        watch.metrics.requestBegan()
        var status = HTTPResponse.Status.internalServerError
        defer {
            let taken = Int64(DispatchTime.now().uptimeNanoseconds - began)
            watch.metrics.requestEnded(route: context.route, method: request.method, status: status, nanoseconds: taken)
            // Neither path nor query: both may hold what somebody typed.
            settings.access.info(
                "请求",
                metadata: [
                    "route": .string(context.route), "method": .string(request.method.rawValue),
                    "status": .stringConvertible(status.code), "ms": .stringConvertible(Double(taken / 10_000) / 100),
                    "request": .string(visit.number),
                ])
        }
        var response = try await next(request, context)
        status = response.status
        response.headers[.requestID] = visit.number
        return response
    }
}
