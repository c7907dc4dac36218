import AnnualReport
import Formats
import Markup
import ReportFiles
import TestValues

/// A web page as sites of offices publish a report: navigation, a table of metadata, the report as an editor leaves it
/// (a paragraph in every cell), links to neighbours, a footer.
enum MadePage {
    private static let columns = [
        "首页", "要闻动态", "政务公开", "办事服务", "互动交流", "走进本地", "政策文件", "政策解读", "重点领域", "财政预决算", "招标采购", "人事信息", "应急管理",
        "监督检查", "建议提案", "统计数据",
    ]

    static func bytes(_ report: AnnualReport, _ numbers: inout SeededRandom) -> [UInt8] {
        let sheet = ReportSheet(report)
        let organization = report.organization ?? ""
        let menu = columns.enumerated().map { place, name in
            "<li class=\"nav-item\"><a href=\"/col/col\(1000 + place)/index.html\" target=\"_blank\" title=\"\(name)\">\(name)</a></li>\n"
                as HTML
        }
        let neighbours = (0..<8).map { place in
            let year = 2012 + place
            return """
                <li><a href="/art/\(year)/1/20/art_\(place)_\(numbers.below(900_000)).html" target="_blank">\
                \(organization)\(year)年政府信息公开工作年度报告</a><span class="date">\(year + 1)-01-20</span></li>

                """ as HTML
        }
        let day = report.narrative.publication?.day.description ?? ""
        let html: HTML = """
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
            <meta name="SiteName" content="\(organization)" /><meta name="PubDate" content="\(day)" />
            <title>\(sheet.title)</title>
            <link rel="stylesheet" type="text/css" href="/css/common.css" />
            <script type="text/javascript" src="/js/jquery.min.js"></script>
            <script type="text/javascript">
            //<![CDATA[
            $(function () { $(".nav-item").hover(function () { $(this).addClass("on"); }, function () { $(this).removeClass("on"); }); });
            //]]>
            </script>
            </head>
            <body>
            <div id="header"><div class="logo"><img src="/images/logo.png" alt="\(organization)" /></div>
            <ul class="nav">
            \(menu)</ul></div>
            <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/nb/">政府信息公开年报</a></div>
            <table class="xxgk" width="100%" border="0" cellspacing="0" cellpadding="0"><tbody>
            <tr><td width="12%"><b>索 引 号：</b></td><td>QX0000-1000-\(1000 + numbers.below(9000))</td><td><b>分类：</b></td><td>政府信息公开年报</td></tr>
            <tr><td><b>发布机构：</b></td><td>\(organization)</td><td><b>发文日期：</b></td><td>\(day)</td></tr>
            </tbody></table>
            <div class="article" id="zoom">
            \(sheet.parts.map(part))</div>
            <div class="related"><h4>相关信息</h4><ul>
            \(neighbours)</ul></div>
            <div class="footer"><p>主办：\(organization)&nbsp;&nbsp;承办：\(organization)办公室</p>
            <p>网站标识码：0000000000&nbsp;&nbsp;<a href="/about.html">关于我们</a>&nbsp;|&nbsp;<a href="/map.html">网站地图</a></p></div>
            </body>
            </html>

            """
        return html.bytes
    }

    private static func part(_ part: ReportSheet.Part) -> HTML {
        switch part {
        case .heading(let text), .subheading(let text): "<p style=\"text-indent: 2em;\"><strong>\(text)</strong></p>\n"
        case .paragraph(let text): "<p style=\"text-indent: 2em;\">\(text)</p>\n"
        case .form(let grid): table(grid)
        case .list: HTML()
        }
    }

    private static func table(_ grid: FormGrid) -> HTML {
        var html: HTML = "<table border=\"1\" cellspacing=\"0\" cellpadding=\"0\"><tbody>\n"
        for row in 0..<grid.rowCount {
            html += "<tr>"
            for cell in grid.cells where cell.row == row {
                html += "<td"
                if cell.rowSpan > 1 { html += " rowspan=\"\(cell.rowSpan)\"" }
                if cell.columnSpan > 1 { html += " colspan=\"\(cell.columnSpan)\"" }
                html += "><p>\(cell.text)</p></td>"
            }
            html += "</tr>\n"
        }
        return html + "</tbody></table>\n"
    }
}
