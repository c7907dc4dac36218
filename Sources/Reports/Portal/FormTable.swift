import AnnualReport
import Markup
import Office
import ReportFiles
import Web

/// A statutory table drawn as on the form. What stands in a figure's cell is the page's own matter.
struct FormTable: Component {
    /// What a page puts into a figure's cell.
    struct Figure {
        var content: HTML
        var classes = ""
        var id: String?
    }

    var grid: FormGrid
    /// For a figure's cell: its name, the entry and what the form prints there.
    var figure: (CellName, Entry, String) -> Figure
    /// What follows a row's label.
    var rowNote: (RowName) -> HTML = { _ in HTML() }

    var html: HTML {
        let label = grid.table.title
        let table: HTML =
            switch grid.table {
            case .proactive: DataTable.frame(label: label, asOnTheForm)
            case .requests: DataTable.stackedFrame(label: label, heads: ApplicantKind.allCases.map(\.title), asOnTheForm)
            case .reviews: DataTable.frame(label: label, groups)
            }
        return "<h3>\(label)</h3>\n\(table)"
    }

    private var asOnTheForm: HTML {
        let bodyStart = headingRows
        var rows = Array(repeating: HTML(), count: grid.rowCount)
        for cell in grid.cells where rows.indices.contains(cell.row) { rows[cell.row] += render(cell) }
        let lines = rows.map { row -> HTML in "<tr>\(row)</tr>\n" }
        let head: HTML = bodyStart > 0 ? "<thead>\n\(Array(lines[..<bodyStart]))</thead>\n" : ""
        return """
            <table class="form \(grid.table.rawValue)"><caption class="hidden">\(grid.table.title)</caption>
            \(head)<tbody>
            \(Array(lines[bodyStart...]))</tbody></table>
            """
    }

    /// Table four with a row a group: fifteen figures beside each other fit no screen.
    private var groups: HTML {
        let figures = grid.cells.filter { $0.figure != nil }
        let rows = ReviewGroup.allCases.map { group -> HTML in
            let own = figures.filter { $0.figure?.name.row == .reviews(group) }
            return "<tr><th scope=\"row\">\(group.title)</th>\(own.map(render))</tr>\n"
        }
        let head = ReviewOutcome.allCases.map { "<th scope=\"col\">\($0.title)</th>" as HTML }
        return """
            <table class="form reviews"><caption class="hidden">\(grid.table.title)</caption>
            <thead><tr><th scope="col">类别</th>\(head)</tr></thead>
            <tbody>
            \(rows)</tbody></table>
            """
    }

    /// Rows of headings before the first figure; none in table two, whose blocks each bring their own.
    private var headingRows: Int {
        guard grid.table != .proactive else { return 0 }
        return grid.cells.filter { $0.figure != nil }.map(\.row).min() ?? 0
    }

    private func render(_ cell: FormGrid.Cell) -> HTML {
        var span = HTML()
        if cell.rowSpan > 1 { span += " rowspan=\"\(cell.rowSpan)\"" }
        if cell.columnSpan > 1 { span += " colspan=\"\(cell.columnSpan)\"" }
        switch cell.part {
        case .figure(let name, let entry):
            let shown = figure(name, entry, cell.text)
            let id: HTML? = shown.id.map { " id=\"\($0)\"" }
            let classes: HTML = shown.classes.isEmpty ? "" : " class=\"\(shown.classes)\""
            return "<td\(id)\(classes)\(span)>\(shown.content)</td>"
        case .rowLabel(let row): return "<th scope=\"row\"\(span)>\(cell.text)\(rowNote(row))</th>"
        case .groupLabel: return "<th scope=\"rowgroup\"\(span)>\(cell.text)</th>"
        case .columnHeading:
            // In table two a narrow block's last column is as wide as the room that is left.
            let isGroup = cell.columnSpan > 1 && grid.table != .proactive
            return "<th scope=\"\(isGroup ? "colgroup" : "col")\"\(span)>\(cell.text)</th>"
        case .title:
            return grid.table == .proactive
                ? "<th scope=\"colgroup\" class=\"block\"\(span)>\(cell.text)</th>" : "<td class=\"note\"\(span)>\(cell.text)</td>"
        }
    }
}
