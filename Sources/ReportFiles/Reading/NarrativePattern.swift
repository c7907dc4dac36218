import AnnualReport

/// What begins a statement that is read from a sentence: its first words, and how what stands around them is read.
struct NarrativePattern: Sendable {
    typealias Read = @Sendable (inout NarrativeFacts, inout NarrativeLine, _ place: Int, Origin) -> Void

    let words: Folded
    /// Nil for words that list parts: of these the whole sentence is asked.
    let read: Read?

    private init(_ words: Folded, _ read: Read?) {
        self.words = words
        self.read = read
    }

    /// In the order of their slots.
    static let all = (table + NarrativeFacts.listed.map { NarrativePattern($0, nil) }).sorted { $0.slot < $1.slot }

    private static let table: [NarrativePattern] = [
        .init("年") { $0.readYear($1.text, $2, $3) },
        .init("考核") { facts, _, _, _ in facts.note(.assessment) },
        .init("评议") { facts, _, _, _ in facts.note(.publicRating) },
        .init("责任追究") { facts, _, _, _ in facts.note(.accountability) },
        .init("统计") { $0.readPeriod($1.text, $2, $3) },
        .init("收到") { $0.readReceived(&$1, $2 + 2, $3) },
        .init("受理") { $0.readReceived(&$1, $2 + 2, $3) },
        .init("新收") { $0.readReceived(&$1, $2 + 2, $3) },
        .init("接到") { $0.readReceived(&$1, $2 + 2, $3) },
        .init("接收") { $0.readReceived(&$1, $2 + 2, $3) },
        .init("行政复议") { $0.readReview(&$1, $2, .reconsiderations, $3) },
        .init("行政诉讼") { $0.readReview(&$1, $2, .lawsuits, $3) },
        .init("予以公开") { $0.readGranted(&$1, $2, $3) },
        .init("结转下年度继续办理") { $0.readCount(&$1, $2 + 9, .carriedOver, $3) },
        .init("由") { facts, line, place, _ in facts.readCompiler(line.text, place) },
        .init("现") { facts, line, place, _ in facts.readPublisher(line.text, place) },
        .init("公布") { $0.readPublished(&$1, $2, $3) },
        .init("发布") { $0.readPublished(&$1, $2, $3) },
    ]

    private var slot: Int { Self.slot(of: words.first) }

    /// Characters fall into 256 slots, so that one look into a small table tells of most that they begin nothing.
    @inline(__always)
    static func slot(of character: UInt16) -> Int { Int(character & 0xFF) }

    /// Whether a character of the slot may begin a pattern or end a sentence.
    static let isUsed: [Bool] = (0..<256).map { slot in
        !slots[slot].isEmpty || NarrativeFacts.sentenceEnds.characters.contains { Self.slot(of: $0) == slot }
    }

    /// The places in `all` of the patterns whose first character falls into each slot.
    static let slots: [Range<Int>] = (0..<256).map { slot in
        let first = all.firstIndex { $0.slot >= slot } ?? all.count
        return first..<(all.firstIndex { $0.slot > slot } ?? all.count)
    }
}
