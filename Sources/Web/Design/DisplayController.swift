import Hummingbird

/// The stylesheet and the reader's display.
package struct DisplayController {
    package let sheet: Stylesheet

    package init(_ sheet: Stylesheet) { self.sheet = sheet }

    /// A year: a reader who wants large print wants it next time too.
    private static let cookieLifetime = 365 * 24 * 3600

    package func addRoutes(to routes: Routes) {
        routes.get(RouterPath(sheet.path), .everyone, stylesheet)
        routes.get("/display", .everyone, switchDisplay)
    }

    @Sendable private func stylesheet(_ request: Request, _ context: SiteContext) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: sheet.bytes)))
    }

    /// Keeps the choice and leads back to where the reader was.
    @Sendable private func switchDisplay(_ request: Request, _ context: SiteContext) throws -> Response {
        let query = try QueryString(request.uri.query)
        var display = context.frame.display
        if let large = query.text("large") { display.largePrint = large == "on" }
        if let contrast = query.text("contrast") { display.highContrast = contrast == "on" }
        var response = Response.redirect(to: Link.local(query.text("back")))
        response.setCookie(
            Cookie(
                name: Display.cookieName, value: display.cookie, maxAge: Self.cookieLifetime, path: "/",
                secure: context.visit.isSecure, httpOnly: true, sameSite: .lax))
        return response
    }
}
