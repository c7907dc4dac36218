/// The main text of a DOCX, turned into flow as its XML is read.
struct WordSink: XMLSink {
    var flow: DocumentBuilder
    private var numbering: WordNumbering
    private var elements = KnownElements()
    private var depth = 0
    /// The depth at which a subtree that is not read began, 0 for none.
    private var skipDepth = 0
    private var isInText = false
    private var isInRun = false
    /// Marked hidden or struck out.
    private var isRunHidden = false
    /// Hidden, and not struck out for everybody to see.
    private var isRunVanished = false
    /// Whether the file hides text.
    private(set) var hidden: Set<SourceDocument.Hidden> = []
    private var position = Position.baseline
    /// Where the text before stands, in the same paragraph.
    private var positionBefore = Position.baseline
    private var isInRowProperties = false
    /// One entry for each open paragraph: those of a text box stand inside the paragraph that anchors it.
    private var paragraphs: [Paragraph] = []
    private var rows: [Row] = []
    private var cells: [Cell] = []
    /// For each open AlternateContent whether a choice has been taken.
    private var alternates: [Bool] = []

    private struct Paragraph {
        var style: String?
        var list: String?
        var level: Int?
        var isInProperties = false
        var isInNumbering = false
        var isNumbered = false
    }
    private enum Position: String { case baseline, superscript, `subscript` }
    private struct Row {
        var before = 0
        var after = 0
        var hasBegun = false
    }
    private struct Cell {
        var span = 1
        var merge = VerticalMerge.none
        var hasBegun = false
    }

    init(limits: Limits, capacity: Int, numbering: WordNumbering) {
        flow = DocumentBuilder(limits: limits, capacity: capacity)
        self.numbering = numbering
    }

