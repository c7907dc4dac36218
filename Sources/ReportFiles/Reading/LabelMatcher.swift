import AnnualReport

/// Tells what label a piece of text is, alone or joined with the pieces after it (商业 / 企业).
struct LabelMatcher {
    let utf8: UnsafeBufferPointer<UInt8>
    private var folded: [UInt16] = []

    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        self.utf8 = utf8
        folded.reserveCapacity(64)
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

    /// The label that begins at a piece; nil for other words.
    mutating func match(_ pieces: [Piece], at i: Int, in context: Context) -> Match? {
        let piece = pieces[i]
        guard piece.kind == .words else { return nil }
        if let match = exact(pieces, i, 1, context) {
            // 本年 / 处理决定数量 and 部分公开 / （区分处理的…）: the longer reading wins where it is one, too.
            if let longer = joined(pieces, i, context) { return longer }
            return match
        }
        if let match = joined(pieces, i, context) { return match }
        return near(pieces, i, context)
    }

    /// The label whose words all of the pieces together are to the letter; nil for other words.
    mutating func exact(of pieces: [Piece], in context: Context) -> PrintedLabel? {
        exact(pieces, 0, pieces.count, context)?.label
    }

    /// Pieces that one label may be broken over: words without a figure between, the next ones beginning a row or
    /// standing in the same row.
    private mutating func joined(_ pieces: [Piece], _ i: Int, _ context: Context) -> Match? {
        guard context != .none || pieces[i].inLine else { return nil }
        var longest: Match?
        var length = 2
        while length <= 6, i + length <= pieces.count {
            let next = pieces[i + length - 1]
            guard next.kind == .words, pieces[i].origin.table == next.origin.table, next.origin.table == 0, next.range.count <= 120,
                Mark.read(UnsafeBufferPointer(rebasing: utf8[next.range.indices])) == nil
            else { break }
            if let match = exact(pieces, i, length, context) { longest = match }
            length += 1
        }
        return longest
    }

    private mutating func exact(_ pieces: [Piece], _ i: Int, _ length: Int, _ context: Context) -> Match? {
        let (mark, range) = bare(pieces, i, length)
        fold(pieces, i, length, from: range)
        guard var label = Vocabulary.standard.exact(folded) else {
            guard let (block, misprint) = Citation.read(folded), mark == nil else { return nil }
            return found(.block(block), nil, pieces, i, length, words: misprint ? nil : "", isExact: !misprint)
        }
        switch label {
        case .total:
            switch context {
            case .requestRows: label = .request(.total)
            case .requestHead: label = .kind(.total)
            case .reviewHead: label = .outcome(.total)
            default: return nil
            }
        case .other:
            switch context {
            case .requestHead: label = .kind(.otherOrganization)
            case .requestRows: label = .request(.otherRemaining)
            default: return nil
            }
        // 本年处理决定数量 stands in both forms' blocks 五 and 六; 行政处罚 and the like are rows only below a heading.
        case .row where context == .none, .column where context != .proactiveHead && context != .proactiveRows && context != .none:
            return nil
        default: break
        }
        return found(label, mark, pieces, i, length, words: nil, isExact: true)
    }

    private mutating func near(_ pieces: [Piece], _ i: Int, _ context: Context) -> Match? {
        guard context != .none else { return nil }
        let (mark, range) = bare(pieces, i, 1)
        fold(pieces, i, 1, from: range)
        if let label = near(folded, mark, context) {
            return found(label, mark, pieces, i, 1, words: nil, isExact: false)
        }
        // The office's own note in brackets says nothing of the label: 规范性文件（本单位制发的）.
        let words = String(decoding: utf8[range], as: UTF8.self)
        let outside = words.prefix { $0 != "（" && $0 != "(" }
        if !outside.isEmpty, outside.count < words.count {
            let bareFolded = Folding.fold(String(outside))
            if let label = Vocabulary.standard.exact(bareFolded).flatMap({ resolve($0, context) }) ?? near(bareFolded, mark, context) {
                return found(label, mark, pieces, i, 1, words: nil, isExact: false)
            }
        }
        // 结果维护 broken in two, and other near labels over several pieces.
        var length = 2
        while length <= 4, i + length <= pieces.count, pieces[i].origin.table == 0 {
            let next = pieces[i + length - 1]
            guard next.kind == .words, next.range.count <= 60, next.row <= pieces[i].row + Int32(length),
                Mark.read(UnsafeBufferPointer(rebasing: utf8[next.range.indices])) == nil,
                !isLabel(pieces, i + length - 1, context)
            else { break }
            let (mark, range) = bare(pieces, i, length)
            fold(pieces, i, length, from: range)
            if folded.count <= 40, let label = near(folded, mark, context) {
                return found(label, mark, pieces, i, length, words: nil, isExact: false)
            }
            length += 1
        }
        return nil
    }

