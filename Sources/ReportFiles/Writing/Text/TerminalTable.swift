/// A table for the terminal: labels to the left, figures to the right, held in line by spaces that reckon with
/// characters two columns wide.
struct TerminalTable {
    /// The columns' headings, each in one or more lines; the first is that of the labels.
    var header: [[String]]
    var rows: [[String]]

    /// Lines with a line end each: headings, a rule, rows.
    var text: String {
        let height = header.map(\.count).max() ?? 0
        // Short headings stand right over their column.
        let lines = (0..<height).map { line in
            header.map { words in
                let missing = height - words.count
                return line < missing ? "" : words[line - missing]
            }
        }
        let widths = header.indices.map { column in
            (lines + rows).map { column < $0.count ? EastAsianWidth.of($0[column]) : 0 }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return (lines.map { line($0, widths) } + [rule] + rows.map { line($0, widths) }).map { $0 + "\n" }.joined()
    }

    private func line(_ fields: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, field) in fields.enumerated() {
            if column == 0 {
                line += EastAsianWidth.padded(field, to: widths[column])
            } else {
                line += "  " + EastAsianWidth.rightAligned(field, to: widths[column])
            }
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}
