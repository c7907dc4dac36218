import Markup
import Office
import Web

/// The form to drop a report into.
struct CheckForm {
    /// Proof that the form is ours.
    var token: HTML
    var problem: String?
    /// The most that may be uploaded, in bytes.
    var limit: Int

    static let fileField = "file"
}

enum CheckPage {
    static let title = "检查一份报告"
    private static let trail = [Crumb(title: "首页", path: "/")]

    static func form(_ form: CheckForm) -> Page {
        let problems = form.problem.map { [ErrorSummary.Problem(message: $0, field: UploadReader.fileField)] } ?? []
        let error: HTML = form.problem.map { "<span class=\"field-error\" id=\"file-error\">\($0)</span>" } ?? ""
        let described = form.problem == nil ? "file-hint" : "file-hint file-error"
        return Page(
            title: (form.problem == nil ? "" : "需要修改：") + title, section: .check, trail: trail,
            body: """
                \(ErrorSummary.render(problems))
                <h1>\(title)</h1>
                <p class="prose">选择一份政府信息公开工作年度报告，马上看到检查结果：表内是否平衡、有没有缺项、用语和条款是否正确、正文与表格是否一致。文件只在检查时使用，不会保存。</p>
                <form method="post" action="/check" enctype="multipart/form-data">
                \(form.token)
                <div class="field\(form.problem == nil ? "" : " wrong")">
                <label for="file">报告文件</label>
                <span class="hint" id="file-hint">网页（HTML）、DOCX、XLSX、PDF、CSV、文本或本程序的 JSON，最大 \(form.limit >> 20) MiB。</span>
                \(error)
                <input type="file" id="file" name="\(UploadReader.fileField)" aria-describedby="\(described)" accept=".html,.htm,.docx,.xlsx,.pdf,.csv,.txt,.json">
                </div>
                <button class="button" type="submit">检查这份报告</button>
                </form>
                """)
    }

    /// What the checks say of a report that is not kept.
    static func result(_ view: ReportView) -> Page {
        Page(
            title: "检查结果：\(view.title)", section: .check, trail: trail + [Crumb(title: title, path: "/check")], width: .wide,
            body: """
                <h1>\(view.title)</h1>
                <div class="inset"><p>这份文件没有保存；离开本页后要再看，请重新检查。没有上年报告可以对照，所以不查与上年有关的各项。</p></div>
                <ul class="actions"><li><a href="/check">再检查一份</a></li></ul>
                \(ReportPage.checked(view))
                \(ReportPage.about(view.facts))
                """)
    }
}
