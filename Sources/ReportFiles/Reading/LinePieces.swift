import AnnualReport
import Formats
import Markup

/// A line of text, and how much of it is what separates cells: counted once, asked many times.
struct TextLine {
    let range: TextRange
    let number: Int32
    let bars: Int
    let tabs: Int
    private let spaces: Int

    init(_ range: TextRange, number: Int32, _ utf8: UnsafeBufferPointer<UInt8>) {
        var (bars, tabs, spaces) = (0, 0, 0)
        for byte in UnsafeBufferPointer(rebasing: utf8[range.indices]) {
            bars &+= byte == 0x7C ? 1 : 0
            tabs &+= byte == 0x09 ? 1 : 0
            spaces &+= byte == 0x20 ? 1 : 0
        }
        (self.range, self.number) = (range, number)
        (self.bars, self.tabs, self.spaces) = (bars, tabs, spaces)
    }

    /// Bytes other than spaces: a row of aligned columns is long by its blanks, not by its words.
    var length: Int { range.count - spaces }
}

/// Takes lines of text apart: at bars, at tabs, else at white space.
struct LinePieces {
    private let utf8: UnsafeBufferPointer<UInt8>
    /// True for the text of a printed page, whose narrow columns may come without a space between.
    private let isPrinted: Bool
    /// Cells led by a tab, one a line, as word processors leave them.
    private var tabLed = false
    /// Every row of a table led and closed by a bar, as Markdown has it.
    private var framed = false
    private(set) var pieces: [Piece] = []

    /// Longer lines are prose; the longest label of the form takes 110 bytes.
    private static let longestLabel = 300
    /// The three tables with all their text take a tenth of this; a longer line is not taken apart.
    private static let longestTable = 64 << 10

    /// - Throws: `FormatError` where there are more pieces than the limits allow, or the reading's time is over.
    static func pieces(
        of lines: [TextLine], in utf8: UnsafeBufferPointer<UInt8>, isPrinted: Bool, _ limits: Limits
    ) throws(FormatError) -> [Piece] {
        var list = LinePieces(utf8, isPrinted: isPrinted)
        list.survey(lines)
        let expected = lines.reduce(64) { $0 + min($1.bars + $1.tabs, 16) + 1 }
        list.pieces.reserveCapacity(min(expected, limits.cells + limits.lines))
        var gap = false
        for (row, line) in lines.enumerated() {
            try limits.budget.check()
            if line.range.isEmpty {
                gap = true
                continue
            }
            list.take(line, Origin(line: Int(line.number)), Int32(row), gap)
            gap = false
            if list.pieces.count > limits.cells + limits.lines { throw .tooManyCells(limit: limits.cells) }
        }
        return list.pieces
    }

    private init(_ utf8: UnsafeBufferPointer<UInt8>, isPrinted: Bool) {
        self.utf8 = utf8
        self.isPrinted = isPrinted
    }

    /// Tells the layout of the whole text before any line is taken apart.
    private mutating func survey(_ lines: [TextLine]) {
        var led = 0
        var tabbed = 0
        var barred = 0
        var framed = 0
        for line in lines where !line.range.isEmpty {
            let bytes = utf8[line.range.indices]
            if bytes.first == 0x09 {
                if line.tabs > 1, bytes.dropFirst().prefix(400).contains(0x09) { tabbed += 1 } else { led += 1 }
            } else if line.tabs > 0, bytes.count < 400 {
                tabbed += 1
            }
            if line.bars > 0, bytes.count < 2000 {
                barred += 1
                if bytes.first == 0x7C, bytes.count > 2, bytes.last(where: { $0 != 0x20 }) == 0x7C, line.length > line.bars { framed += 1 }
            }
        }
        tabLed = led >= 5 && led > tabbed
        self.framed = barred >= 3 && framed * 10 >= barred * 9
    }

    private mutating func take(_ line: TextLine, _ origin: Origin, _ row: Int32, _ gap: Bool) {
        let range = line.range
        if tabLed {
            if utf8[Int(range.lower)] == 0x09 {
                add(range.indices.dropFirst(), origin, row, gap: gap, startsRow: true)
                return
            }
            if continues(range, origin, gap) { return }
        }
        let isLong = line.length > LinePieces.longestLabel
        if line.bars > 0, !isLong || range.count < 4000 {
            split(range, at: 0x7C, origin, row, gap)
        } else if isLong, range.count > LinePieces.longestTable || line.tabs == 0 {
            add(range.indices, origin, row, gap: gap, startsRow: true, kind: .prose)
        } else if line.tabs > 0 {
            split(range, at: 0x09, origin, row, gap)
        } else {
            splitAtSpaces(range, origin, row, gap)
        }
    }

