import AnnualReport
import Formats
import Law

/// Reads what a report says in words: title, body, year, dates, sections, and the figures that the checks compare.
struct NarrativeReader {
    private let document: SourceDocument
    private let utf8: UnsafeBufferPointer<UInt8>
    /// The lines that no table takes.
    private var lines: [DocumentPieces.Row] = []

    struct Result {
        var narrative = Narrative()
        var organization: String?
        var year: Int?
        var remarks: [Remark] = []
    }

    init(_ document: SourceDocument, _ list: DocumentPieces, _ utf8: UnsafeBufferPointer<UInt8>, taken: [Bool]) {
        self.document = document
        self.utf8 = utf8
        for row in list.rows where !taken[Int(row.index)] {
            let text = utf8.trimmed(row.range.indices)
            if !text.isEmpty {
                lines.append(DocumentPieces.Row(range: TextRange(text.lowerBound, text.upperBound), origin: row.origin, index: row.index))
            }
        }
    }

    /// - Throws: `FormatError` when the reading's time is over.
    func read(_ budget: ReadingBudget) throws(FormatError) -> Result {
        var result = Result()
        readTitle(&result)
        var sections = SectionReader(utf8)
        var facts = NarrativeFacts()
        var publication: [Narrative.Publication] = []
        for (i, line) in lines.enumerated() {
            try budget.check()
            if let title = nextReport(line, sections) {
                result.remarks.append(.secondReport(title: title, origin: line.origin))
                break
            }
            let isHeading = sections.take(line)
            let sentence = Sentence(utf8, line.range)
            if line.range.count <= 240 { readDates(line, sentence, i, &publication) }
            if isHeading { continue }
            // Another line like a title is a link to another report.
            if sentence.count <= 60, line.origin != result.narrative.titleLine, sentence.contains("年度报告"),
                let other = TitleReader(sentence.text), other.year != nil
            {
                continue
            }
            facts.read(sentence, line.origin)
            if facts.wantsContact, sentence.contains("电话") { facts.readContact(around(i)) }
            if result.narrative.documentNumber == nil, i < 30, line.range.count <= 90 {
                result.narrative.documentNumber = documentNumber(sentence)
            }
        }
        sections.finish()
        result.narrative.sections = sections.sections
        result.remarks += sections.remarks
        let titleYear = result.narrative.titleYear
        facts.copy(to: &result.narrative, year: titleYear)
        for meta in document.metadata where ["pubdate", "publishdate", "pubtime", "publicationdate"].contains(meta.name) {
            if let day = firstDay(Sentence(meta.value)) {
                publication.append(.init(day: day, basis: .metadata, origin: .unknown))
            }
        }
        if result.organization == nil { result.organization = facts.organization }
        result.year =
            result.narrative.titleYear ?? result.narrative.periods.first.flatMap { $0.first?.year ?? $0.last?.year }
            ?? result.narrative.namedYears.first?.year
        // A day before the year was over is no day of this report.
        publication += facts.published.filter { published in result.year.map { published.day.year > $0 } ?? true }
        result.narrative.publication =
            publication.first { $0.basis == .metadata } ?? publication.first { $0.basis == .stated }
            ?? publication.last { $0.basis == .signature }
        return result
    }

    // MARK: Title

    /// A title found in the text, or what the page calls itself.
    private struct Candidate {
        var title: TitleReader
        var place: Int
        var origin: Origin
        /// Year and body weigh more than where it stands.
        var weight: Int { (title.year == nil ? 0 : 2) + (title.organization == nil ? 0 : 1) }
    }

    /// The title stands above the first section and the tables, and of several lines like one (links to other years'
    /// reports above it) it is the last; what a page itself calls its title comes first.
    private func readTitle(_ result: inout Result) {
        let texts = linesAbove
        var candidates = pageTitles()
        for (i, text) in texts.enumerated().reversed() {
            if let title = TitleReader(text.text) { candidates.append(Candidate(title: title, place: i, origin: text.origin)) }
        }
        if !candidates.contains(where: { $0.weight == 3 }) { candidates += broken(texts) }
        guard var best = candidates.first else { return }
        for candidate in candidates where candidate.weight > best.weight { best = candidate }
        if best.origin == .unknown, let printed = candidates.first(where: { $0.title.title == best.title.title && $0.origin != .unknown }) {
            best.origin = printed.origin
        }
        result.narrative.title = best.title.title
        result.narrative.titleYear = best.title.year
        result.narrative.titleLine = best.origin
        result.organization = best.title.organization
        // A title of two lines: the body above, the rest below.
        if best.title.organization == nil, best.place > 0, best.place <= texts.count, texts[best.place - 1].text.utf8.count <= 90,
            let name = TitleReader.body(Sentence(texts[best.place - 1].text).text, cutting: false), TitleReader.looksLikeBody(name)
        {
            result.organization = name
        }
    }

