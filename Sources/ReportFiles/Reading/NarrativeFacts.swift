import AnnualReport
import Law

/// Periods, years, figures and sums in the sentences of a report. What is in doubt is left alone.
struct NarrativeFacts {
    private var periods: [Narrative.StatedPeriod] = []
    private var years: [Narrative.NamedYear] = []
    /// Figures, with the year that their sentence names.
    private var figures: [(figure: Narrative.Figure, year: Int?)] = []
    private var sums: [Narrative.Sum] = []
    private var topics: Set<Narrative.Topic> = []
    private var contact: String?
    /// Days on which the text says that the report was published.
    private(set) var published: [Narrative.Publication] = []
    /// The body that the text says compiled or publishes the report.
    private(set) var organization: String?

    /// - Parameter year: the report's; figures of other years are left away.
    func copy(to narrative: inout Narrative, year: Int? = nil) {
        narrative.periods = periods
        narrative.namedYears = years
        narrative.figures = figures.filter { $0.year == nil || year == nil || $0.year == year }.map(\.figure)
        narrative.sums = sums
        narrative.topics = topics
        narrative.contact = contact
    }

    /// Kept of each kind: more than any report tells, since every one may become a finding.
    private static let most = 500

    /// Reads one line: its sentences one after another.
    mutating func read(_ text: Sentence, _ origin: Origin) {
        var line = NarrativeLine(text)
        var start = 0
        while start < text.count {
            let end = text.characters[start...].firstIndex { $0 == 0x3002 || $0 == 0x21 || $0 == 0x3F } ?? text.count  // 。 ! ?
            line.begin(start..<end)
            read(&line, origin)
            start = end + 1
        }
    }

    /// Reads one sentence. One walk over its characters; a pattern is tried only where its first character stands. What
    /// looks back to the sentence's start is asked only of one that a person may have written.
    private mutating func read(_ line: inout NarrativeLine, _ origin: Origin) {
        let text = line.text
        for i in line.sentence {
            switch text.characters[i] {
            case 0x5E74: readYear(text, i, origin)  // 年
            case 0x8003: if text.has("考核", at: i) { topics.insert(.assessment) }
            case 0x8BC4: if text.has("评议", at: i) { topics.insert(.publicRating) }
            case 0x8D23: if text.has("责任追究", at: i) { topics.insert(.accountability) }
            case 0x7EDF: if text.has("统计", at: i) { readPeriod(text, i, origin) }
            case 0x6536: if text.has("收到", at: i) { readReceived(&line, i + 2, origin) }
            case 0x53D7: if text.has("受理", at: i) { readReceived(&line, i + 2, origin) }
            case 0x65B0: if text.has("新收", at: i) { readReceived(&line, i + 2, origin) }
            case 0x63A5: if text.has("接到", at: i) || text.has("接收", at: i) { readReceived(&line, i + 2, origin) }
            case 0x884C:
                if text.has("行政复议", at: i) { readReview(&line, i, .reconsiderations, origin) }
                if text.has("行政诉讼", at: i) { readReview(&line, i, .lawsuits, origin) }
            case 0x4E88:
                if text.has("予以公开", at: i), i == 0 || text.characters[i - 1] != 0x4E0D { readCount(&line, i + 4, .granted, origin) }
            case 0x7ED3:
                if text.has("结转下年度继续办理", at: i) { readCount(&line, i + 9, .carriedOver, origin) }
            case 0x7531: readCompiler(text, i)  // 由
            case 0x73B0: readPublisher(text, i)  // 现
            case 0x516C: if text.has("公布", at: i) { readPublished(&line, i, origin) }
            case 0x53D1: if text.has("发布", at: i) { readPublished(&line, i, origin) }
            default: break
            }
        }
        if line.isReadable { readSums(text, line.sentence, origin) }
    }

    // MARK: Years and periods

