import Hummingbird

/// Prepares the frame that pages are shown in: the office's name, the reader's display, where the display's switch
/// leads back to.
struct FrameMiddleware: RouterMiddleware {
    let officeName: String

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.frame = Frame(
            officeName: officeName, display: Display(cookie: request.cookies[Display.cookieName]?.value),
            address: request.method == .get ? Link.local(request.uri.string) : Link.local(request.uri.path))
        return try await next(request, context)
    }
}
