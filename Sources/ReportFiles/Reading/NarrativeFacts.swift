import AnnualReport
import Law

/// Periods, years, figures and sums in the sentences of a report. What is in doubt is left alone.
struct NarrativeFacts {
    private var periods: [Narrative.StatedPeriod] = []
    private var years: [Narrative.NamedYear] = []
    /// Figures, with the year that their sentence names.
    var figures: [(figure: Narrative.Figure, year: Int?)] = []
    var sums: [Narrative.Sum] = []
    private var topics: [Narrative.Topic] = []
    private var contact: String?
    /// Days on which the text says that the report was published.
    fileprivate(set) var published: [Narrative.Publication] = []
    /// The body that the text says compiled or publishes the report.
    private(set) var organization: String?

    /// - Parameter year: the report's; figures of other years are left away.
    func copy(to narrative: inout Narrative, year: Int? = nil) {
        narrative.periods = periods
        narrative.namedYears = years
        narrative.figures = figures.filter { $0.year == nil || year == nil || $0.year == year }.map(\.figure)
        narrative.sums = sums
        narrative.topics = Set(topics)
        narrative.contact = contact
    }

    /// Kept of each kind: more than any report tells, since every one may become a finding.
    static let most = 500

    /// Reads one line, its sentences one after another. One walk over its characters tells where patterns begin; what looks
    /// back to the sentence's start is asked only there, and only of a sentence that a person may have written.
    mutating func read(_ text: Sentence, _ origin: Origin) {
        let (patterns, slots, isUsed) = (NarrativePattern.all, NarrativePattern.slots, NarrativePattern.isUsed)
        var line = NarrativeLine(text)
        var start = 0
        var begun: [(pattern: Int, place: Int)] = []
        var lists = false
        for i in 0...text.count {
            let c = i < text.count ? text.characters[i] : Self.fullStop
            guard isUsed[NarrativePattern.slot(of: c)] else { continue }
            guard Self.sentenceEnds.contains(c) else {
                for pattern in slots[NarrativePattern.slot(of: c)] where text.has(patterns[pattern].words, at: i) {
                    if patterns[pattern].read == nil { lists = true } else { begun.append((pattern, i)) }
                }
                continue
            }
            line.begin(start..<i)
            for (pattern, place) in begun { patterns[pattern].read?(&self, &line, place, origin) }
            if lists, line.isReadable { readSums(text, line.sentence, origin) }
            begun.removeAll(keepingCapacity: true)
            lists = false
            start = i + 1
        }
    }

    private static let fullStop: UInt16 = 0x3002
    static let sentenceEnds: CharacterClass = "。!?"
    /// What ends a clause; what ends a list of clauses, too; and the dashes of a period.
    static let clauseEnds: CharacterClass = ",。;"
    static let clauseBegins: CharacterClass = ",;:"
    private static let nameEnds: CharacterClass = ",。、;"
    private static let titleEnds: CharacterClass = "。,、;:!"
    private static let dashes: CharacterClass = "-—–~―─〜"
    private static let contactBegins: CharacterClass = "。(;"
    private static let contactEnds: CharacterClass = "。)"

    /// How far apart, in characters, two words of one statement may stand.
    enum Reach {
        /// From a year to 年度报告, from 由 or 现公布 to the end of a body's name.
        static let name = 40
        /// From 统计期限 to its first day, from a verb to its figure.
        static let figure = 24
        /// Between the two days of a period.
        static let period = 6
        /// From the start of a day to 公布 behind it.
        static let day = 26
        /// From 编制 back to the words before it, from 条例 to 公布, from 没有因 to 行政复议.
        static let clause = 30
        /// From 联系 to 电话, from a verb to 本机关 behind it.
        static let sentence = 60
        /// Either side of 电话.
        static let contact = 100
    }

    mutating func note(_ topic: Narrative.Topic) {
        if !topics.contains(topic) { topics.append(topic) }
    }

    // MARK: Years and periods

