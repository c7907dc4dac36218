import Markup
import NIOCore

/// A page before it is put into its frame.
package struct Page: Sendable {
    /// The window's title; the page's own h1 stands in `body`.
    package var title: String
    package var section: PortalSection?
    /// The entry of the desk's side list; nil for a page of the portal.
    package var desk: DeskSection?
    /// The way here, without the page itself.
    package var trail: [Crumb] = []
    package var width: Width = .column
    package var body: HTML
    /// The bytes of `body` once more, where many answers share them.
    package var shared: ByteBuffer?

    package init(
        title: String, section: PortalSection? = nil, desk: DeskSection? = nil, trail: [Crumb] = [], width: Width = .column, body: HTML,
        shared: ByteBuffer? = nil
    ) {
        self.title = title
        self.section = section
        self.desk = desk
        self.trail = trail
        self.width = width
        self.body = body
        self.shared = shared
    }

    package enum Width: Sendable {
        /// 720 px: text.
        case column
        /// 1,140 px: tables.
        case wide
    }
}

/// A step of the breadcrumb.
package struct Crumb: Sendable {
    package var title: String
    package var path: String

    package init(title: String, path: String) {
        self.title = title
        self.path = path
    }
}
