import AnnualReport
import Formats
import Law
import Markup

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
                let other = TitleReader(sentence), other.year != nil
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

    /// A line above the report's own text, or a part of one.
    private struct LineAbove {
        var text: Sentence
        /// Bytes; 0 for a line that can hold no part of a title.
        var length: Int
        var isNumbered = false
        var origin: Origin
    }

    /// The title stands above the first section and the tables, and of several lines like one (links to other years'
    /// reports above it) it is the last; what a page itself calls its title comes first.
    private func readTitle(_ result: inout Result) {
        let texts = linesAbove
        var candidates = pageTitles()
        for (i, line) in texts.enumerated().reversed() where line.length > 0 {
            if let title = TitleReader(line.text) { candidates.append(Candidate(title: title, place: i, origin: line.origin)) }
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
        guard best.title.organization == nil, best.place > 0, best.place <= texts.count else { return }
        let above = texts[best.place - 1]
        if above.length <= 90, let name = TitleReader.body(above.text, 0..<above.text.count, cutting: false),
            TitleReader.looksLikeBody(name)
        {
            result.organization = name
        }
    }

    /// The lines above the report's own text that may hold a title or a part of one; others are left empty.
    private var linesAbove: [LineAbove] {
        let head = lines.prefix(upTo: titleEnd)
        var wanted = Array(repeating: false, count: head.count)
        for (i, line) in head.enumerated() where line.range.count <= 600 && utf8.holds("告", in: line.range.indices) {
            for beside in max(0, i - 2)..<min(head.count, i + 2) { wanted[beside] = true }
        }
        let empty = Sentence("")
        var texts: [LineAbove] = []
        for (i, line) in head.enumerated() {
            guard wanted[i], line.range.count <= 600 else {
                texts.append(LineAbove(text: empty, length: 0, origin: line.origin))
                continue
            }
            // Cells of a page's own table of metadata stand between bars.
            for part in utf8[line.range.indices].split(separator: 0x7C).prefix(40) {
                let text = Sentence(utf8, TextRange(part.startIndex, part.endIndex))
                let isNumbered = Mark.read(UnsafeBufferPointer(rebasing: part)) != nil
                texts.append(LineAbove(text: text, length: part.count, isNumbered: isNumbered, origin: line.origin))
            }
        }
        return texts
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
    private func broken(_ texts: [LineAbove]) -> [Candidate] {
        var found: [Candidate] = []
        for join in 2...3 {
            for i in texts.indices.reversed() where i + join <= texts.count {
                let parts = texts[i..<(i + join)]
                guard parts.allSatisfy({ (1...120).contains($0.length) }), !parts.dropFirst().contains(where: \.isNumbered),
                    !parts.dropLast().contains(where: { TitleReader($0.text) != nil }),
                    let title = TitleReader(Sentence(joining: parts.map(\.text)))
                else { continue }
                found.append(Candidate(title: title, place: i, origin: texts[i].origin))
            }
        }
        return found
    }

    /// Below the last section, the title of a report is that of another: a second report, or a link to one.
    private func nextReport(_ line: DocumentPieces.Row, _ sections: SectionReader) -> String? {
        guard sections.sections.last?.topic == .other, line.range.count <= 160 else { return nil }
        guard utf8.holds("报告", in: line.range.indices) else { return nil }
        let text = Sentence(utf8, line.range)
        return TitleReader(text).flatMap { $0.year == nil ? nil : $0.title }
    }

    /// How many lines of a printed page a sentence may begin before or end behind.
    private static let linesAround = 2

    /// A line with those of its paragraph: printed pages break sentences anywhere.
    private func around(_ i: Int) -> Sentence {
        var (first, last) = (i, i)
        while first > 0, i - first < Self.linesAround, goesOn(first - 1, first) { first -= 1 }
        while last + 1 < lines.count, last - i < Self.linesAround, goesOn(last, last + 1) { last += 1 }
        return Sentence(joining: lines[first...last].map { Sentence(utf8, $0.range) })
    }

    /// Whether a line's sentence goes on in the next one: it is long, does not end, and the next one begins no item.
    private func goesOn(_ i: Int, _ next: Int) -> Bool {
        let (line, following) = (lines[i], lines[next])
        guard line.origin.table == 0, following.origin.table == 0, following.index == line.index + 1 || document.format == .pdf,
            (60...600).contains(line.range.count), following.range.count <= 600
        else { return false }
        let text = Sentence(utf8, line.range)
        guard let end = text.characters.last, !Self.sentenceEnds.contains(end) else { return false }
        return Mark.read(UnsafeBufferPointer(rebasing: utf8[following.range.indices])) == nil
    }

    // MARK: Dates and numbers

    private static let published: [Folded] = ["发文日期", "发布日期", "发布时间", "公开日期", "公布日期", "发文时间", "公布时间", "发稿时间"]
    private static let dated: [Folded] = ["成文日期", "生成日期", "落款日期"]

    /// What stands between 发布日期 and the day, ends a sentence, makes one, and brackets the year of a document number.
    private static let besideDate: CharacterClass = ":|]】"
    private static let sentenceEnds: CharacterClass = "。!?;"
    private static let inSentence: CharacterClass = ",。:;"
    private static let yearBrackets: CharacterClass = "〔[(‘"

    private func readDates(_ line: DocumentPieces.Row, _ text: Sentence, _ i: Int, _ found: inout [Narrative.Publication]) {
        guard
            text.contains("日期") || text.contains("时间") || text.characters.last == 0x65E5
                || text.characters.last.map({ $0.isASCIIDigit }) ?? false
        else { return }
        for key in NarrativeReader.published {
            guard let place = text.find(key, in: 0..<text.count) else { continue }
            var after = place + key.count
            while after < text.count, Self.besideDate.contains(text.characters[after]) { after += 1 }
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
            !text.characters.contains(where: Self.inSentence.contains),
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
            let m = Mark.number(text.characters[(year + 1)..<month]),
            let d = Mark.number(text.characters[(month + 1)..<(text.count - 1)])
        else { return nil }
        let digits = text.characters[(year - 4)..<year].compactMap { ChineseNumeral.yearDigit(of: UInt32($0)) }
        guard digits.count == 4, let day = Day(year: digits.reduce(0) { $0 * 10 + $1 }, month: m, day: d) else { return nil }
        return (day, text.count)
    }

    /// 坎政〔2021〕1号 on a line of its own.
    private func documentNumber(_ text: Sentence) -> String? {
        guard text.count <= 24, text.characters.last == 0x53F7,
            let open = text.characters.firstIndex(where: Self.yearBrackets.contains), open > 0,
            text.isDigit(open + 1), text.isDigit(open + 4)
        else { return nil }
        return text.text
    }
}
