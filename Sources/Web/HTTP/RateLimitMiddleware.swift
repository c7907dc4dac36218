import HTTPTypes
import Hummingbird

/// Rate limiting of everything together, and of bodies that are beyond all limits, before any work is done.
package struct RateLimitMiddleware: RouterMiddleware {
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