    /// Whether a piece is a label of its own.
    private mutating func isLabel(_ pieces: [Piece], _ i: Int, _ context: Context) -> Bool {
        if exact(pieces, i, 1, context) != nil { return true }
        let (mark, range) = bare(pieces, i, 1)
        fold(pieces, i, 1, from: range)
        return near(folded, mark, context) != nil
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

    private func near(_ folded: [UInt16], _ mark: ItemMark?, _ context: Context) -> Label? {
        switch context {
        case .none: nil
        case .proactiveHead: NearLabel.proactiveColumn(folded) ?? NearLabel.proactiveRow(folded)
        case .proactiveRows: NearLabel.proactiveRow(folded)
        case .requestHead: mark == nil ? NearLabel.applicant(folded) : NearLabel.request(folded, mark: mark)
        case .requestRows: NearLabel.request(folded, mark: mark)
        case .reviewHead: NearLabel.review(folded)
        }
    }

    private func found(
        _ label: Label, _ mark: ItemMark?, _ pieces: [Piece], _ i: Int, _ length: Int, words: String?, isExact: Bool
    ) -> Match {
        var columns = pieces[i].columns
        if length > 1 { columns = columns.lowerBound..<max(columns.upperBound, pieces[i + length - 1].columns.upperBound) }
        let printed = PrintedLabel(
            label: label, words: words ?? (isExact ? "" : printedWords(pieces, i, length)), mark: mark, origin: pieces[i].origin,
            isExact: isExact, columns: columns)
        return Match(label: printed, length: length)
    }

    /// The words without mark and white space.
    func printedWords(_ pieces: [Piece], _ i: Int, _ length: Int) -> String {
        var bytes: [UInt8] = []
        for piece in pieces[i..<(i + length)] { utf8.appendCompact(piece.range.indices, to: &bytes) }
        let mark = bytes.withUnsafeBufferPointer { Mark.read($0)?.length ?? 0 }
        let words = String(decoding: bytes.dropFirst(mark), as: UTF8.self)
        guard mark == 0, let first = words.first, ("1"..."8").contains(first), words.count > 3,
            words.dropFirst().first.map({ $0.unicodeScalars.first?.value ?? 0 >= 0x4E00 }) ?? false
        else { return words }
        return String(words.dropFirst())
    }

    /// The mark at the head of the pieces and the bytes after it in the first piece.
    private func bare(_ pieces: [Piece], _ i: Int, _ length: Int) -> (ItemMark?, Range<Int>) {
        let range = pieces[i].range.indices
        if let (mark, count) = Mark.read(UnsafeBufferPointer(rebasing: utf8[range])) {
            return (mark, range.lowerBound + count..<range.upperBound)
        }
        // 1 属于国家秘密: the point after the number is lost.
        if range.count > 6, let digit = utf8[range].first, digit >= 0x31, digit <= 0x38 {
            let rest = utf8.trimmed(range.dropFirst())
            if rest.count > 6, utf8[rest.lowerBound] >= 0xE4 { return (.digit(Int(digit - 0x30)), rest) }
        }
        return (nil, range)
    }

    private mutating func fold(_ pieces: [Piece], _ i: Int, _ length: Int, from first: Range<Int>) {
        Folding.fold(UnsafeBufferPointer(rebasing: utf8[first]), into: &folded)
        guard length > 1 else { return }
        var rest: [UInt16] = []
        for piece in pieces[(i + 1)..<(i + length)] {
            Folding.fold(UnsafeBufferPointer(rebasing: utf8[piece.range.indices]), into: &rest)
            folded += rest
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

    /// The block that a folded text cites (nil for an item without one), and whether it cites it wrongly: another article, an
    /// item without a block.
    static func read(_ folded: [UInt16]) -> (block: ProactiveBlock?, isMisprint: Bool)? {
        guard folded.count >= 4, folded.count <= 24, let start = folded.firstIndex(of: ordinal),
            start == 0 || regulation.isContained(in: Array(folded[..<start])), start <= 18,
            let end = folded[start...].firstIndex(of: article), end - start <= 5,
            let number = Mark.number(Array(folded[(start + 1)..<end]))
        else { return nil }
        var rest = Array(folded[(end + 1)...])
        guard rest.last == item || rest.first == ordinal else { return nil }
        if rest.first == ordinal { rest.removeFirst() }
        if rest.last == item { rest.removeLast() }
        guard let value = Mark.number(rest) else { return nil }
        let block = ProactiveBlock(rawValue: value)
        // Words before the citation may only be the Regulation's name.
        return (block, number != 20 || block == nil)
    }
}
