import AnnualReport

/// Sums in a report's sentences: a whole and the parts that the same sentence lists.
extension NarrativeFacts {
    static let listed: [Folded] = ["分为", "分别为", "分别是", "包括", "其中"]
    private static let units: CharacterClass = "条件个项次份篇宗"
    private static let partOf: [Folded] = [
        "网站", "平台", "微信", "微博", "公众号", "客户端", "抖音", "信函", "网络", "网上", "当面", "现场", "传真", "邮件", "邮寄", "信箱", "自然人", "法人", "窗口", "在线", "公开栏",
        "新媒体", "其他",
    ]

    /// 8件，按申请方式分为网络在线申请6件，信函申请2件: a whole, a word that lists, and two parts or more of one unit, in
    /// one sentence.
    mutating func readSums(_ text: Sentence, _ range: Range<Int>, _ origin: Origin) {
        guard range.count >= 12, let first = firstListing(text, range) else { return }
        let (marker, length, isOpen) = first
        guard firstListing(text, marker + length..<range.upperBound) == nil,
            let whole = lastNumber(text, range.lowerBound..<marker), marker - whole.end <= 16
        else { return }
        guard let all = readParts(text, marker + length..<range.upperBound, whole.unit) else { return }
        // After a semicolon a new list may begin, or the same go on: where either holds, nothing is said.
        var lists = [all]
        if let semicolon = text.characters[marker..<range.upperBound].firstIndex(of: 0x3B),
            let first = readParts(text, marker + length..<semicolon, whole.unit)
        {
            lists.insert(first, at: 0)
        }
        guard let list = lists.first(where: { $0.parts.count >= 2 }),
            !lists.contains(where: { Narrative.total($0.parts) == whole.value })
        else {
            if let holding = lists.first(where: { $0.parts.count >= 2 && Narrative.total($0.parts) == whole.value }) {
                add(whole.value, holding.parts, text, whole.start..<range.upperBound, origin)
            }
            return
        }
        // What 其中 names need not be all, unless the parts are the channels or kinds that make up the whole.
        guard let total = Narrative.total(list.parts), !isOpen || list.allNamed || total >= whole.value else { return }
        add(whole.value, list.parts, text, whole.start..<range.upperBound, origin)
    }

    private mutating func add(_ whole: Int, _ parts: [Int], _ text: Sentence, _ range: Range<Int>, _ origin: Origin) {
        guard sums.count < Self.most else { return }
        sums.append(.init(whole: whole, parts: parts, quote: text.text(range), origin: origin))
    }

    /// More parts than that no sentence lists.
    private static let mostParts = 40

    /// The parts of one unit that a list names; nil where it holds something else, too.
    private func readParts(_ text: Sentence, _ range: Range<Int>, _ unit: UInt16) -> (parts: [Int], allNamed: Bool)? {
        var parts: [Int] = []
        var allNamed = true
        var j = range.lowerBound
        var from = j
        while j < range.upperBound {
            guard let (value, end) = text.number(at: j) else {
                j += 1
                continue
            }
            let words = from..<j
            let isOther = text.containsAny(["增加", "减少", "增长", "下降", "同比", "上年", "占", "第"], in: words)
            // Numbers with another unit are no parts; a new sentence part with its own subject is in doubt.
            if end < range.upperBound || end == range.upperBound && end < text.count, text.characters[end] == unit, !isOther {
                guard parts.count < Self.mostParts else { return nil }
                parts.append(value)
                if !text.containsAny(Self.partOf, in: words) { allNamed = false }
                if words.count > 30 { return nil }
            } else if !isOther, text.year(at: j) == nil {
                return nil
            }
            from = end + 1
            j = end
        }
        return (parts, allNamed)
    }

    private func firstListing(_ text: Sentence, _ range: Range<Int>) -> (Int, Int, Bool)? {
        var best: (Int, Int, Bool)?
        for word in Self.listed {
            guard let place = text.find(word, in: range), best.map({ place < $0.0 }) ?? true else { continue }
            best = (place, word.count, text.has("其中", at: place) || text.has("包括", at: place))
        }
        return best
    }

    private func lastNumber(_ text: Sentence, _ range: Range<Int>) -> (value: Int, unit: UInt16, start: Int, end: Int)? {
        for i in range.reversed() {
            guard let (value, end) = text.number(at: i), end < range.upperBound else { continue }
            let unit = text.characters[end]
            guard Self.units.contains(unit) else { return nil }
            return (value, unit, i, end + 1)
        }
        return nil
    }
}
