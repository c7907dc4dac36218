import Markup

/// The frame of every page: header with the office and its sections, breadcrumb, main column, footer.
package enum Layout {
    /// The whole page.
    package static func render(_ page: Page, in frame: Frame) -> HTML {
        let (before, after) = around(page, in: frame)
        return before + page.body + after
    }

    /// What stands before the page's body, and what behind it: a body that many ask for is never copied into their answers.
    package static func around(_ page: Page, in frame: Frame) -> (before: HTML, after: HTML) {
        let classes: HTML = frame.display.classes.isEmpty ? "" : " class=\"\(frame.display.classes)\""
        let (opening, closing) = page.desk.map { desk($0, page, frame) } ?? portal(page)
        let before: HTML = """
            <!doctype html>
            <html lang="zh-Hans"\(classes)>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(page.windowTitle) - \(frame.officeName)</title>
            <link rel="stylesheet" href="\(frame.menu.stylesheet)">
            <link rel="icon" href="\(icon)">
            </head>
            <body\(HTML.when(page.desk != nil) { " class=\"at-desk\"" })>
            <a class="skip" href="#main">跳到正文</a>
            \(masthead(page, frame))
            \(opening)
            <main id="main" tabindex="-1"\(HTML.when(page.width == .column) { " class=\"column\"" })>
            \(page.top)
            """
        let after: HTML = """

            </main>
            \(closing)
            \(footer(frame))
            </body>
            </html>

            """
        return (before, after)
    }

    private static func portal(_ page: Page) -> (HTML, HTML) {
        ("<div class=\"wrap\">\n\(Breadcrumb.render(page.trail, here: page.windowTitle))", "</div>")
    }

    /// The desk: a narrow list beside the page, of what this person may do.
    private static func desk(_ here: DeskSection, _ page: Page, _ frame: Frame) -> (HTML, HTML) {
        let opening: HTML = """
            <div class="wrap desk">
            <nav class="side" aria-label="办公区"><ul>
            \(deskSections(here, frame))</ul></nav>
            <div class="desk-page">
            \(Breadcrumb.render(page.trail, here: page.windowTitle))
            """
        return (opening, "</div>\n</div>")
    }

    /// The office's mark as a picture of a few bytes, so that no browser asks for one.
    private static let icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='1' fill='%23a3141c'/%3E%3Cpath d='M7 3L3 8M9 3l4 5M8 7l-3 6h7l-2-3' fill='none' stroke='%23fff' stroke-width='1.5'/%3E%3C/svg%3E"

    private static func masthead(_ page: Page, _ frame: Frame) -> HTML {
        """
        <header class="masthead"><div class="wrap">
        <a class="office" href="\(HomePath.home())"><span class="seal" aria-hidden="true">公</span><span class="office-name">\(frame.officeName)</span> <span lang="en">Gongkai</span></a>
        <nav class="sections" aria-label="栏目"><ul>\(sections(page, frame))</ul></nav>
        \(menu(page, frame))
        </div></header>
        """
    }

    private static func sections(_ page: Page, _ frame: Frame) -> [HTML] {
        frame.menu.sections.map { section in
            let here: HTML = section == page.section ? " aria-current=\"true\"" : ""
            return "<li><a href=\"\(section.address)\"\(here)>\(section.title)</a></li>\n"
        }
    }

    private static func deskSections(_ here: DeskSection, _ frame: Frame) -> [HTML] {
        frame.menu.deskSections.filter { frame.principal?.has($0.right) ?? false }.map { section in
            let current: HTML = section == here ? " aria-current=\"true\"" : ""
            return "<li><a href=\"\(section.address)\"\(current)>\(section.title)</a></li>\n"
        }
    }

    /// All ways on in one fold, where a screen is too narrow for them to stand side by side.
    private static func menu(_ page: Page, _ frame: Frame) -> HTML {
        let desk: HTML? = page.desk.map { here in
            "<nav aria-label=\"办公区（菜单）\"><p>办公区</p><ul>\(deskSections(here, frame))</ul></nav>\n"
        }
        return """
            <details class="menu"><summary>菜单</summary>
            \(desk)<nav aria-label="栏目（菜单）">\(page.desk == nil ? HTML() : "<p>公开网站</p>")<ul>\(sections(page, frame))</ul></nav>
            </details>
            """
    }

    private static func footer(_ frame: Frame) -> HTML {
        let display = frame.display
        let large = DisplayPath.change().with(["large": display.largePrint ? "off" : "on", "back": frame.address])
        let contrast = DisplayPath.change().with(["contrast": display.highContrast ? "off" : "on", "back": frame.address])
        return """
            <footer><div class="wrap">
            <p>\(frame.officeName)\(frame.menu.purposes.isEmpty ? "" : "：" + frame.menu.purposes.joined(separator: "；"))。</p>
            <nav aria-label="显示方式"><ul>
            <li><a href="\(large)" rel="nofollow">\(display.largePrint ? "退出关怀版（大字）" : "关怀版（大字）")</a></li>
            <li><a href="\(contrast)" rel="nofollow">\(display.highContrast ? "退出高对比度" : "高对比度")</a></li>
            <li><a href="\(DeskPath.home())">\(frame.principal.map { "办公区（\($0.name)）" } ?? "工作人员登录")</a></li>
            </ul></nav>
            </div></footer>
            """
    }
}