    /// 2020年…年度报告, 2020年度政府信息公开情况
    mutating func readYear(_ text: Sentence, _ i: Int, _ origin: Origin) {
        guard let year = text.year(at: i - 4) else { return }
        var end = i + 1
        while end < text.count, end < i + Reach.name, !Self.titleEnds.contains(text.characters[end]) { end += 1 }
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
    mutating func readPeriod(_ text: Sentence, _ i: Int, _ origin: Origin) {
        guard periods.isEmpty else { return }
        var start = i
        while start < text.count, start < i + Reach.figure, !text.isDigit(start) { start += 1 }
        guard text.isDigit(start), let first = text.day(at: start) else { return }
        var next = first.end
        while next < text.count, next < first.end + Reach.period, !text.isDigit(next) { next += 1 }
        guard text.isDigit(next), text.containsAny(["至", "到"], in: first.end..<next) || hasDash(text, first.end..<next),
            let last = text.day(at: next, year: first.year)
        else { return }
        periods.append(
            .init(
                first: day(first), last: day(last), quote: text.text(start..<last.end), origin: origin))
    }

    private func hasDash(_ text: Sentence, _ range: Range<Int>) -> Bool {
        text.characters[range].contains(where: Self.dashes.contains)
    }

    private func day(_ date: (year: Int, month: Int, day: Int, end: Int)) -> Day? {
        Day(year: date.year, month: date.month, day: date.day)
    }

    /// 本报告于2021年2月8日公布, （2021年2月8日发布）, 发布于2021.02.08: the report's own day, so the sentence must be about
    /// it or hold little else.
    mutating func readPublished(_ line: inout NarrativeLine, _ i: Int, _ origin: Origin) {
        let text = line.text
        guard published.count < Self.most, let day = stated(text, i), text.count <= 40 || line.isAboutReport,
            !text.containsAny(["条例", "办法", "规定"], in: max(0, i - Reach.clause)..<i)
        else { return }
        published.append(.init(day: day, basis: .stated, origin: origin))
    }

    /// The day right behind 公布于 or before 公布.
    private func stated(_ text: Sentence, _ i: Int) -> Day? {
        if text.has("于", at: i + 2), let date = text.day(at: i + 3), let day = day(date), date.year >= 2000 { return day }
        var j = i - 1
        while j >= 0, i - j <= Reach.day {
            let c = text.characters[j]
            if Self.clauseEnds.contains(c) { return nil }
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
    mutating func readCompiler(_ text: Sentence, _ i: Int) {
        guard organization == nil else { return }
        for j in i + 1..<max(i + 1, min(i + Reach.name, text.count)) {
            let c = text.characters[j]
            if Self.nameEnds.contains(c) { return }
            let ends = NarrativeFacts.compilerEnds.contains { text.has($0, at: j) }
            guard ends else { continue }
            guard text.contains("编制", in: j..<min(j + Reach.clause, text.count)) else { return }
            organization = TitleReader.body(text, i + 1..<j, cutting: false)
            return
        }
    }

    /// 现公布某某局2023年…, 现将某某局2023年…公布如下
    mutating func readPublisher(_ text: Sentence, _ i: Int) {
        guard organization == nil else { return }
        let start: Int
        if text.has("现公布", at: i) || text.has("现发布", at: i) {
            start = i + 3
        } else if text.has("现将", at: i) {
            start = i + 2
        } else {
            return
        }
        for j in start..<max(start, min(start + Reach.name, text.count)) where text.year(at: j) != nil {
            organization = TitleReader.body(text, start..<j, cutting: false)
            return
        }
    }

    var wantsContact: Bool { contact == nil }

    /// （联系电话：…，地址：…）: the bracket or sentence that tells how to reach the office.
    mutating func readContact(_ text: Sentence) {
        var from = 0
        while contact == nil, let i = text.find("电话", in: from..<text.count) {
            from = i + 1
            guard text.containsAny(["联系", "地址", "邮编"], in: max(0, i - Reach.sentence)..<i) else { continue }
            var start = i
            while start > 0, i - start < Reach.contact, !Self.contactBegins.contains(text.characters[start - 1]) { start -= 1 }
            var end = i
            while end < text.count, end - i < Reach.contact, !Self.contactEnds.contains(text.characters[end]) { end += 1 }
            guard (i..<end).contains(where: text.isDigit) else { continue }
            contact = text.text(start..<end)
        }
    }
}