    /// The lines above the report's own text that may hold a title or a part of one; others are left empty.
    private var linesAbove: [(text: String, origin: Origin)] {
        let head = lines.prefix(upTo: titleEnd)
        var wanted = Set<Int>()
        for (i, line) in head.enumerated() where line.range.count <= 600 && speaksOfReport(line.range) {
            wanted.formUnion([i - 2, i - 1, i, i + 1])
        }
        var texts: [(text: String, origin: Origin)] = []
        for (i, line) in head.enumerated() {
            guard wanted.contains(i), line.range.count <= 600 else {
                texts.append(("", line.origin))
                continue
            }
            // Cells of a page's own table of metadata stand between bars.
            for part in string(line.range).split(separator: "|" as Character).prefix(40) { texts.append((String(part), line.origin)) }
        }
        return texts
    }

    /// Whether 报告 or 報告 stands in a line.
    private func speaksOfReport(_ range: TextRange) -> Bool {
        let bytes = utf8[range.indices]
        guard var i = bytes.firstIndex(of: 0xE5) else { return false }
        // 告 is E5 91 8A; what stands before it tells the rest.
        while i + 2 < bytes.endIndex {
            if bytes[i] == 0xE5, bytes[i + 1] == 0x91, bytes[i + 2] == 0x8A { return true }
            i += 1
        }
        return false
    }

    /// Where the report's own text begins: the first section's heading, or the first line below a table.
    private var titleEnd: Int {
        for (i, line) in lines.enumerated() {
            if i >= 400 { return i }
            if i > 0, line.index > lines[i - 1].index + 12, line.origin.table == 0 { return i }
            guard line.range.count <= 120 else { continue }
            let slice = UnsafeBufferPointer(rebasing: utf8[line.range.indices])
            if let (mark, length) = Mark.read(slice), case .section = mark,
                SectionTopic(heading: String(decoding: slice.dropFirst(length), as: UTF8.self)) != nil
            {
                return i
            }
        }
        return lines.count
    }

    /// What an HTML page calls its article and itself.
    private func pageTitles() -> [Candidate] {
        ["articletitle", "title"].compactMap { name in
            document.metadata.first { $0.name == name }.flatMap { TitleReader(upTo: "报告", of: $0.value) }
                .map { Candidate(title: $0, place: 0, origin: .unknown) }
        }
    }

