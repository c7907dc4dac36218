import Markup
import Office
import Web

/// The text of a report's file as a page shows it: every line and every cell of a grid with an id that figures link to.
struct SourceMarkup {
    private(set) var html = HTML()
    /// The ids that can be linked to.
    private(set) var anchors: Set<String> = []
    /// True where the file is longer than what a page can show.
    private(set) var isCut = false

    private var isList = false
    private var grid = 0
    private var row = 0
    private var isRow = false

    /// - Throws: `DamagedSourceText`.
    init(_ source: SourceText) throws {
        html.bytes.reserveCapacity(source.encoded.count * 2)
        try source.forEach { append($0, source) }
        close()
    }

    private mutating func append(_ part: SourceText.Part, _ source: SourceText) {
        switch part {
        case .line(let text, let number): line(source[text], number: number)
        case .grid(let number, let name):
            close()
            (grid, row) = (number, 0)
            anchors.insert("T\(number)")
            html += "<p id=\"T\(number)\" class=\"quiet\">第 \(number) 张表"
            if let name {
                html += "："
                html.append(utf8: source[name])
            }
            html += "</p>\n<table><tbody>\n"
        case .row(let line):
            closeRow()
            row += 1
            isRow = true
            if let line {
                anchors.insert("L\(line)")
                html += "<tr id=\"L\(line)\">"
            } else {
                html += "<tr>"
            }
        case .gap(let places): for _ in 0..<places { html += "<td></td>" }
        case .cell(let text, let column, let rowSpan, let columnSpan):
            let anchor = "T\(grid)R\(row)C\(column + 1)"
            anchors.insert(anchor)
            html += "<td id=\"\(anchor)\""
            if rowSpan > 1 { html += " rowspan=\"\(rowSpan)\"" }
            if columnSpan > 1 { html += " colspan=\"\(columnSpan)\"" }
            html += ">"
            html.append(utf8: source[text])
            html += "</td>"
        case .endOfGrid:
            closeRow()
            html += "</tbody></table>\n"
        case .cut: isCut = true
        }
    }

    private mutating func line(_ text: ArraySlice<UInt8>, number: Int?) {
        guard let number else {
            close()
            html += "<p>"
            html.append(utf8: text)
            html += "</p>\n"
            return
        }
        if !isList { html += "<ol>\n" }
        isList = true
        anchors.insert("L\(number)")
        html += "<li id=\"L\(number)\" data-n=\"\(number)\"><span>"
        html.append(utf8: text)
        html += "</span></li>\n"
    }

    private mutating func close() {
        if isList { html += "</ol>\n" }
        isList = false
    }

    private mutating func closeRow() {
        if isRow { html += "</tr>\n" }
        isRow = false
    }
}
