import Markup

/// Where the reader is.
package enum Breadcrumb {
    package static func render(_ trail: [Crumb], here: String) -> HTML {
        guard !trail.isEmpty else { return "" }
        let steps = trail.map { crumb -> HTML in "<li><a href=\"\(crumb.address)\">\(crumb.title)</a></li>" }
        return """
            <nav class="trail" aria-label="当前位置"><ol>\(steps)<li aria-current="page">\(here)</li></ol></nav>
            """
    }
}
