import Dispatch
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// The door: finds out who asks, gives the request its number, counts it and writes the access log.
package struct Reception: RouterMiddleware {
    package let settings: ServerSettings
    /// True where readers come over HTTPS, whatever a request says of itself.
    package let isAlwaysSecure: Bool
    package let limits: RateLimits
    package let security: SecurityLog
    package let metrics: SiteMetrics
    package let clock: @Sendable () -> Date

    package init(
        settings: ServerSettings, isAlwaysSecure: Bool, limits: RateLimits, security: SecurityLog, metrics: SiteMetrics,
        clock: @escaping @Sendable () -> Date
    ) {
        self.settings = settings
        self.isAlwaysSecure = isAlwaysSecure
        self.limits = limits
        self.security = security
        self.metrics = metrics
        self.clock = clock
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
        visit.limits = limits
        visit.security = security
        visit.metrics = metrics
        context.visit = visit
        // The framework's key, so that its own lines carry our number too.
        context.logger[metadataKey: "hb.request.id"] = .string(visit.number)
        if visit.client.hasUnprovenClaim { context.note(.untrustedForwarded) }

        let began = DispatchTime.now().uptimeNanoseconds
        metrics.requestBegan()
        var status = HTTPResponse.Status.internalServerError
        defer {
            let taken = Int64(DispatchTime.now().uptimeNanoseconds - began)
            metrics.requestEnded(route: context.route, method: request.method, status: status, nanoseconds: taken)
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

/// Turns away who asks too often and whose body is beyond all limits, before any work is done.
package struct Turnstile: RouterMiddleware {
    /// For everything together, by address; nil for no limit.
    package let rule: RateRule?
    /// The most that any body may carry, in bytes.
    package let largestBody: Int

    package init(rule: RateRule?, largestBody: Int) {
        self.rule = rule
        self.largestBody = largestBody
    }

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        // This machine itself is not limited: it is a measurement, or a proxy that nobody told the program of, behind
        // which everybody would share one bucket.
        if let rule, context.visit.peer?.isLoopback != true || context.client.isBehindProxy { try context.spend(rule) }
        if let length = request.headers[.contentLength].flatMap(Int.init), length > largestBody {
            context.note(.bodyTooLarge, ["bytes": .stringConvertible(length)])
            throw PageError.tooLarge(limit: largestBody)
        }
        return try await next(request, context)
    }
}
