import Markup
import NIOCore

/// A page before it is put into its frame.
struct Page: Sendable {
    /// The window's title; the page's own h1 stands in `body`.
    var title: String
    var section: Section?
    /// The entry of the desk's side list; nil for a page of the portal.
    var desk: DeskSection?
    /// The way here, without the page itself.
    var trail: [Crumb] = []
    var width: Width = .column
    var body: HTML
    /// The bytes of `body` once more, where many answers share them.
    var shared: ByteBuffer?

    /// The entries of the navigation.
    enum Section: String, Sendable, CaseIterable {
        case reports, merge, years, check, deadlines

        var title: String {
            switch self {
            case .reports: "年度报告"
            case .merge: "汇总"
            case .years: "年度概览"
            case .check: "检查一份报告"
            case .deadlines: "期限计算"
            }
        }

        var path: String { "/" + rawValue }
    }

    enum Width: Sendable {
        /// 720 px: text.
        case column
        /// 1,140 px: tables.
        case wide
    }
}

/// A step of the breadcrumb.
struct Crumb: Sendable {
    var title: String
    var path: String
}
