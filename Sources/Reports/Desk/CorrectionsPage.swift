import Law
import Markup
import Office
import Web

/// Asks what the correction sheets are to say: the day by which an answer is asked for, and the format.
enum CorrectionsPage {
    /// Which organizations get one.
    enum Which: String, CaseIterable, Sendable {
        case errors, all

        var title: String { self == .errors ? "只发有错误的单位" : "有错误、警告或提示的单位都发" }

        func holds(_ counts: FindingCounts) -> Bool { self == .errors ? counts.errors > 0 : counts.total > 0 }
    }

    enum Format: String, CaseIterable, Sendable {
        case docx, html

        var title: String { self == .docx ? "Word 文档（DOCX）" : "网页（HTML）" }
        var mediaType: String {
            self == .docx
                ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : "application/octet-stream"
        }
    }

    struct View: Sendable {
        var year: Int
        var withErrors: Int
        var withAny: Int
        var today: Day
        var problems: Problems
        var due: String?
        var which: Which
        var format: Format
    }

    static func render(_ view: View) -> Page {
        let body: HTML =
            view.withAny == 0
            ? "<p>您可以查看的单位中，\(view.year) 年度的报告没有发现问题，不需要整改单。</p>"
            : """
            <p class="prose">每个单位一份，写明主送单位、回复期限、要更正的问题（错误在前）和怎样更正，末尾留有签章处，打成一个 ZIP 压缩包。有错误的单位 \(view.withErrors) 个，有任何问题的 \(view.withAny) 个。</p>
            \(QueryForm(
                to: DeskReportPath.correctionsFile(), look: .plain, hidden: ["year": "\(view.year)"], button: "下载整改单",
                cancel: .init("不下载", DeskReportListPage.link(year: view.year))
            ) {
                """
                \(FormField(
                    name: "by", label: "回复期限", hint: "例如 2026-12-10。", error: view.problems["by"],
                    control: .text(view.due ?? suggested(view.today))))
                \(FormField(name: "which", label: "单位", control: .options(Choice.list(Which.allCases, \.title), chosen: view.which.rawValue)))
                \(format(view.format))
                """
            })
            """
        var page = Page.desk(.reports, title: "\(view.year) 年度报告整改单", trail: [DeskReportPath.crumb], body: body)
        page.problems = view.problems
        return page
    }

    /// The sheet of one version, on its page.
    static func single(_ version: ReportVersion, today: Day) -> HTML {
        """
        <h2>整改单</h2>
        \(QueryForm(to: DeskReportPath.correction(version.id), button: .second("下载整改单")) {
            "\(FormField(name: "by", label: "回复期限", control: .text(suggested(today))))\(format(.docx))"
        })
        """
    }

    private static func format(_ chosen: Format) -> HTML {
        FormField(name: "format", label: "格式", control: .options(Choice.list(Format.allCases, \.title), chosen: chosen.rawValue)).html
    }

    /// The day that an answer is asked for by, where the supervisor names no other.
    static func suggested(_ today: Day) -> String { today.adding(10).description }
}
