import Foundation
import Hummingbird
import Office

/// Finds out who is signed in. What they may do is read anew with every request, so that a role taken back, or a session
/// ended on another node, holds at once.
package struct SessionMiddleware: RouterMiddleware {
    package let sessions: SessionStore

    package init(sessions: SessionStore) {
        self.sessions = sessions
    }

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard let token = SiteCookie.session.value(of: request, context), token.utf8.count == 64 else {
            return try await next(request, context)
        }
        var context = context
        context.principal = try await sessions.principal(token, at: context.now)
        context.frame.principal = context.principal
        if context.principal != nil { context.formSecret = FormToken.secret(session: token) }
        return try await next(request, context)
    }
}