    /// In the tab-led layout a line without a tab belongs to the cell before, unless it is prose or a heading.
    private mutating func continues(_ line: TextRange, _ origin: Origin, _ gap: Bool) -> Bool {
        guard let last = pieces.last, last.startsRow, last.kind != .prose, line.count <= 120 else { return false }
        let text = trimmed(line.indices)
        if text.isEmpty { return !gap }
        let slice = UnsafeBufferPointer(rebasing: utf8[text])
        if let (mark, length) = Mark.read(slice), case .section = mark,
            SectionTopic(heading: String(decoding: slice.dropFirst(length), as: UTF8.self)) != nil
        {
            return false
        }
        switch last.kind {
        case .figure: guard !gap, Figure.looksLikeFigure(slice) else { return false }
        case .blank: guard !gap else { return false }
        case .words: guard !gap || text.count <= 36 else { return false }
        case .prose: return false
        }
        if last.kind == .words, gap {
            // After an empty line only the rest of a label that is not whole yet.
            var folded: [UInt16] = []
            let before = UnsafeBufferPointer(rebasing: utf8[last.range.indices])
            Folding.fold(UnsafeBufferPointer(rebasing: before.dropFirst(Mark.read(before)?.length ?? 0)), into: &folded)
            if Vocabulary.standard.exact(folded) != nil { return false }
        }
        let lower = last.kind == .blank ? text.lowerBound : Int(last.range.lower)
        pieces[pieces.count - 1].range = TextRange(lower, text.upperBound)
        pieces[pieces.count - 1].kind = kind(lower..<text.upperBound)
        if last.kind == .blank { pieces[pieces.count - 1].origin = origin }
        return true
    }

    private mutating func split(_ line: TextRange, at separator: UInt8, _ origin: Origin, _ row: Int32, _ gap: Bool) {
        let bar = separator == 0x7C
        var start = Int(line.lower)
        let end = Int(line.upper)
        let first = pieces.count
        if bar, framed, utf8[start] == 0x7C { start += 1 }
        var i = start
        while i < end {
            if utf8[i] == separator {
                add(start..<i, origin, row, gap: gap, startsRow: pieces.count == first)
                if bar, start == i { pieces[pieces.count - 1].isTight = true }
                start = i + 1
            }
            i += 1
        }
        // A line's closing bar opens no cell.
        if !bar || !trimmed(start..<end).isEmpty {
            add(start..<end, origin, row, gap: gap, startsRow: pieces.count == first)
        }
        if bar, framed, isRuler(first) {
            pieces.removeSubrange(first...)
            return
        }
        let several = pieces.count - first > 1
        if several {
            for i in first..<pieces.count { pieces[i].inLine = true }
        } else if bar, pieces.count - first == 1, pieces[first].kind == .blank {
            pieces[first].loneBar = true
        }
    }

    /// |---|:--:| under the head of a Markdown table.
    private func isRuler(_ first: Int) -> Bool {
        guard pieces.count - first > 1 else { return false }
        return pieces[first...].allSatisfy { piece in
            let text = utf8[trimmed(piece.range.indices)]
            return text.count >= 3 && text.allSatisfy { $0 == 0x2D || $0 == 0x3A }
        }
    }

    private mutating func splitAtSpaces(_ line: TextRange, _ origin: Origin, _ row: Int32, _ gap: Bool) {
        let whole = trimmed(line.indices)
        if whole.isEmpty || isPageNumber(whole) { return }
        let first = pieces.count
        var start = whole.lowerBound
        var i = start
        while i < whole.upperBound {
            // Most bytes neither are a space nor begin one.
            guard Self.mayBeSpace(utf8[i]) else {
                i += 1
                continue
            }
            let before = i
            let c = scalar(&i)
            if Figure.isSpace(c) {
                if before > start { add(start..<before, origin, row, gap: gap, startsRow: pieces.count == first) }
                start = i
            }
        }
        if start < whole.upperBound { add(start..<whole.upperBound, origin, row, gap: gap, startsRow: pieces.count == first) }
        joinTokens(from: first)
        if isPrinted, pieces.count - first <= 24 { splitGluedTokens(from: first) }
        if pieces.count - first > 1 {
            for i in first..<pieces.count { pieces[i].inLine = true }
        }
    }

    /// Whether a byte is, or is the first of, a character of white space: U+00A0, U+2000 and what follows, U+3000, U+FEFF.
    @inline(__always)
    private static func mayBeSpace(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
    }

    /// 2500 万 is one cell; 1 . 属于国家秘密 and 1 属于国家秘密 are one label.
    private mutating func joinTokens(from first: Int) {
        var i = first
        while i + 1 < pieces.count {
            let joined = Int(pieces[i].range.lower)..<Int(pieces[i + 1].range.upper)
            let isUnit =
                pieces[i].kind == .figure && pieces[i + 1].kind == .words
                && pieces[i + 1].range.count <= 6 && kind(joined) == .figure
            let isMark =
                !isUnit && pieces[i].kind == .figure && i == first && pieces[i].range.count <= 2
                && pieces[i + 1].kind == .words && utf8[Int(pieces[i].range.lower)] != 0x30
            if isUnit || isMark {
                pieces[i].range = TextRange(joined.lowerBound, joined.upperBound)
                pieces[i].kind = isUnit ? .figure : .words
                pieces.remove(at: i + 1)
            } else {
                i += 1
            }
        }
    }

