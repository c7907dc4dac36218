import Hummingbird
import NIOHTTP1

/// Turns whatever a route throws into a page in Chinese. What is inside the program goes to the log alone.
package struct ErrorPageMiddleware: RouterMiddleware {
    package init() {}
    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as PageError {
            if error == .staleForm { context.note(.badToken) }
            return page(error, context)
        } catch let error as any HTTPResponseError {
            return page(.standard(error.status), context)
        } catch is HTTPParserError {
            // The sender broke off, or sends what is no HTTP: no fault of ours.
            context.logger.info("请求没有收完整", metadata: ["route": "\(context.route)"])
            return page(.standard(.badRequest), context)
        } catch {
            context.logger.error("请求处理失败", metadata: ["route": "\(context.route)", "error": "\(error)"])
            return page(.internalFault, context)
        }
    }

    private func page(_ error: PageError, _ context: SiteContext) -> Response {
        var response = Response.page(
            ErrorPage.render(error, number: context.visit.number, menu: context.frame.menu), in: context.frame, status: error.status,
            kept: false)
        if let seconds = error.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }
}
