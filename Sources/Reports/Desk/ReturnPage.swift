import Markup
import Office
import Web

/// Sends a version back to be corrected by a day.
enum ReturnPage {
    static let longest = 500

    struct View: Sendable {
        var stored: StoredReport
        var isSentBack: Bool
        var due: String
        var note: String
        var problem: ErrorSummary.Problem?
        var token: HTML
    }

    static func render(_ view: View) -> Page {
        let version = view.stored.version
        let title = "退回整改：\(DeskReportPage.name(version))第 \(version.number) 版"
        func error(_ field: String) -> String? { view.problem.flatMap { $0.field == field ? $0.message : nil } }
        let counts = VersionActions.counts(FindingItem.items(view.stored.findings.map { ($0.finding, $0.previousVersionID) }))
        let day = FormField(
            name: "due", label: "回复期限", hint: "该单位在这一天以前上传更正后的报告，例如 2026-12-10。", error: error("due"), control: .text(view.due))
        return Page(
            title: (view.problem == nil ? "" : "需要修改：") + title, desk: .reports,
            trail: [
                Crumb(title: "办公区", path: "/desk"), Crumb(title: "年度报告", path: "/desk/reports"),
                Crumb(title: DeskReportPage.name(version), path: DeskReportPage.path(version.id)),
            ],
            body: """
                \(ErrorSummary.render(view.problem.map { [$0] } ?? []))
                <h1>\(title)</h1>
                <p class="prose">退回后，\(version.displayName)的信息员登录时会看到这件事和剩余天数；公布更正后的新版本，事项自动办结。报告本身不变。</p>
                <p>\(counts)</p>
                <form method="post" action="\(DeskReportPage.path(version.id))/return">
                \(view.token)
                \(day.render())
                \(FormField(name: "note", label: "要说的话", isOptional: true, error: error("note"), control: .lines(view.note)).render())
                <button class="button" type="submit">退回整改</button>
                \(view.isSentBack ? "<button class=\"button second\" type=\"submit\" name=\"end\" value=\"yes\">撤销退回</button>" as HTML : "")
                <a class="button second" href="\(DeskReportPage.path(version.id))">不退回</a>
                </form>
                """)
    }
}
