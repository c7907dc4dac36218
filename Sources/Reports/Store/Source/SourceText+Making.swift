import Formats
import Office

extension SourceText {
    /// The text of a document, as far as a page can show it.
    package init(_ document: SourceDocument) {
        var writer = SourceTextWriter(document: document)
        writer.write()
        self.init(encoded: writer.bytes)
    }
}

/// Encodes a document, and counts what a page will make of it: each part's text, escaped, and the markup around it.
private struct SourceTextWriter {
    let document: SourceDocument
    var bytes = SourceText.head
    /// Bytes of markup so far.
    private var markup = 0

    /// Of one line or cell; no statutory table has a longer one.
    private static let longestText = 4_000
    private static let markupOfText = 60
    private static let markupOfGap = 9

    init(document: SourceDocument) {
        self.document = document
    }

    private var isFull: Bool { markup >= SourceText.longest }

    mutating func write() {
        // A PDF's lines are those of its text layer.
        var lines = 0
        for block in document.blocks {
            guard !isFull else {
                put(.cut)
                return
            }
            switch block {
            case .line(let range, let number):
                lines += 1
                let number = number ?? (document.format == .pdf ? lines : nil)
                if number == nil, range.isEmpty { continue }
                put(.line)
                put(number.map { $0 + 1 } ?? 0)
                text(range)
            case .grid(let grid): self.grid(grid)
            }
        }
    }

    private mutating func grid(_ grid: Grid) {
        put(.grid)
        put(grid.number)
        put(grid.name == nil ? 0 : 1)
        if let name = grid.name { text(ArraySlice(name.utf8)) }
        // For each column the first row that no cell from above reaches into.
        var free = Array(repeating: 0, count: grid.columnCount)
        var index = 0
        rows: for row in 0..<grid.rowCount {
            var column = 0
            var isBegun = false
            repeat {
                guard !isFull else {
                    put(.cut)
                    break rows
                }
                let cell = index < grid.cells.count && Int(grid.cells[index].row) == row ? grid.cells[index] : nil
                if !isBegun {
                    isBegun = true
                    markup += Self.markupOfText
                    put(.row)
                    put(firstLine(of: row, from: index, in: grid).map { $0 + 1 } ?? 0)
                }
                guard let cell else { break }
                index += 1
                gap(from: column, to: Int(cell.column), row: row, free)
                put(.cell)
                put(Int(cell.column))
                put(Int(cell.rowSpan))
                put(Int(cell.columnSpan))
                text(cell.text)
                column = min(grid.columnCount, Int(cell.column) + Int(cell.columnSpan))
                for reached in Int(cell.column)..<max(Int(cell.column), column) { free[reached] = row + Int(cell.rowSpan) }
            } while true
        }
        put(.endOfGrid)
    }

    /// The source's line of a row: that of its first cell that has one.
    private func firstLine(of row: Int, from index: Int, in grid: Grid) -> Int? {
        grid.cells[index...].prefix { Int($0.row) == row }.lazy.compactMap(\.line).first.map(Int.init)
    }

    /// Places that the file leaves without a cell, and that no cell from above reaches into.
    private mutating func gap(from start: Int, to end: Int, row: Int, _ free: [Int]) {
        guard start < min(end, free.count) else { return }
        let places = free[start..<min(end, free.count)].count { $0 <= row }
        guard places > 0 else { return }
        markup += places * Self.markupOfGap
        put(.gap)
        put(places)
    }

    private mutating func text(_ range: TextRange) { text(document.utf8[range.indices]) }

    private mutating func text(_ utf8: ArraySlice<UInt8>) {
        var utf8 = utf8
        let isLong = utf8.count > Self.longestText
        if isLong {
            var end = utf8.startIndex + Self.longestText
            // Never within a character: its later bytes are 10xxxxxx.
            while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end -= 1 }
            utf8 = utf8[..<end] + Array("……".utf8)
        }
        markup += Self.markupOfText
        for byte in utf8 {
            switch byte {
            case 0x22, 0x26, 0x27, 0x3C, 0x3E: markup += 6
            default: markup += 1
            }
        }
        put(utf8.count)
        bytes += utf8
        if isLong { put(.cut) }
    }

    private mutating func put(_ tag: SourceText.Tag) { bytes.append(tag.rawValue) }

    /// LEB128. What does not fit its 35 bits is no number of a file that was read.
    private mutating func put(_ number: Int) {
        var rest = UInt64(clamping: number) & 0x7_FFFF_FFFF
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
