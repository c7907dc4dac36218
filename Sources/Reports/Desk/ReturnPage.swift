import Markup
import Office
import Web

/// Sends a version back to be corrected by a day.
enum ReturnPage {
    static let longest = 500

    struct View: Sendable {
        var stored: StoredReport
        var isSentBack: Bool
        /// The day to answer by, while no other is typed.
        var suggested: String
        var state: FormState
    }

    static func render(_ view: View) -> Page {
        let (version, state) = (view.stored.version, view.state)
        let counts = VersionActions.counts(FindingItem.items(view.stored.findings.map { ($0.finding, $0.previousVersionID) }))
        let end = PostForm.Button.second("撤销退回", sends: (name: "end", value: "yes"))
        let form = PostForm(
            to: DeskReportPath.sendBack(version.id), state, buttons: ["退回整改"] + (view.isSentBack ? [end] : []),
            cancel: .init("不退回", DeskReportPath.version(version.id))
        ) {
            """
            \(FormField(
                name: "due", label: "回复期限", hint: "该单位在这一天以前上传更正后的报告，例如 2026-12-10。", in: state,
                control: .text(state.text("due", or: view.suggested))))
            \(FormField(name: "note", label: "要说的话", isOptional: true, in: state, control: .lines(state.text("note"))))
            """
        }
        return .desk(
            .reports, title: "退回整改：\(DeskReportPage.name(version))第 \(version.number) 版",
            trail: [DeskReportPath.crumb, DeskReportPath.crumb(version)],
            body: """
                <p class="prose">退回后，\(version.displayName)的信息员登录时会看到这件事和剩余天数；公布更正后的新版本，事项自动办结。报告本身不变。</p>
                <p>\(counts)</p>
                \(form)
                """)
    }
}
