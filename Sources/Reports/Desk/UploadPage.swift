import Markup
import Office
import Web

/// The form to upload reports.
enum UploadPage {
    static let title = "上传年度报告"

    struct View: Sendable {
        /// True where there is an organization to upload for.
        var hasPlace: Bool
        /// The most that may be uploaded, in bytes.
        var limit: Int
        var problem: ErrorSummary.Problem?
        /// The version that the file was kept as before.
        var known: ReportVersion?
        /// Uploads with files that wait for a word.
        var waiting: [(id: Int, files: Int)]
        var token: HTML
    }

    static func render(_ view: View) -> Page {
        Page(
            title: (view.problem == nil ? "" : "需要修改：") + title, desk: .reports,
            trail: [Crumb(title: "办公区", path: "/desk"), Crumb(title: "年度报告", path: "/desk/reports")],
            body: """
                \(ErrorSummary.render(view.problem.map { [$0] } ?? []))
                <h1>\(title)</h1>
                \(view.known.map(known))
                \(view.waiting.map(waiting))
                \(view.hasPlace ? form(view) : "<p>您的单位还没有归入机构树，不能上传。请系统管理员在“机构”中把它归入。</p>")
                """)
    }

    /// The same file again is no dead end: the version that it is can be made the one that counts.
    private static func known(_ version: ReportVersion) -> HTML {
        let path = DeskReportPage.path(version.id)
        let next: HTML =
            switch version.state {
            case .draft: "它还是草稿，核对后可以公布。"
            case .published: version.isCurrent ? "它就是现在公布的版本。" : "现在公布的是另一版；要改以它为准，打开这一版，选“恢复公布”。"
            case .withdrawn: "它已经撤回；要重新公布，打开这一版，选“恢复公布”。"
            }
        return """
            <div class="inset warning" role="status"><p>这份文件已经保存过，没有再保存：<a href="\(path)">\(DeskReportPage.name(version))第 \(version.number) 版</a>。\(next)</p></div>
            """
    }

    private static func waiting(_ upload: (id: Int, files: Int)) -> HTML {
        """
        <div class="inset"><p>上次上传的文件中还有 \(upload.files) 份等您处理：<a href="\(UploadListPage.path(upload.id))">看上传结果</a></p></div>
        """
    }

    private static func form(_ view: View) -> HTML {
        """
        <p class="prose">单位和年度从文件中读出。上传后先存为草稿，列出检查结果，由您核对后再公布；公布以前，只有办公区能看到。同一单位同一年度再次上传，成为新的一版。</p>
        <form method="post" action="/desk/reports/new" enctype="multipart/form-data">
        \(view.token)
        \(file(view))
        <button class="button" type="submit">上传并检查</button>
        <a class="button second" href="/desk/reports">不上传</a>
        </form>
        """
    }

    private static func file(_ view: View) -> HTML {
        let problem = view.problem.flatMap { $0.field == UploadReader.fileField ? $0 : nil }
        let error: HTML = problem.map { "<span class=\"field-error\" id=\"file-error\">\($0.message)</span>" } ?? ""
        return """
            <div class="field\(problem == nil ? "" : " wrong")">
            <label for="file">报告文件</label>
            <span class="hint" id="file-hint">可以一次选多份，也可以选一个 ZIP 压缩包；最多 \(UploadIntake.mostFiles) 份，合计最大 \(view.limit >> 20) MiB。网页（HTML）、DOCX、XLSX、PDF、CSV、文本或本程序的 JSON。</span>
            \(error)
            <input type="file" id="file" name="\(UploadReader.fileField)" multiple aria-describedby="file-hint\(problem == nil ? "" : " file-error")" accept=".html,.htm,.docx,.xlsx,.pdf,.csv,.txt,.json,.zip">
            </div>
            """
    }
}
