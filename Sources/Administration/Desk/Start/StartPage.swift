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
        var done: Bool
    }

    static func render(_ view: View) -> Page {
        let next = StartStep.next(view.steps)?.number
        return Page(
            title: title, desk: .home, trail: [Crumb(title: "办公区", path: "/desk")],
            body: """
                <h1>\(title)</h1>
                \(view.done ? "<div class=\"confirmation\" role=\"status\"><p>已保存。</p></div>\n" as HTML : "")
                <p class="prose">\(next == nil ? "都做完了：第一份年度报告已经向社会公开。" : "做完下面几步，第一份年度报告就向社会公开了。随时可以停下，从办公区首页接着做。")</p>
                <ol class="steps">
                \(view.steps.enumerated().map { index, step -> HTML in item(step, number: index + 1, isNext: index + 1 == next) })</ol>
                \(next == nil ? "<p><a class=\"button\" href=\"/\">看公开的网站</a></p>\n" as HTML : "")
                <h2>以后再办</h2>
                <ul>
                \(view.knowsNextYear ? "" : "<li><a href=\"/desk/settings#notice\">载入下一年的放假安排</a>：国务院办公厅发布通知以后，期限才能推算到下一年。</li>\n" as HTML)\
                <li><a href="/desk/account">启用动态验证码</a>：密码被人知道了，也进不来。</li>
                <li><a href="/desk/people">给其他工作人员建立账号</a>。</li>
                <li><a href="/desk/administration">管理方式</a>：\(view.isOnePerson ? "现在由一人办理；人多了，改为三员分立。" : "三员分立。")</li>
                </ul>
                """)
    }

    private static func item(_ step: StartStep, number: Int, isNext: Bool) -> HTML {
        let tag: HTML = step.isDone ? Tag.plain("已完成") : isNext ? "<strong class=\"tag notice\">现在办</strong>" : Tag.plain("待办")
        var act: HTML = ""
        if let path = step.path, !step.isDone {
            let look: HTML = isNext ? " class=\"button\"" : ""
            act = "<p><a\(look) href=\"\(path)\">\(step.action)</a></p>\n"
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
    static func render(_ form: OrganizationForm, _ problems: [ErrorSummary.Problem], token: HTML) -> Page {
        Page(
            title: (problems.isEmpty ? "" : "需要修改：") + "填写单位", desk: .home, trail: StartPage.trail,
            body: """
                \(ErrorSummary.render(problems))
                <h1>填写单位</h1>
                <form class="wide-input" method="post" action="/desk/start/organization">
                \(token)
                \(OrganizationFormPage.text(.name, form, problems, hint: "与印章一致的全称，例如：某某县某某镇人民政府。"))
                \(OrganizationFormPage.kind(form, problems))
                <button class="button" type="submit">保存</button>
                <a class="button second" href="\(StartController.path)">先不填</a>
                </form>
                """)
    }
}

/// The site's name and its own address.
enum StartAddressPage {
    static func render(_ form: AddressForm, token: HTML) -> Page {
        Page(
            title: (form.problem == nil ? "" : "需要修改：") + "网站名称和地址", desk: .home, trail: StartPage.trail,
            body: """
                \(ErrorSummary.render(form.problem.map { [$0] } ?? []))
                <h1>网站名称和地址</h1>
                <form class="wide-input" method="post" action="/desk/start/address">
                \(token)
                \(fields(form))
                <button class="button" type="submit">保存</button>
                <a class="button second" href="\(StartController.path)">先不填</a>
                </form>
                """)
    }

    /// The two fields, here and among the settings.
    static func fields(_ form: AddressForm) -> HTML {
        let overridden = form.fixed.map { "启动时用 --public-url 指定了 \($0)，以它为准。" } ?? ""
        return """
            \(FormField(
                name: "office-name", label: "网站名称", hint: "显示在每页的页眉，一般用单位的名称。", error: form.problem("office-name"),
                control: .text(form.name)).render())
            \(FormField(
                name: "public-url", label: "本站的地址", isOptional: true,
                hint: "别人打开本站时浏览器地址栏里的开头部分，例如 https://gk.example.gov.cn。发给别人的链接用它开头；不知道的，请问管服务器的人。\(overridden)",
                error: form.problem("public-url"), control: .text(form.typed, autocomplete: "url")).render())
            """
    }
}

extension StartPage {
    fileprivate static var trail: [Crumb] { [Crumb(title: "办公区", path: "/desk"), Crumb(title: title, path: StartController.path)] }
}
