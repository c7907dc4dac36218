/// Puts a document together from what a parser meets in reading order: text, breaks, tables. Holds the rules that HTML
/// and Word share: blank text is nothing, and a table that contains a table is layout.
///
/// Its methods are called from C callbacks, which cannot throw: the first error is kept in `failure`.
struct DocumentBuilder {
    private(set) var utf8: [UInt8] = []
    private(set) var blocks: [Block] = []
    private(set) var failure: FormatError?
    /// True once there is a failure: asked at every element.
    private(set) var hasFailed = false
    let limits: Limits

    private var tables: [OpenTable] = []
    /// The innermost table that has a cell; text goes into its open cell, or else is a line of its own.
    private var innermost = -1
    private var isInCell = false
    /// Where the text of the open cell or line begins.
    private var start = 0
    private var pendingSpace = false
    private var pendingBreak = false
    /// Like a pending space, but kept where white space is not collapsed.
    private var pendingGap = false
    private var gridCount = 0
    private var cellCount = 0
    private var lineCount = 0
    private let textLimit: Int

    init(limits: Limits, capacity: Int) {
        self.limits = limits
        // Ranges are 32 bits wide.
        textLimit = min(limits.textBytes, Int(Int32.max) - (1 << 24))
        utf8.reserveCapacity(min(capacity, textLimit))
    }

    mutating func fail(_ error: FormatError) {
        if !hasFailed { failure = error }
        hasFailed = true
    }

    // MARK: Text

    /// Adds text as HTML does: a run of ASCII white space is one space, none at the start or end of a line.
    mutating func addCollapsing(_ text: UnsafeBufferPointer<UInt8>) {
        guard hasRoom else { return }
        var i = 0
        let count = text.count
        while i < count {
            let byte = text[i]
            if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C {
                pendingSpace = true
                i += 1
                continue
            }
            var end = i + 1
            while end < count, text[end] > 0x20 || !Self.isSpace(text[end]) { end += 1 }
            flushPending()
            utf8.append(contentsOf: UnsafeBufferPointer(rebasing: text[i..<end]))
            i = end
        }
    }

    /// Keeps the text that follows apart from the text before by a space at least, if both stand in one line.
    mutating func separate() { pendingGap = true }

    /// Adds text as it is, lines and all.
    mutating func addVerbatim(_ text: UnsafeBufferPointer<UInt8>) {
        guard hasRoom else { return }
        var i = 0
        while i < text.count {
            if text[i] == 0x0A || text[i] == 0x0D {
                breakLine()
                i += 1
                continue
            }
            var end = i + 1
            while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
            // Blanks of its own keep it apart already.
            pendingSpace = pendingGap && !Self.isSpace(text[i]) && !(utf8.last.map(Self.isSpace) ?? true)
            pendingGap = false
            flushPending()
            utf8.append(contentsOf: UnsafeBufferPointer(rebasing: text[i..<end]))
            i = end
        }
    }

    /// False, and the reading has failed, where the text is as long as it may be.
    private var hasRoom: Bool {
        mutating get {
            if utf8.count > textLimit { fail(.tooMuchText(limit: limits.textBytes)) }
            return !hasFailed
        }
    }

