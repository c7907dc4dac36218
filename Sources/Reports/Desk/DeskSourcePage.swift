import Markup
import Office
import Web

/// The text of a version's file at the desk, with the anchors that places in it have.
enum DeskSourcePage {
    static func render(_ version: ReportVersion, _ source: StoredSource) -> Page {
        .desk(
            .reports, title: "原文：\(DeskReportPage.name(version))第 \(version.number) 版",
            trail: [DeskReportPath.crumb, DeskReportPath.crumb(version)], width: .wide,
            body: """
                <p><a href="\(DeskReportPath.file(version.id))" download>下载原件（\(version.fileName)）</a></p>
                \(text(source))
                """)
    }

    private static func text(_ source: StoredSource) -> HTML {
        switch source {
        case .missing: "<p>原文还没有整理好，请过几分钟再看，或下载原件。</p>"
        case .unreadable(let reason): "<p>\(reason)</p>"
        case .text(let text) where text.isEmpty: "<p>这份报告由 JSON 数据读入，没有可以对照的原文。</p>"
        case .text(let text):
            if let markup = try? SourceMarkup(text) {
                """
                \(HTML.when(markup.isCut) { "<p class=\"small quiet\">文件很长，这里只显示前面的部分；全文请下载原件。</p>" })
                <div class="source" role="region" aria-label="原文" tabindex="0">\(markup.html)</div>
                """
            } else {
                "<p>原文的存档损坏，现在不能显示；可以下载原件。</p>"
            }
        }
    }
}
