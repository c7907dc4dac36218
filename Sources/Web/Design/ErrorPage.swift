import Markup

/// The page that stands for one that could not be given.
package enum ErrorPage {
    /// - Parameter number: the request's number, for a reader to quote.
    package static func render(_ error: PageError, number: String = "", menu: SiteMenu = SiteMenu()) -> Page {
        let quote: HTML = number.isEmpty ? "" : " · 编号 \(number)"
        let ways = menu.sections.map { section -> HTML in "<li><a href=\"\(section.address)\">\(section.title)</a></li>" }
        return Page(
            title: error.title,
            body: """
                <h1>\(error.title)</h1>
                <p class="prose">\(error.message)</p>
                <ul class="actions"><li><a href="/">回首页</a></li>\(ways)</ul>
                <p class="quiet small">代码 \(error.status.code)\(quote)</p>
                """)
    }
}
