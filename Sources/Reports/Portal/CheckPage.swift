import Markup
import Web

/// The form to drop a report into, and what the checks say of it.
enum CheckPage {
    static let title = "检查一份报告"

    /// - Parameter limit: the most that may be uploaded, in bytes.
    static func form(limit: Int, _ state: FormState) -> Page {
        Page(
            title: title, heading: title, section: .check, trail: [HomePath.crumb],
            body: """
                <p class="prose">选择一份政府信息公开工作年度报告，马上看到检查结果：表内是否平衡、有没有缺项、用语和条款是否正确、正文与表格是否一致。文件只在检查时使用，不会保存。</p>
                \(PostForm(to: ReportsPath.check(), state, isUpload: true, button: "检查这份报告") {
                    FileField(
                        label: "报告文件", hint: "\(FileField.formats)，最大 \(limit >> 20) MiB。", accepts: FileField.reports, state: state
                    ).html
                })
                """)
    }

    /// What the checks say of a report that is not kept.
    static func result(_ view: ReportView) -> Page {
        Page(
            title: "检查结果：\(view.title)", section: .check, trail: [HomePath.crumb, Crumb(title, ReportsPath.check())], width: .wide,
            body: """
                <h1>\(view.title)</h1>
                <div class="inset"><p>这份文件没有保存；离开本页后要再看，请重新检查。没有上年报告可以对照，所以不查与上年有关的各项。</p></div>
                <ul class="actions"><li><a href="\(ReportsPath.check())">再检查一份</a></li></ul>
                \(ReportPage.checked(view))
                \(ReportPage.about(view.facts))
                """)
    }
}