    var failure: FormatError? { flow.failure }
    var hasFailed: Bool { flow.hasFailed }

    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
        depth += 1
        if skipDepth > 0 { return }
        let element = elements.named(name)
        switch element {
        case .paragraph:
            beginCellContent()
            flow.breakLine()
            positionBefore = .baseline
            paragraphs.append(Paragraph())
        case .paragraphProperties: inParagraph { $0.isInProperties = true }
        case .style: if numbering.hasLists { inParagraph { if $0.isInProperties { $0.style = attributes.string("val") } } }
        case .numbering: inParagraph { $0.isInNumbering = $0.isInProperties }
        case .level: inParagraph { if $0.isInNumbering { $0.level = attributes.int("val") } }
        case .numberID: inParagraph { if $0.isInNumbering { $0.list = attributes.string("val") } }
        case .run:
            isInRun = true
            isRunHidden = false
            isRunVanished = false
            position = .baseline
        case .vanish:
            if isInRun, attributes.isOn() {
                isRunHidden = true
                isRunVanished = isRunVanished || CString.equal(name, "vanish")
            }
        case .position: if isInRun { position = Position(rawValue: attributes.string("val") ?? "") ?? .baseline }
        case .text: isInText = true
        case .tab: if isInRun { add("\t") }
        case .hyphen: add("-")
        case .lineBreak: if !isRunHidden { flow.breakLine() }
        case .table:
            beginCellContent()
            flow.beginTable()
        case .row: rows.append(Row())
        case .rowProperties: isInRowProperties = true
        case .gridBefore: inRow { $0.before = attributes.count("val", least: 0) }
        case .gridAfter: inRow { $0.after = attributes.count("val", least: 0) }
        case .cell:
            beginRow()
            cells.append(Cell())
        case .gridSpan: inCell { $0.span = attributes.count("val", least: 1) }
        case .verticalMerge:
            let isRestart = attributes.bytes("val")?.elementsEqual("restart".utf8) ?? false
            inCell { $0.merge = isRestart ? .restart : .continued }
        case .deleted: if isInRowProperties { dropRow() } else { skipDepth = depth }
        case .skipped: skipDepth = depth
        case .alternate: alternates.append(false)
        case .choice, .fallback: beginAlternative()
        case .runProperties, .cellProperties, .other: break
        }
    }

    mutating func end(_ name: UnsafePointer<UInt8>) {
        defer { depth -= 1 }
        if skipDepth > 0 {
            if skipDepth < depth { return }
            skipDepth = 0
            // A dropped row ends here; what was skipped inside one needs nothing more.
            if elements.named(name) != .row { return }
            if !rows.isEmpty { rows.removeLast() }
            isInRowProperties = false
            return
        }
        switch elements.named(name) {
        case .paragraph:
            number()
            if !paragraphs.isEmpty { paragraphs.removeLast() }
            flow.breakLine()
            positionBefore = .baseline
        case .paragraphProperties: inParagraph { $0.isInProperties = false }
        case .numbering: inParagraph { $0.isInNumbering = false }
        case .run: isInRun = false
        case .text: isInText = false
        case .table: flow.endTable()
        case .rowProperties: isInRowProperties = false
        case .row:
            beginRow()
            let after = rows.popLast()?.after ?? 0
            flow.endRow()
            if after > 0 { flow.skipColumns(after) }
        case .cellProperties: beginCellContent()
        case .cell:
            beginCellContent()
            if !cells.isEmpty { cells.removeLast() }
            flow.endCell()
        case .alternate: if !alternates.isEmpty { alternates.removeLast() }
        default: break
        }
    }

    mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {
        guard isInText, skipDepth == 0 else { return }
        guard !isRunHidden else {
            if isRunVanished, !Blank.isBlank(Array(text), from: 0) { hidden.insert(.text) }
            return
        }
        add(text)
    }

    private mutating func add(_ text: StaticString) {
        if !isRunHidden { text.withUTF8Buffer { add($0) } }
    }

    /// Adds text after the paragraph's number. Superscripts and subscripts stand apart, in however many runs they come.
    private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        number()
        if position != positionBefore {
            positionBefore = position
            flow.separate()
        }
        flow.addVerbatim(text)
    }

    /// Puts a list paragraph's number before its first text. A paragraph without text counts, but shows only blanks.
    private mutating func number() {
        guard numbering.hasLists, let last = paragraphs.indices.last, !paragraphs[last].isNumbered else { return }
        paragraphs[last].isNumbered = true
        let paragraph = paragraphs[last]
        if var label = numbering.next(style: paragraph.style, list: paragraph.list, level: paragraph.level) {
            label.withUTF8 { flow.addVerbatim($0) }
        }
    }

    private mutating func inParagraph(_ change: (inout Paragraph) -> Void) {
        if let last = paragraphs.indices.last { change(&paragraphs[last]) }
    }

    private mutating func inRow(_ change: (inout Row) -> Void) {
        if let last = rows.indices.last { change(&rows[last]) }
    }

    private mutating func inCell(_ change: (inout Cell) -> Void) {
        if let last = cells.indices.last, !cells[last].hasBegun { change(&cells[last]) }
    }

    /// The row begins with its first cell, when its properties are known.
    private mutating func beginRow() {
        guard let last = rows.indices.last, !rows[last].hasBegun else { return }
        rows[last].hasBegun = true
        flow.beginRow()
        if rows[last].before > 0 { flow.skipColumns(rows[last].before) }
    }

    /// The cell begins with its first content, when its properties are known.
    private mutating func beginCellContent() {
        guard let last = cells.indices.last, !cells[last].hasBegun else { return }
        cells[last].hasBegun = true
        flow.beginCell(columnSpan: cells[last].span, merge: cells[last].merge)
    }

    /// A row whose deletion is tracked is no longer there. Its properties are two levels below it.
    private mutating func dropRow() { skipDepth = max(1, depth - 2) }

    /// Of the forms in which a newer feature is written, the first is read.
    private mutating func beginAlternative() {
        guard let last = alternates.indices.last else { return }
        if alternates[last] { skipDepth = depth } else { alternates[last] = true }
    }
}
