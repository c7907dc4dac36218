import Markup
import NIOCore

/// A page before it is put into its frame.
package struct Page: Sendable {
    /// The window's title.
    package var title: String
    /// The page's h1, which the frame makes with what is wrong and what is done; nil if it stands in `body`.
    package var heading: String?
    package var section: PortalSection?
    /// The entry of the desk's side list; nil for a page of the portal.
    package var desk: DeskSection?
    /// The way here, without the page itself.
    package var trail: [Crumb]
    package var width: Width
    /// What is wrong with the form on it. A route that brings a form back puts it in.
    package var problems: Problems
    /// What the window's title begins with then.
    package var failure = "需要修改："
    /// The word of success of the change that led here. The route puts it in.
    package var done: String?
    package var body: HTML
    /// The bytes of `body` once more, where many answers share them.
    package var shared: ByteBuffer?

    package init(
        title: String, heading: String? = nil, section: PortalSection? = nil, desk: DeskSection? = nil, trail: [Crumb] = [],
        width: Width = .column, problems: Problems = Problems(), done: String? = nil, body: HTML
    ) {
        (self.title, self.heading, self.section, self.desk, self.trail) = (title, heading, section, desk, trail)
        (self.width, self.problems, self.done, self.body) = (width, problems, done, body)
    }

    /// A page of the desk: under the desk's front page and what `trail` says, never kept by a browser.
    ///
    /// - Parameter heading: the h1 where it says more than the window's title.
    package static func desk(
        _ section: DeskSection, title: String, heading: String? = nil, trail: [Crumb] = [], width: Width = .column, body: HTML
    ) -> Page {
        Page(
            title: title, heading: heading ?? title, desk: section, trail: [DeskPath.crumb] + trail, width: width, body: body)
    }

    package enum Width: Sendable {
        /// 720 px: text.
        case column
        /// 1,140 px, at the desk 1,280: tables.
        case wide
    }
}

extension Page {
    /// The window's title with what is the matter in front.
    var windowTitle: String { problems.isEmpty ? title : failure + title }

    /// What stands on top: what is wrong, the h1, what is done.
    var top: HTML {
        let confirmation: HTML = done.map { "<div class=\"confirmation\" role=\"status\"><p>\($0)</p></div>\n" } ?? ""
        return "\(ErrorSummary(problems: problems))\(heading.map { "<h1>\($0)</h1>\n" as HTML })\(confirmation)"
    }
}

/// A step of the breadcrumb.
package struct Crumb: Sendable {
    package var title: String
    package var address: Address

    package init(_ title: String, _ address: Address) { (self.title, self.address) = (title, address) }
}