    /// Titles broken over two or three lines.
    private func broken(_ texts: [(text: String, origin: Origin)]) -> [Candidate] {
        var found: [Candidate] = []
        for join in 2...3 {
            for i in texts.indices.reversed() where i + join <= texts.count {
                let parts = texts[i..<(i + join)].map(\.text)
                guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 120 }), !parts.dropFirst().contains(where: startsNumbered),
                    !parts.dropLast().contains(where: { TitleReader($0) != nil }), let title = TitleReader(parts.joined())
                else { continue }
                found.append(Candidate(title: title, place: i, origin: texts[i].origin))
            }
        }
        return found
    }

    private func startsNumbered(_ text: String) -> Bool {
        text.withUTF8Copy { Mark.read($0) != nil }
    }

    /// Below the last section, the title of a report is that of another: a second report, or a link to one.
    private func nextReport(_ line: DocumentPieces.Row, _ sections: SectionReader) -> String? {
        guard sections.sections.last?.topic == .other, line.range.count <= 160 else { return nil }
        let text = string(line.range)
        guard text.contains("报告"), let title = TitleReader(text), title.year != nil else { return nil }
        return title.title
    }

    /// How many lines of a printed page a sentence may begin before or end behind.
    private static let linesAround = 2

    /// A line with those of its paragraph: printed pages break sentences anywhere.
    private func around(_ i: Int) -> Sentence {
        var (first, last) = (i, i)
        while first > 0, i - first < Self.linesAround, goesOn(first - 1, first) { first -= 1 }
        while last + 1 < lines.count, last - i < Self.linesAround, goesOn(last, last + 1) { last += 1 }
        return Sentence(lines[first...last].map { string($0.range) }.joined())
    }

    /// Whether a line's sentence goes on in the next one: it is long, does not end, and the next one begins no item.
    private func goesOn(_ i: Int, _ next: Int) -> Bool {
        let (line, following) = (lines[i], lines[next])
        guard line.origin.table == 0, following.origin.table == 0, following.index == line.index + 1 || document.format == .pdf,
            (60...600).contains(line.range.count), following.range.count <= 600
        else { return false }
        let text = Sentence(utf8, line.range)
        guard let end = text.characters.last, ![0x3002, 0x21, 0x3F, 0x3B].contains(end) else { return false }
        return Mark.read(UnsafeBufferPointer(rebasing: utf8[following.range.indices])) == nil
    }

    // MARK: Dates and numbers

    private static let published: [Folded] = ["发文日期", "发布日期", "发布时间", "公开日期", "公布日期", "发文时间", "公布时间", "发稿时间"]
    private static let dated: [Folded] = ["成文日期", "生成日期", "落款日期"]

    private func readDates(_ line: DocumentPieces.Row, _ text: Sentence, _ i: Int, _ found: inout [Narrative.Publication]) {
        guard
            text.contains("日期") || text.contains("时间") || text.characters.last == 0x65E5
                || text.characters.last.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false
        else { return }
        for key in NarrativeReader.published {
            guard let place = text.find(key, in: 0..<text.count) else { continue }
            var after = place + key.count
            while after < text.count, [0x3A, 0x7C, 0x5D, 0x3011].contains(text.characters[after]) { after += 1 }
            if let day = day(text, after) {
                found.append(.init(day: day, basis: .metadata, origin: line.origin))
                return
            }
            // The date stands in the next cell of the page's table.
            if after >= text.count, i + 1 < lines.count, line.origin.table == lines[i + 1].origin.table,
                let day = day(Sentence(utf8, lines[i + 1].range), 0)
            {
                found.append(.init(day: day, basis: .metadata, origin: lines[i + 1].origin))
                return
            }
        }
        if NarrativeReader.dated.contains(where: { text.contains($0) }), let day = firstDay(text) {
            found.append(.init(day: day, basis: .signature, origin: line.origin))
            return
        }
        // A date alone, or below the name of the body: the signature.
        guard text.count <= 40, !text.contains("报告"),
            !text.characters.contains(where: { [0xFF0C, 0x2C, 0x3002, 0x3A, 0x3B].contains($0) }),
            let (day, end) = lastDay(text), end == text.count, i * 2 >= lines.count
        else { return }
        found.append(.init(day: day, basis: .signature, origin: line.origin))
    }

    private func day(_ text: Sentence, _ i: Int) -> Day? {
        guard let date = text.day(at: i), date.year >= 1000 else { return nil }
        return Day(year: date.year, month: date.month, day: date.day)
    }

    private func firstDay(_ text: Sentence) -> Day? {
        for i in 0..<text.count where text.isDigit(i) && !text.isDigit(i - 1) {
            if let day = day(text, i) { return day }
        }
        return nil
    }

    private func lastDay(_ text: Sentence) -> (Day, Int)? {
        for i in (0..<text.count).reversed() where text.isDigit(i) && !text.isDigit(i - 1) {
            if let date = text.day(at: i), let day = Day(year: date.year, month: date.month, day: date.day), date.year >= 1000 {
                return (day, date.end)
            }
        }
        return chineseDay(text)
    }

    /// 二〇二一年一月十五日
    private func chineseDay(_ text: Sentence) -> (Day, Int)? {
        guard text.count >= 8, text.characters.last == 0x65E5, let year = text.characters.firstIndex(of: 0x5E74), year >= 4,
            let month = text.characters.firstIndex(of: 0x6708), month > year,
            let m = Mark.number(Array(text.characters[(year + 1)..<month])),
            let d = Mark.number(Array(text.characters[(month + 1)..<(text.count - 1)]))
        else { return nil }
        let digits = text.characters[(year - 4)..<year].compactMap(TitleReader.numeral)
        guard digits.count == 4, let day = Day(year: digits.reduce(0) { $0 * 10 + $1 }, month: m, day: d) else { return nil }
        return (day, text.count)
    }

    /// 坎政〔2021〕1号 on a line of its own.
    private func documentNumber(_ text: Sentence) -> String? {
        guard text.count <= 24, text.characters.last == 0x53F7,
            let open = text.characters.firstIndex(where: { [0x3014, 0x5B, 0x28, 0x2018].contains($0) }), open > 0,
            text.isDigit(open + 1), text.isDigit(open + 4)
        else { return nil }
        return text.text
    }

    private func string(_ range: TextRange) -> String {
        String(decoding: utf8[range.indices], as: UTF8.self)
    }
}
