import Markup

/// The way through a long list.
struct Pagination {
    /// From 1.
    var page: Int
    var size: Int
    var total: Int
    /// The address of a page.
    var link: (Int) -> String

    var pages: Int { max(1, (total + size - 1) / size) }

    func render() -> HTML {
        guard pages > 1 else { return "" }
        let previous: HTML = page > 1 ? "<a href=\"\(link(page - 1))\" rel=\"prev\">上一页</a>" : ""
        let next: HTML = page < pages ? "<a href=\"\(link(page + 1))\" rel=\"next\">下一页</a>" : ""
        return """
            <nav class="paging" aria-label="翻页">\(previous)<span>第 \(page) 页，共 \(pages) 页</span>\(next)</nav>
            """
    }
}
