import AnnualReport
import Formats

/// The pieces of a whole document, lines and grids in reading order, and the rows that they stand in.
struct DocumentPieces {
    /// A line of text, or one cell of a grid's row: what the narrative is read from where no table takes it.
    struct Row {
        var range: TextRange
        var origin: Origin
        /// The row of the source that it stands in; cells of one grid row share it.
        var index: Int32
    }

    private(set) var pieces: [Piece] = []
    /// What is not blank, in reading order.
    private(set) var rows: [Row] = []
    private(set) var rowCount = 0
    private(set) var grids: [Int32: GridFacts] = [:]

    private let isPrinted: Bool
    private let limits: Limits

    /// - Throws: `FormatError` where there are more pieces than cells are allowed and lines, or the reading's time is over.
    init(_ document: SourceDocument, _ utf8: UnsafeBufferPointer<UInt8>, _ limits: Limits) throws(FormatError) {
        isPrinted = document.format == .pdf
        self.limits = limits
        rows.reserveCapacity(document.blocks.count)
        var lines: [TextLine] = []
        lines.reserveCapacity(document.blocks.count)
        var paragraphs: Int32 = 0
        for block in document.blocks {
            switch block {
            case .line(let range, let number):
                paragraphs += 1
                let shown = number.map(Int32.init) ?? paragraphs
                let line = TextLine(range, number: shown, utf8)
                guard line.bars >= Self.barsOfDocument else {
                    take(line, &lines)
                    continue
                }
                for part in Self.parts(of: range, utf8) { take(TextLine(part, number: shown, utf8), &lines) }
            case .grid(let grid):
                try take(&lines, utf8)
                try take(grid, utf8)
            }
        }
        try take(&lines, utf8)
    }

    private mutating func take(_ line: TextLine, _ lines: inout [TextLine]) {
        lines.append(line)
        if !line.range.isEmpty {
            rows.append(Row(range: line.range, origin: Origin(line: Int(line.number)), index: Int32(rowCount)))
        }
        rowCount += 1
    }

    /// More bars than any row of a table has: the line is a whole document, its lines and cells one after another.
    private static let barsOfDocument = 100

    /// The lines and cells that stand between the bars of a line; where nothing stands between two, a bar stands for the blank
    /// cell.
    private static func parts(of line: TextRange, _ utf8: UnsafeBufferPointer<UInt8>) -> [TextRange] {
        let bytes = utf8[line.indices]
        // Bars alone are a ruler.
        guard bytes.count > 4 * barsOfDocument else { return [line] }
        var parts: [TextRange] = []
        var start = bytes.startIndex
        for i in bytes.indices where bytes[i] == 0x7C {
            let text = utf8.trimmed(start..<i)
            parts.append(text.isEmpty ? TextRange(i, i + 1) : TextRange(text.lowerBound, text.upperBound))
            start = i + 1
        }
        let text = utf8.trimmed(start..<bytes.endIndex)
        if !text.isEmpty { parts.append(TextRange(text.lowerBound, text.upperBound)) }
        return parts
    }

    private mutating func take(
        _ lines: inout [TextLine], _ utf8: UnsafeBufferPointer<UInt8>
    ) throws(FormatError) {
        guard !lines.isEmpty else { return }
        let base = Int32(rowCount - lines.count)
        var found = try LinePieces.pieces(of: lines, in: utf8, isPrinted: isPrinted, limits)
        if base > 0 {
            for i in found.indices { found[i].row += base }
        }
        if pieces.isEmpty { pieces = found } else { pieces += found }
        try bound()
        lines.removeAll(keepingCapacity: true)
    }

    /// A line holds one piece as a rule, so only what is more than the lines are cells.
    private func bound() throws(FormatError) {
        if pieces.count > limits.cells + limits.lines { throw .tooManyCells(limit: limits.cells) }
    }

    private mutating func take(_ grid: Grid, _ utf8: UnsafeBufferPointer<UInt8>) throws(FormatError) {
        grids[Int32(grid.number)] = GridFacts(absentIsBlank: grid.absentIsBlank)
        let base = Int32(rowCount)
        rowCount += grid.rowCount
        var row: Int32 = -1
        for cell in grid.cells where Int(cell.row) < grid.rowCount {
            try limits.budget.check()
            let text = utf8.trimmed(cell.text.indices)
            let range = TextRange(text.lowerBound, text.upperBound)
            let origin = Origin(
                line: Int(cell.line ?? 0), table: grid.number, row: Int(cell.row) + 1, column: Int(cell.column) + 1)
            var piece = Piece(range: range, kind: kind(text, utf8), origin: origin, row: base + cell.row)
            piece.startsRow = cell.row != row
            piece.inLine = true
            piece.columns = cell.column..<(cell.column + cell.columnSpan)
            piece.rowSpan = cell.rowSpan
            piece.isFormula = cell.isFormula
            row = cell.row
            pieces.append(piece)
            if !range.isEmpty { rows.append(Row(range: range, origin: origin, index: base + cell.row)) }
        }
        try bound()
    }

    private func kind(_ range: Range<Int>, _ utf8: UnsafeBufferPointer<UInt8>) -> Piece.Kind {
        if range.isEmpty { return .blank }
        if range.count > 600 { return .prose }
        return Figure.looksLikeFigure(UnsafeBufferPointer(rebasing: utf8[range])) ? .figure : .words
    }
}
