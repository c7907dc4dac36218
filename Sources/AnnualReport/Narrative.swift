import Law

/// What a report says in words, as far as the checks need it.
package struct Narrative: Hashable, Sendable {
    package var title: String?
    package var titleYear: Int?
    package var titleLine: Origin = .unknown
    package var documentNumber: String?
    /// How to reach the office, as the report words it.
    package var contact: String?
    package var periods: [StatedPeriod] = []
    /// The year in words such as '2020年…年度报告' of the text.
    package var namedYears: [NamedYear] = []
    /// The day of publication and what says so.
    package var publication: Publication?
    package var sections: [Section] = []
    package var figures: [Figure] = []
    package var sums: [Sum] = []
    /// The words that article 50 wants from a people's government, as far as they stand in the text.
    package var topics: Set<Topic> = []

    package init() {}

    /// A period of statistics, as stated.
    package struct StatedPeriod: Hashable, Sendable {
        /// Nil where the text names no such day (202020年12月31日).
        package var first: Day?
        package var last: Day?
        package var quote: String
        package var origin: Origin
        package init(first: Day?, last: Day?, quote: String, origin: Origin) {
            self.first = first
            self.last = last
            self.quote = quote
            self.origin = origin
        }
    }

    package struct NamedYear: Hashable, Sendable {
        package var year: Int
        package var quote: String
        package var origin: Origin
        package init(year: Int, quote: String, origin: Origin) {
            self.year = year
            self.quote = quote
            self.origin = origin
        }
    }

    package struct Publication: Hashable, Sendable {
        package var day: Day
        package var basis: Basis
        package var origin: Origin
        package init(day: Day, basis: Basis, origin: Origin) {
            self.day = day
            self.basis = basis
            self.origin = origin
        }
        /// What a day of publication rests on, the stronger first.
        package enum Basis: String, Hashable, Sendable {
            /// 发文日期 or 发布日期 of the page or file.
            case metadata = "发布信息"
            /// The text says when it was published.
            case stated = "正文所述"
            /// The date under the signature.
            case signature = "落款"
        }
    }

    /// A numbered section of the report.
    package struct Section: Hashable, Sendable {
        package var number: Int?
        package var heading: String
        package var topic: SectionTopic?
        package var text: String
        package var origin: Origin
        package init(number: Int?, heading: String, topic: SectionTopic?, text: String, origin: Origin) {
            self.number = number
            self.heading = heading
            self.topic = topic
            self.text = text
            self.origin = origin
        }
    }

    /// A figure in the text whose meaning is beyond doubt.
    package struct Figure: Hashable, Sendable {
        package enum Meaning: String, Hashable, Sendable {
            case received, receivedFromPersons, receivedFromOrganizations, reconsiderations, lawsuits, granted, carriedOver
        }
        package var meaning: Meaning
        package var value: Int
        package var quote: String
        package var origin: Origin
        package init(meaning: Meaning, value: Int, quote: String, origin: Origin) {
            self.meaning = meaning
            self.value = value
            self.quote = quote
            self.origin = origin
        }
    }

    /// What parts add up to; nil where it is beyond counting.
    package static func total(_ parts: [Int]) -> Int? {
        var total = 0
        for part in parts {
            guard let next = total.adding(part) else { return nil }
            total = next
        }
        return total
    }

    /// A whole and the parts that the same sentence lists.
    package struct Sum: Hashable, Sendable {
        package var whole: Int
        package var parts: [Int]
        package var quote: String
        package var origin: Origin
        package init(whole: Int, parts: [Int], quote: String, origin: Origin) {
            self.whole = whole
            self.parts = parts
            self.quote = quote
            self.origin = origin
        }
    }

    /// What the report of a people's government also tells (article 50).
    package enum Topic: String, Hashable, Sendable, CaseIterable {
        case assessment = "考核"
        case publicRating = "社会评议"
        case accountability = "责任追究"

        /// The word whose presence counts.
        package var keyword: String { self == .publicRating ? "评议" : rawValue }
    }
}

/// The six statutory sections (国办公开办函〔2019〕60号, 〔2021〕30号).
package enum SectionTopic: Int, Hashable, Sendable, CaseIterable {
    case general = 1, proactive, requests, reviews, problems, other

    package var title: String {
        switch self {
        case .general: "总体情况"
        case .proactive: "主动公开政府信息情况"
        case .requests: "收到和处理政府信息公开申请情况"
        case .reviews: "政府信息公开行政复议、行政诉讼情况"
        case .problems: "存在的主要问题及改进情况"
        case .other: "其他需要报告的事项"
        }
    }

    /// The word by which a heading counts.
    package var keyword: String {
        switch self {
        case .general: "总体情况"
        case .proactive: "主动公开"
        case .requests: "申请"
        case .reviews: "复议"
        case .problems: "问题"
        case .other: "其他"
        }
    }

    /// Key words as bytes, the rarer first: headings are looked at in every line that bears a number.
    private static let keys: [(SectionTopic, [UInt8])] = [.general, .reviews, .problems, .requests, .proactive, .other].map {
        ($0, Array($0.keyword.utf8))
    }

    private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ key: [UInt8]) -> Bool {
        guard text.count >= key.count else { return false }
        search: for i in 0...(text.count - key.count) where text[i] == key[0] {
            for j in 1..<key.count where text[i + j] != key[j] { continue search }
            return true
        }
        return false
    }

    /// The topic of a heading, by its key word; the rarer words are asked first.
    package init?(heading: String) {
        var heading = heading
        let topic = heading.withUTF8 { text in
            SectionTopic.keys.first { _, key in SectionTopic.contains(text, key) }?.0
        }
        guard let topic else { return nil }
        self = topic
    }
}
