import Formats
import Office

/// The form to upload a report that is kept.
enum UploadPage {
    static let title = "上传年度报告"

    struct View: Sendable {
        /// Of the organizations that may be uploaded for.
        var regions: [String]
        var region: String?
        /// The most that may be uploaded, in bytes.
        var limit: Int
        var problem: ErrorSummary.Problem?
        /// The version that the file was kept as before.
        var known: ReportVersion?
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
                \(view.regions.isEmpty ? "<p>您的单位还没有归入机构树，不能上传。请联系系统管理员。</p>" : form(view))
                """)
    }

    private static func known(_ version: ReportVersion) -> HTML {
        """
        <div class="inset warning" role="status"><p>这份文件已经保存过，没有再保存：<a href="\(DeskReportPage.path(version.id))">\(DeskReportPage.name(version))第 \(version.number) 版</a>。</p></div>
        """
    }

    private static func form(_ view: View) -> HTML {
        """
        <p class="prose">单位和年度从文件中读出，只保存您可以上传的单位的报告。同一单位同一年度再次上传，成为新的一版，旧版仍可查看。保存后立即在门户上公开。</p>
        <form method="post" action="/desk/reports/new" enctype="multipart/form-data">
        \(view.token)
        \(region(view))
        \(file(view))
        <button class="button" type="submit">读取并保存</button>
        <a class="button second" href="/desk/reports">不上传</a>
        </form>
        """
    }

    private static func region(_ view: View) -> HTML {
        let chosen = view.region ?? (view.regions.count == 1 ? view.regions.first : nil)
        let options = view.regions.map { Choice.Option(value: $0, title: $0) }
        // A list of more would make the page heavier than its content.
        let isShort = options.count <= RegionField.longestList
        return FormField(
            name: "region", label: "地区", error: view.problem.flatMap { $0.field == "region" ? $0.message : nil },
            control: isShort ? .choice([.init(title: nil, options: options)], chosen: chosen, any: "请选择") : .text(chosen ?? "")
        ).render()
    }

    private static func file(_ view: View) -> HTML {
        let problem = view.problem.flatMap { $0.field == CheckForm.fileField ? $0 : nil }
        let error: HTML = problem.map { "<span class=\"field-error\" id=\"file-error\">\($0.message)</span>" } ?? ""
        return """
            <div class="field\(problem == nil ? "" : " wrong")">
            <label for="file">报告文件</label>
            <span class="hint" id="file-hint">网页（HTML）、DOCX、XLSX、PDF、CSV、文本或本程序的 JSON，最大 \(view.limit >> 20) MiB。</span>
            \(error)
            <input type="file" id="file" name="\(CheckForm.fileField)" aria-describedby="file-hint\(problem == nil ? "" : " file-error")" accept=".html,.htm,.docx,.xlsx,.pdf,.csv,.txt,.json">
            </div>
            """
    }
}
