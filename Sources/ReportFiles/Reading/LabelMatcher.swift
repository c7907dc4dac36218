import AnnualReport

/// Tells what label a piece of text is, alone or joined with the pieces after it (商业 / 企业).
struct LabelMatcher {
    let pieces: [Piece]
    let utf8: UnsafeBufferPointer<UInt8>
    private var words: FoldedPieces
    /// The folded words of several pieces together.
    private var joint: [UInt16] = []

    init(_ pieces: [Piece], _ utf8: UnsafeBufferPointer<UInt8>) {
        self.pieces = pieces
        self.utf8 = utf8
        words = FoldedPieces(pieces, utf8)
    }

    /// What table the reader stands in: near labels are known only there.
    enum Context {
        case none, proactiveHead, proactiveRows, requestHead, requestRows, reviewHead
    }

    struct Match {
        var label: PrintedLabel
        /// How many pieces the label takes.
        var length: Int
    }

    /// The mark that numbers a piece; nil if there is none.
    mutating func mark(of i: Int) -> ItemMark? { words[i].printedMark }

    /// The label that begins at a piece; nil for other words.
    mutating func match(at i: Int, in context: Context) -> Match? {
        guard pieces[i].kind == .words else { return nil }
        let alone = exact(i, context)
        // 本年 / 处理决定数量 and 部分公开 / （区分处理的…）: the longer reading wins where it is one, too.
        if let longer = joined(i, context) { return longer }
        return alone ?? near(i, context)
    }

    /// The label whose words all of the pieces together are to the letter; nil for other words.
    mutating func exact(of list: [Int], in context: Context) -> PrintedLabel? {
        let facts = list.map { words[$0] }
        guard let first = facts.first else { return nil }
        joint = facts.dropFirst().reduce(into: Array(words.text(first.bare))) { $0 += words.text($1.whole) }
        return meaning(joint[...], WordHash(joint[...]), first.mark, context).map { found($0, first.mark, list).label }
    }

    private mutating func exact(_ i: Int, _ context: Context) -> Match? {
        let own = words[i]
        return meaning(words.text(own.bare), own.hash, own.mark, context).map { found($0, own.mark, [i]) }
    }

    /// Pieces that one label may be broken over: words without a figure between, the next ones beginning a row or
    /// standing in the same row.
    private mutating func joined(_ i: Int, _ context: Context) -> Match? {
        guard context != .none || pieces[i].inLine, pieces[i].origin.table == 0 else { return nil }
        let first = words[i]
        var (hash, cites) = (first.hash, first.cites)
        var isBeginning = true
        var longest: (meaning: Meaning, length: Int)?
        var length = 2
        joint.removeAll(keepingCapacity: true)
        joint += words.text(first.bare)
        while length <= 6, i + length <= pieces.count {
            let next = pieces[i + length - 1]
            guard next.kind == .words, next.origin.table == 0, next.range.count <= 120 else { break }
            let facts = words[i + length - 1]
            guard facts.printedMark == nil else { break }
            let text = words.text(facts.whole)
            if !text.isEmpty, isBeginning { isBeginning = Vocabulary.standard.mayGoOn(hash) }
            for c in text { hash.add(c) }
            joint += text
            cites = cites || facts.cites
            if !isBeginning, joint.count > Citation.longest { break }
            if isBeginning || cites, let meaning = meaning(joint[...], hash, first.mark, context) { longest = (meaning, length) }
            length += 1
        }
        return longest.map { found($0.meaning, first.mark, Array(i..<(i + $0.length))) }
    }

    /// What words stand for, and whether they are the form's to the letter; `words` as printed if they are known already.
    private typealias Meaning = (label: Label, words: String?, isExact: Bool)

    private func meaning(_ folded: ArraySlice<UInt16>, _ hash: WordHash, _ mark: ItemMark?, _ context: Context) -> Meaning? {
        guard let label = Vocabulary.standard.exact(folded, hash) else {
            guard mark == nil, let (block, misprint) = Citation.read(folded) else { return nil }
            return (.block(block), misprint ? nil : "", !misprint)
        }
        switch label {
        case .total:
            switch context {
            case .requestRows: return (.request(.total), nil, true)
            case .requestHead: return (.kind(.total), nil, true)
            case .reviewHead: return (.outcome(.total), nil, true)
            default: return nil
            }
        case .other:
            switch context {
            case .requestHead: return (.kind(.otherOrganization), nil, true)
            case .requestRows: return (.request(.otherRemaining), nil, true)
            default: return nil
            }
        // 本年处理决定数量 stands in both forms' blocks 五 and 六; 行政处罚 and the like are rows only below a heading.
        case .row where context == .none, .column where context != .proactiveHead && context != .proactiveRows && context != .none:
            return nil
        default: return (label, nil, true)
        }
    }

    private mutating func near(_ i: Int, _ context: Context) -> Match? {
        guard context != .none else { return nil }
        let own = words[i]
        if let label = near(words.text(own.bare), own.mark, context) { return found((label, nil, false), own.mark, [i]) }
        // The office's own note in brackets says nothing of the label: 规范性文件（本单位制发的）.
        if let bracket = bracket(in: own.bytes), bracket > own.bytes.lowerBound {
            var outside: [UInt16] = []
            Folding.fold(UnsafeBufferPointer(rebasing: utf8[own.bytes.lowerBound..<bracket]), into: &outside)
            if let label = Vocabulary.standard.exact(outside).flatMap({ resolve($0, context) }) ?? near(outside[...], own.mark, context) {
                return found((label, nil, false), own.mark, [i])
            }
        }
        // 结果维护 broken in two, and other near labels over several pieces.
        var length = 2
        var text = Array(words.text(own.bare))
        while length <= 4, i + length <= pieces.count, pieces[i].origin.table == 0 {
            let next = pieces[i + length - 1]
            guard next.kind == .words, next.range.count <= 60, next.row <= pieces[i].row + Int32(length),
                words[i + length - 1].printedMark == nil, !isLabel(i + length - 1, context)
            else { break }
            let whole = words[i + length - 1].whole
            text += words.text(whole)
            if text.count <= 40, let label = near(text[...], own.mark, context) {
                return found((label, nil, false), own.mark, Array(i..<(i + length)))
            }
            length += 1
        }
        return nil
    }

