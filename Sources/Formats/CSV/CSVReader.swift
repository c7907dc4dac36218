/// Reads CSV (RFC 4180) with commas, semicolons or tabs: one grid.
enum CSVReader {
    static func read(_ source: [UInt8], limits: Limits) throws(FormatError) -> SourceDocument {
        if source.count > limits.textBytes { throw .tooMuchText(limit: limits.textBytes) }
        let separator = self.separator(of: source)
        var utf8: [UInt8] = []
        utf8.reserveCapacity(source.count)
        var cells: [GridCell] = []
        var row = 0
        var column = 0
        var columnCount = 0
        var line = 1
        var i = 0
        while i < source.count {
            let start = utf8.count
            let startLine = line
            if source[i] == 0x22 {
                i = try quoted(source, from: i + 1, into: &utf8, line: &line)
            }
            // Text after a closing quote is kept, as spreadsheets do.
            while i < source.count, source[i] != separator, source[i] != 0x0A, source[i] != 0x0D {
                utf8.append(source[i])
                i += 1
            }
            if Blank.isBlank(utf8, from: start) { utf8.removeLast(utf8.count - start) }
            try limits.budget.check()
            if column >= limits.columns { throw .tooManyColumns(limit: limits.columns, table: 1) }
            if cells.count >= limits.cells { throw .tooManyCells(limit: limits.cells) }
            cells.append(GridCell(row: row, column: column, text: TextRange(start, utf8.count), line: startLine))
            column += 1
            columnCount = max(columnCount, column)
            guard i < source.count else { break }
            if source[i] == separator {
                i += 1
                // A separator at the very end has one more, empty field after it.
                if i == source.count {
                    cells.append(GridCell(row: row, column: column, text: TextRange(utf8.count, utf8.count), line: line))
                    columnCount = max(columnCount, column + 1)
                }
                continue
            }
            i += source[i] == 0x0D && i + 1 < source.count && source[i + 1] == 0x0A ? 2 : 1
            line += 1
            row += 1
            column = 0
            if row >= limits.rows, i < source.count { throw .tooManyRows(limit: limits.rows, table: 1) }
        }
        let rows = Int(cells.last?.row ?? -1) + 1
        let grid = Grid(number: 1, rowCount: rows, columnCount: columnCount, cells: cells, absentIsBlank: true)
        return SourceDocument(format: .csv, utf8: utf8, blocks: [.grid(grid)])
    }

    /// Appends a quoted field from after its opening quote; returns the place after its closing one.
    private static func quoted(
        _ source: [UInt8], from start: Int, into utf8: inout [UInt8], line: inout Int
    ) throws(FormatError) -> Int {
        let opened = line
        var i = start
        while i < source.count {
            let byte = source[i]
            if byte == 0x22 {
                guard i + 1 < source.count, source[i + 1] == 0x22 else { return i + 1 }
                utf8.append(0x22)
                i += 2
                continue
            }
            if byte == 0x0D {
                utf8.append(0x0A)
                line += 1
                i += i + 1 < source.count && source[i + 1] == 0x0A ? 2 : 1
                continue
            }
            if byte == 0x0A { line += 1 }
            utf8.append(byte)
            i += 1
        }
        throw .unclosedQuote(line: opened)
    }

    /// The separator that stands most often outside quotes in the first lines; the comma where there is none.
    private static func separator(of source: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [0x2C: 0, 0x3B: 0, 0x09: 0]
        var isQuoted = false
        for byte in source.prefix(16 << 10) {
            if byte == 0x22 { isQuoted.toggle() }
            if !isQuoted, counts[byte] != nil { counts[byte, default: 0] += 1 }
        }
        let commas = counts[0x2C] ?? 0
        if let best = counts.max(by: { $0.value < $1.value }), best.value > commas { return best.key }
        return 0x2C
    }
}