    /// Narrow columns of a printed table come without a space between: 其他对外管理服务事项23, 本年新制作数量本年新公开数量.
    private mutating func splitGluedTokens(from first: Int) {
        var i = first
        while i < pieces.count {
            let range = pieces[i].range.indices
            guard pieces[i].kind == .words, range.count >= 12, range.count <= 200, let cut = glue(range) else {
                i += 1
                continue
            }
            var rest = pieces[i]
            rest.range = TextRange(cut, range.upperBound)
            rest.kind = kind(cut..<range.upperBound)
            rest.startsRow = false
            pieces[i].range = TextRange(range.lowerBound, cut)
            pieces.insert(rest, at: i + 1)
            i += 1
        }
    }

    /// Where a label ends and a figure or another label begins; nil for words that are one label or none.
    private func glue(_ range: Range<Int>) -> Int? {
        let whole = UnsafeBufferPointer(rebasing: utf8[range])
        let start = range.lowerBound + (Mark.read(whole)?.length ?? 0)
        var folded: [UInt16] = []
        func label(_ range: Range<Int>) -> Bool {
            Folding.fold(UnsafeBufferPointer(rebasing: utf8[range]), into: &folded)
            return Vocabulary.standard.exact(folded) != nil
        }
        guard start < range.upperBound, !label(start..<range.upperBound) else { return nil }
        // A figure at the end.
        var cut = range.upperBound
        while cut > start, utf8[cut - 1] < 0x80,
            Figure.looksLikeFigure(UnsafeBufferPointer(rebasing: utf8[(cut - 1)..<range.upperBound]))
                || utf8[cut - 1] == 0x2E || utf8[cut - 1] == 0x2C
        {
            cut -= 1
        }
        if cut < range.upperBound, cut > start, label(start..<cut) { return cut }
        // Heads one after another: the rest must be labels to its end.
        var i = start
        while i < range.upperBound {
            _ = Folding.nextScalar(utf8, &i)
            if i < range.upperBound, label(start..<i), label(i..<range.upperBound) || glue(i..<range.upperBound) != nil { return i }
        }
        return nil
    }

    /// — 3 — at the foot of a printed page.
    private func isPageNumber(_ range: Range<Int>) -> Bool {
        let text = utf8[range]
        guard text.count <= 12, text.first == 0x2D || text.starts(with: [0xE2, 0x80]) else { return false }
        return text.contains { $0.isASCIIDigit } && text.last.map { !$0.isASCIIDigit } ?? false
    }

    private mutating func add(
        _ range: Range<Int>, _ origin: Origin, _ row: Int32, gap: Bool, startsRow: Bool, kind given: Piece.Kind? = nil
    ) {
        let text = trimmed(range)
        var piece = Piece(
            range: TextRange(text.lowerBound, text.upperBound), kind: given ?? kind(text), origin: origin, row: row)
        piece.startsRow = startsRow
        piece.afterGap = gap
        pieces.append(piece)
    }

    private func kind(_ range: Range<Int>) -> Piece.Kind {
        if range.isEmpty { return .blank }
        if range.count > LinePieces.longestLabel { return .prose }
        return Figure.looksLikeFigure(UnsafeBufferPointer(rebasing: utf8[range])) ? .figure : .words
    }

    private func scalar(_ i: inout Int) -> UInt32 { Folding.nextScalar(utf8, &i) }

    /// Without white space at both ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        utf8.trimmed(range)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The range without white space at both ends, ideographic and no-break spaces among it.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper {
            var next = lower
            let c = Folding.nextScalar(self, &next)
            guard Figure.isSpace(c) else { break }
            lower = Swift.min(next, upper)
        }
        while upper > lower {
            var start = upper - 1
            while start > lower, self[start] & 0xC0 == 0x80 { start -= 1 }
            var next = start
            let c = Folding.nextScalar(self, &next)
            guard Figure.isSpace(c) else { break }
            upper = start
        }
        return lower..<upper
    }

    /// Whether words stand in a range, byte by byte.
    func holds(_ words: StaticString, in range: Range<Int>) -> Bool {
        let count = words.utf8CodeUnitCount
        guard range.count >= count else { return false }
        let first = words.utf8Start[0]
        for i in range.lowerBound...(range.upperBound - count) where self[i] == first {
            var k = 1
            while k < count, self[i + k] == words.utf8Start[k] { k += 1 }
            if k == count { return true }
        }
        return false
    }

    /// Appends a range without its white space.
    func appendCompact(_ range: Range<Int>, to bytes: inout [UInt8]) {
        var i = range.lowerBound
        while i < range.upperBound {
            let start = i
            let c = Folding.nextScalar(self, &i)
            if !Figure.isSpace(c) { bytes.append(contentsOf: self[start..<Swift.min(i, range.upperBound)]) }
        }
    }
}
