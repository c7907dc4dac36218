import AnnualReport

/// A line of the narrative and the sentence of it that is being read. What many patterns ask of the whole sentence or line
/// is looked for once, so that reading stays linear however often a pattern stands in it.
struct NarrativeLine {
    let text: Sentence
    /// The characters of the sentence, without its full stop.
    private(set) var sentence = 0..<0
    private var otherYear: Int?
    private var scope: Int?
    private var years: [(place: Int, year: Int)]?

    init(_ text: Sentence) {
        self.text = text
    }

    mutating func begin(_ sentence: Range<Int>) {
        self.sentence = sentence
        (otherYear, scope, years) = (nil, nil, nil)
    }

    /// Characters; a sentence that is longer is none that a person wrote, and no figure is read in it.
    private static let longestSentence = 2_000
    private static let longestClause = 200

    var isReadable: Bool { sentence.count <= Self.longestSentence }

    /// Where the clause begins that a place stands in; nil where sentence or clause is too long to be one.
    func clause(before i: Int, after marks: CharacterClass) -> Int? {
        guard isReadable else { return nil }
        var clause = i
        while clause > sentence.lowerBound, !marks.contains(text.characters[clause - 1]) {
            clause -= 1
            if i - clause > Self.longestClause { return nil }
        }
        return clause
    }

    // MARK: The sentence

    private static let otherYears: [Folded] = ["上年", "去年", "同比", "以来", "历年", "上一年", "往年"]
    private static let scopes: [Folded] = ["本机关", "本级"]

    /// True where the sentence up to a place speaks of no other year than the report's.
    mutating func isYearFree(before end: Int) -> Bool {
        let first = otherYear ?? firstEnd(Self.otherYears, sentence.lowerBound..<min(text.count, sentence.upperBound + 80))
        otherYear = first
        return first > end
    }

    /// True where the sentence up to a place, or what stands right behind it, speaks of a part of the body's requests.
    mutating func namesScope(before end: Int) -> Bool {
        let first = scope ?? firstEnd(Self.scopes, sentence.lowerBound..<min(text.count, sentence.upperBound + 80))
        scope = first
        return first <= end
    }

    /// The place behind the first of some words in a range; beyond every place where none stands there.
    private func firstEnd(_ words: [Folded], _ range: Range<Int>) -> Int {
        words.compactMap { word in text.find(word, in: range).map { $0 + word.count } }.min() ?? .max
    }

    /// The last year that the sentence names before a place.
    mutating func year(before end: Int) -> Int? {
        let known = years ?? sentence.compactMap { i in text.year(at: i).map { (i, $0) } }
        years = known
        return known.last { $0.place < end }?.year
    }

    // MARK: The line

    private(set) lazy var lastDisclosure = text.last("公开") ?? -1
    private(set) lazy var lastRequest = text.last("申请") ?? -1

    /// True where the line speaks of disclosure at all.
    var speaksOfDisclosure: Bool { mutating get { lastDisclosure >= 0 } }
    /// True where the line speaks of disclosure in the sentence or behind it.
    var speaksOfDisclosureFromHere: Bool { mutating get { lastDisclosure >= sentence.lowerBound } }
    /// True where the line speaks of requests in the sentence or behind it.
    var speaksOfRequestsFromHere: Bool { mutating get { lastRequest >= sentence.lowerBound } }

    private static let ownReport: [Folded] = ["本报告", "本年报", "年度报告", "现于", "现予"]
    /// True where the line speaks of the report itself.
    private(set) lazy var isAboutReport = text.containsAny(Self.ownReport, in: 0..<text.count)
}
