import AnnualReport
import Formats
import Foundation
import Markup
import ReportFiles

/// One of the sample reports in `Examples/reports`: what it says, and the file that it is written to. The values are
/// kept here so that the files can be compared with them, and made again.
struct ExampleReport: Sendable {
    var path: String
    var report: AnnualReport
    var writing: Writing
    /// The rules that speak of it without last year's report.
    var rules: Set<Rule> = []

    enum Writing: Sendable {
        case text(TextLayout)
        /// Text in GB 18030, as older programs save it.
        case gb18030(TextLayout)
        /// A page with navigation, a table of metadata and a footer around the report.
        case page
        case word, workbook, csv
        /// Our own JSON of the Word document that `word` would write.
        case json
    }

    /// The file's content, made anew.
    func bytes() throws(FormatError) -> [UInt8] {
        let sheet = ReportSheet(report)
        switch writing {
        case .text(let layout): return Array(sheet.text(layout).utf8)
        case .gb18030(let layout): return Array(sheet.text(layout).data(using: Self.gb18030) ?? Data())
        case .page: return page(sheet)
        case .word: return try sheet.word()
        case .workbook: return try sheet.workbook()
        case .csv: return sheet.csv()
        case .json:
            let name = String(path.split(separator: "/").last ?? "").replacing(".json", with: ".docx")
            let reading = try ReportReader.read(sheet.word(), name: name)
            return ReportJSON.line(reading.report, findings: reading.report.findings())
        }
    }

    /// Foundation knows the encoding by CoreFoundation's number alone.
    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

    private func page(_ sheet: ReportSheet) -> [UInt8] {
        let document = ReportHTML.document(sheet).description
        let body = document.split(separator: "<body>\n").last?.split(separator: "</body>").first ?? ""
        let organization = report.organization ?? ""
        let html: HTML = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><title>\(sheet.title) - \(organization)</title>
            <meta name="PubDate" content="\(report.narrative.publication?.day.description)"></head>
            <body>
            <div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/bsfw">办事服务</a></li></ul></div>
            <p class="path">当前位置：首页 &gt; 政务公开 &gt; 政府信息公开年报</p>
            <table class="meta"><tr><td>索引号：</td><td>QX0000-1000-0012</td><td>发布机构：</td><td>\(organization)</td></tr>
            <tr><td>发布日期：</td><td>\(report.narrative.publication?.day.description)</td><td>公开方式：</td><td>主动公开</td></tr></table>
            <div class="article">\(raw: body)</div>
            <div class="foot"><p>上一篇：政府信息公开指南</p><p>主办：\(organization) 网站标识码：0000000000</p></div>
            </body>
            </html>

            """
        return html.bytes
    }
}
