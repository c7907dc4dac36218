import Hummingbird

/// The stylesheet and the reader's display.
package struct DisplayController {
    package let sheet: Stylesheet

    package init(_ sheet: Stylesheet) { self.sheet = sheet }

    /// A year: a reader who wants large print wants it next time too.
    private static let cookieLifetime = 365 * 24 * 3600

    package func addRoutes(to routes: Routes) {
        routes.get(Path<Never>(stringLiteral: sheet.path), .everyone, stylesheet)
        routes.get(DisplayPath.change, .everyone, change)
    }

    private func stylesheet(_ asked: PublicRequest) -> Answer {
        .response(
            Response(
                status: .ok,
                headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=31536000, immutable"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: sheet.bytes))))
    }

    /// Keeps the choice and leads back to where the reader was.
    private func change(_ asked: PublicRequest) throws -> Answer {
        let query = try asked.query
        var display = asked.frame.display
        if let large = query.text("large") { display.largePrint = large == "on" }
        if let contrast = query.text("contrast") { display.highContrast = contrast == "on" }
        let cookie = Cookie(
            name: Display.cookieName, value: display.cookie, maxAge: Self.cookieLifetime, path: "/", secure: asked.visit.isSecure,
            httpOnly: true, sameSite: .lax)
        return .go(to: Address(Link.local(query.text("back")))).with(cookie)
    }
}

/// The path of the switches between displays.
enum DisplayPath {
    static let change: Path<Never> = "/display"
}