    /// 2020年…年度报告, 2020年度政府信息公开情况
    private mutating func readYear(_ text: Sentence, _ i: Int, _ origin: Origin) {
        guard let year = text.year(at: i - 4) else { return }
        let stops: Set<UInt16> = [0x3002, 0x2C, 0xFF0C, 0x3001, 0x3B, 0x3A, 0x21]
        var end = i + 1
        while end < text.count, end < i + 40, !stops.contains(text.characters[end]) { end += 1 }
        let range = i + 1..<end
        var close: Int?
        if let place = text.find("年度报告", in: range) {
            close = place + 4
        } else if text.has("年度政府信息公开情况", at: i) {
            close = i + 10
        }
        guard let close, !text.containsAny(["通知", "格式", "编制工作", "要求"], in: close..<min(close + 10, text.count)) else { return }
        // Between the year and the report no other year may stand: that one names it then.
        for j in range where j < close && text.year(at: j) != nil { return }
        guard years.count < Self.most else { return }
        years.append(.init(year: year, quote: text.text(i - 4..<close), origin: origin))
    }

    /// 统计期限自2020年1月1日起，至2020年12月31日止
    private mutating func readPeriod(_ text: Sentence, _ i: Int, _ origin: Origin) {
        guard periods.isEmpty else { return }
        var start = i
        while start < text.count, start < i + 24, !text.isDigit(start) { start += 1 }
        guard text.isDigit(start), let first = text.day(at: start) else { return }
        var next = first.end
        while next < text.count, next < first.end + 6, !text.isDigit(next) { next += 1 }
        guard text.isDigit(next), text.containsAny(["至", "到"], in: first.end..<next) || hasDash(text, first.end..<next),
            let last = text.day(at: next, year: first.year)
        else { return }
        periods.append(
            .init(
                first: day(first), last: day(last), quote: text.text(start..<last.end), origin: origin))
    }

    private func hasDash(_ text: Sentence, _ range: Range<Int>) -> Bool {
        text.characters[range].contains { [0x2D, 0x2014, 0x2013, 0x7E, 0x2015, 0x2500, 0x301C].contains($0) }
    }

    private func day(_ date: (year: Int, month: Int, day: Int, end: Int)) -> Day? {
        Day(year: date.year, month: date.month, day: date.day)
    }

    /// 本报告于2021年2月8日公布, （2021年2月8日发布）, 发布于2021.02.08: the report's own day, so the sentence must be about
    /// it or hold little else.
    private mutating func readPublished(_ line: inout NarrativeLine, _ i: Int, _ origin: Origin) {
        let text = line.text
        guard published.count < Self.most, let day = stated(text, i), text.count <= 40 || line.isAboutReport,
            !text.containsAny(["条例", "办法", "规定"], in: max(0, i - 30)..<i)
        else { return }
        published.append(.init(day: day, basis: .stated, origin: origin))
    }

    /// The day right behind 公布于 or before 公布.
    private func stated(_ text: Sentence, _ i: Int) -> Day? {
        if text.has("于", at: i + 2), let date = text.day(at: i + 3), let day = day(date), date.year >= 2000 { return day }
        var j = i - 1
        while j >= 0, i - j <= 26 {
            let c = text.characters[j]
            if c == 0x3002 || c == 0x3B || c == 0xFF0C || c == 0x2C { return nil }
            if text.isDigit(j), !text.isDigit(j - 1), let date = text.day(at: j), date.year >= 2000, date.end <= i, let day = day(date) {
                return day
            }
            j -= 1
        }
        return nil
    }

    // MARK: Body and contact

    private static let compilerEnds: [Folded] = ["编制", "结合", "根据", "组织编", "按照", "负责编", "汇总", "依据"]

