import AnnualReport

/// Figures in a report's sentences whose meaning is beyond doubt: requests received, granted and carried over, reviews.
extension NarrativeFacts {
    private mutating func add(
        _ meaning: Narrative.Figure.Meaning, _ value: Int, _ line: inout NarrativeLine, _ range: Range<Int>, _ origin: Origin
    ) {
        guard figures.count < Self.most else { return }
        let year = line.year(before: range.upperBound)
        figures.append((.init(meaning: meaning, value: value, quote: line.text.text(range), origin: origin), year))
    }

    private static let channels: [Folded] = [
        "网络", "网上", "信函", "当面", "邮件", "传真", "邮寄", "平台", "窗口", "现场", "在线", "信箱", "自然人", "法人", "企业", "其中", "投诉", "举报", "热线", "电话",
    ]

    private static let subjects: [Folded] = [
        "政府信息公开申请", "信息公开申请", "依申请公开申请", "依申请公开政府信息申请", "依申请公开", "依申请公开件", "政府信息依申请公开", "公开申请", "依申请公开政府信息",
    ]
    private static let fillers: [Folded] = ["共", "数量", "总数", "总量", "件数", "数", "为", "计", ":", "的", "各类", "到", "合计"]
    private static let receivedBegins: CharacterClass = ",;:("
    private static let conjunctions: CharacterClass = "、和及或与"
    /// What may stand behind 没有因…行政复议: the end of the statement, or words that go on with it.
    private static let behindReview: CharacterClass = ",。、;和及或的情案"

    /// 收到政府信息公开申请12件, 累计受理依申请公开8件: the whole number of requests, where nothing limits it.
    mutating func readReceived(_ line: inout NarrativeLine, _ i: Int, _ origin: Origin) {
        let text = line.text
        guard let clause = line.clause(before: i, after: Self.receivedBegins) else { return }
        if text.containsAny(["未", "没有"], in: max(clause, i - 4)..<i) {
            return readNone(&line, i, clause, .received, origin)
        }
        let clauseWords = clause..<i
        let isPartOfYear =
            text.containsAny(["上半年", "下半年", "季度"], in: clauseWords)
            || text.contains("月", in: clauseWords) && !text.contains("日", in: clauseWords)
        guard !isPartOfYear, !line.namesScope(before: i + Reach.sentence) else { return }
        var j = i
        while j < text.count, j < i + Reach.figure, !text.isDigit(j), !Self.clauseEnds.contains(text.characters[j]) { j += 1 }
        guard let (value, end) = text.number(at: j), isUnit(text, end), line.isYearFree(before: j) else { return }
        let subject = text.without(Self.fillers, i..<j)
        guard Self.subjects.contains(where: { $0.count == subject.count && text.has($0, at: subject.lowerBound) }),
            !text.containsAny(Self.channels, in: clause..<i), !text.has("未", at: i - 3), !text.has("没有", at: i - 4)
        else { return }
        add(.received, value, &line, clause..<end + 1, origin)
    }

    /// 未收到政府信息公开申请, 没有因政府信息公开被申请行政复议: none is said as plainly as 0 would be.
    mutating func readNone(
        _ line: inout NarrativeLine, _ i: Int, _ clause: Int, _ meaning: Narrative.Figure.Meaning, _ origin: Origin
    ) {
        let text = line.text
        var end = i
        while end < text.count, end < i + Reach.figure, !Self.clauseEnds.contains(text.characters[end]) { end += 1 }
        guard meaning != .received || text.contains("申请", in: i..<end), line.isYearFree(before: end),
            !(clause..<end).contains(where: { text.isDigit($0) && text.year(at: $0) == nil && !text.isDigit($0 - 1) }),
            !text.containsAny(Self.channels, in: clause..<end), line.speaksOfDisclosureFromHere
        else { return }
        add(meaning, 0, &line, clause..<end, origin)
    }

    /// 行政复议0件, 0起行政诉讼; several named together have a meaning only where they are none.
    mutating func readReview(_ line: inout NarrativeLine, _ i: Int, _ meaning: Narrative.Figure.Meaning, _ origin: Origin) {
        let (text, start) = (line.text, line.sentence.lowerBound)
        guard line.speaksOfDisclosure, let clause = line.clause(before: i, after: Self.clauseBegins) else { return }
        if let none = text.find("没有因", in: clause..<i) ?? text.find("未发生", in: clause..<i) ?? text.find("未因", in: clause..<i),
            i - none <= Reach.clause, i + 4 >= text.count || Self.behindReview.contains(text.characters[i + 4])
        {
            return readNone(&line, i, clause, meaning, origin)
        }
        // What the office decides as a reviewing body is no review of its own disclosure.
        guard !text.containsAny(["受理", "办理", "审理", "审结", "复议机关", "办结"], in: clause..<i) else { return }
        var j = i + 4
        for filler: Folded in ["案件", "申请", "的", "情况", "共", "为", "数", "数量"] where text.has(filler, at: j) { j += filler.count }
        while j < text.count, text.characters[j] == 0x3A { j += 1 }
        guard let (value, end) = text.number(at: j), isUnit(text, end), line.isYearFree(before: j) else { return }
        let before = i > 0 ? text.characters[i - 1] : 0
        let joint =
            Self.conjunctions.contains(before)
            && text.containsAny(["复议", "诉讼"], in: max(start, i - 8)..<i)
        guard !joint || value == 0 else { return }
        add(meaning, value, &line, max(start, i - 6)..<end + 1, origin)
    }

    /// 予以公开12件, but not 不予以公开.
    mutating func readGranted(_ line: inout NarrativeLine, _ i: Int, _ origin: Origin) {
        let not: UInt16 = 0x4E0D
        if i == 0 || line.text.characters[i - 1] != not { readCount(&line, i + 4, .granted, origin) }
    }

    /// The figure in 件 that stands right behind a place.
    mutating func readCount(_ line: inout NarrativeLine, _ i: Int, _ meaning: Narrative.Figure.Meaning, _ origin: Origin) {
        let text = line.text
        guard line.isReadable else { return }
        var j = i
        for filler: Folded in ["的", "共", "为", "数量"] where text.has(filler, at: j) { j += filler.count }
        guard let (value, end) = text.number(at: j), text.has("件", at: end), line.isYearFree(before: j),
            line.speaksOfRequestsFromHere
        else { return }
        add(meaning, value, &line, i - 4..<end + 1, origin)
    }

    private func isUnit(_ text: Sentence, _ i: Int) -> Bool {
        ["件", "宗", "起", "例", "次", "份", "条", "项"].contains { text.has($0, at: i) }
    }
}
