import Hummingbird

/// Turns whatever a route throws into a page in Chinese. What is inside the program goes to the log alone.
struct ErrorPages: RouterMiddleware {
    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as PageError {
            return page(error, context)
        } catch let error as any HTTPResponseError {
            return page(.standard(error.status), context)
        } catch {
            context.logger.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            return page(.internalFault, context)
        }
    }

    private func page(_ error: PageError, _ context: SiteContext) -> Response {
        .page(ErrorPage.render(error), in: context.frame, status: error.status)
    }
}
