import Markup
import Office
import Web

/// Asks for the reason before a version is withdrawn, and says what will happen.
enum WithdrawPage {
    static let longest = 200

    static func render(_ stored: StoredReport, reason: String, problem: String?, token: HTML) -> Page {
        let version = stored.version
        let title = "\(version.wasPublic ? "撤回" : "作废")\(DeskReportPage.name(version))第 \(version.number) 版"
        return Page(
            title: (problem == nil ? "" : "需要修改：") + title, desk: .reports,
            trail: [
                Crumb(title: "办公区", path: "/desk"), Crumb(title: "年度报告", path: "/desk/reports"),
                Crumb(title: DeskReportPage.name(version), path: DeskReportPage.path(version.id)),
            ],
            body: """
                \(ErrorSummary.render(problem.map { [.init(message: $0, field: "reason")] } ?? []))
                <h1>\(title)</h1>
                <p class="prose">\(consequence(version))</p>
                <form method="post" action="\(DeskReportPage.path(version.id))/withdraw">
                \(token)
                \(FormField(name: "reason", label: "原因", hint: version.wasPublic ? "会显示在公开页面上，不要写个人信息。" : "只记在办公区。", error: problem, control: .text(reason)).render())
                <button class="button" type="submit">\(version.wasPublic ? "撤回" : "作废")这一版</button>
                <a class="button second" href="\(DeskReportPage.path(version.id))">不改动</a>
                </form>
                """)
    }

    private static func consequence(_ version: ReportVersion) -> String {
        guard version.wasPublic else { return "这份草稿不再等待公布，公开页面从来没有显示过它。文件和检查结果仍保存在办公区，以后还可以公布。" }
        let counted = version.isCurrent ? "这是现在公布的版本：撤回后，这份报告没有公布的版本，列表、汇总和概览都不再计它，直到公布另一版。" : ""
        return "\(counted)公开页面不再显示这一版的内容和文件，只写明它在哪一天、因为什么撤回。以后可以恢复公布。"
    }
}
