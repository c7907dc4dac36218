/// One worksheet: its cells as they are stored, and the merges that make spans of them.
struct SheetSink: XMLSink {
    private(set) var utf8: [UInt8]
    private(set) var cells: [GridCell] = []
    private(set) var failure: FormatError?
    private let strings: [TextRange]
    private let limits: Limits
    private let number: Int
    private let cellsBefore: Int
    private var merges: [CellRange] = []
    private var row = -1
    private var column = -1
    private var kind = Kind.number
    private var value: [UInt8] = []
    private var text = SheetText(from: 0)
    private var isInValue = false
    private var phoneticDepth = 0
    private var hasFormula = false
    private var isRowHidden = false
    private var hiddenColumns: [ClosedRange<Int>] = []
    /// Whether hidden rows or columns hold anything.
    private(set) var hidden: Set<SourceDocument.Hidden> = []
    private var isSorted = true
    private(set) var shownBytes: Int

    /// The last row of Excel.
    private static let lastRow = 1_048_576

    /// How many times the text of a workbook its cells may show together.
    private static let mostSharing = 16

    private enum Kind { case number, shared, text, boolean }

    init(utf8: [UInt8], strings: [TextRange], number: Int, cellsBefore: Int, bytesBefore: Int, limits: Limits) {
        self.utf8 = utf8
        self.strings = strings
        self.number = number
        self.cellsBefore = cellsBefore
        shownBytes = bytesBefore
        self.limits = limits
    }

    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
        if CString.equal(name, "c") {
            beginCell(attributes)
        } else if CString.equal(name, "v") || CString.equal(name, "t") {
            isInValue = phoneticDepth == 0
        } else if CString.equal(name, "row") {
            // A row without a number stands after the one before.
            row = attributes.int("r").map { min(max($0, 1), Self.lastRow) - 1 } ?? min(row + 1, Self.lastRow)
            column = -1
            isRowHidden = attributes.bytes("hidden") != nil && attributes.isOn("hidden")
        } else if CString.equal(name, "f") {
            hasFormula = true
        } else if CString.equal(name, "col") {
            hideColumns(attributes)
        } else if CString.equal(name, "mergeCell") {
            if let range = attributes.bytes("ref").flatMap(CellRange.init), !range.isSingle { merges.append(range) }
            if merges.count > limits.cells { failure = .tooManyCells(limit: limits.cells) }
        } else if CString.equal(name, "rPh") {
            phoneticDepth += 1
        } else {
            text.element(name, attributes)
        }
    }

    mutating func end(_ name: UnsafePointer<UInt8>) {
        if CString.equal(name, "v") || CString.equal(name, "t") {
            isInValue = false
        } else if CString.equal(name, "c") {
            endCell()
        } else if CString.equal(name, "rPh") {
            phoneticDepth -= 1
        }
    }

    mutating func characters(_ characters: UnsafeBufferPointer<UInt8>) {
        if isInValue { text.append(characters, to: &value) }
    }

    private mutating func beginCell(_ attributes: XMLAttributes) {
        column += 1
        if let place = attributes.bytes("r").flatMap({ CellPlace($0) }) {
            column = place.column
            row = place.row
        }
        if row < 0 { row = 0 }
        value.removeAll(keepingCapacity: true)
        hasFormula = false
        text = SheetText(from: 0)
        kind =
            switch attributes.string("t") {
            case "s": .shared
            case "b": .boolean
            case "str", "inlineStr", "e", "d": .text
            default: .number
            }
    }

    private mutating func endCell() {
        // A cell that only has a look is no cell, wherever it stands; so far-off formatting does no harm.
        if value.isEmpty && !hasFormula { return }
        if isRowHidden || hiddenColumns.contains(where: { $0.contains(column) }) {
            hidden.insert(isRowHidden ? .rows : .columns)
            return
        }
        let start = utf8.count
        var text: TextRange
        switch kind {
        case .shared:
            let index = Int(String(decoding: value, as: UTF8.self)) ?? -1
            guard strings.indices.contains(index) else {
                failure = .damagedXML(part: "sharedStrings.xml", line: 1)
                return
            }
            text = strings[index]
        case .boolean:
            utf8.append(contentsOf: (value == [0x31] ? "TRUE" : "FALSE").utf8)
            text = TextRange(start, utf8.count)
        case .number:
            utf8.append(contentsOf: StoredNumber.plain(value))
            text = TextRange(start, utf8.count)
        case .text:
            self.text.decodeEscapes(in: &value)
            utf8.append(contentsOf: value)
            if Blank.isBlank(utf8, from: start) { utf8.removeLast(utf8.count - start) }
            text = TextRange(start, utf8.count)
        }
        if text.isEmpty && !hasFormula { return }
        if column >= limits.columns { failure = .tooManyColumns(limit: limits.columns, table: number) }
        if row >= limits.rows { failure = .tooManyRows(limit: limits.rows, table: number) }
        if cellsBefore + cells.count >= limits.cells { failure = .tooManyCells(limit: limits.cells) }
        if utf8.count > min(limits.textBytes, Int(Int32.max) / 2) { failure = .tooMuchText(limit: limits.textBytes) }
        // A string that many cells share takes its memory once, but is read each time.
        shownBytes += text.count
        if shownBytes / Self.mostSharing > limits.textBytes { failure = .tooMuchText(limit: limits.textBytes) }
        guard failure == nil else { return }
        if let last = cells.last, (Int(last.row), Int(last.column)) >= (row, column) { isSorted = false }
        var cell = GridCell(row: row, column: column, text: text)
        cell.isFormula = text.isEmpty
        cells.append(cell)
    }

    /// `<col min="2" max="3" hidden="1"/>`, counted from 1. They stand before the rows, and are as few as the sheet has columns.
    private mutating func hideColumns(_ attributes: XMLAttributes) {
        guard attributes.bytes("hidden") != nil, attributes.isOn("hidden"), hiddenColumns.count < 64 else { return }
        let first = attributes.count("min", least: 1)
        let last = attributes.count("max", least: first)
        hiddenColumns.append(first - 1...last - 1)
    }

    /// The sheet with its merges made spans. A merge counts where its first cell is; what it covers is not shown.
    mutating func grid(name: String) -> Grid {
        if !isSorted { sortAndRemoveDoubles() }
        let reach = (rows: (cells.map { Int($0.row) }.max() ?? -1) + 1, columns: (cells.map { Int($0.column) }.max() ?? -1) + 1)
        var rowCount = reach.rows
        var columnCount = reach.columns
        let spans = merges.filter { $0.first.row < limits.rows && $0.first.column < limits.columns }
        if !spans.isEmpty {
            cells = SheetMerges.apply(spans, to: cells, limits: limits)
            rowCount = max(rowCount, cells.map { Int($0.row + $0.rowSpan) }.max() ?? 0)
            columnCount = max(columnCount, cells.map { Int($0.column + $0.columnSpan) }.max() ?? 0)
        }
        return Grid(
            number: number, name: name, rowCount: rowCount, columnCount: columnCount, cells: cells, absentIsBlank: true)
    }

    private mutating func sortAndRemoveDoubles() {
        cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        var kept: [GridCell] = []
        for cell in cells where kept.last.map({ ($0.row, $0.column) != (cell.row, cell.column) }) ?? true {
            kept.append(cell)
        }
        cells = kept
    }
}
