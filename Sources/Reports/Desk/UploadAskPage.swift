import Markup
import Office
import Web

/// Asks whose report a file is that prints a name which none of the organizations bears.
enum UploadAskPage {
    struct View: Sendable {
        var upload: Int
        var file: UploadedFile
        /// The organizations that the reader may upload for, in the order of the tree.
        var choices: [Organization]
        /// Whom the printed name may mean.
        var owners: ReportStore.Owners
        /// True for somebody who may add organizations himself.
        var mayAdd: Bool
        var state: FormState

        var printed: (name: String, year: Int?) {
            if case .unclear(let name, let year, _) = file.outcome { (name, year) } else { ("", nil) }
        }
    }

    static func render(_ view: View) -> Page {
        let title = view.choices.count == 1 ? "这是本单位的报告吗？" : "这是哪个单位的报告？"
        let options = view.choices.map { Choice(value: "\($0.id)", title: "\($0.displayName)（\($0.region)）") }
        let printed = view.printed
        let facts: [(name: String, value: HTML)] = [
            ("文件", HTML(text: view.file.name)), ("报告中写的单位", "<strong>\(printed.name)</strong>"),
            ("年度", HTML(text: printed.year.map { "\($0)" } ?? "未能识别")),
        ]
        let organization = FormField(
            name: "organization", label: "单位", hint: "说明一次以后，写作「\(printed.name)」的报告都算这个单位的，不再询问；由谁说明会记入审计，并显示在报告页上。",
            in: view.state, control: .options(options, chosen: view.state.form.text("organization") ?? chosen(view), any: "请选择"))
        let (state, address) = (view.state, DeskReportPath.uploadedFile(view.upload, view.file.number))
        return .desk(
            .reports, title: title, trail: [DeskReportPath.crumb, Crumb("上传结果", DeskReportPath.upload(view.upload))],
            body: """
                \(FactList(facts, caption: "要说明的文件"))
                <p class="prose">\(why(view))</p>
                \(PostForm(
                    to: address, state, buttons: ["是这个单位的，存为草稿", .second("不要这份文件", sends: (name: "drop", value: "yes"))]
                ) { organization.html })
                <h2>机构树里还没有这个单位</h2>
                <p class="prose">\(adding(view))新增以后回到这里，不用再上传。</p>
                \(PostForm(to: address, state, button: .second("已经新增，再认一次", sends: (name: "retry", value: "yes"))))
                """)
    }

    private static func why(_ view: View) -> HTML {
        let name = view.printed.name
        if view.owners.within.count > 1 { return "机构树中有 \(view.owners.within.count) 个单位的名称可以是「\(name)」，所以还没有保存。请选择是哪一个。" }
        if let proposed = view.owners.proposed.first {
            return "\(proposed.displayName)的经办人曾确认「\(name)」是\(proposed.displayName)。这只对他们自己的上传有效，所以还没有保存。请核对以后由您确认。"
        }
        return "机构树中，您可以上传的单位里没有叫「\(name)」的，所以还没有保存。报告标题上的名称可以与印章上的不同，由您说明它是哪个单位。"
    }

    /// What is proposed: the only one there is, or what somebody else has said.
    private static func chosen(_ view: View) -> String? {
        if view.owners.proposed.count == 1 { return view.owners.proposed.first.map { "\($0.id)" } }
        return view.choices.count == 1 ? view.choices.first.map { "\($0.id)" } : nil
    }

    private static func adding(_ view: View) -> HTML {
        let name = view.printed.name
        return view.mayAdd
            ? "请先<a href=\"\(NeighbourPath.newOrganization())\">新增机构</a>「\(name)」。" : "它要先由系统管理员新增：请把名称「\(name)」和它的上级单位告诉系统管理员，在“机构”中新增。"
    }
}