    /// 由某某镇人民政府党政办公室编制
    private mutating func readCompiler(_ text: Sentence, _ i: Int) {
        guard organization == nil else { return }
        for j in i + 1..<max(i + 1, min(i + 40, text.count)) {
            let c = text.characters[j]
            if [0x2C, 0xFF0C, 0x3002, 0x3001, 0x3B].contains(c) { return }
            let ends = NarrativeFacts.compilerEnds.contains { text.has($0, at: j) }
            guard ends else { continue }
            guard text.contains("编制", in: j..<min(j + 30, text.count)) else { return }
            organization = TitleReader.body(text.text(i + 1..<j), cutting: false)
            return
        }
    }

    /// 现公布某某局2023年…, 现将某某局2023年…公布如下
    private mutating func readPublisher(_ text: Sentence, _ i: Int) {
        guard organization == nil else { return }
        let start: Int
        if text.has("现公布", at: i) || text.has("现发布", at: i) {
            start = i + 3
        } else if text.has("现将", at: i) {
            start = i + 2
        } else {
            return
        }
        for j in start..<max(start, min(start + 40, text.count)) where text.year(at: j) != nil {
            organization = TitleReader.body(text.text(start..<j), cutting: false)
            return
        }
    }

    var wantsContact: Bool { contact == nil }

    /// （联系电话：…，地址：…）: the bracket or sentence that tells how to reach the office.
    mutating func readContact(_ text: Sentence) {
        var from = 0
        while contact == nil, let i = text.find("电话", in: from..<text.count) {
            from = i + 1
            guard text.containsAny(["联系", "地址", "邮编"], in: max(0, i - 60)..<i) else { continue }
            var start = i
            while start > 0, i - start < 100, ![0x3002, 0x28, 0x3B].contains(text.characters[start - 1]) { start -= 1 }
            var end = i
            while end < text.count, end - i < 100, ![0x3002, 0x29].contains(text.characters[end]) { end += 1 }
            guard (i..<end).contains(where: text.isDigit) else { continue }
            contact = text.text(start..<end)
        }
    }

    // MARK: Figures

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

    /// 收到政府信息公开申请12件, 累计受理依申请公开8件: the whole number of requests, where nothing limits it.
    private mutating func readReceived(_ line: inout NarrativeLine, _ i: Int, _ origin: Origin) {
        let text = line.text
        guard let clause = line.clause(before: i, after: [0x2C, 0xFF0C, 0x3B, 0x3A, 0x28]) else { return }
        if text.containsAny(["未", "没有"], in: max(clause, i - 4)..<i) {
            return readNone(&line, i, clause, .received, origin)
        }
        let clauseWords = clause..<i
        let isPartOfYear =
            text.containsAny(["上半年", "下半年", "季度"], in: clauseWords)
            || text.contains("月", in: clauseWords) && !text.contains("日", in: clauseWords)
        guard !isPartOfYear, !line.namesScope(before: i + 60) else { return }
        var j = i
        while j < text.count, j < i + 24, !text.isDigit(j), ![0x2C, 0xFF0C, 0x3002, 0x3B].contains(text.characters[j]) { j += 1 }
        guard let (value, end) = text.number(at: j), isUnit(text, end), line.isYearFree(before: j) else { return }
        let words = text.text(i..<j)
        let subjects = ["政府信息公开申请", "信息公开申请", "依申请公开申请", "依申请公开政府信息申请", "依申请公开", "依申请公开件", "政府信息依申请公开", "公开申请", "依申请公开政府信息"]
        let fillers = ["共", "数量", "总数", "总量", "件数", "数", "为", "计", "：", ":", "的", "各类", "到", "合计"]
        var core = words
        var changed = true
        while changed {
            changed = false
            for filler in fillers {
                if core.hasSuffix(filler) { core.removeLast(filler.count); changed = true }
                if core.hasPrefix(filler) { core.removeFirst(filler.count); changed = true }
            }
        }
        guard subjects.contains(core), !text.containsAny(NarrativeFacts.channels, in: clause..<i),
            !text.has("未", at: i - 3), !text.has("没有", at: i - 4)
        else { return }
        add(.received, value, &line, clause..<end + 1, origin)
    }

