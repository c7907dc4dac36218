import Markup

/// The way through a long list.
package struct Pagination: Component {
    /// From 1.
    package var page: Int
    package var size: Int
    package var total: Int
    /// The address of a page.
    package var link: (Int) -> Address

    package init(page: Int, size: Int, total: Int, link: @escaping (Int) -> Address) {
        (self.page, self.size, self.total, self.link) = (page, size, total, link)
    }

    package var pages: Int { max(1, (total + size - 1) / size) }

    package var html: HTML {
        guard pages > 1 else { return "" }
        let previous: HTML = page > 1 ? "<a href=\"\(link(page - 1))\" rel=\"prev\">上一页</a>" : ""
        let next: HTML = page < pages ? "<a href=\"\(link(page + 1))\" rel=\"next\">下一页</a>" : ""
        return """
            <nav class="paging" aria-label="翻页">\(previous)<span>第 \(page) 页，共 \(pages) 页</span>\(next)</nav>
            """
    }
}