    /// Where the first bracket opens in a range: （ or (.
    private func bracket(in range: Range<Int>) -> Int? {
        range.first { i in
            utf8[i] == 0x28 || utf8[i] == 0xEF && i + 2 < range.upperBound && utf8[i + 1] == 0xBC && utf8[i + 2] == 0x88
        }
    }

    /// Whether a piece is a label of its own.
    private mutating func isLabel(_ i: Int, _ context: Context) -> Bool {
        let own = words[i]
        return exact(i, context) != nil || near(words.text(own.bare), own.mark, context) != nil
    }

    private func resolve(_ label: Label, _ context: Context) -> Label? {
        switch (label, context) {
        case (.row, .proactiveRows), (.row, .proactiveHead), (.column, .proactiveHead): label
        case (.request, .requestRows), (.group, .requestRows), (.request, .requestHead), (.kind, .requestHead),
            (.organizations, .requestHead):
            label
        case (.review, .reviewHead), (.outcome, .reviewHead), (.lawsuits, .reviewHead): label
        case (.review, _), (.lawsuits, _): label
        case (.contents, _), (.applicants, _): label
        default: nil
        }
    }

    private func near(_ folded: ArraySlice<UInt16>, _ mark: ItemMark?, _ context: Context) -> Label? {
        switch context {
        case .none: nil
        case .proactiveHead: NearLabel.proactiveColumn(folded) ?? NearLabel.proactiveRow(folded)
        case .proactiveRows: NearLabel.proactiveRow(folded)
        case .requestHead: mark == nil ? NearLabel.applicant(folded) : NearLabel.request(folded, mark: mark)
        case .requestRows: NearLabel.request(folded, mark: mark)
        case .reviewHead: NearLabel.review(folded)
        }
    }

    private func found(_ meaning: Meaning, _ mark: ItemMark?, _ list: [Int]) -> Match {
        var columns = pieces[list[0]].columns
        if list.count > 1 { columns = columns.lowerBound..<max(columns.upperBound, pieces[list[list.count - 1]].columns.upperBound) }
        let printed = PrintedLabel(
            label: meaning.label, words: meaning.words ?? (meaning.isExact ? "" : printedWords(list)), mark: mark,
            origin: pieces[list[0]].origin, isExact: meaning.isExact, columns: columns)
        return Match(label: printed, length: list.count)
    }

    /// The words without mark and white space.
    func printedWords(_ list: some Collection<Int>) -> String {
        var bytes: [UInt8] = []
        for i in list { utf8.appendCompact(pieces[i].range.indices, to: &bytes) }
        return bytes.withUnsafeBufferPointer { bytes in
            var start = Mark.read(bytes)?.length ?? 0
            // A number whose point is lost before a Chinese word of three characters or more.
            let isNumber = start == 0 && bytes.count > 6 && bytes[0] >= 0x31 && bytes[0] <= 0x38 && bytes[1] >= 0xE4
            if isNumber, bytes.count(where: { $0 & 0xC0 != 0x80 }) > 3 { start = 1 }
            return String(decoding: bytes.dropFirst(start), as: UTF8.self)
        }
    }
}

extension String {
    /// Calls the body with the string's UTF-8.
    func withUTF8Copy<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var copy = self
        return copy.withUTF8(body)
    }
}

/// The heading of a block of table two: 第二十条第（一）项.
enum Citation {
    private static let regulation: Folded = "条例"
    private static let ordinal = Folding.fold("第")[0]
    private static let article = Folding.fold("条")[0]
    private static let item = Folding.fold("项")[0]

    /// More characters than any citation has.
    static let longest = 24

    /// Whether a character of a citation stands in the text without which there is none.
    static func mayStand(in folded: ArraySlice<UInt16>) -> Bool { folded.contains(ordinal) }

    /// The block that a folded text cites (nil for an item without one), and whether it cites it wrongly: another article, an
    /// item without a block.
    static func read(_ folded: ArraySlice<UInt16>) -> (block: ProactiveBlock?, isMisprint: Bool)? {
        guard folded.count >= 4, folded.count <= longest, let start = folded.firstIndex(of: ordinal), start - folded.startIndex <= 18,
            start == folded.startIndex || regulation.isContained(in: folded[..<start]),
            let end = folded[start...].firstIndex(of: article), end - start <= 5,
            let number = Mark.number(folded[(start + 1)..<end])
        else { return nil }
        var rest = folded[(end + 1)...]
        guard rest.last == item || rest.first == ordinal else { return nil }
        if rest.first == ordinal { rest.removeFirst() }
        if rest.last == item { rest.removeLast() }
        guard let value = Mark.number(rest) else { return nil }
        let block = ProactiveBlock(rawValue: value)
        // Words before the citation may only be the Regulation's name.
        return (block, number != 20 || block == nil)
    }
}
