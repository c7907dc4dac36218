import Markup
import Office
import Web

/// Asks for the reason before a version is withdrawn, and says what will happen.
enum WithdrawPage {
    static let longest = 200

    static func render(_ version: ReportVersion, _ state: FormState) -> Page {
        let verb = version.wasPublic ? "撤回" : "作废"
        let form = PostForm(
            to: DeskReportPath.withdraw(version.id), state, button: "\(verb)这一版", cancel: .init("不改动", DeskReportPath.version(version.id))
        ) {
            FormField(
                name: "reason", label: "原因", hint: version.wasPublic ? "会显示在公开页面上，不要写个人信息。" : "只记在办公区。", in: state,
                control: .text(state.text("reason"))
            ).html
        }
        return .desk(
            .reports, title: "\(verb)\(DeskReportPage.name(version))第 \(version.number) 版",
            trail: [DeskReportPath.crumb, DeskReportPath.crumb(version)], body: "<p class=\"prose\">\(consequence(version))</p>\n\(form)")
    }

    private static func consequence(_ version: ReportVersion) -> String {
        guard version.wasPublic else { return "这份草稿不再等待公布，公开页面从来没有显示过它。文件和检查结果仍保存在办公区，以后还可以公布。" }
        let counted = version.isCurrent ? "这是现在公布的版本：撤回后，这份报告没有公布的版本，列表、汇总和概览都不再计它，直到公布另一版。" : ""
        return "\(counted)公开页面不再显示这一版的内容和文件，只写明它在哪一天、因为什么撤回。以后可以恢复公布。"
    }
}