    private mutating func flushPending() {
        if utf8.count > start {
            if pendingBreak { utf8.append(0x0A) } else if pendingSpace || pendingGap { utf8.append(0x20) }
        }
        pendingBreak = false
        pendingSpace = false
        pendingGap = false
    }

    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }

    /// Ends the line or paragraph, if there is one.
    mutating func breakLine() {
        pendingSpace = false
        pendingGap = false
        if isInCell {
            pendingBreak = true
            return
        }
        pendingBreak = false
        guard utf8.count > start else { return }
        let range = takeText()
        if !range.isEmpty { addLine(range) }
    }

    private mutating func addLine(_ range: TextRange) {
        lineCount += 1
        if lineCount > limits.lines { return fail(.tooManyLines(limit: limits.lines)) }
        blocks.append(.line(range, number: nil))
    }

    /// The text since `start`; blank text is taken back.
    private mutating func takeText() -> TextRange {
        if utf8.count > textLimit { fail(.tooMuchText(limit: limits.textBytes)) }
        if Blank.isBlank(utf8, from: start) { utf8.removeLast(utf8.count - start) }
        let range = !hasFailed ? TextRange(start, utf8.count) : TextRange(0, 0)
        start = utf8.count
        return range
    }

    // MARK: Tables

    /// True inside of a table.
    var isInTable: Bool { !tables.isEmpty }

    mutating func beginTable() {
        breakLine()
        if tables.count >= limits.depth { return fail(.nestingTooDeep(limit: limits.depth)) }
        tables.append(OpenTable())
    }

    mutating func endTable() {
        breakLine()
        guard !tables.isEmpty else { return }
        endCell()
        var table = tables.removeLast()
        guard table.hasStarted else { return }
        if !table.isLayout {
            gridCount += 1
            blocks.append(.grid(table.finish(number: gridCount)))
        }
        innermost = tables.lastIndex(where: \.hasStarted) ?? -1
        isInCell = false
        start = utf8.count
    }

    mutating func beginGroup(isFooter: Bool) {
        breakLine()
        guard !tables.isEmpty else { return }
        endRow()
        tables[tables.count - 1].beginGroup(isFooter: isFooter)
    }

    mutating func endGroup() {
        guard !tables.isEmpty else { return }
        endRow()
        tables[tables.count - 1].endGroup()
    }

    mutating func beginRow() {
        breakLine()
        guard !tables.isEmpty else { return }
        endCell()
        tables[tables.count - 1].beginRow()
        if tables[tables.count - 1].row >= limits.rows { fail(.tooManyRows(limit: limits.rows, table: gridCount + 1)) }
    }

    mutating func endRow() {
        guard !tables.isEmpty else { return }
        endCell()
        tables[tables.count - 1].isRowOpen = false
    }

    /// Leaves out columns at a row's start or end.
    mutating func skipColumns(_ count: Int) {
        guard !tables.isEmpty else { return }
        tables[tables.count - 1].skipColumns(count, limit: limits.columns)
    }

    /// Begins a cell of HTML: spans run right and down from the first free place.
    mutating func beginCell(rowSpan: Int, columnSpan: Int) {
        guard openCell() else { return }
        let top = tables.count - 1
        if tables[top].isLayout { return }
        if tables[top].place(rowSpan: rowSpan, columnSpan: columnSpan, limit: limits.columns) == nil {
            fail(.tooManyColumns(limit: limits.columns, table: gridCount + 1))
        }
        isInCell = true
    }

    /// Begins a cell of Word.
    mutating func beginCell(columnSpan: Int, merge: VerticalMerge) {
        guard openCell() else { return }
        let top = tables.count - 1
        if tables[top].isLayout { return }
        if let placed = tables[top].placeNext(columnSpan: columnSpan, merge: merge, limit: limits.columns) {
            tables[top].isDiscarding = placed.isContinued
        } else {
            fail(.tooManyColumns(limit: limits.columns, table: gridCount + 1))
        }
        isInCell = true
    }

    /// False where there is no table, or the limits are used up.
    private mutating func openCell() -> Bool {
        breakLine()
        guard !tables.isEmpty, !hasFailed else { return false }
        endCell()
        let top = tables.count - 1
        if !tables[top].hasStarted { startTable() }
        if !tables[top].isRowOpen { beginRow() }
        cellCount += 1
        if cellCount > limits.cells { fail(.tooManyCells(limit: limits.cells)) }
        start = utf8.count
        pendingBreak = false
        tables[top].isCellOpen = true
        tables[top].isDiscarding = false
        return !hasFailed
    }

    mutating func endCell() {
        // The table is not copied out: changing it would then copy all its cells.
        let top = tables.count - 1
        guard top >= 0, tables[top].isCellOpen else { return }
        tables[top].isCellOpen = false
        if tables[top].isLayout { return breakLine() }
        if tables[top].isDiscarding {
            utf8.removeLast(utf8.count - start)
        } else {
            let text = takeText()
            if !tables[top].cells.isEmpty { tables[top].cells[tables[top].cells.count - 1].text = text }
        }
        pendingSpace = false
        pendingGap = false
        pendingBreak = false
        isInCell = false
    }

    /// The first cell of a table: the table around it, if any, is layout, and what it had so far is lines.
    private mutating func startTable() {
        if innermost >= 0, !tables[innermost].isLayout {
            let outer = tables[innermost]
            tables[innermost].becomeLayout()
            cellCount -= outer.cells.count
            isInCell = false
            pendingBreak = false
            for cell in outer.cells { addLines(cell.text) }
            if outer.isCellOpen, !outer.isDiscarding { addLines(takeText()) }
            start = utf8.count
        }
        tables[tables.count - 1].hasStarted = true
        innermost = tables.count - 1
    }

    private mutating func addLines(_ text: TextRange) {
        var from = Int(text.lower)
        for i in text.indices where utf8[i] == 0x0A {
            if i > from { addLine(TextRange(from, i)) }
            from = i + 1
        }
        if Int(text.upper) > from { addLine(TextRange(from, Int(text.upper))) }
    }

    /// Closes what is open.
    mutating func finish() {
        while !tables.isEmpty { endTable() }
        breakLine()
    }
}
