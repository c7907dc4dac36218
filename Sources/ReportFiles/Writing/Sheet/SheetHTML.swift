import AnnualReport
import Markup

/// Writes reports as HTML: single tables for pages, or a document that stands alone.
package enum ReportHTML {
    /// What stands in a figure's cell: its name, the entry, and the text that the form prints there.
    package typealias CellContent = (_ name: CellName, _ entry: Entry, _ printed: String) -> HTML

    /// The tables of a report, each exactly as on the statutory form.
    ///
    /// - Parameters:
    ///   - ids: true gives each figure's cell and each row's label its name as id (`requests.granted.total`,
    ///     `requests.granted`), so that a page can link to them; for one report a page.
    ///   - cell: what to put into a figure's cell; by default what the form prints.
    package static func tables(
        _ report: AnnualReport, ids: Bool = false, cell: CellContent = { _, _, printed in HTML(text: printed) }
    ) -> HTML {
        HTML.join(FormGrid.tables(report).map { table($0, ids: ids, cell: cell) })
    }

    /// One table with rowspan, colspan, caption and scopes.
    ///
    /// - Parameter label: what to put into a row's label; by default the form's words.
    package static func table(
        _ grid: FormGrid, ids: Bool = false, label: (_ row: RowName, _ words: String) -> HTML = { _, words in HTML(text: words) },
        cell: CellContent = { _, _, printed in HTML(text: printed) }
    ) -> HTML {
        var html: HTML = "<table class=\"form form-\(grid.table.rawValue)\">\n<caption>\(grid.table.title)</caption>\n"
        var section = ""
        func open(_ name: String) {
            guard name != section else { return }
            if !section.isEmpty { html += "</\(raw: section)>\n" }
            html += "<\(raw: name)>\n"
            section = name
        }
        var index = 0
        for row in 0..<grid.rowCount {
            open(row < grid.headingRows ? "thead" : "tbody")
            html += "<tr>"
            while index < grid.cells.count, grid.cells[index].row == row {
                append(grid.cells[index], ids: ids, label: label, cell: cell, to: &html)
                index += 1
            }
            html += "</tr>\n"
        }
        html += "</\(raw: section)>\n</table>\n"
        return html
    }

    /// A report as a page that stands alone.
    package static func document(_ report: AnnualReport) -> HTML { document(ReportSheet(report)) }

    /// A merged report as a page that stands alone, what each cell adds up listed under the tables.
    package static func document(_ merged: MergedReport) -> HTML { document(ReportSheet(merged)) }

    /// A sheet as a page that stands alone.
    package static func document(_ sheet: ReportSheet) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(sheet.title)</title>
        <style>\(raw: style)</style>
        </head>
        <body>
        <h1>\(sheet.title)</h1>
        \(sheet.parts.map(part))</body>
        </html>

        """
    }

    private static func part(_ part: ReportSheet.Part) -> HTML {
        switch part {
        case .heading(let text): "<h2>\(text)</h2>\n"
        case .subheading(let text): "<h3>\(text)</h3>\n"
        case .paragraph(let text): "<p>\(text)</p>\n"
        case .form(let grid): wide(grid.table.title, table(grid))
        case .list(let list) where list.isFolded:
            "<details><summary>\(list.caption)（\(list.rows.count) 行）</summary>\n\(wide(list.caption, listTable(list)))</details>\n"
        case .list(let list): wide(list.caption, listTable(list))
        }
    }

    /// A table in a frame that scrolls by itself where the screen is narrower.
    private static func wide(_ label: String, _ table: HTML) -> HTML {
        "<div class=\"wide\" role=\"region\" aria-label=\"\(label)\" tabindex=\"0\">\n\(table)</div>\n"
    }

    private static func listTable(_ list: SheetList) -> HTML {
        let sum = max(list.widths.reduce(0, +), 1)
        let columns = list.widths.map { "<col style=\"width:\($0 * 100 / sum)%\">" as HTML }
        let header = list.header.map { "<th scope=\"col\">\($0)</th>" as HTML }
        let rows = list.rows.map { row in
            let cells = zip(list.header, row).map { name, text in
                list.labelsCells ? "<td data-label=\"\(name)\">\(text)</td>" : "<td>\(text)</td>" as HTML
            }
            return "<tr>\(cells)</tr>\n" as HTML
        }
        return """
            <table class="list\(list.labelsCells ? " labelled" : "")">
            <caption>\(list.caption)</caption>
            <colgroup>\(columns)</colgroup>
            <thead><tr>\(header)</tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>

            """
    }

    private static func append(
        _ cell: FormGrid.Cell, ids: Bool, label: (RowName, String) -> HTML, cell content: CellContent, to html: inout HTML
    ) {
        var attributes = HTML()
        if cell.rowSpan > 1 { attributes += " rowspan=\"\(cell.rowSpan)\"" }
        if cell.columnSpan > 1 { attributes += " colspan=\"\(cell.columnSpan)\"" }
        switch cell.part {
        case .figure(let name, let entry):
            if ids { attributes += " id=\"\(name.description)\"" }
            html += "<td\(attributes)>\(content(name, entry, cell.text))</td>"
        case .rowLabel(let row):
            if ids { attributes += " id=\"\(row.description)\"" }
            html += "<th scope=\"row\"\(attributes)>\(label(row, cell.text))</th>"
        case .groupLabel: html += "<th scope=\"rowgroup\"\(attributes)>\(cell.text)</th>"
        case .title: html += "<th scope=\"colgroup\"\(attributes)>\(cell.text)</th>"
        case .columnHeading:
            let scope: HTML = cell.columnSpan > 1 && cell.rowSpan == 1 ? "colgroup" : "col"
            html += "<th scope=\"\(scope)\"\(attributes)>\(cell.text)</th>"
        }
    }

    private static let style = """
        body{max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f;line-height:1.75;\
        font-family:"Songti SC","Noto Serif CJK SC",SimSun,serif}\
        h1{text-align:center;font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1.05rem}p{text-indent:2em}\
        table{border-collapse:collapse;width:100%;line-height:1.4;margin:1rem 0;font-size:.9rem}\
        th,td{border:1px solid #5c5f66;padding:.25rem .4rem;font-weight:normal;vertical-align:middle}\
        caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\
        th{background:#f4f4f5}.form th[scope=col]{word-break:keep-all}.list{table-layout:fixed}.form td{text-align:right;font-variant-numeric:tabular-nums}\
        .wide{overflow-x:auto}.wide .form,.wide .list{min-width:44rem}summary{cursor:pointer;padding:.6rem 0}\
        .form th[scope=row]{text-align:left}.list td{vertical-align:top;overflow-wrap:anywhere}.labelled td{white-space:pre-line}\
        @media screen and (max-width:40rem){.labelled thead{display:none}.wide .labelled{min-width:0}\
        .labelled,.labelled tbody,.labelled tr,.labelled td{display:block}\
        .labelled tr{border:1px solid #5c5f66;margin-bottom:1rem}.labelled td{border:0}.labelled td:empty{display:none}\
        .labelled td::before{content:attr(data-label) "：";color:#5c5f66}}\
        @media print{body{max-width:none;margin:0}.wide{overflow:visible}.wide .form,.wide .list{min-width:0}th{background:none}tr{break-inside:avoid}}
        """
}

extension FormGrid {
    /// How many rows of headings stand on top; table two has its headings in every block.
    var headingRows: Int { table == .proactive ? 0 : 3 }
}
