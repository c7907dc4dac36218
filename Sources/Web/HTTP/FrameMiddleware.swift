import Foundation
import Hummingbird
import Office

/// Prepares the frame that pages are shown in: the office's name, the reader's display, where the display's switch
/// leads back to.
package struct FrameMiddleware: RouterMiddleware {
    /// The name of an office that has not chosen one.
    package let officeName: String
    package let menu: SiteMenu
    package let settings: SettingStore

    package init(officeName: String, menu: SiteMenu, settings: SettingStore) {
        self.officeName = officeName
        self.menu = menu
        self.settings = settings
    }

    package func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        // A page without its name is better than none.
        let current = try? await settings.current(at: context.now).officeName
        let chosen = current.flatMap { $0 == OfficeSettings().officeName ? nil : $0 }
        context.frame = Frame(
            officeName: chosen ?? officeName, hasOwnName: chosen != nil,
            display: Display(cookie: CookieHeader.value(Display.cookieName, of: request.headers)),
            address: request.method == .get ? Link.local(request.uri.string) : Link.local(request.uri.path))
        context.frame.menu = menu
        return try await next(request, context)
    }
}
