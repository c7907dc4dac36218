import Markup
import Office
import Web

/// The page of first steps.
enum StartPage {
    static let title = "开始使用"

    struct View: Sendable {
        var steps: [StartStep]
        var isOnePerson: Bool
        /// False where the days off of next year are still to be loaded.
        var knowsNextYear: Bool
    }

    static func render(_ view: View) -> Page {
        let next = StartStep.next(view.steps)?.number
        return .desk(
            .home, title: title,
            body: """
                <p class="prose">\(next == nil ? "都做完了：第一份年度报告已经向社会公开。" : "做完下面几步，第一份年度报告就向社会公开了。随时可以停下，从办公区首页接着做。")</p>
                <ol class="steps">
                \(view.steps.enumerated().map { index, step -> HTML in item(step, number: index + 1, isNext: index + 1 == next) })</ol>
                \(HTML.when(next == nil) { "<p><a class=\"button\" href=\"/\">看公开的网站</a></p>\n" })
                <h2>以后再办</h2>
                <ul>
                \(HTML.when(!view.knowsNextYear) {
                    "<li><a href=\"\(SettingsPath.page().at("notice"))\">载入下一年的放假安排</a>：国务院办公厅发布通知以后，期限才能推算到下一年。</li>\n"
                })\
                <li><a href="\(OwnAccountPath.page())">启用动态验证码</a>：密码被人知道了，也进不来。</li>
                <li><a href="\(AccountPath.list())">给其他工作人员建立账号</a>。</li>
                <li><a href="\(AdministrationPath.page())">管理方式</a>：\(view.isOnePerson ? "现在由一人办理；人多了，改为三员分立。" : "三员分立。")</li>
                </ul>
                """)
    }

    private static func item(_ step: StartStep, number: Int, isNext: Bool) -> HTML {
        let tag: HTML = step.isDone ? Tag.plain("已完成") : isNext ? "<strong class=\"tag notice\">现在办</strong>" : Tag.plain("待办")
        var act: HTML = ""
        if let address = step.address, !step.isDone {
            let look: HTML = isNext ? " class=\"button\"" : ""
            act = "<p><a\(look) href=\"\(address)\">\(step.action)</a></p>\n"
        }
        return """
            <li\(isNext ? " aria-current=\"step\"" : "" as HTML)><h2>第\(ordinal(number))步　\(step.title) \(tag)</h2>
            <p>\(step.words)</p>
            \(act)</li>

            """
    }

    static func ordinal(_ number: Int) -> String {
        let words = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
        return words.indices.contains(number - 1) ? words[number - 1] : "\(number)"
    }
}

/// The first organization: its name and kind; all else may come later.
enum StartOrganizationPage {
    static func render(_ form: OrganizationForm, _ state: FormState) -> Page {
        .desk(
            .home, title: "填写单位", trail: [StartPath.crumb],
            body: PostForm(
                to: StartPath.organization(), state, look: .wide, button: "保存", cancel: .init("先不填", StartPath.list())
            ) {
                """
                \(OrganizationFormPage.text(.name, form, state, hint: "与印章一致的全称，例如：某某县某某镇人民政府。"))
                \(OrganizationFormPage.kind(form, state))
                """
            }.html)
    }
}

/// The site's name and its own address.
enum StartAddressPage {
    static func render(_ fields: AddressFields, _ state: FormState) -> Page {
        .desk(
            .home, title: "网站名称和地址", trail: [StartPath.crumb],
            body: PostForm(to: StartPath.address(), state, look: .wide, button: "保存", cancel: .init("先不填", StartPath.list())) {
                fields.html
            }.html)
    }
}