    /// 未收到政府信息公开申请, 没有因政府信息公开被申请行政复议: none is said as plainly as 0 would be.
    private mutating func readNone(
        _ line: inout NarrativeLine, _ i: Int, _ clause: Int, _ meaning: Narrative.Figure.Meaning, _ origin: Origin
    ) {
        let text = line.text
        var end = i
        while end < text.count, end < i + 24, ![0x2C, 0xFF0C, 0x3002, 0x3B].contains(text.characters[end]) { end += 1 }
        guard meaning != .received || text.contains("申请", in: i..<end), line.isYearFree(before: end),
            !(clause..<end).contains(where: { text.isDigit($0) && text.year(at: $0) == nil && !text.isDigit($0 - 1) }),
            !text.containsAny(NarrativeFacts.channels, in: clause..<end), line.speaksOfDisclosureFromHere
        else { return }
        add(meaning, 0, &line, clause..<end, origin)
    }

    /// 行政复议0件, 0起行政诉讼; several named together have a meaning only where they are none.
    private mutating func readReview(_ line: inout NarrativeLine, _ i: Int, _ meaning: Narrative.Figure.Meaning, _ origin: Origin) {
        let (text, start) = (line.text, line.sentence.lowerBound)
        guard line.speaksOfDisclosure, let clause = line.clause(before: i, after: [0x2C, 0xFF0C, 0x3B, 0x3A]) else { return }
        if let none = text.find("没有因", in: clause..<i) ?? text.find("未发生", in: clause..<i) ?? text.find("未因", in: clause..<i),
            i - none <= 30,
            i + 4 >= text.count
                || [0x2C, 0xFF0C, 0x3002, 0x3001, 0x3B, 0x548C, 0x53CA, 0x6216, 0x7684, 0x60C5, 0x6848].contains(text.characters[i + 4])
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
            [0x3001, 0x548C, 0x53CA, 0x6216, 0x4E0E].contains(before)
            && text.containsAny(["复议", "诉讼"], in: max(start, i - 8)..<i)
        guard !joint || value == 0 else { return }
        add(meaning, value, &line, max(start, i - 6)..<end + 1, origin)
    }

    private mutating func readCount(_ line: inout NarrativeLine, _ i: Int, _ meaning: Narrative.Figure.Meaning, _ origin: Origin) {
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

    // MARK: Sums

    private static let listed: [Folded] = ["分为", "分别为", "分别是", "包括", "其中"]
    private static let partOf: [Folded] = [
        "网站", "平台", "微信", "微博", "公众号", "客户端", "抖音", "信函", "网络", "网上", "当面", "现场", "传真", "邮件", "邮寄", "信箱", "自然人", "法人", "窗口", "在线", "公开栏",
        "新媒体", "其他",
    ]

    /// 8件，按申请方式分为网络在线申请6件，信函申请2件: a whole, a word that lists, and two parts or more of one unit, in
    /// one sentence.
    private mutating func readSums(_ text: Sentence, _ range: Range<Int>, _ origin: Origin) {
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
                if !text.containsAny(NarrativeFacts.partOf, in: words) { allNamed = false }
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
        for word in NarrativeFacts.listed {
            guard let place = text.find(word, in: range), best.map({ place < $0.0 }) ?? true else { continue }
            best = (place, word.count, text.has("其中", at: place) || text.has("包括", at: place))
        }
        return best
    }

    private func lastNumber(_ text: Sentence, _ range: Range<Int>) -> (value: Int, unit: UInt16, start: Int, end: Int)? {
        for i in range.reversed() {
            guard let (value, end) = text.number(at: i), end < range.upperBound else { continue }
            let unit = text.characters[end]
            guard [0x6761, 0x4EF6, 0x4E2A, 0x9879, 0x6B21, 0x4EFD, 0x7BC7, 0x5B97].contains(unit) else { return nil }
            return (value, unit, i, end + 1)
        }
        return nil
    }
}
