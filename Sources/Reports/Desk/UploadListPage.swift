import AnnualReport
import Markup
import Office
import Web

/// What became of the files of an upload, one line a file; drafts are published together from here.
enum UploadListPage {
    /// A version that came of a file, and what the reader may do with it.
    struct Version: Sendable {
        var summary: ReportSummary
        var maySee: Bool
        var mayPublish: Bool

        var version: ReportVersion { summary.version }
        var waits: Bool { mayPublish && version.state == .draft }
    }

    struct View: Sendable {
        var upload: ReportUpload
        /// By the version's id.
        var versions: [Int: Version]
        /// How many were published just now.
        var published: Int?
        /// How many of those that were to be had been published by somebody else.
        var already = 0
        var state: FormState
    }

    static func render(_ view: View) -> Page {
        let drafts = view.versions.values.contains(where: \.waits)
        let table = DataTable(
            caption: "上传的文件", hidesCaption: true, columns: ["文件", "结果", "报告", .figure("错误"), .figure("警告"), .figure("提示")],
            rows: view.upload.files.map { row($0, view) }, isTold: true)
        var page = Page.desk(
            .reports, title: "上传结果", trail: [DeskReportPath.crumb, Crumb(UploadPage.title, DeskReportPath.new())], width: .wide,
            body: """
                <p>\(counts(view))</p>
                \(drafts ? publishing(table, view) : table.html)
                \(waiting(view))
                <p><a href="\(DeskReportPath.new())">再上传</a>　<a href="\(DeskReportPath.list())">看全部年度报告</a></p>
                """)
        page.done = view.published.map { published($0, view) }
        return page
    }

    private static func published(_ count: Int, _ view: View) -> String {
        let already = view.already > 0 ? "另有 \(view.already) 份在这以前已经公布，没有改动。" : ""
        return "已公布 \(count) 份报告。\(already)"
    }

    private static func counts(_ view: View) -> HTML {
        var kept = 0
        var known = 0
        var open = 0
        var refused = 0
        for file in view.upload.files {
            switch file.outcome {
            case .kept: kept += 1
            case .known: known += 1
            case .unclear, .waiting: open += 1
            case .refused: refused += 1
            }
        }
        let parts = [("存为草稿", kept), ("以前已经保存", known), ("等您处理", open), ("没有保存", refused)].filter { $0.1 > 0 }
        return
            "\(BeijingTime.text(view.upload.at)) 上传 \(view.upload.files.count) 份文件：\(parts.map { "\($0.0) \($0.1) 份" }.joined(separator: "，"))。"
    }

    private static func publishing(_ table: DataTable, _ view: View) -> HTML {
        PostForm(to: DeskReportPath.publishedUpload(view.upload.id), view.state, button: "公布选中的报告") {
            """
            \(table)
            <p class="prose">有错误的报告也可以公布，但请先核对：错误是报告自相矛盾或与规定不符之处。公布以后，任何人在网站上都能看到。</p>
            """
        }.html
    }

    private static func waiting(_ view: View) -> HTML {
        let count = view.upload.files.count { if case .waiting = $0.outcome { true } else { false } }
        guard count > 0 else { return "" }
        return PostForm(to: DeskReportPath.upload(view.upload.id), view.state, button: .second("继续读取")) {
            "<p>还有 \(count) 份文件没有读取，文件已经收到。</p>"
        }.html
    }

    private static func row(_ file: UploadedFile, _ view: View) -> [HTML] {
        switch file.outcome {
        case .refused(let reason):
            return [HTML(text: file.name), "<strong class=\"tag error\">没有保存</strong>", HTML(text: reason), "", "", ""]
        case .waiting: return [HTML(text: file.name), Tag.plain("还没有读取"), "", "", "", ""]
        case .unclear(let organization, let year, _):
            let link = DeskReportPath.uploadedFile(view.upload.id, file.number)
            return [
                HTML(text: file.name), "<strong class=\"tag warning\">等您说明</strong>",
                "报告中写的是「\(organization)」\(year.map { "\($0)年" } ?? "")。<a href=\"\(link)\">说明是哪个单位的报告</a>", "", "", "",
            ]
        case .kept(let id), .known(let id):
            // Whoever has lost the right since is told no more of the report than that it was kept.
            guard let shown = view.versions[id], shown.maySee else {
                return [HTML(text: file.name), Tag.plain("已保存"), "现在不在您可以查看的范围", "", "", ""]
            }
            let version = shown.version
            let isKnown = if case .known = file.outcome { true } else { false }
            let words = "\(DeskReportPage.name(version))第 \(version.number) 版"
            let report: HTML = "<a href=\"\(DeskReportPath.version(id))\">\(words)</a>"
            let state: HTML = "\(isKnown ? "以前已经保存，" : "")\(version.deskWords)"
            let box = HTML.when(shown.waits) {
                """
                <span class="box"><input type="checkbox" id="version-\(id)" name="version" value="\(id)" checked><label for="version-\(id)">公布</label></span>
                """
            }
            let findings = shown.summary.findings
            return [
                HTML(text: file.name), "\(state)\(box)", report, "\(findings.errors)", "\(findings.warnings)", "\(findings.notices)",
            ]
        }
    }
}
