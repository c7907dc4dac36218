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
        /// The version that the file was kept as before.
        var known: ReportVersion?
        /// Uploads with files that wait for a word.
        var waiting: [(id: Int, files: Int)]
        var state: FormState
    }

    static func render(_ view: View) -> Page {
        .desk(
            .reports, title: title, trail: [DeskReportPath.crumb],
            body: """
                \(view.known.map(known))
                \(view.waiting.map(waiting))
                \(view.hasPlace ? form(view) : "<p>您的单位还没有归入机构树，不能上传。请系统管理员在“机构”中把它归入。</p>")
                """)
    }

    /// The same file again is no dead end: the version that it is can be made the one that counts.
    private static func known(_ version: ReportVersion) -> HTML {
        let path = DeskReportPath.version(version.id)
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
        <div class="inset"><p>上次上传的文件中还有 \(upload.files) 份等您处理：<a href="\(DeskReportPath.upload(upload.id))">看上传结果</a></p></div>
        """
    }

    private static func form(_ view: View) -> HTML {
        """
        <p class="prose">单位和年度从文件中读出。上传后先存为草稿，列出检查结果，由您核对后再公布；公布以前，只有办公区能看到。同一单位同一年度再次上传，成为新的一版。</p>
        \(PostForm(
            to: DeskReportPath.new(), view.state, isUpload: true, button: "上传并检查", cancel: .init("不上传", DeskReportPath.list())
        ) {
            FileField(
                label: "报告文件", hint: "可以一次选多份，也可以选一个 ZIP 压缩包；最多 \(UploadIntake.mostFiles) 份，合计最大 \(view.limit >> 20) MiB。\(FileField.formats)。",
                accepts: FileField.reports + ",.zip", isMultiple: true, state: view.state
            ).html
        })
        """
    }
}

extension FileField {
    /// The files that a report can come in.
    static let formats = "网页（HTML）、DOCX、XLSX、PDF、CSV、文本或本程序的 JSON"
    static let reports = ".html,.htm,.docx,.xlsx,.pdf,.csv,.txt,.json"
}
