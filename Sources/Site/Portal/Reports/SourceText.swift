import Formats

/// The text of a report's file as it was read, every line and every cell of a grid with an id that figures link to.
struct SourceText {
    private(set) var html = HTML()
    /// The ids that can be linked to.
    private(set) var anchors: Set<String> = []
    /// True where the file is longer than what a page can show.
    private(set) var isCut = false

    /// What a page holds of a source, in bytes of HTML: some ten times a long report.
    static let longest = 600_000
    private static let longestLine = 4_000

    private var isList = false
    private var lines = 0

    init(_ document: SourceDocument) {
        for block in document.blocks {
            guard html.bytes.count < Self.longest else {
                isCut = true
                break
            }
            switch block {
            case .line(let range, let number):
                lines += 1
                // A PDF's lines are those of its text layer.
                append(text(range, document), number: number ?? (document.format == .pdf ? lines : nil))
            case .grid(let grid): append(grid, document)
            }
        }
        close()
    }

    private mutating func append(_ text: String, number: Int?) {
        guard let number else {
            close()
            if !text.isEmpty { html += "<p>\(text)</p>\n" }
            return
        }
        if !isList { html += "<ol>\n" }
        isList = true
        anchors.insert("L\(number)")
        html += "<li id=\"L\(number)\" data-n=\"\(number)\"><span>\(text)</span></li>\n"
    }

    private mutating func close() {
        if isList { html += "</ol>\n" }
        isList = false
    }

    private mutating func append(_ grid: Grid, _ document: SourceDocument) {
        close()
        anchors.insert("T\(grid.number)")
        let name: HTML = grid.name.map { "：\($0)" } ?? ""
        html += "<p id=\"T\(grid.number)\" class=\"quiet\">第 \(grid.number) 张表\(name)</p>\n<table><tbody>\n"
        // For each column the first row that no cell from above reaches into.
        var free = Array(repeating: 0, count: grid.columnCount)
        var index = 0
        for row in 0..<grid.rowCount {
            guard html.bytes.count < Self.longest else {
                isCut = true
                break
            }
            var cells = HTML()
            var line: Int32?
            var column = 0
            while index < grid.cells.count, grid.cells[index].row == row {
                let cell = grid.cells[index]
                index += 1
                fill(&cells, from: column, to: Int(cell.column), row: row, free)
                cells += self.cell(cell, of: grid, document)
                line = line ?? cell.line
                column = min(grid.columnCount, Int(cell.column + cell.columnSpan))
                for reached in Int(cell.column)..<max(Int(cell.column), column) { free[reached] = row + Int(cell.rowSpan) }
            }
            if let line { anchors.insert("L\(line)") }
            html += "<tr\(line.map { " id=\"L\($0)\"" as HTML })>\(cells)</tr>\n"
        }
        html += "</tbody></table>\n"
    }

    /// Places that the file leaves without a cell.
    private func fill(_ cells: inout HTML, from start: Int, to end: Int, row: Int, _ free: [Int]) {
        guard start < end else { return }
        for column in start..<min(end, free.count) where free[column] <= row { cells += "<td></td>" }
    }

    private mutating func cell(_ cell: GridCell, of grid: Grid, _ document: SourceDocument) -> HTML {
        let anchor = "T\(grid.number)R\(cell.row + 1)C\(cell.column + 1)"
        anchors.insert(anchor)
        var span = HTML()
        if cell.rowSpan > 1 { span += " rowspan=\"\(cell.rowSpan)\"" }
        if cell.columnSpan > 1 { span += " colspan=\"\(cell.columnSpan)\"" }
        return "<td id=\"\(anchor)\"\(span)>\(text(cell.text, document))</td>"
    }

    private mutating func text(_ range: TextRange, _ document: SourceDocument) -> String {
        guard range.count > Self.longestLine else { return document.string(range) }
        isCut = true
        return document.string(TextRange(Int(range.lower), Int(range.lower) + Self.longestLine)) + "……"
    }
}
