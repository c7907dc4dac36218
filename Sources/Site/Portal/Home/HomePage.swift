import Formats
import Office

/// What the front page shows.
struct HomeView {
    var newest: [ReportSummary]
    var total: Int
    var regions: Int
    var years: [Int]
    /// Whose site it is; nil while it has no name of its own.
    var office: String?
    /// True for a reader who may upload.
    var mayImport = false
}

enum HomePage {
    static func render(_ view: HomeView) -> Page {
        Page(
            title: "首页", width: .wide,
            body: """
                <h1>\(view.office.map { "\($0)：" } ?? "")政府信息公开工作年度报告</h1>
                <p class="prose lead">本站公布各单位的年度报告，逐格查对法定的三张表，指出哪里不符、依据是什么，再逐级汇总。每个数字都可以点回原文。</p>
                <ul class="doors">
                <li><h2><a href="/reports">年度报告</a></h2><p>按年度和地区查找报告，看检查结果和原文。</p></li>
                <li><h2><a href="/merge">汇总</a></h2><p>一个地区各单位的报告逐格相加，谁还没有报告。</p></li>
                <li><h2><a href="/years">年度概览</a></h2><p>一年的申请、办理结果、不予公开理由、复议和诉讼。</p></li>
                <li><h2><a href="/check">检查一份报告</a></h2><p>选一份文件，马上看到检查结果，文件不保存。</p></li>
                <li><h2><a href="/deadlines">期限计算</a></h2><p>填写收到申请的日期，逐日看答复期限到哪一天，没有收到答复怎么办。</p></li>
                </ul>
                \(newest(view))
                """)
    }

    private static func newest(_ view: HomeView) -> HTML {
        guard !view.newest.isEmpty else {
            return """
                <h2>最近公布的报告</h2>
                <p>这里将公布政府信息公开工作年度报告，现在还没有公布。行政机关应当在每年 1 月 31 日前公布上一年度的报告（《政府信息公开条例》第四十九条）。</p>
                \(view.mayImport ? "<p><a class=\"button\" href=\"/desk/reports/new\">上传年度报告</a></p>\n" as HTML : "")
                """
        }
        let years = view.years.map { year -> HTML in "<a href=\"/years/\(year)\">\(year)</a>" }
        return """
            <h2>最近导入的报告</h2>
            <p>现有 \(view.total) 份报告，来自 \(view.regions) 个地区\(years.isEmpty ? HTML() : "，年度：\(HTML.join(years, separator: "、"))")。</p>
            \(ReportTable.render(view.newest, caption: "最近导入的报告"))
            <p><a href="/reports">看全部报告</a></p>
            """
    }
}
