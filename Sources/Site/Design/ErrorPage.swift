import Markup

/// The page that stands for one that could not be given.
enum ErrorPage {
    /// - Parameter number: the request's number, for a reader to quote.
    static func render(_ error: PageError, number: String = "") -> Page {
        let quote: HTML = number.isEmpty ? "" : " · 编号 \(number)"
        return Page(
            title: error.title,
            body: """
                <h1>\(error.title)</h1>
                <p class="prose">\(error.message)</p>
                <ul class="actions"><li><a href="/">回首页</a></li><li><a href="/reports">年度报告列表</a></li></ul>
                <p class="quiet small">代码 \(error.status.code)\(quote)</p>
                """)
    }
}
