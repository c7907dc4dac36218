import AnnualReport

extension FormGrid {
    /// The table as plain text in a layout, with a line end after each line.
    package func text(_ layout: TextLayout) -> String {
        switch layout {
        case .tabLed: fields(below: true).map { $0.map { "\t\($0)\n" }.joined() }.joined(separator: "\n")
        case .lines: fields(below: false).joined().map { $0 + "\n" }.joined()
        case .paragraphs: fields(below: false).joined().map { $0 + "\n\n" }.joined()
        case .tabSeparated: fields(below: true).map { $0.joined(separator: "\t") + "\n" }.joined()
        case .tabPadded: fields(below: true, beside: true).map { $0.joined(separator: "\t") + "\n" }.joined()
        case .pipe: fields(below: true).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
        case .crawledRows: crawledRows
        case .crawledCells: crawledCells
        case .aligned: aligned
        }
    }

    /// The rows as lists of cells.
    /// - Parameters:
    ///   - below: whether a cell leaves a blank in each row that it reaches down to.
    ///   - beside: whether a cell leaves a blank in each further column that it takes.
    func fields(below: Bool, beside: Bool = false) -> [[String]] {
        slots.map { row in
            row.compactMap { slot in
                switch slot {
                case .cell(let cell): cell.text
                case .below: below ? "" : nil
                case .beside: beside ? "" : nil
                }
            }
        }
    }

    private var crawledRows: String {
        let rows = fields(below: false)
        let width = rows.map(\.count).max() ?? 0
        return rows.map { row in
            var line = ""
            for (index, field) in row.enumerated() {
                if field.isEmpty {
                    line += "\n|"
                } else {
                    line += (index == 0 ? "" : " ") + field + " |"
                }
            }
            let left = width - row.count
            return line + (left > 0 ? " " + String(repeating: "|", count: left) : "") + "\n"
        }.joined()
    }

    private var crawledCells: String {
        let rows = fields(below: false)
        let width = rows.map(\.count).max() ?? 0
        return rows.map { row in
            let cells = row.map { $0.isEmpty ? "|\n" : $0 + " |\n" }.joined()
            let left = width - row.count
            return "|\n" + cells + (left > 0 ? String(repeating: "|", count: left) + "\n" : "")
        }.joined()
    }

    /// Every cell begins in the column of screen cells where its column of the table begins.
    private var aligned: String {
        var widths = Array(repeating: 1, count: columnCount)
        for cell in cells where cell.columnSpan == 1 {
            widths[cell.column] = max(widths[cell.column], EastAsianWidth.of(cell.text))
        }
        // A cell over several columns needs their room together, the gaps between them included.
        let gap = 2
        for cell in cells where cell.columnSpan > 1 {
            let columns = cell.column..<cell.column + cell.columnSpan
            let room = widths[columns].reduce(0, +) + gap * (cell.columnSpan - 1)
            let more = EastAsianWidth.of(cell.text) - room
            if more > 0 { widths[columns.upperBound - 1] += more }
        }
        return slots.map { row in
            var line = ""
            var position = 0
            var start = 0
            for (column, slot) in row.enumerated() {
                if case .cell(let cell) = slot, !cell.text.isEmpty {
                    line += String(repeating: " ", count: max(0, start - position)) + cell.text
                    position = start + EastAsianWidth.of(cell.text)
                }
                start += widths[column] + gap
            }
            return line + "\n"
        }.joined()
    }
}
